// Control, documents, issues: plain tables.
import {get as ask, plural} from '../api.js';
import {el} from '../dom.js';

const MEANING = {
  claimed: 'only the holder’s own side says so',
  conceded: 'the losing side says so',
  assessed: 'a neutral or opposed source, or two independent ones, say so',
  contested: 'two sides are said to hold it, or somebody denies it',
  unknown: 'nothing has been heard for long',
  ruled: 'a person has decided',
};

/** Who holds it, or who is said not to. */
function heldBy(s) {
  const not = s.status === 'unknown' ? [] : [...new Set(s.words.map((w) => `not ${w.holder_name}`))];
  return s.holder_names.join(' / ') || not.join(', ');
}

async function controlPage(main) {
  const {states, entries} = await ask('/api/control');
  main.replaceChildren(el('article', {},
      el('h1', {}, 'Who is said to hold which place'),
      el('p.lead', {}, 'Places only: no lines are drawn, and elsewhere there is no evidence.'),
      states.length === 0 ? el('p', {}, 'No claim speaks of control yet.') : table(
          ['Place', 'Held by', 'How firm', 'Since', 'On the word of'],
          states.map((s) => [s.place.name, heldBy(s),
            el('span', {title: MEANING[s.status]}, s.status), s.since || 'not stated',
          s.ruling ? `${s.ruling.by}: ${s.ruling.reason}` : s.root_names.join(', ')])),
      el('h2', {}, 'The ledger'),
      table(['Since', 'Place', 'What', 'Standing', 'Sure', 'On the word of'],
          entries.map((e) => [e.since || e.known || '', e.place.name, `${e.kind}: ${e.holder_name}`, e.standing, e.certainty, e.root_name]))));
}

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
  await {control: controlPage, documents: documentsPage, issues: issuesPage}[name](main);
}

function table(heads, rows) {
  return el('div.scroll', {tabindex: '0'}, el('table', {},
      el('thead', {}, el('tr', {}, heads.map((h) => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', {dir: 'auto'}, cell)))))));
}
