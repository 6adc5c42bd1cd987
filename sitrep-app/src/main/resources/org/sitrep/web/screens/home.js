// The first page: filters, the map with the timeline below it, and the same events as a list.
import {html, nothing, render} from 'lit-html';
import {get} from '../api.js';
import {listen} from '../changes.js';
import {filtered, foot} from '../commands.js';
import {carry, check, clean, onward, toggled, withValues} from '../filters.js';
import {Binner, flags, load, tally, within} from '../home/columns.js';
import {chips, learnNames, rail} from '../home/facets.js';
import {list as makeList} from '../home/list.js';
import {busiest} from '../home/middle.js';
import {firstRun, left, legend, nothingFound, status, tray} from '../home/words.js';
import {timeline as makeTimeline, toDay, toText} from '../home/timeline.js';
import {show as showMap} from '../map.js';

const OTHERS = ['sort', 'at', 'event', 'map', 'seen'];
/** Addresses of this screen. */
const HERE = /^(#\/?(\?.*)?)?$/s;
const CELL = 44;
const MOST_BINS = 900;
const MOST_LEGS = 40;
/** The first view shows so large a part of the events; few that are far away do not make the others a clump. */
const MOST_OF_THEM = 0.95;
/** Choices of days that follow each other as fast are one, in ms. */
const ONE_CHOICE_MS = 2000;
const SORTS = [['-day', 'latest first'], ['day', 'earliest first'], ['claims', 'most claims'], ['contested', 'contested first']];

export async function show(main, {query: asked, signal, first}) {
  check(asked, OTHERS);
  const screen = new Home(main, new URLSearchParams(asked), signal);
  await screen.start(first);
  const deaf = listen({answers: (whether) => whether && screen.error && screen.ask()});
  return () => {
    deaf();
    screen.map?.close();
  };
}

class Home {
  constructor(main, query, signal) {
    this.query = query;
    this.signal = signal;
    this.view = null;
    this.error = null;
    this.fresh = true;
    this.rest = 0;
    this.listed = null;
    this.narrow = matchMedia('(max-width: 40rem)');
    this.narrow.addEventListener('change', () => this.draw(), {signal});
    this.root = document.createElement('div');
    this.root.className = 'home';
    main.replaceChildren(this.root);
    this.rail = rail({toggle: (name, value) => this.go(toggled(this.query, name, value)), change: () => this.draw()});
  }

  async start(first) {
    const [view, settings] = await Promise.all([get('/api/view', clean(this.query), this.signal), get('/api/map', undefined, this.signal)]);
    this.view = view;
    carry(this.query);
    this.columns = await load(view.version, this.signal);
    this.draw();
    const find = (selector) => this.root.querySelector(selector);
    this.list = makeList(find('.scroller'), {
      open: (event) => this.choose(event), hover: (event) => this.pointAt(event), counted: (n) => this.counted(n), fail: (error) => this.fail(error),
      version: () => this.columns.version, stale: () => this.ask(), signal: this.signal,
    });
    this.map = showMap(find('.map'), {
      moved: () => this.mapMoved(), click: (bin) => this.clicked(bin), leg: (row) => this.legClicked(row), hover: (bin) => this.hovered(bin),
      tiles: settings.tiles, signal: this.signal,
    });
    this.timeline = makeTimeline(find('.time'), {move: (from, to) => this.days(from, to), rest: () => this.rested(), signal: this.signal});
    this.binner = new Binner(this.columns);
    this.scratch = new Uint8Array(this.columns.n);
    this.adopt(view);
    if (!this.map.view(this.query.get('map'))) {
      this.fitAll();
    }
    this.mapMoved();
    this.listAgain();
    await this.showChosen(!first);
    performance.mark('sitrep-first-view');
  }

  /** Takes over an answer of the server. */
  adopt(view) {
    this.view = view;
    this.rows = flags(view.rows, this.columns.n);
    this.anyDay = view.rows_any_day === undefined ? this.rows : flags(view.rows_any_day, this.columns.n);
    this.shown = this.rows;
    learnNames(this.query, this.signal).then((more) => more && this.draw(), () => {}); // an id is a name, too
    this.timeline.set(this.columns, this.anyDay, toDay(this.query.get('from')), toDay(this.query.get('to')));
  }

  /** Other filters: a new entry in the history, as this view has a link of its own. */
  async go(next, {keepPlace = false} = {}) {
    this.query = keepPlace ? next : withValues(next, {at: null, event: null, seen: null});
    this.keep(false);
    this.map?.spread({}, []);
    await this.ask();
  }

  address() {
    const text = this.query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
    return `#/${text ? `?${text}` : ''}`;
  }

  replace(values) {
    this.query = withValues(this.query, values);
    this.keep(true);
    this.draw();
  }

  /** A choice that is finished, which Back takes back. */
  push(values) {
    this.query = withValues(this.query, values);
    this.keep(false);
    this.draw();
  }

  async ask() {
    this.asking?.abort();
    const mine = new AbortController();
    this.asking = mine;
    this.behind = true;
    this.draw();
    this.signal.addEventListener('abort', () => mine.abort());
    try {
      const view = await get('/api/view', clean(this.query), mine.signal);
      if (view.version !== this.columns.version) {
        this.columns = await load(view.version, mine.signal);
        this.binner = new Binner(this.columns);
        this.scratch = new Uint8Array(this.columns.n);
        this.grid();
      }
      this.error = null;
      this.behind = false;
      this.rail.again(this.query);
      this.adopt(view);
      this.bin();
      this.listAgain();
      this.draw();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.fail(error);
      }
    }
  }

  fail(error) {
    this.error = error;
    this.draw();
  }

  // Days -------------------------------------------------------------------------------------------------------------

  /** While days are chosen everything happens here, from the columns. */
  days(from, to) {
    performance.mark('sitrep-step');
    this.query = withValues(this.query, {from: from === null ? null : toText(from), to: to === null ? null : toText(to)});
    this.shown = within(this.columns, this.anyDay, from, to, this.scratch);
    this.bin();
    performance.measure('sitrep-filter-bin', 'sitrep-step');
    this.moving = tally(this.columns, this.shown);
    this.draw();
  }

  /** When they have been chosen, the server's answer stands. */
  rested() {
    this.moving = null;
    const again = Date.now() - this.rest < ONE_CHOICE_MS;
    this.rest = Date.now();
    this.keep(again);
    this.ask();
  }

  /** Puts what is shown into the address: as a new entry of the history, or in place of the last one. */
  keep(inPlace) {
    if (!HERE.test(location.hash)) {
      return; // another screen is on its way: a map that comes to rest must not call back this one
    }
    carry(this.query);
    const address = this.address();
    if (inPlace || address === location.hash) {
      history.replaceState(null, '', address);
    } else {
      history.pushState(null, '', address);
    }
  }

  // Map --------------------------------------------------------------------------------------------------------------

  grid() {
    const box = this.map.box();
    const [w, h] = [(box[2] - box[0]) * 0.25, (box[3] - box[1]) * 0.25];
    this.binner.grid([box[0] - w, box[1] - h, box[2] + w, box[3] + h], CELL * this.map.resolution(), MOST_BINS);
  }

  bin() {
    this.bins = this.binner.fill(this.shown);
    this.map.set(this.bins);
    this.root.querySelector('.map').dataset.features = this.bins.length;
  }

  mapMoved() {
    if (!this.binner) {
      return;
    }
    this.grid();
    this.bin();
    if (this.fresh) {
      this.fresh = false;
    } else {
      this.replace({map: this.map.address()});
    }
    if (this.query.has('seen')) {
      this.replace({seen: this.seen()});
      this.listAgain();
    }
  }

  seen() {
    const {proj} = globalThis.ol;
    return proj.transformExtent(this.map.box(), 'EPSG:3857', 'EPSG:4326').map((v) => v.toFixed(3)).join(',');
  }

  fitAll() {
    this.map.fit(busiest(this.columns, this.rows, MOST_OF_THEM));
  }

  /** A bin of one place lists and spreads its events; one of several comes nearer. */
  clicked(bin) {
    if (!bin) {
      this.map.spread({}, []);
      if (this.query.has('at')) {
        this.setPlace(null);
      }
      return;
    }
    if (!bin.single) {
      this.map.fit(bin.places.map((p) => [this.columns.x[p], this.columns.y[p]]), 14);
      return;
    }
    const p = bin.places[0];
    this.setPlace(`${this.columns.lat[p]},${this.columns.lon[p]}`);
    this.spread(bin);
  }

  spread(bin) {
    const here = new Set(bin.places);
    const {place, family, contested, n} = this.columns;
    const rows = [];
    for (let i = 0; i < n && rows.length < MOST_LEGS; i++) {
      if (this.shown[i] && here.has(place[i])) {
        rows.push({row: i, family: family[i], contested: contested[i] === 1});
      }
    }
    this.map.spread({x: bin.x, y: bin.y}, rows.length > 1 ? rows : []);
  }

  async legClicked(row) {
    const params = this.listQuery();
    params.set('row', row);
    params.set('limit', 0);
    const found = await get('/api/list', params, this.signal);
    if (found.event_id) {
      this.replace({event: found.event_id});
      this.list.choose(found.event_id, found.position);
    }
  }

  setPlace(at) {
    this.push({at, event: null});
    this.listAgain();
  }

  hovered(bin) {
    const here = bin && new Set(bin.places);
    this.list.light(bin ? (event) => here.has(this.columns.place[event.row]) : null);
  }

  // List -------------------------------------------------------------------------------------------------------------

  listQuery() {
    const params = clean(this.query);
    params.set('sort', this.query.get('sort') ?? '-day');
    for (const [name, as] of [['at', 'at'], ['seen', 'bbox']]) {
      if (this.query.has(name)) {
        params.set(as, this.query.get(name));
      }
    }
    return params;
  }

  /** How many the list has, where it is not all that pass. */
  counted(n) {
    this.listed = n;
    this.draw();
  }

  listAgain() {
    const everything = !this.query.has('at') && !this.query.has('seen');
    this.listed = null;
    this.list.set(this.listQuery(), everything ? this.view.events : undefined);
  }

  point(event) {
    const p = event === null ? -1 : this.columns.place[event.row];
    return p >= 0 && this.columns.precision[p] > 0 ? {x: this.columns.x[p], y: this.columns.y[p]} : null;
  }

  pointAt(event) {
    this.map.light(event ? this.point(event) : this.chosenPoint ?? null);
  }

  /** The first choice shows where it is; the second opens it. */
  choose(event) {
    this.chosenPoint = this.point(event);
    this.replace({event: event.event_id});
    this.list.choose(event.event_id);
    this.map.light(this.chosenPoint);
    if (this.chosenPoint) {
      const {x, y} = this.chosenPoint;
      const box = this.map.box();
      if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) {
        this.map.centre([x, y]);
      }
    }
  }

  async showChosen(again) {
    const id = this.query.get('event');
    if (!id) {
      return;
    }
    const params = this.listQuery();
    params.set('event', id);
    params.set('limit', 0);
    const found = await get('/api/list', params, this.signal);
    if (found.row === undefined) {
      this.note = `There is no event ${id} any more; it may have been merged or withdrawn.`;
      this.draw();
      return;
    }
    this.chosenPoint = this.point(found);
    this.map.light(this.chosenPoint);
    if (again) {
      this.list.resume(id, found.position);
    } else {
      this.list.choose(id, found.position);
    }
    if (this.chosenPoint && !this.query.has('map')) {
      this.map.centre([this.chosenPoint.x, this.chosenPoint.y]);
    }
  }

  // Words ------------------------------------------------------------------------------------------------------------

  draw() {
    const toggle = (name, value) => this.go(toggled(this.query, name, value));
    const clear = () => this.go(withValues(this.query, Object.fromEntries([...clean(this.query).keys()].map((k) => [k, null]))));
    render(html`
      <h1 class="unseen">Events on the map</h1>
      <div class="columns">
        <section class="rail" aria-label="Filters"><details ?open=${!this.narrow.matches}>
          <summary>Filters${[...clean(this.query)].length > 0 ? ` (${[...clean(this.query)].length})` : ''}</summary>
          ${this.rail.draw(this.view, this.query)}</details></section>
        <section class="middle">
          <div class="map-frame">
            <div class="map" role="region" aria-label="Map of the events listed beside it" tabindex="0"></div>
            ${this.view.total === 0 ? firstRun() : nothing}
          </div>
          <div class="under">${tray((this.moving ?? this.view).without_place, this.query.get('at') === 'none', (at) => this.setPlace(at))}${legend()}</div>
          <div class="time" role="region" aria-label="Timeline"></div>
        </section>
        <section class="side" aria-label="List">
          ${chips(this.query, toggle, clear)}
          <p class=${this.behind ? 'count behind' : 'count'}><span role="status">${status(this.moving ?? this.view, this.query.has('at') || this.query.has('seen') ? this.listed : null)}</span> · <a href=${onward('data')}>${this.query.has('at') || this.query.has('seen') ? `Export all ${this.view.events.toLocaleString('en')}` : 'Export these'}</a></p>
          <div class="sorting">
            <label>Order <select @change=${(e) => { this.push({sort: e.target.value === '-day' ? null : e.target.value}); this.listAgain(); }}>
              ${SORTS.map(([id, label]) => html`<option value=${id} ?selected=${(this.query.get('sort') ?? '-day') === id}>${label}</option>`)}</select></label>
            <label><input type="checkbox" .checked=${this.query.has('seen')} @change=${(e) => { this.push({seen: e.target.checked ? this.seen() : null}); this.listAgain(); }}> only what the map shows</label>
          </div>
          ${left(this.query, this.placeName(), () => { this.map.spread({}, []); this.setPlace(null); })}
          ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
          ${this.error ? html`<p class="error" role="alert">Cannot show this: ${this.error.message}</p>` : nothing}
          ${this.view.events === 0 && this.view.total > 0 ? nothingFound(this.view.without, (name) => this.go(withValues(this.query, {[name]: null}))) : nothing}
          <div class=${this.behind || this.moving ? 'scroller behind' : 'scroller'} id="list" aria-busy=${this.behind ? 'true' : 'false'}></div>
        </section>
      </div>
      ${foot(filtered(this.query))}`, this.root);
  }

  /** What the one place that is listed is called; empty where it has no name here, null where all places are. */
  placeName() {
    const at = this.query.get('at');
    const {lat, lon, precision, names} = this.columns ?? {lat: []};
    const p = lat.findIndex((l, i) => `${l},${lon[i]}` === at && precision[i] > 0);
    return at ? names?.[p] ?? '' : null;
  }
}
