// Control: who is said to hold which place on a day, on whose word; two speakers side by side; the course of one place.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {controlMap, isPlaced, signs, STATUSES} from '../control-map.js';
import {foot, readIn, sitrep} from '../commands.js';
import {check, operand, option} from '../filters.js';
import {held, lanes, name as placeName} from '../lanes.js';

const NAMES = ['at', 'known-by', 'according-to', 'place'];
const ILLUSTRATIONS = {area: 'areas', front: 'fronts', zone: 'zones'};
const MOST_DAYS = 60;

export async function show(main, {query: asked, replace, signal}) {
  check(asked, [...NAMES, 'show'], []);
  const state = {query: clean(asked), layers: new Set(asked.getAll('show').filter((l) => l in ILLUSTRATIONS)), answer: null, course: null, near: null, ground: [], said: ''};
  let maps = [];
  let fitted = false;
  const shown = () => state.query.get('at') ?? state.answer.last_day ?? '';

  async function load() {
    main.setAttribute('aria-busy', 'true');
    const query = new URLSearchParams(state.query);
    const place = query.get('place');
    query.delete('place');
    try {
      state.map ??= await get('/api/map', undefined, signal);
      state.answer = await get('/api/control', query, signal);
      state.course = place ? await get('/api/control/course', state.query, signal).catch((e) => ({error: e.message})) : null;
      state.ground = state.layers.size > 0 ? await Promise.all(worlds().map((w) => get('/api/control/ground', only(query, w), signal))) : [];
      state.said = '';
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      state.said = error.message;
      state.answer ??= {worlds: [], speakers: [], parties: []};
    }
    draw();
    main.removeAttribute('aria-busy');
    state.near ??= await get('/api/control/proximity', new URLSearchParams(), signal).catch(() => null);
    if (!signal.aborted) {
      draw();
    }
  }

  const worlds = () => state.answer.worlds;

  function only(query, world) {
    const one = new URLSearchParams(query);
    one.delete('according-to');
    if (world.according_to) {
      one.set('according-to', world.according_to);
    }
    return one;
  }

  function change(next) {
    state.query = clean(next);
    const address = new URLSearchParams(state.query);
    state.layers.forEach((l) => address.append('show', l));
    replace(`/control?${address}`);
    return load();
  }

  function set(name, values) {
    const next = new URLSearchParams(state.query);
    next.delete(name);
    [values].flat().filter(Boolean).forEach((v) => next.append(name, v));
    return change(next);
  }

  const act = {
    set,
    step: (days) => set('at', d3.utcFormat('%Y-%m-%d')(d3.utcDay.offset(new Date(shown()), days))),
    layer(name) {
      state.layers.has(name) ? state.layers.delete(name) : state.layers.add(name);
      return change(state.query);
    },
    speaker(index, value) {
      const names = state.query.getAll('according-to');
      names[index] = value;
      return set('according-to', names.filter(Boolean));
    },
    /** Shows the course of a place, and goes there: it stands below what fills the window. */
    async choose(key) {
      await set('place', key);
      const head = main.querySelector(key ? '#course' : 'input[name=place]');
      head?.focus({preventScroll: true});
      head?.scrollIntoView({block: key ? 'start' : 'nearest'});
    },
  };

  function draw() {
    const all = worlds().flatMap((w) => w.states);
    const known = signs(state.answer.parties);
    render(page(state, known, shown(), act), main);
    const targets = [...main.querySelectorAll('.map')];
    if (maps.length !== targets.length || maps.some((m, i) => m.map.getTarget() !== targets[i])) {
      maps.forEach((m) => m.close());
      maps = targets.map((t) => controlMap(t, act.choose, state.map?.tiles));
      maps.slice(1).forEach((m) => m.map.setView(maps[0].map.getView()));
      fitted = false;
    }
    maps.forEach((m, i) => {
      m.set(worlds()[i].states, known, chosenKey(state));
      m.ground(state.ground[i] ?? {features: []}, state.layers);
    });
    fitted ||= maps[0]?.fit(all) ?? false; // once, and to what all speakers name: they share one view
  }

  await load();
  return () => {
    maps.forEach((m) => m.close());
    render(nothing, main);
  };
}

function clean(query) {
  const kept = new URLSearchParams();
  NAMES.forEach((name) => query.getAll(name).filter((v) => v.trim() !== '').forEach((v) => kept.append(name, v)));
  return kept;
}

