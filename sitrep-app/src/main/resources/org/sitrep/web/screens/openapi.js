// The description of the REST interface, to read.
import {html, nothing, render} from 'lit-html';
import {get} from '../api.js';

export async function show(main, {signal}) {
  const api = await get('/api/openapi.json', new URLSearchParams(), signal);
  render(html`<article class="api">
    <p class="crumb"><a href="#/data">Data</a></p>
    <h1>For programs</h1>
    <p class="lead">${api.info.description}</p>
    <p><a href="/api/openapi.json">openapi.json</a></p>
    ${Object.entries(api.paths).map(([path, methods]) => Object.entries(methods).map(([method, one]) => operation(path, method, one)))}
  </article>`, main);
  return () => render(nothing, main);
}

function operation(path, method, one) {
  const example = method === 'get' ? `curl '${location.origin}${path}'` : `curl -H 'x-sitrep: 1' -H 'content-type: application/json' -d '{"text": "…"}' '${location.origin}${path}'`;
  return html`<section aria-label="${method} ${path}"><h2>${method.toUpperCase()} ${path}</h2>
    <p>${one.summary}</p>
    ${one.parameters?.length > 0 ? html`<dl>${one.parameters.map((p) => html`<dt><code>${p.name}</code>${p.required ? ' (needed)' : ''}</dt><dd>${p.description}
      ${(p.schema.enum ?? p.schema.items?.enum ?? []).join(', ')}</dd>`)}</dl>` : nothing}
    <p><code>${example}</code></p></section>`;
}
