// Sources: how often each was borne out where something settled it; one source with every settled claim.
import {html, nothing, render} from 'lit-html';
import {get, plural, post} from '../api.js';

const AGAIN_MS = 1000;
const LETTERS = {A: 'completely reliable', B: 'usually reliable', C: 'fairly reliable', D: 'not usually reliable', E: 'unreliable', F: 'cannot be judged'};

export async function show(main, {id, query, go, replace, signal}) {
  main.setAttribute('aria-busy', 'true');
  try {
    await (id ? one(main, id, signal) : list(main, {query, replace, signal}));
  } finally {
    main.removeAttribute('aria-busy');
  }
  return () => render(nothing, main);
}

/** Asks until it has been worked out. */
async function learnt(path, main, signal) {
  for (;;) {
    const answer = await get(path, new URLSearchParams(), signal);
    if (!answer.working) {
      return answer;
    }
    render(html`<article><h1>Sources</h1><p role="status">${answer.said}…</p></article>`, main);
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    signal.throwIfAborted();
  }
}

const letter = (source) => source.ruling?.value || source.overall.computed_letter;
const share = (cell) => `${cell.k.toFixed(1)} of ${cell.n.toFixed(1)}`;
const words = (value) => (value || '').replaceAll('_', ' ');

async function list(main, {query, replace, signal}) {
  const {sources, count} = await learnt('/api/sources', main, signal);
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
          <td>${[words(s.kind) || (s.named ? 'not in the packs' : 'unnamed'), s.leaning ? `for ${s.leaning}` : ''].filter(Boolean).join(', ')}</td>
          <td>${s.by_interest.map((c) => html`${words(c.interest)}: ${c.computed_letter}, ${share(c)}<br>`)}</td></tr>`)}</tbody>
      </table></div>
      ${sources.length === 0 ? html`<p>The store holds no claims yet: <a href="#/data">read documents</a>, or <code>sitrep read FILE</code>.</p>` : nothing}
      <p class="command">The same on the command line: <code>sitrep sources</code></p>
    </article>`, main);
  };
  draw();
}

async function one(main, id, signal) {
  const source = await learnt(`/api/sources/${encodeURIComponent(id)}`, main, signal);
  const state = {said: ''};
  const rule = async (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    localStorage.setItem('sitrep.by', given.by);
    try {
      await post('/api/rulings', {subject: 'source', id: source.source, ...given});
      state.said = 'The ruling is kept; the letter follows as soon as the sources’ records are worked out again.';
    } catch (error) {
      state.said = `Not kept: ${error.message}`;
    }
    draw();
  };
  const draw = () => render(html`<article class="sources">
    <p class="crumb"><a href="#/sources">Sources</a></p>
    <h1 dir="auto">${source.name}</h1>
    <p class="lead">${source.source}${source.kind ? ` · ${words(source.kind)}` : ''}${source.leaning ? ` · for ${source.leaning}` : ''} · ${plural(source.claims, 'claim')}, ${source.testimonies} independent, ${source.copies} copied · ${plural(source.documents, 'document')}, ${source.documents_edited} edited after publication</p>
    <p><b>Computed ${source.overall.computed_letter}</b> (${LETTERS[source.overall.computed_letter]}): ${share(source.overall)} borne out, true share between ${source.overall.low} and ${source.overall.high}.
      ${source.ruling ? html`<b>Ruled ${source.ruling.value}</b> by ${source.ruling.by} on ${source.ruling.decided.slice(0, 10)}: <span dir="auto">${source.ruling.reason}</span>` : nothing}</p>
    <h2>Settled claims</h2>
    ${source.cells.length === 0 ? html`<p>Nothing that rests on it alone has been settled yet.</p>` : nothing}
    ${source.cells.map((cell) => html`<h3>${words(cell.class) || 'all'}, ${words(cell.interest) || 'any interest'}: ${cell.computed_letter}, ${share(cell)} borne out</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${`Settled claims: ${words(cell.class)} ${words(cell.interest)}`}><table>
        <thead><tr><th scope="col">Day</th><th scope="col">Held?</th><th scope="col">Weight</th><th scope="col">Settled by</th><th scope="col">Why</th><th scope="col">Event</th></tr></thead>
        <tbody>${cell.resolved.map((r) => html`<tr><td><time>${r.day ?? 'no date'}</time></td><td>${r.borne_out ? 'borne out' : 'not borne out'}</td><td class="number">${r.weight}</td>
          <td>${words(r.ground)}</td><td dir="auto">${r.why}</td><td><a href="#/event/${encodeURIComponent(r.event_id)}">${r.event_id}</a></td></tr>`)}</tbody>
      </table></div>`)}
    <h2>Decide the letter yourself</h2>
    <form class="filters" data-writes @submit=${rule}>
      <label><span>letter</span><select name="value">${Object.entries(LETTERS).map(([l, means]) => html`<option value=${l} ?selected=${l === letter(source)}>${l}: ${means}</option>`)}</select></label>
      <label><span>reason</span><input name="reason" required></label>
      <label><span>by</span><input name="by" required .value=${localStorage.getItem('sitrep.by') || ''}></label>
      <button>Keep this ruling</button></form>
    <p role="status">${state.said}</p>
    <p class="command">The same on the command line: <code>sitrep sources ${source.source}</code> · <code>sitrep review source ${source.source} B --reason "…"</code></p>
  </article>`, main);
  draw();
}
