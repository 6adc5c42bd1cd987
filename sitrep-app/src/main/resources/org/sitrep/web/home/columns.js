// All events as typed arrays, and what is done with them in the browser: filtering by days, and binning for the map.
import {ask} from '../api.js';
import {familyNumber, FAMILIES} from './kinds.js';

const TYPES = {int32: Int32Array, uint16: Uint16Array, uint8: Uint8Array, float64: Float64Array};
export const NONE = -(2 ** 31);
const HALF = 20037508.342789244;
const F = FAMILIES.length;

let kept = null;

/** The columns of the events as they are now; asked for again where they are of another version. */
export async function load(version, signal) {
  if (kept === null || kept.version !== version) {
    const response = await ask('/api/columns', {signal});
    if (!response.ok) {
      throw new Error('the events cannot be loaded');
    }
    kept = parse(await response.arrayBuffer());
  }
  return kept;
}

/** Reads the packed form that the server's Columns.java writes. */
export function parse(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const made = {version: head.version, n: head.events, kinds: head.kinds, certainties: head.certainties, names: head.place_names};
  let at = 4 + length;
  for (const [name, type, count] of head.columns) {
    const Kind = TYPES[type];
    made[name] = new Kind(buffer, at, count);
    at += Math.ceil(count * Kind.BYTES_PER_ELEMENT / 8) * 8;
  }
  made.family = Uint8Array.from(made.kind, (k) => familyNumber(head.kinds[k][2]));
  const places = head.place_names.length;
  made.x = new Float64Array(places);
  made.y = new Float64Array(places);
  for (let p = 0; p < places; p++) {
    made.x[p] = made.lon[p] / 180 * HALF;
    made.y[p] = Math.log(Math.tan((90 + made.lat[p]) * Math.PI / 360)) / Math.PI * HALF;
  }
  return made;
}

/** Bits as the server sends them, one byte for each row. */
export function flags(base64, n) {
  const packed = atob(base64);
  const out = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    out[i] = (packed.charCodeAt(i >> 3) >> (i & 7)) & 1; // past the end is NaN, which shifts to 0
  }
  return out;
}

/** Rows that are flagged and, where days are given, touch them. `into` is filled and given back. */
export function within(columns, flagged, from, to, into) {
  const {first, last, n} = columns;
  if (from === null && to === null) {
    into.set(flagged);
    return into;
  }
  const low = from ?? -Infinity;
  const high = to ?? Infinity;
  for (let i = 0; i < n; i++) {
    into[i] = flagged[i] && first[i] !== NONE && last[i] >= low && first[i] <= high ? 1 : 0;
  }
  return into;
}

/** How many of some rows there are, are contested, are on no map, have no date. */
export function tally(columns, rows) {
  const counts = {events: 0, contested: 0, without_place: 0, without_date: 0};
  for (let i = 0; i < columns.n; i++) {
    if (rows[i]) {
      counts.events++;
      counts.contested += columns.contested[i];
      const p = columns.place[i];
      counts.without_place += p < 0 || columns.precision[p] === 0 ? 1 : 0;
      counts.without_date += columns.first[i] === NONE ? 1 : 0;
    }
  }
  return counts;
}

/** Bins of a map's view. A cell holds the events of its places, but an area is a bin of its own. */
export class Binner {
  constructor(columns) {
    this.columns = columns;
    this.cells = null;
  }

  /** Sorts the places within a box into cells of some metres; at most `most`. */
  grid(box, size, most) {
    const {x, y, precision, names} = this.columns;
    const cells = new Int32Array(names.length).fill(-1);
    const keys = new Map();
    const bins = [];
    for (let p = 0; p < names.length; p++) {
      if (precision[p] === 0 || x[p] < box[0] || x[p] > box[2] || y[p] < box[1] || y[p] > box[3]) {
        continue;
      }
      const area = precision[p] >= 3;
      const key = area ? `a${x[p]},${y[p]}` : Math.floor(x[p] / size) * 1e7 + Math.floor(y[p] / size);
      let cell = keys.get(key);
      if (cell === undefined) {
        cell = bins.length;
        keys.set(key, cell);
        bins.push({area, places: []});
      }
      cells[p] = cell;
      bins[cell].places.push(p);
    }
    if (bins.length > most) {
      this.grid(box, size * 1.5, most);
      return;
    }
    this.cells = cells;
    this.bins = bins;
    this.counts = new Uint32Array(bins.length * (F + 1));
    this.perPlace = new Uint32Array(names.length);
  }

  /** Counts rows into the cells: those that are not empty, the largest first. */
  fill(rows) {
    const {place, family, contested, n, x, y} = this.columns;
    const {cells, counts, perPlace} = this;
    counts.fill(0);
    perPlace.fill(0);
    for (let i = 0; i < n; i++) {
      if (rows[i]) {
        const p = place[i];
        const cell = p < 0 ? -1 : cells[p];
        if (cell >= 0) {
          const at = cell * (F + 1);
          counts[at + family[i]]++;
          counts[at + F] += contested[i];
          perPlace[p]++;
        }
      }
    }
    const out = [];
    for (let cell = 0; cell < this.bins.length; cell++) {
      const own = counts.subarray(cell * (F + 1), (cell + 1) * (F + 1));
      let total = 0;
      for (let f = 0; f < F; f++) {
        total += own[f];
      }
      if (total > 0) {
        out.push(this.bin(cell, total, own, x, y));
      }
    }
    return out.sort((a, b) => b.total - a.total);
  }

  bin(cell, total, own, x, y) {
    const {area, places} = this.bins[cell];
    const here = places.filter((p) => this.perPlace[p] > 0);
    const spots = new Set(here.map((p) => `${x[p]},${y[p]}`));
    const weight = (values) => here.reduce((sum, p) => sum + values[p] * this.perPlace[p], 0) / total;
    const single = spots.size === 1;
    return {
      cell, total, area, single, places: here, families: Array.from(own.subarray(0, F)), contested: own[F],
      x: single ? x[here[0]] : weight(x), y: single ? y[here[0]] : weight(y),
      km: single ? Math.max(...here.map((p) => this.columns.km[p])) : 0,
      name: this.columns.names[here[0]],
    };
  }
}
