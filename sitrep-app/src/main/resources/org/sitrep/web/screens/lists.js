// Documents, issues: tables, a page at a time.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {check} from '../filters.js';
import {documentLink} from '../format.js';

const PAGE = 100;

const TAKES = {documents: ['offset', 'q'], issues: ['offset']};

export async function show(main, {name, query, go, replace, signal}) {
  check(query, TAKES[name], []);
  const asked = new URLSearchParams({limit: PAGE});
  TAKES[name].filter((n) => query.get(n)).forEach((n) => asked.set(n, query.get(n)));
  if (name === 'documents') {
    asked.set('sort', '-read');
  }
  let found = await get(`/api/${name}`, asked, signal);
  if (found.offset > 0 && found.offset >= found.total) { // beyond the end: the last page
    const last = Math.max(0, Math.ceil(found.total / PAGE) - 1) * PAGE;
    asked.set('offset', last);
    replace(address(name, last, query.get('q') ?? ''));
    found = await get(`/api/${name}`, asked, signal);
  }
  render({documents: documentsView, issues: issuesView}[name](found, query.get('q') ?? '', go), main);
}

function documentsView({total, offset, documents}, wanted, go) {
  const search = (event) => {
    event.preventDefault();
    go(address('documents', 0, new FormData(event.target).get('q')));
  };
  return html`<article>
    <h1>${plural(total, 'document')}</h1>
    ${total > 1 ? html`<p class="lead">Those read last come first.</p>` : nothing}
    <form class="narrow" role="search" @submit=${search}>
      <label>Headline, publisher or id has <input type="search" name="q" .value=${wanted} dir="auto"></label> <button>Find</button></form>
    ${total === 0 ? html`<p>${wanted ? 'No document has that.' : html`Nothing has been read yet: <a href="#/data">add a file or paste a text</a>.`}</p>` : html`
    <div class="scroll" tabindex="0" role="region" aria-label="Documents"><table>
      <thead><tr><th scope="col">Headline</th><th scope="col">Publisher</th><th scope="col">Published</th><th scope="col">Claims</th><th scope="col">Comments</th></tr></thead>
      <tbody>${documents.map((d) => html`<tr>
        <td dir="auto"><a href=${documentLink(d.doc)}>${d.headline || d.doc}</a></td>
        <td dir="auto">${d.publisher}</td><td>${d.published ? html`<time>${d.published}</time>` : nothing}</td><td class="number">${d.claims}</td><td class="number">${d.comments}</td></tr>`)}</tbody>
    </table></div>
    ${pager('documents', offset, documents.length, total, wanted)}`}
  </article>`;
}

function issuesView({total, offset, issues}) {
  return html`<article>
    <h1>${plural(total, 'issue')}</h1>
    <p class="lead">What could not be read or decided.</p>
    ${total === 0 ? html`<p>Nothing was left out.</p>` : html`
    <div class="scroll" tabindex="0" role="region" aria-label="Issues"><table>
      <thead><tr><th scope="col">Kind</th><th scope="col">Where</th><th scope="col">Left out</th><th scope="col">What</th></tr></thead>
      <tbody>${issues.map((i) => html`<tr>
        <td>${i.kind}</td><td dir="auto">${i.position > 0 ? `${i.where}:${i.position}` : i.where}</td><td>${i.rejected ? 'yes' : nothing}</td>
        <td dir="auto">${i.message}</td></tr>`)}</tbody>
    </table></div>
    ${pager('issues', offset, issues.length, total, '')}`}
  </article>`;
}

function pager(name, offset, here, total, wanted) {
  return here === total ? nothing : html`<nav class="pager" aria-label="Pages">
    ${offset > 0 ? html`<a href=${`#${address(name, Math.max(0, offset - PAGE), wanted)}`}>Earlier</a>` : nothing}
    <span>${(offset + 1).toLocaleString('en')} to ${(offset + here).toLocaleString('en')} of ${total.toLocaleString('en')}</span>
    ${offset + here < total ? html`<a href=${`#${address(name, offset + PAGE, wanted)}`}>Further</a>` : nothing}</nav>`;
}

function address(name, offset, wanted) {
  const query = new URLSearchParams();
  if (wanted) {
    query.set('q', wanted);
  }
  if (offset > 0) {
    query.set('offset', offset);
  }
  return `/${name}${query.size > 0 ? `?${query}` : ''}`;
}
