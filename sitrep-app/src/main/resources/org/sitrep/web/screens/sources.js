// Sources: how often each was borne out where something settled it; one source with every settled claim.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {foot, readIn, sitrep} from '../commands.js';
import {check, operand} from '../filters.js';
import {inWords, log, reviewerView, rule, rulingList, undo, valueOptions} from '../rulings.js';

const AGAIN_MS = 1000;
const LETTERS = {A: 'completely reliable', B: 'usually reliable', C: 'fairly reliable', D: 'not usually reliable', E: 'unreliable', F: 'cannot be judged'};

export async function show(main, {id, query, go, replace, signal}) {
  check(query, id ? [] : ['source'], []);
  main.setAttribute('aria-busy', 'true');
  try {
    await (id ? one(main, id, signal) : list(main, {query, replace, signal}));
  } finally {
    main.removeAttribute('aria-busy');
  }
  return () => render(nothing, main);
}

/** Asks until it has been worked out. */
async function learnt(path, waiting, signal) {
  for (;;) {
    const answer = await get(path, new URLSearchParams(), signal);
    if (!answer.working) {
      return answer;
    }
    waiting(answer.said);
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    signal.throwIfAborted();
  }
}

const waits = (main) => (said) => render(html`<article><h1>Sources</h1><p role="status">${said}…</p></article>`, main);
const letter = (source) => source.ruling?.value || source.overall.computed_letter;
const share = (cell) => `${cell.k.toFixed(1)} of ${cell.n.toFixed(1)}`;
const words = (value) => (value || '').replaceAll('_', ' ');

async function list(main, {query, replace, signal}) {
  const {sources, count} = await learnt('/api/sources', waits(main), signal);
  const draw = () => {
    const wanted = (query.get('source') || '').toLowerCase();
    const rows = sources.filter((s) => !wanted || s.name.toLowerCase().includes(wanted) || s.source.toLowerCase().includes(wanted));
    render(html`<article class="sources">
      <h1>Sources</h1>
      <p class="lead">Letters of the Admiralty system, computed from settled claims alone; F: fewer than five. A letter in brackets is a person’s ruling.</p>
      <form class="filters" aria-label="Filter" @submit=${(e) => e.preventDefault()}><label><span>source</span>
        <input type="search" .value=${query.get('source') || ''} @input=${(e) => {
          e.target.value ? query.set('source', e.target.value) : query.delete('source');
          replace(`/sources?${query}`);
          draw();
        }}></label></form>
      <div class="scroll" tabindex="0" role="region" aria-label="Sources"><table>
        <caption class="lead">${plural(rows.length, 'source')}${count > sources.length ? `, of ${count} the first ${sources.length}` : ''}</caption>
        <thead><tr><th scope="col">Source</th><th scope="col">Letter</th><th scope="col">Borne out</th><th scope="col">Not</th><th scope="col">Claims</th><th scope="col">Copies</th>
          <th scope="col">Documents</th><th scope="col">Edited after publication</th><th scope="col">Kind, leaning</th><th scope="col">By interest</th></tr></thead>
        <tbody>${rows.map((s) => html`<tr>
          <th scope="row" dir="auto"><a href="#/sources/${encodeURIComponent(s.source)}">${s.name}</a></th>
          <td><span title=${LETTERS[letter(s)]}>${s.ruling ? `(${s.ruling.value}) ${s.overall.computed_letter}` : s.overall.computed_letter}</span></td>
          <td class="number">${s.overall.k.toFixed(1)}</td><td class="number">${(s.overall.n - s.overall.k).toFixed(1)}</td>
          <td class="number">${s.claims}</td><td class="number">${s.copies}</td><td class="number">${s.documents}</td><td class="number">${s.documents_edited}</td>
          <td>${[words(s.kind) || (s.named ? 'not in the packs' : 'unnamed'), s.leaning ? `for ${s.leaning_name ?? s.leaning}` : ''].filter(Boolean).join(', ')}</td>
          <td>${s.by_interest.map((c) => html`${words(c.interest)}: ${c.computed_letter}, ${share(c)}<br>`)}</td></tr>`)}</tbody>
      </table></div>
      ${sources.length === 0 ? html`<p>The store holds no claims yet: <a href="#/data">read documents</a>, or ${readIn()}.</p>` : nothing}
      ${foot(sitrep('sources'))}
    </article>`, main);
  };
  draw();
}

