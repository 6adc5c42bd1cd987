// What the first page says beside its numbers.
import {html, nothing} from 'lit-html';
import {plural} from '../api.js';
import {readIn} from '../commands.js';
import {carried, withValues} from '../filters.js';
import {FAMILIES, sign} from './kinds.js';

/** "1,243 events · 212 contested · 96 without place · 31 without date", and how many are listed where that is not all. */
export function status(counts, listed) {
  const n = (value) => value.toLocaleString('en');
  return [plural(counts.events, 'event'), `${n(counts.contested)} contested`, `${n(counts.without_place)} without place`, `${n(counts.without_date)} without date`,
    ...(listed === null ? [] : [`${n(listed)} listed`])].join(' · ');
}

/** The button for events on no map; `on` where they alone are listed. */
export function tray(n, on, choose) {
  return n > 0 ? html`<button class="tray" aria-pressed=${on ? 'true' : 'false'} @click=${() => choose(on ? null : 'none')}>
    ${n.toLocaleString('en')} without place${on ? ': shown in the list' : ': show them'}</button>` : nothing;
}

/** What narrows the list beyond the filters, and that exports know nothing of it; `place` as Home.placeName gives it. */
export function left(query, place, all) {
  const at = query.get('at');
  if (!at && !query.has('seen')) {
    return nothing;
  }
  const name = at === 'none' ? 'events without a place' : place || at;
  const only = [at && html`“only <span dir="auto">${name}</span>”`, query.has('seen') && '“only what the map shows”'].filter(Boolean);
  return html`${at ? html`<p class="note">Only <span dir="auto">${name}</span>. <button class="link" @click=${all}>Show all places</button></p>` : nothing}
    <p class="note limits">Exports, reports and commands go by the filters alone: ${only.map((one, i) => html`${i > 0 ? ' and ' : ''}${one}`)} ${only.length > 1 ? 'are' : 'is'} left out.
      ${place ? html`<a href="#/data?${withValues(carried(), {place})}">Export what has the name <bdi>${place}</bdi></a>` : nothing}</p>`;
}

/** Which single filter, left out, would bring how many. */
export function nothingFound(without, drop) {
  const some = without.filter((w) => w.events > 0);
  return html`<div class="none"><p>No event passes these filters.</p>
    ${some.length > 0
      ? html`<ul>${some.map((w) => html`<li>Without <strong>${w.filter}</strong> there would be ${plural(w.events, 'event')}.
          <button class="link" @click=${() => drop(w.filter)}>Leave it out</button></li>`)}</ul>`
      : html`<p>No single filter is to blame: leave out several, or clear all.</p>`}</div>`;
}

export function legend() {
  return html`<details class="signs-key"><summary class="legend">
    ${FAMILIES.map((f, i) => html`<span>${sign(i)} ${f.label}</span>`)}
    <span><span class="dot ring" aria-hidden="true"></span><span class="contested">≠</span> contested</span></summary>
    <p class="legend"><span>dashed circle: no more precise than that</span>
    <span>square with a name: a district, province or country</span>
    <span>dark rim: several places</span></p></details>`;
}

export function firstRun() {
  return html`<div class="first"><h2>Nothing has been read yet</h2>
    <ol>
      <li><a href="#/data">Load the demonstration.</a> A small made-up corpus; in a store of its own: <code>sitrep demo</code></li>
      <li><a href="#/data">Add files or a folder.</a> ${readIn('FOLDER')}</li>
      <li><a href="#/data">Paste a text or an address.</a> ${readIn('PAGE.html')}</li>
    </ol></div>`;
}
