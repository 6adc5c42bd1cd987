// Fits ends of inner borders to outlines that were drawn at another scale: what overruns is cut, what falls short is drawn on.

/** Degrees: how far an inner border may overrun the outline, fall short of it, and how long a loose scrap is dropped. */
const OVERRUN = 0.35;
const SHORT = 0.2;
const SCRAP = 0.03;
const CELL = 0.25;

/** Segments of outlines, found by where they are. */
export class Outlines {
  #cells = new Map();

  /** Of areas, as GeoJSON has the coordinates of a MultiPolygon. */
  constructor(multipolygons) {
    for (const ring of multipolygons.flat(2)) {
      for (let i = 1; i < ring.length; i++) {
        this.#add(ring[i - 1], ring[i]);
      }
    }
  }

  #add(a, b) {
    const segment = [a, b];
    const [[west, south], [east, north]] = [[Math.min(a[0], b[0]), Math.min(a[1], b[1])], [Math.max(a[0], b[0]), Math.max(a[1], b[1])]];
    for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++) {
      for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) {
        const key = `${x}/${y}`;
        this.#cells.has(key) ? this.#cells.get(key).push(segment) : this.#cells.set(key, [segment]);
      }
    }
  }

  /** Segments that may be within `reach` degrees of the box around two points. */
  #near(a, b, reach) {
    const found = new Set();
    for (let x = Math.floor((Math.min(a[0], b[0]) - reach) / CELL); x <= Math.floor((Math.max(a[0], b[0]) + reach) / CELL); x++) {
      for (let y = Math.floor((Math.min(a[1], b[1]) - reach) / CELL); y <= Math.floor((Math.max(a[1], b[1]) + reach) / CELL); y++) {
        this.#cells.get(`${x}/${y}`)?.forEach((s) => found.add(s));
      }
    }
    return found;
  }

  /** Where from `a` to `b` outlines are crossed last, or null. */
  lastCrossing(a, b) {
    let last = -1;
    for (const [c, d] of this.#near(a, b, 0)) {
      const t = crossing(a, b, c, d);
      if (t > last) {
        last = t;
      }
    }
    return last < 0 ? null : [a[0] + last * (b[0] - a[0]), a[1] + last * (b[1] - a[1])];
  }

  /** The point of the outlines that is nearest to `p`, where it is within `reach` degrees; or null. */
  nearest(p, reach) {
    let best = null;
    let least = reach;
    for (const [c, d] of this.#near(p, p, reach)) {
      const q = nearestOn(p, c, d);
      const far = distance(p, q);
      if (far < least) {
        least = far;
        best = q;
      }
    }
    return best;
  }
}

/** Degrees of latitude between two points, which are near each other. */
export function distance([ax, ay], [bx, by]) {
  return Math.hypot((ax - bx) * Math.cos((ay + by) * Math.PI / 360), ay - by);
}

export function length(line) {
  return line.slice(1).reduce((sum, p, i) => sum + distance(line[i], p), 0);
}

/** How far along a-b the segment c-d is crossed, from 0 to 1; -1 where it is not. */
function crossing([ax, ay], [bx, by], [cx, cy], [dx, dy]) {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) {
    return -1;
  }
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : -1;
}

function nearestOn([px, py], [cx, cy], [dx, dy]) {
  const k = Math.cos(py * Math.PI / 180);
  const [vx, vy] = [(dx - cx) * k, dy - cy];
  const square = vx * vx + vy * vy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - cx) * k * vx + (py - cy) * vy) / square));
  return [cx + t * (dx - cx), cy + t * (dy - cy)];
}

const key = ([x, y]) => `${x.toFixed(6)},${y.toFixed(6)}`;

/** The inner borders of one country, fitted to the outlines; loose scraps are left out. */
export function fitted(lines, outlines) {
  const uses = new Map();
  lines.flat().forEach((p) => uses.set(key(p), (uses.get(key(p)) ?? 0) + 1));
  const loose = (p) => uses.get(key(p)) === 1;
  const out = [];
  for (const line of lines) {
    let now = line;
    const ring = key(line[0]) === key(line.at(-1));
    for (let end = 0; end < 2 && now.length > 1; end++) {
      now = loose(now[0]) && !ring ? withStart(now, outlines) : now;
      now = [...now].reverse();
    }
    if (now.length > 1 && (length(now) > SCRAP || !line.some(loose))) {
      out.push(now);
    }
  }
  return out;
}

/** The line from where it last crosses an outline near its start, or else from the nearest point of one. */
function withStart(line, outlines) {
  let cut = null;
  for (let i = 1, gone = 0; i < line.length && gone < OVERRUN; i++) {
    const at = outlines.lastCrossing(line[i - 1], line[i]);
    if (at && gone + distance(line[i - 1], at) < OVERRUN) {
      cut = [at, ...line.slice(i)];
    }
    gone += distance(line[i - 1], line[i]);
  }
  if (cut) {
    return cut;
  }
  const near = outlines.nearest(line[0], SHORT);
  return near ? [near, ...line] : line;
}
