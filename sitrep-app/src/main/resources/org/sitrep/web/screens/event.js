// One event: what each source says, field by field.
import {get as ask} from '../api.js';
import {el} from '../dom.js';
import {days, losses, parties} from '../format.js';

const FIELDS = {
  what: 'What', actor: 'Who', target: 'To whom', place: 'Where', time: 'When', killed: 'Killed', wounded: 'Wounded',
  captured: 'Captured', displaced: 'Displaced', materiel: 'With what', certainty: 'How sure', 'passed on by': 'Passed on by',
};

export async function show(main, {id}) {
  const event = await ask(`/api/events/${encodeURIComponent(id)}`);
  const {columns, rows} = event.comparison;
  const claims = new Map(event.claims.map((claim) => [claim.claim_id, claim]));
  main.replaceChildren(
      el('article.event', {},
          el('p.crumb', {}, el('a', {href: '#/'}, 'Events'), ' › ', event.event_id),
          event.redirect ? el('p.crumb', {}, `${event.redirect.from} is ${event.event_id} now (${event.redirect.reason.replace('_', ' ')}).`) : null,
          el('h1', {dir: 'auto'}, `${event.label}${event.place ? `, ${event.place.surface}` : ''}`),
          el('p.lead', {}, [days(event.time), parties(event), losses(event)].filter(Boolean).join(' · ')),
          event.contradictions.length > 0
            ? el('p.contested', {}, `≠\u2002The sources contradict each other: ${[...new Set(event.contradictions.map((c) => c.field))].join(', ')}.`)
            : null,
          el('div.scroll', {tabindex: '0', role: 'region', 'aria-label': 'What each source says'},
              el('table.compare', {},
                  el('thead', {}, el('tr', {}, el('td'), columns.map((c) => el('th', {scope: 'col', dir: 'auto'}, c.root)))),
                  el('tbody', {},
                      rows.map((row) => el('tr', {},
                          el('th', {scope: 'row'}, FIELDS[row.field] || row.field),
                          row.cells.map((cell) => el(cell.differs ? 'td.differs' : 'td', {dir: 'auto'},
                              cell.differs ? el('span.unequal', {title: 'contradicted by another source'}, '≠') : null,
                              cell.values.length > 0 ? cell.values.join('; ') : el('span.open', {}, row.field === 'passed on by' ? '' : 'not stated'))))),
                      el('tr', {}, el('th', {scope: 'row'}, 'In their words'),
                          columns.map((column) => el('td', {}, column.claims.map((c) => quote(claims.get(c))))))))),
          codes(event),
          reasons(event)));
}

function reasons(event) {
  const {links, possible, loans} = event.why;
  if (links.length + possible.length + loans.length === 0) {
    return null;
  }
  const order = new Map(event.claims.map((claim, i) => [claim.claim_id, i + 1]));
  const name = (id) => order.has(id) ? `claim ${order.get(id)}` : id;
  return el('details.reasons', {}, el('summary', {}, 'Why these claims are held to be about one happening'),
      el('p', {}, 'In bits of evidence: each doubles the odds that two claims are about one happening.'),
      links.map((l) => waterfall(`${name(l.claim)} with ${name(l.with)}; ${bits(l.mean)} with all on average`, l.terms)),
      possible.map((p) => waterfall(
          el('span', {}, 'possibly the same as ', el('a', {href: `#/event/${encodeURIComponent(p.event_id)}`}, p.event_id), `, ${bits(p.mean)} on average`),
          p.terms)),
      loans.length > 0 ? el('ul', {}, loans.map((loan) => el('li', {}, loan))) : null);
}

function waterfall(caption, terms) {
  let sum = 0;
  return el('table.waterfall', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, ['Field', 'Found', 'Bits', 'Sum'].map((h) => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, terms.map((t) => {
        sum += t.bits;
        return el('tr', {}, el('th', {scope: 'row'}, t.field), el('td', {}, t.level),
            el('td.number', {}, (t.bits > 0 ? '+' : '') + t.bits.toFixed(1)), el('td.number', {}, sum.toFixed(1)));
      })));
}

function bits(mean) {
  return `${mean.toFixed(1)} bits`;
}

function quote(claim) {
  return el('figure', {},
      el('blockquote', {dir: 'auto'}, claim.evidence),
      el('figcaption', {},
          el('a', {href: `#/document/${encodeURIComponent(claim.doc)}?claim=${encodeURIComponent(claim.claim_id)}`}, claim.publisher || claim.doc),
          claim.published ? `, ${claim.published}` : ''));
}

function codes(event) {
  const acled = [event.acled_event_type, event.acled_sub_event_type].filter(Boolean).join(' / ');
  return el('p.codes', {}, [acled && `ACLED: ${acled}`, event.plover && `PLOVER: ${event.plover}`].filter(Boolean).join(' · '));
}