function chosenKey(state) {
  return state.course?.courses?.[0]?.key ?? '';
}

function command(query) {
  const place = query.get('place');
  const options = [...query].filter(([name]) => name !== 'place').map(([name, value]) => option(name, value));
  return sitrep('control', ...options, place && operand(place));
}

function page(state, known, at, act) {
  const worlds = state.answer.worlds;
  const none = worlds.every((w) => w.states.length === 0);
  return html`<article class="control">
    <h1>Who is said to hold which place</h1>
    <p class="lead">A sign per place of which something is told; elsewhere there is no evidence.</p>
    ${bar(state, at, act)}
    ${state.said ? html`<p class="error" role="alert">${state.said}</p>` : nothing}
    ${none && !state.said ? html`<p>Nothing is told of who held what by then. Read documents that speak of control (<a href="#/data">Data</a>, or ${readIn()}), or take a later day.</p>` : nothing}
    ${legend(state, known)}
    <div class="worlds" data-count=${worlds.length}>${worlds.map((w) => world(w, state, act))}</div>
    ${courses(state, known, at, act)}
    ${nearness(state.near, at)}
    ${foot(command(state.query))}
  </article>`;
}

function bar(state, at, act) {
  const names = state.query.getAll('according-to');
  const pick = (index, label) => html`<label><span>${label}</span><select @change=${(e) => act.speaker(index, e.target.value)}>
      <option value="" ?selected=${!names[index]}>${index === 0 ? 'all words together' : 'nobody else'}</option>
      ${names[index] && !state.answer.speakers.some((s) => s.name === names[index]) ? html`<option selected value=${names[index]}>${names[index]}</option>` : nothing}
      ${state.answer.speakers.map((s) => html`<option value=${s.name} ?selected=${s.name === names[index]}>${s.name} (${s.entries})</option>`)}
    </select></label>`;
  return html`<form class="filters" aria-label="What is asked" @submit=${(e) => e.preventDefault()}>
    <span class="days"><button type="button" ?disabled=${!at} @click=${() => act.step(-1)} aria-label="A day earlier">◀</button>
      <label><span>at</span><input type="date" .value=${at} @change=${(e) => act.set('at', e.target.value)}></label>
      <button type="button" ?disabled=${!at} @click=${() => act.step(1)} aria-label="A day later">▶</button></span>
    <label><span>known by</span><input type="date" .value=${state.query.get('known-by') ?? ''} @change=${(e) => act.set('known-by', e.target.value)}></label>
    ${pick(0, 'according to')}
    ${names[0] ? pick(1, 'beside it') : nothing}
    <label><span>place</span><input name="place" .value=${asked(state)} @change=${(e) => act.choose(e.target.value)} placeholder="its course"></label>
    <fieldset><legend>Illustration</legend>${Object.entries(ILLUSTRATIONS).map(([id, label]) => html`<label class="tick">
      <input type="checkbox" .checked=${state.layers.has(id)} @change=${() => act.layer(id)}> ${label}</label>`)}</fieldset>
  </form>
  ${state.layers.size > 0 ? html`<p class="lead" id="illustration">Areas show only which place with evidence is nearest, fronts where such areas meet: an illustration, not evidence.</p>` : nothing}`;
}

/** The place that is asked for, by its name: the address has its id. */
function asked(state) {
  const place = state.query.get('place') ?? '';
  const course = state.course?.courses?.find((c) => c.key === place);
  return course ? placeName(course) : place;
}

/** The signs of those who are on show. */
function legend(state, known) {
  const stretches = (state.course?.courses ?? []).flatMap((c) => c.lanes.flatMap((l) => l.stretches));
  const here = new Set([...state.answer.worlds.flatMap((w) => w.states), ...stretches].flatMap((s) => s.holders));
  return html`<ul class="signs" aria-label="Signs">
    ${[...known.values()].filter((h) => here.has(h.id)).map((h) => html`<li><svg class="swatch" viewBox="0 0 26 18" aria-hidden="true"><rect width="26" height="18" fill=${h.colour}></rect></svg><b>${h.letters}</b> ${h.name}</li>`)}
    <li><span aria-hidden="true">●</span> assessed</li><li><span aria-hidden="true">▲</span> conceded</li><li><span aria-hidden="true">◌</span> claimed (dashed)</li>
    <li><span aria-hidden="true">◆≠</span> contested</li><li><span aria-hidden="true">■</span> ruled</li><li><span aria-hidden="true">○?</span> unknown</li>
    <li>a wide dashed circle: somewhere in it</li></ul>`;
}

