// Report: the day's draft. Every sentence stands on claims; it can be dropped or pinned, and what remains can be taken out.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {clean, quoted} from '../filters.js';

const FILTERS = ['type', 'place', 'actor', 'source', 'certainty', 'doc'];

export async function show(main, {query, replace, signal}) {
  main.setAttribute('aria-busy', 'true');
  const filters = clean(query);
  filters.delete('from');
  filters.delete('to');
  const {days} = await get('/api/report/days', filters, signal);
  const state = {filters, days, date: query.get('date') || days.at(-1) || '', drop: new Set(query.getAll('drop')), pin: new Set(query.getAll('pin')), report: null, said: ''};
  const draw = () => render(page(state, act), main);
  const address = () => {
    const next = new URLSearchParams(state.filters);
    next.set('date', state.date);
    state.drop.forEach((k) => next.append('drop', k));
    state.pin.forEach((k) => next.append('pin', k));
    return next;
  };
  async function load() {
    if (state.date) {
      const asked = new URLSearchParams(state.filters);
      asked.set('date', state.date);
      asked.set('whole', 'true');
      try {
        state.report = await get('/api/report', asked, signal);
        state.said = '';
      } catch (error) {
        state.said = error.message;
      }
    }
    draw();
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
    filter(event) {
      event.preventDefault();
      state.filters = clean(new URLSearchParams(new FormData(event.currentTarget)));
      replace(`/report?${address()}`);
      return load();
    },
    address,
  };
  await load();
  main.removeAttribute('aria-busy');
  return () => render(nothing, main);
}

function page(state, act) {
  const {report} = state;
  return html`<article class="report">
    <h1>Report of ${state.date || 'no day'}</h1>
    <p class="lead">A draft in the words of templates: who says what, never more firmly than it was said. Every sentence has its claims.</p>
    <div class="filters">
      <button type="button" ?disabled=${!report?.earlier} @click=${() => act.day(report.earlier)} aria-label="The day before that has something">◀</button>
      <label><span>date</span><input type="date" .value=${state.date} @change=${(e) => act.day(e.target.value)}></label>
      <button type="button" ?disabled=${!report?.later} @click=${() => act.day(report.later)} aria-label="The next day that has something">▶</button>
      <form class="filters inner" aria-label="Filters" @submit=${act.filter}>
        ${FILTERS.map((name) => html`<label><span>${name}</span><input name=${name} .value=${state.filters.get(name) || ''}></label>`)}<button>Write anew</button></form>
    </div>
    ${state.said ? html`<p class="error" role="alert">${state.said}</p>` : nothing}
    ${state.days.length === 0 ? html`<p>No day has anything to report: <a href="#/data">read documents</a>, or <code>sitrep read FILE</code>.</p>` : nothing}
    ${report ? written(state, act) : nothing}
  </article>`;
}

function written(state, act) {
  const {report, drop, pin} = state;
  const out = (format) => {
    const params = new URLSearchParams(state.filters);
    params.set('date', state.date);
    drop.forEach((k) => params.append('drop', k));
    params.set('format', format);
    return `/api/report?${params}`;
  };
  const filters = [...state.filters].map(([n, v]) => ` --${n} ${quoted(v)}`).join('');
  return html`
    ${report.sections.length === 0 ? html`<p>Nothing is told of this day. Days that have something: ${state.days.slice(-8).map((d) => html`<button type="button" class="link" @click=${() => act.day(d)}>${d}</button> `)}</p>` : nothing}
    ${report.sections.map((s) => html`<section aria-label=${s.title}><h2>${s.title}</h2><ul class="sentences">
      ${[...s.lines].sort((a, b) => pin.has(b.key) - pin.has(a.key)).map((line) => sentence(line, state, act))}</ul></section>`)}
    ${drop.size > 0 ? html`<p class="lead">${plural(drop.size, 'sentence')} dropped; the exports leave them out.</p>` : nothing}
    <h2>Compared with the day before</h2>
    <p>${plural(report.sections.flatMap((s) => s.lines).filter((l) => l.new).length, 'sentence')} marked “new” did not stand there.</p>
    ${report.yesterday_only.length === 0 ? nothing : html`<details><summary>${plural(report.yesterday_only.length, 'sentence')} of the day before that stand no more</summary>
      <ul>${report.yesterday_only.map((t) => html`<li dir="auto"><del>${t}</del></li>`)}</ul></details>`}
    <h2>Sources</h2>
    <ol class="notes">${report.notes.map((n) => html`<li id="note-${n.number}" tabindex="-1">
      ${n.doc ? html`<a href="#/document/${encodeURIComponent(n.doc)}?claim=${encodeURIComponent(n.claim_id)}" dir="auto">${n.doc}</a>` : n.claim_id} ${n.publisher ?? ''} ${n.published ?? ''}
      <blockquote dir="auto">${n.quote ?? ''}</blockquote></li>`)}</ol>
    <h2>Take it out</h2>
    <p><a href=${out('md')} download>Markdown</a> · <a href=${out('html')} download>HTML</a> · <a href=${out('json')} target="_blank" rel="noopener">JSON</a></p>
    <p class="command">The same on the command line: <code>sitrep report --date ${state.date}${filters}</code>${drop.size > 0 ? ' (with every sentence)' : ''}</p>`;
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