async function one(main, id, signal) {
  const path = `/api/sources/${encodeURIComponent(id)}`;
  const state = {said: '', busy: false, rulings: []};
  let source;

  async function load(waiting) {
    source = await learnt(path, waiting, signal);
    state.rulings = (await log({subject: 'source', id: source.source}, signal)).rulings;
  }

  /** Rules, says what came of it, and shows what follows from it: all records are worked out again. */
  async function act(work) {
    if (state.busy) {
      return;
    }
    state.busy = true;
    try {
      const answers = [await work()].flat().filter(Boolean);
      const ruled = answers.length === 0 ? 'Nothing was ruled.' : `Ruled: ${answers.map((a) => inWords(a.ruling)).join('; ')}`;
      state.said = ruled;
      draw();
      await load((said) => {
        state.said = `${ruled} · ${said} …`;
        draw();
      });
      state.said = ruled;
    } catch (error) {
      state.said = `Not ruled: ${error.message}`;
    }
    state.busy = false;
    if (!signal.aborted) {
      draw();
    }
  }

  function decide(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const {value, reason} = Object.fromEntries(new FormData(form));
    return act(async () => {
      const answer = await rule({subject: 'source', id: source.source, value, reason});
      form.reset();
      return answer;
    });
  }

  await load(waits(main));
  const draw = () => render(html`<article class="sources">
    <p class="crumb"><a href="#/sources">Sources</a></p>
    <h1 dir="auto">${source.name}</h1>
    <p class="lead">${source.source}${source.kind ? ` · ${words(source.kind)}` : ''}${source.leaning ? ` · for ${source.leaning_name ?? source.leaning}` : ''} · ${plural(source.claims, 'claim')}, ${source.testimonies} independent, ${source.copies} copied · ${plural(source.documents, 'document')}, ${source.documents_edited} edited after publication</p>
    <p>${source.ruling ? html`<b>Ruled ${source.ruling.value}</b> (${LETTERS[source.ruling.value]}) by <bdi>${source.ruling.by}</bdi> on ${source.ruling.decided.slice(0, 10)}: <span dir="auto">${source.ruling.reason}</span> · ` : nothing}
      <b>Computed ${source.overall.computed_letter}</b> (${LETTERS[source.overall.computed_letter]}): ${share(source.overall)} borne out, true share between ${source.overall.low} and ${source.overall.high}.</p>
    <h2>Settled claims</h2>
    ${source.cells.length === 0 ? html`<p>Nothing that rests on it alone has been settled yet.</p>` : nothing}
    ${source.cells.map((cell) => html`<h3>${words(cell.class) || 'all'}, ${words(cell.interest) || 'any interest'}: ${cell.computed_letter}, ${share(cell)} borne out</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${`Settled claims: ${words(cell.class)} ${words(cell.interest)}`}><table>
        <thead><tr><th scope="col">Day</th><th scope="col">Held?</th><th scope="col">Weight</th><th scope="col">Settled by</th><th scope="col">Why</th><th scope="col">Event</th></tr></thead>
        <tbody>${cell.resolved.map((r) => html`<tr><td><time>${r.day ?? 'no date'}</time></td><td>${r.borne_out ? 'borne out' : 'not borne out'}</td><td class="number">${r.weight}</td>
          <td>${words(r.ground)}</td><td dir="auto">${r.why}</td><td><a href="#/event/${encodeURIComponent(r.event_id)}">${r.event_id}</a></td></tr>`)}</tbody>
      </table></div>`)}
    <h2>Decide the letter yourself</h2>
    <form class="filters" data-writes @submit=${decide}>
      <label><span>letter</span><select name="value" required>${valueOptions('source')}</select></label>
      <label><span>reason</span><input name="reason" required maxlength="4000" dir="auto"></label>
      <button ?disabled=${state.busy}>Keep this ruling</button></form>
    <p class="soft">${reviewerView(draw)}</p>
    <p role="status" class="said" dir="auto">${state.said}</p>
    ${rulingList(state.rulings, (ruling) => act(() => undo([ruling])))}
    ${foot([sitrep('sources', operand(source.source)), sitrep('review', '--reason', '"…"', 'source', operand(source.source), 'B')])}
  </article>`, main);
  draw();
}
