// One event: what each source says, field by field.
import {ask, days, el, losses, parties} from '/dom.js';

const FIELDS = {
  what: 'What', actor: 'Who', target: 'To whom', place: 'Where', time: 'When', killed: 'Killed', wounded: 'Wounded',
  captured: 'Captured', displaced: 'Displaced', materiel: 'With what', certainty: 'How sure', 'passed on by': 'Passed on by',
};

export async function eventPage(main, id) {
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
          event.reasons
            ? el('details.reasons', {}, el('summary', {}, 'Why these claims are held to be about one happening'),
                el('ul', {}, event.reasons.map((reason) => el('li', {}, reason))))
            : null));
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
