// Search: places by any of their names, events, claims and documents, with what was sought marked.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {check} from '../filters.js';
import {days} from '../format.js';

const AGAIN_MS = 800;
const PAGE = 20;

export async function show(main, {query, signal, go}) {
  check(query, ['q', 'offset'], []);
  main.setAttribute('aria-busy', 'true');
  const q = (query.get('q') || '').trim();
  const field = document.querySelector('#search input');
  if (field) {
    field.value = q; // also where it has the focus: after Back it would keep the later words
  }
  if (!q) {
    render(html`<article class="search"><h1>Search</h1><p>Write words, "words beside each other" in quotation marks, or the name of a place in English or Arabic, into the field above.</p></article>`, main);
    main.removeAttribute('aria-busy');
    return;
  }
  const offset = Number(query.get('offset')) || 0;
  let found = await ask();
  while (found.working) {
    render(html`<article class="search"><h1>Search: ${q}</h1><p role="status">${found.said}…</p></article>`, main);
    await new Promise((done) => setTimeout(done, AGAIN_MS));
    found = await ask();
  }
  render(page(q, found, offset, (next) => {
    query.set('offset', next);
    go(`/search?${query}`);
  }), main);
  main.removeAttribute('aria-busy');

  function ask() {
    return get('/api/search', new URLSearchParams({q, offset, limit: PAGE}), signal);
  }
}

function page(q, found, offset, turn) {
  const {places, events, claims, documents} = found;
  const none = places.length + events.length + claims.count + documents.count === 0;
  const most = Math.max(claims.count, documents.count);
  return html`<article class="search">
    <h1 dir="auto">Search: ${q}</h1>
    <p class="lead" role="status">${plural(places.length, 'place')} · ${plural(events.length, 'event')} shown · ${plural(claims.count, 'claim')} · ${plural(documents.count, 'document')}</p>
    ${none ? html`<p>Nothing has all of these words. Leave one out, or try another spelling; what readers wrote is not searched.</p>` : nothing}
    ${group('Places', places, (p) => html`<a href="#/?place=${encodeURIComponent(p.place_id)}" dir="auto">${p.name}</a>
      <span class="lead">${[p.feature.replaceAll('_', ' '), p.region, p.country].filter(Boolean).join(', ')} · ${plural(p.events, 'event')}</span>`)}
    ${group('Events', events, (e) => html`<a href="#/event/${encodeURIComponent(e.event_id)}" dir="auto">${e.label}, ${e.place ?? 'place not stated'}</a>
      <span class="lead">${days(e.start ? e : null)} · ${plural(e.claims, 'claim')}${e.contested ? ' · ≠ contested' : ''}</span>`)}
    ${group(`Claims (${claims.count})`, claims.hits, (c) => html`<blockquote dir="auto">${marked(c.pieces)}</blockquote>
      <a href="#/document/${encodeURIComponent(c.doc)}?claim=${encodeURIComponent(c.claim_id)}" dir="auto">${c.headline ?? c.doc}</a>
      ${c.event_id ? html` · <a href="#/event/${encodeURIComponent(c.event_id)}">event</a>` : nothing}`)}
    ${group(`Documents (${documents.count})`, documents.hits, (d) => html`<a href="#/document/${encodeURIComponent(d.doc)}" dir="auto">${d.headline ?? d.doc}</a>
      <blockquote dir="auto">${marked(d.pieces)}</blockquote>`)}
    ${most > PAGE ? html`<p><button type="button" ?disabled=${offset === 0} @click=${() => turn(Math.max(0, offset - PAGE))}>Earlier ones</button>
      <button type="button" ?disabled=${offset + PAGE >= most} @click=${() => turn(offset + PAGE)}>More</button></p>` : nothing}
  </article>`;
}

function group(title, list, item) {
  return list.length === 0 ? nothing : html`<section aria-label=${title}><h2>${title}</h2><ul class="hits">${list.map((one) => html`<li>${item(one)}</li>`)}</ul></section>`;
}

function marked(pieces) {
  return pieces.map((p) => (p.sought ? html`<mark>${p.text}</mark>` : p.text));
}
