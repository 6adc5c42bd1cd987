// The first page: filters, map, and beside it the same events as a list.
import {get as ask, plural} from '../api.js';
import {el} from '../dom.js';
import {days, losses, parties} from '../format.js';
import {clean, command, form} from '../filters.js';
import {family, show as showMap} from '../map.js';

const FAMILIES = {
  fight: 'fighting', territory: 'territory', persons: 'people', posture: 'forces', words: 'words',
};

export async function show(main, {query: asked, go}) {
  const query = clean(asked);
  const [all, found] = await Promise.all([ask('/api/events'), ask(`/api/events?${query}`)]);
  const list = el('ul.events', {'aria-label': 'Events'});
  const canvas = el('div.map', {role: 'region', 'aria-label': 'Map of the events listed beside it'});
  const note = el('p.note', {});
  main.replaceChildren(
      el('h1.unseen', {}, 'Events'),
      form(query, types(all.events), (next) => go(`/?${next}`)),
      el('div.split', {},
          el('section.place', {}, canvas, legend()),
          el('section.side', {'aria-label': 'List'}, el('p.count', {}, status(found.events)), note, list)),
      el('p.command', {}, 'The same on the command line: ', el('code', {}, command(query))));
  const map = showMap(canvas, (members) => {
    const ids = new Set(members.map((e) => e.event_id));
    map.choose(members[0]?.event_id ?? null);
    fill(ids.size > 0 ? members : found.events);
    note.replaceChildren(...(ids.size > 0
      ? [`Only ${members[0].place.name}. `, el('button.link', {click: () => { map.choose(null); fill(found.events); note.replaceChildren(); }}, 'Show all')]
      : []));
  });
  const fill = (events) => {
    list.replaceChildren(...events.map((event) => item(event, map)));
    if (events.length === 0) {
      list.append(el('li.none', {}, all.events.length > 0
        ? `None of ${all.events.length} events passes these filters.`
        : el('span', {}, 'Nothing has been read yet. Try ', el('code', {}, 'sitrep demo'), ' or ', el('code', {}, 'sitrep read FILE'))));
    }
  };
  fill(found.events);
  map.set(found.events);
  return () => map.close();
}

function status(events) {
  const contested = events.filter((e) => e.contradictions.length > 0).length;
  return [
    plural(events.length, 'event'),
    `${contested} contested`,
    `${events.filter((e) => e.place?.lat === undefined).length} not on the map`,
    `${events.filter((e) => !e.time).length} without a date`,
  ].join(' · ');
}

function types(events) {
  const counts = new Map();
  for (const event of events) {
    const [label, n] = counts.get(event.event_type) || [event.label, 0];
    counts.set(event.event_type, [label, n + 1]);
  }
  return [...counts].sort((a, b) => b[1][1] - a[1][1]).map(([id, [label, n]]) => [id, `${label} (${n})`]);
}

function item(event, map) {
  const place = event.place ? event.place.surface : 'place not stated';
  return el('li', {mouseenter: () => map.choose(event.event_id), focusin: () => map.choose(event.event_id)},
      el('a', {href: `#/event/${encodeURIComponent(event.event_id)}`},
          el(`span.dot.${family(event)}`, {'aria-hidden': 'true'}),
          el('span.head', {},
              el('strong', {dir: 'auto'}, `${event.label}, ${place}`),
              el('time', {}, days(event.time))),
          el('span.who', {dir: 'auto'}, parties(event)),
          el('span.tail', {},
              losses(event) ? el('span.losses', {}, losses(event)) : null,
              event.certainty !== 'certain' ? el('span.certainty', {}, event.certainty) : null,
              event.contradictions.length > 0
                ? el('span.contested', {}, [...new Set(event.contradictions.map((c) => `≠\u2002${c.field}`))].join(' '))
                : null,
              el('span.sources', {}, `${plural(event.claims.length, 'claim')}: ${event.root_names.join(', ')}`))));
}

function legend() {
  return el('p.legend', {},
      Object.entries(FAMILIES).map(([id, label]) => el('span', {}, el(`span.dot.${id}`, {}), label)),
      el('span', {}, el('span.dot.ring', {}), 'contested'),
      el('span', {}, 'dashed circle: no more precise than that'));
}
