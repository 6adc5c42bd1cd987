// The filters of a screen as a form: what is set as chips, each with a button that takes it away, and fields that add to it.
import {html} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {clean, NAMES, toggled} from './filters.js';
import {chips} from './home/facets.js';

const DAYS = ['from', 'to'];

/** `apply(query)` is called with other filters, or the same; `names` are those that the screen knows; `button` is what the button says. */
export function filterBar(query, {names = NAMES, button, apply}) {
  const kept = clean(query);
  const words = names.filter((name) => !DAYS.includes(name) && name !== 'contested');
  const send = (event) => {
    event.preventDefault();
    apply(added(kept, new FormData(event.currentTarget), words));
    event.currentTarget.querySelectorAll('input[type=text]').forEach((field) => { field.value = ''; });
  };
  return html`<div class="filterbar">
    ${chips(kept, (name, value) => apply(toggled(kept, name, value)), () => apply(new URLSearchParams()))}
    <form class="filters" aria-label="Filters" @submit=${send}>
      ${words.map((name) => html`<label><span>${name}</span><input type="text" name=${name} dir="auto"></label>`)}
      ${DAYS.filter((name) => names.includes(name)).map((name) => html`<label><span>${name}</span><input type="date" name=${name} .value=${live(kept.get(name) ?? '')}></label>`)}
      ${names.includes('contested') ? html`<label class="check"><input type="checkbox" name="contested" value="true" .checked=${live(kept.has('contested'))}> <span>contested only</span></label>` : ''}
      <button>${button}</button>
    </form></div>`;
}

/** What the fields say in addition: several values of one name are alternatives; of a day there is one. */
function added(kept, form, words) {
  const next = clean(kept);
  [...DAYS, 'contested'].forEach((name) => next.delete(name));
  for (const [name, value] of form) {
    if (!words.includes(name) || !next.getAll(name).includes(value.trim())) {
      next.append(name, value.trim());
    }
  }
  return clean(next);
}
