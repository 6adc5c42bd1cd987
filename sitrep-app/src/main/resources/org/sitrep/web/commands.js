// Commands that do what a screen shows. Each names the store, so it works wherever it is copied to.
import {html} from 'lit-html';
import {clean, FLAGS, option, quoted} from './filters.js';

let store = 'sitrep.duckdb';

/** Learns where the store is; the page knows it from `/api/summary`. */
export function atStore(path) {
  store = path;
}

/** "sitrep NAME --store FILE" and what else there is. */
export function sitrep(name, ...rest) {
  return ['sitrep', name, option('store', store), ...rest.filter(Boolean)].join(' ');
}

/** The command that takes the same filters: `sitrep events`, or another. */
export function filtered(query, name = 'events', ...rest) {
  return sitrep(name, ...rest, ...[...clean(query)].map(([n, value]) => (FLAGS.includes(n) ? `--${n}` : option(n, value))));
}

/** A command to be read; a line ends between its words, never at the dashes of an option. */
export function shown(line) {
  return html`<code>${line.split(' ').map((word, i) => html`${i > 0 ? ' ' : ''}<span>${word}</span>`)}</code>`;
}

/** One command or several, as the foot of a screen; one process at a time has a store open. */
export function foot(lines, after = '') {
  return html`<p class="command">The same on the command line, once this page’s server has ended: ${[lines].flat().map((line, i) => html`${i > 0 ? ' · ' : ''}${shown(line)}`)}${after}</p>`;
}

/** How files are read in; `what` are they. */
export function readIn(what = 'FILE') {
  return shown(sitrep('read', what));
}
