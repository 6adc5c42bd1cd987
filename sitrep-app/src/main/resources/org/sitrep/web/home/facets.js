// The rail of filters: values with how many events each would let through, several of one facet being alternatives.
import {html, nothing} from 'lit-html';
import {repeat} from 'lit-html/directives/repeat.js';
import {live} from 'lit-html/directives/live.js';
import {get} from '../api.js';
import {clean} from '../filters.js';

const FACETS = [['type', 'Type'], ['place', 'Place'], ['actor', 'Actor'], ['source', 'Source'], ['certainty', 'Certainty']];
const SHOWN = 7;

/** Makes the rail. `toggle(name, value)` is called for a choice, `change()` when the rail wants to be drawn again. */
export function rail({toggle, change}) {
  const opened = new Set();
  const searched = new Map();
  const texts = new Map();
  const asked = new Map();

  /** While a facet is asked for, what it has is of before. */
  async function search(name, text, query) {
    asked.get(name)?.abort();
    asked.delete(name);
    if (text.trim() === '') {
      texts.delete(name);
      searched.delete(name);
      change();
      return;
    }
    const mine = new AbortController();
    asked.set(name, mine);
    texts.set(name, text);
    change();
    const params = clean(query);
    params.append('q', text);
    try {
      searched.set(name, await get(`/api/facets/${name}`, params, mine.signal));
    } catch (error) {
      if (error.name !== 'AbortError') {
        throw error;
      }
    } finally {
      if (asked.get(name) === mine) {
        asked.delete(name);
        change();
      }
    }
  }

  function value(name, query, [id, label, count]) {
    const chosen = query.getAll(name).some((v) => v.toLowerCase() === id.toLowerCase());
    const given = query.getAll(name).find((v) => v.toLowerCase() === id.toLowerCase()) ?? id;
    return html`<li><label class=${count === 0 ? 'value none' : 'value'}>
      <input type="checkbox" .checked=${live(chosen)} @change=${() => toggle(name, given)}>
      <span class="name" dir="auto">${id === '@publisher' ? 'the publisher’s own word' : label}</span> <span class="n">${count.toLocaleString('en')}</span></label></li>`;
  }

  function facet([name, label], facets, query) {
    const found = searched.get(name) ?? facets[name];
    const long = facets[name].values.length > SHOWN || facets[name].more > 0;
    const all = opened.has(name) || searched.has(name);
    const values = found.values.filter(([id], i) => all || i < SHOWN || query.getAll(name).includes(id));
    return html`<fieldset class="facet"><legend>${label}</legend>
      ${name !== 'type' && name !== 'certainty' && long
        ? html`<input type="search" placeholder="find" aria-label=${`Find ${label.toLowerCase()}`}
            @input=${(e) => search(name, e.target.value, query)}>` : nothing}
      <ul class=${asked.has(name) ? 'behind' : ''}>${repeat(values, ([id]) => id, (v) => value(name, query, v))}</ul>
      ${values.length === 0 ? html`<p class="soft">none</p>` : nothing}
      ${found.values.length > values.length || opened.has(name)
        ? html`<button class="link" aria-expanded=${opened.has(name) ? 'true' : 'false'} @click=${() => { if (!opened.delete(name)) { opened.add(name); } change(); }}>
            ${opened.has(name) ? 'fewer' : `${found.values.length - values.length} more`}</button>` : nothing}
      ${all && found.more > 0 ? html`<p class="soft">and ${found.more.toLocaleString('en')} rarer ones: find them by name</p>` : nothing}
    </fieldset>`;
  }

  return {
    /** Results of a search are of the filters that were: finds again what is written in the fields. */
    again(query) {
      texts.forEach((text, name) => search(name, text, query));
    },
    draw(view, query) {
      return html`<h2 class="unseen">Filters</h2>
        <label class="value only"><input type="checkbox" .checked=${live(query.has('contested'))} @change=${() => toggle('contested', 'true')}>
          <span class="name">≠ contested only</span> <span class="n">${view.contested.toLocaleString('en')}</span></label>
        ${FACETS.map((f) => facet(f, view.facets, query))}`;
    },
  };
}

const ID = /^[a-z][\w-]*:\S+$/;
const EXAMPLES = 20;
const called = new Map();

/** Learns what places are called that filters name by their ids, as links of the search do; whether there was anything to learn. */
export async function learnNames(query, signal) {
  const unknown = query.getAll('place').filter((id) => ID.test(id) && !called.has(id));
  for (const id of unknown) {
    const {events} = await get('/api/list', new URLSearchParams({place: id, limit: EXAMPLES}), signal);
    called.set(id, events.find((e) => e.place?.id === id)?.place.gazetteer_name ?? id);
  }
  return unknown.length > 0;
}

/** The filters that are active, each with a button that takes it away. */
export function chips(query, toggle, clear) {
  const all = [...clean(query)].map(([name, value]) => [name, value, name === 'place' ? called.get(value) ?? value : value]);
  return all.length === 0 ? nothing : html`<ul class="chips" aria-label="Active filters">
    ${all.map(([name, value, label]) => html`<li><button @click=${() => toggle(name, value)} aria-label=${`Remove ${name} ${label}`}>
      <span class="soft">${name}</span> ${name === 'contested' ? nothing : html`<span dir="auto">${label}</span>`} ×</button></li>`)}
    <li><button class="link" @click=${clear}>Clear all</button></li></ul>`;
}
