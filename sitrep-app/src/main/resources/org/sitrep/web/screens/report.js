// Report: the day's draft. Every sentence stands on claims; it can be dropped or pinned, and what remains can be taken out.
import {html, nothing, render} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {get, plural} from '../api.js';
import {filtered, foot, readIn} from '../commands.js';
import {carried, carry, check, clean, NAMES, option} from '../filters.js';
import {filterBar} from '../filterbar.js';

/** A report is of one day. */
const FILTERS = NAMES.filter((name) => name !== 'from' && name !== 'to');
/** So many days that have something are offered. */
const NEAR = 8;

export async function show(main, {query, replace, signal}) {
  check(query, ['date', 'drop', 'pin', 'undated'], FILTERS);
  main.setAttribute('aria-busy', 'true');
  const state = {
    filters: clean(query), days: [], date: '', drop: new Set(query.getAll('drop')), pin: new Set(query.getAll('pin')), undated: query.get('undated') === 'true',
    open: false, report: null, said: '', turn: 0,
  };
  const draw = () => render(page(state, act), main);
  const address = () => {
    const next = new URLSearchParams(state.filters);
    if (state.date) {
      next.set('date', state.date);
    }
    state.drop.forEach((k) => next.append('drop', k));
    state.pin.forEach((k) => next.append('pin', k));
    if (state.undated) {
      next.set('undated', 'true');
    }
    return next;
  };
  /** Other screens go on with the same filters, and with the days that they had. */
  const pass = () => {
    const all = carried();
    const next = new URLSearchParams(state.filters);
    ['from', 'to'].filter((name) => all.has(name)).forEach((name) => next.set(name, all.get(name)));
    carry(next);
  };
  async function learnDays() {
    state.days = (await get('/api/report/days', state.filters, signal)).days;
  }
  async function load() {
    const turn = ++state.turn;
    let [report, said] = [null, ''];
    if (state.date) {
      const asked = new URLSearchParams(state.filters);
      asked.set('date', state.date);
      asked.set('whole', 'true');
      if (state.open) {
        asked.set('undated', 'true');
      }
      try {
        report = await get('/api/report', asked, signal);
      } catch (error) {
        said = error.message;
      }
    }
    if (turn === state.turn) {
      Object.assign(state, {report: report ?? (said ? state.report : null), said});
      draw();
    }
  }
  const act = {
    day(date) {
      state.date = date;
      state.drop.clear();
      state.pin.clear();
      replace(`/report?${address()}`);
      return load();
    },
    mark(set, key) {
      const other = set === state.drop ? state.pin : state.drop;
      set.has(key) ? set.delete(key) : set.add(key);
      other.delete(key);
      replace(`/report?${address()}`);
      draw();
    },
    async filter(next) {
      state.filters = next;
      replace(`/report?${address()}`);
      pass();
      try {
        await learnDays();
      } catch (error) {
        state.said = error.message;
        draw();
        return;
      }
      await load();
    },
    unfold(open) {
      if (open !== state.open) {
        state.open = open;
        load();
      }
    },
    takeUndated(whether) {
      state.undated = whether;
      replace(`/report?${address()}`);
      draw();
    },
  };
  await learnDays();
  state.date = query.get('date') || state.days.at(-1) || new Date().toISOString().slice(0, 10);
  pass();
  await load();
  main.removeAttribute('aria-busy');
  return () => render(nothing, main);
}

function page(state, act) {
  const {report} = state;
  const nothingAtAll = state.days.length === 0 && !report?.standing;
  return html`<article class="report">
    <h1>${state.date && !nothingAtAll ? `Report of ${state.date}` : 'Report'}</h1>
    <p class="lead">A draft in the words of templates: who says what, never more firmly than it was said. Every sentence has its claims.</p>
    <div class="filters">
      <button type="button" ?disabled=${!report?.earlier} @click=${() => act.day(report.earlier)} aria-label="The day before that has something">◀</button>
      <label><span>date</span><input type="date" .value=${live(state.date)} @change=${(e) => act.day(e.target.value)}></label>
      <button type="button" ?disabled=${!report?.later} @click=${() => act.day(report.later)} aria-label="The next day that has something">▶</button>
    </div>
    ${filterBar(state.filters, {names: FILTERS, button: 'Write anew', apply: act.filter})}
    ${state.said ? html`<p class="error" role="alert">${state.said}</p>` : nothing}
    ${state.days.length === 0 ? noDay(state, act) : !state.date ? html`<p>No day is chosen. ${nearDays(state, act)}</p>` : nothing}
    ${report && !nothingAtAll ? written(state, act) : nothing}
  </article>`;
}

function noDay(state, act) {
  return state.filters.size > 0
    ? html`<p>On no day does anything pass these filters. <button type="button" class="link" @click=${() => act.filter(new URLSearchParams())}>Leave them out</button></p>`
    : html`<p>No day has anything to report: <a href="#/data">read documents</a>, or ${readIn()}.</p>`;
}