function world(one, state, act) {
  const chosen = chosenKey(state);
  const whose = one.according_to ? `According to ${one.according_to}` : 'All words together';
  return html`<section aria-label=${whose}>
    <h2 dir="auto">${whose}</h2>
    <div class="map" role="region" aria-label=${`Map. ${whose}; the table beside it says the same`}></div>
    <div class="scroll" tabindex="0" role="region" aria-label=${`Table. ${whose}`}><table class="states">
      <caption class="lead">${plural(one.states.length, 'place')}</caption>
      <thead><tr><th scope="col">Place</th><th scope="col">Held by</th><th scope="col">How firm</th><th scope="col">Since</th><th scope="col">On the word of</th></tr></thead>
      <tbody>${one.states.map((s) => html`<tr class=${s.key === chosen ? 'chosen' : ''}>
        <th scope="row"><button type="button" class="link" dir="auto" @click=${() => act.choose(s.key)}>${s.place.name}</button></th>
        <td dir="auto">${held(s)}</td><td><span title=${STATUSES[s.status]}>${s.status}</span></td><td>${s.since ? html`<time>${s.since}</time>` : s.last_heard ? html`last heard <time>${s.last_heard}</time>` : 'not stated'}</td>
        <td dir="auto">${s.ruling ? `${s.ruling.by}: ${s.ruling.reason}` : s.root_names.join(', ')}</td></tr>`)}</tbody>
    </table></div>
    ${unplaced(one.states, act)}</section>`;
}

/** The places that the map cannot show. */
function unplaced(states, act) {
  const off = states.filter((s) => !isPlaced(s));
  return off.length === 0 ? nothing : html`<p class="off-map">${plural(off.length, 'place')} not on the map, as nobody knows where ${off.length === 1 ? 'it lies' : 'they lie'}:
    ${off.map((s, i) => html`${i > 0 ? ', ' : ''}<button type="button" class="link" @click=${() => act.choose(s.key)}><bdi>${s.place.name}</bdi></button>`)}</p>`;
}

function courses(state, known, at, act) {
  if (!state.course) {
    return html`<p class="lead">Choose a place to see its course, speaker by speaker.</p>`;
  }
  if (state.course.error) {
    return html`<p class="error" role="alert" id="course" tabindex="-1">${state.course.error}</p>`;
  }
  return html`<section aria-label="Course"><h2 id="course" tabindex="-1">Its course, by speaker</h2>
    <button type="button" @click=${() => act.choose('')}>No place</button>
    ${state.course.courses.map((c) => html`<h3 dir="auto">${placeName(c)}</h3>${lanes(c, known, at)}`)}</section>`;
}

function nearness(near, at) {
  if (!near) {
    return html`<p class="lead">Distances between opposed sides are being worked out.</p>`;
  }
  const series = near.series.map((s) => ({...s, days: s.days.filter((d) => !d.day || !at || d.day <= at)})).filter((s) => s.days.length > 0);
  return html`<section aria-label="Distances"><h2>How near opposed sides came</h2>
    ${series.length === 0 ? html`<p>No two opposed sides are placed by then.</p>` : series.map((s) => html`
      <details ?open=${series.length <= 3}><summary dir="auto">${s.a_name} and ${s.b_name}: ${plural(s.days.length, 'day')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${`Distance of ${s.a_name} and ${s.b_name}`}><table>
        <thead><tr><th scope="col">Day</th><th scope="col">km (least to most)</th><th scope="col">One side at</th><th scope="col">The other at</th><th scope="col">Note</th></tr></thead>
        <tbody>${s.days.slice(-MOST_DAYS).map((d) => html`<tr><td><time>${d.day ?? 'no date'}</time></td><td class="number">${d.km} (${d.low} to ${d.high})</td>
          <td dir="auto">${d.point_a.place}</td><td dir="auto">${d.point_b.place}</td>
          <td>${[d.stale ? `stale: ${d.gap_days} days apart` : '', ...d.notices.map((n) => n.replaceAll('_', ' '))].filter(Boolean).join(', ')}</td></tr>`)}</tbody>
      </table></div></details>`)}
    ${foot(sitrep('proximity', at && option('to', at)))}</section>`;
}
