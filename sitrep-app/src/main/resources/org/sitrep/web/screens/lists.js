// Documents, issues: plain tables.
import {get as ask, plural} from '../api.js';
import {el} from '../dom.js';

async function documentsPage(main) {
  const {documents} = await ask('/api/documents');
  main.replaceChildren(el('article', {},
      el('h1', {}, plural(documents.length, 'document')),
      table(['Headline', 'Publisher', 'Published', 'Claims', 'Comments'],
          documents.map((d) => [el('a', {href: `#/document/${encodeURIComponent(d.doc)}`}, d.headline || d.doc),
            d.publisher || '', d.published || '', String(d.claims), String(d.comments)]))));
}

async function issuesPage(main) {
  const {issues} = await ask('/api/issues');
  main.replaceChildren(el('article', {},
      el('h1', {}, plural(issues.length, 'issue')),
      el('p.lead', {}, 'What could not be read or decided.'),
      issues.length === 0 ? el('p', {}, 'Nothing was left out.') : table(['Kind', 'Where', 'Left out', 'What'],
          issues.map((i) => [i.kind, i.position > 0 ? `${i.where}:${i.position}` : i.where, i.rejected ? 'yes' : '', i.message]))));
}

export async function show(main, {name}) {
  await {documents: documentsPage, issues: issuesPage}[name](main);
}

function table(heads, rows) {
  return el('div.scroll', {tabindex: '0'}, el('table', {},
      el('thead', {}, el('tr', {}, heads.map((h) => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', {dir: 'auto'}, cell)))))));
}
