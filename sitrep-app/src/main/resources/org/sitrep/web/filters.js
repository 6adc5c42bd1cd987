// The filters: the same names as the options of the command line, and the same values in the address.
import {el} from './dom.js';

const NAMES = ['type', 'place', 'actor', 'source', 'from', 'to', 'certainty', 'doc'];
const CERTAINTIES = ['certain', 'probable', 'possible', 'denied', 'planned'];

/** The filters in an address, in the order of NAMES. */
export function clean(query) {
  const kept = new URLSearchParams();
  for (const name of NAMES) {
    query.getAll(name).filter((value) => value.trim() !== '').forEach((value) => kept.append(name, value));
  }
  return kept;
}

/** A value as a shell takes it. */
export function quoted(value) {
  return /^[\w@:.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** The command that lists the same events. */
export function command(query) {
  return ['sitrep events', ...[...clean(query)].map(([name, value]) => `--${name} ${quoted(value)}`)].join(' ');
}

/** The form; `change` is called with the new query. */
export function form(query, types, change) {
  const value = (name) => query.get(name) || '';
  const text = (name, hint) => field(name, el('input', {name, value: value(name), placeholder: hint, spellcheck: 'false'}));
  const day = (name) => field(name, el('input', {name, type: 'date', value: value(name)}));
  const choice = (name, options) => field(name, el('select', {name},
      el('option', {value: ''}, 'any'),
      options.map(([id, label]) => el('option', {value: id, selected: value(name) === id}, label))));
  const read = (event) => {
    event?.preventDefault();
    change(clean(new URLSearchParams(new FormData(made))));
  };
  const made = el('form.filters', {submit: read, change: read, 'aria-label': 'Filters'},
      choice('type', types),
      text('place', 'al-Safa'),
      text('actor', 'SDF'),
      text('source', 'Amaq'),
      day('from'),
      day('to'),
      choice('certainty', CERTAINTIES.map((c) => [c, c])),
      query.get('doc') ? text('doc', '') : null,
      el('button', {type: 'button', disabled: [...query].length === 0, click: () => change(new URLSearchParams())}, 'Clear'));
  return made;
}

function field(name, input) {
  return el('label', {}, el('span', {}, name), input);
}