/** The days nearest to the one that is shown. */
function nearDays(state, act) {
  const at = Date.parse(state.date || state.days.at(-1));
  const near = [...state.days].sort((a, b) => Math.abs(Date.parse(a) - at) - Math.abs(Date.parse(b) - at)).slice(0, NEAR).sort();
  return html`Days that have something${state.filters.size > 0 ? ' under these filters' : ''}: ${near.map((d) => html`<button type="button" class="link" @click=${() => act.day(d)}>${d}</button> `)}`;
}

function written(state, act) {
  const {report, drop, pin} = state;
  const out = (format) => {
    const params = new URLSearchParams(state.filters);
    params.set('date', state.date);
    drop.forEach((k) => params.append('drop', k));
    pin.forEach((k) => params.append('pin', k));
    if (state.undated) {
      params.set('undated', 'true');
    }
    params.set('format', format);
    return `/api/report?${params}`;
  };
  const ofDay = report.sections.filter((s) => !s.standing);
  const section = (s) => html`<section aria-label=${s.title}><h2>${s.title}</h2><ul class="sentences">
      ${[...s.lines].sort((a, b) => pin.has(b.key) - pin.has(a.key)).map((line) => sentence(line, state, act))}</ul></section>`;
  const line = filtered(state.filters, 'report', state.date && option('date', state.date), state.undated && '--undated');
  const except = [drop.size > 0 ? 'with every sentence' : '', pin.size > 0 ? 'in the usual order' : ''].filter(Boolean).join(', ');
  return html`
    ${ofDay.length === 0 && state.days.length > 0 ? html`<p>Nothing is told of this day${state.filters.size > 0 ? ' that passes these filters' : ''}. ${nearDays(state, act)}</p>` : nothing}
    ${ofDay.map(section)}
    ${drop.size > 0 ? html`<p class="lead">${plural(drop.size, 'sentence')} dropped; the exports leave them out.</p>` : nothing}
    ${report.standing > 0 ? html`<details class="standing" ?open=${state.open} @toggle=${(e) => act.unfold(e.target.open)}>
      <summary>${plural(report.standing, 'sentence')} of no certain day</summary>
      <p class="lead">No source ties them to a day, and their documents bear no date, or only a month or a longer time is told: they would stand in every report.</p>
      ${report.sections.filter((s) => s.standing).map(section)}</details>` : nothing}
    <h2>Compared with the day before</h2>
    <p>${plural(ofDay.flatMap((s) => s.lines).filter((l) => l.new).length, 'sentence')} marked “new” did not stand there.</p>
    ${report.yesterday_only.length === 0 ? nothing : html`<details><summary>${plural(report.yesterday_only.length, 'sentence')} of the day before that stand no more</summary>
      <ul>${report.yesterday_only.map((t) => html`<li dir="auto"><del>${t}</del></li>`)}</ul></details>`}
    <h2>Sources</h2>
    <ol class="notes">${report.notes.map((n) => html`<li id="note-${n.number}" tabindex="-1">
      ${n.doc ? html`<a href="#/document/${encodeURIComponent(n.doc)}?claim=${encodeURIComponent(n.claim_id)}" dir="auto">${n.doc}</a>` : n.claim_id} ${n.publisher ?? ''} ${n.published ?? ''}
      <blockquote dir="auto">${n.quote ?? ''}</blockquote></li>`)}</ol>
    <h2>Take it out</h2>
    ${report.standing > 0 ? html`<p><label><input type="checkbox" .checked=${live(state.undated)} @change=${(e) => act.takeUndated(e.target.checked)}>
      with ${plural(report.standing, 'sentence')} of no certain day, at the end</label></p>` : nothing}
    <p><a href=${out('md')} download>Markdown</a> · <a href=${out('html')} download>HTML</a> · <a href=${out('json')} target="_blank" rel="noopener">JSON</a></p>
    ${foot(line, except ? ` (${except})` : '')}`;
}

function sentence(line, {drop, pin}, act) {
  const dropped = drop.has(line.key);
  const pinned = pin.has(line.key);
  const to = (number) => (event) => {
    event.preventDefault();
    const note = document.getElementById(`note-${number}`);
    note.scrollIntoView({block: 'center'});
    note.focus();
  };
  return html`<li class=${dropped ? 'dropped' : pinned ? 'pinned' : ''}>
    <span dir="auto">${dropped ? html`<del>${line.text}</del>` : line.text}</span>${line.notes.map((n) => html`<sup><a href="#note-${n}" aria-label="Source ${n}" @click=${to(n)}>${n}</a></sup> `)}
    ${line.new ? html`<span class="tag">new</span>` : nothing} ${pinned ? html`<span class="tag">pinned</span>` : nothing}
    <span class="tools">${line.event_id ? html`<a href="#/event/${encodeURIComponent(line.event_id)}">event</a>` : nothing}
      <button type="button" aria-pressed=${pinned} @click=${() => act.mark(pin, line.key)}>pin</button>
      <button type="button" aria-pressed=${dropped} @click=${() => act.mark(drop, line.key)}>drop</button></span></li>`;
}
