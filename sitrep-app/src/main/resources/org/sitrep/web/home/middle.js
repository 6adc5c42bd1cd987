// What a first view of the map shows.

/** Further away than so many times the reach of most is far. */
const FAR = 1.5;
const FAR_METRES = 100_000;

/**
 * Where so many events are as are `wanted`, those that lie nearest to the middle; all, where the rest is not far from them. Places are
 * {at: [x, y], n}, in metres.
 */
export function most(places, wanted) {
  const median = (axis) => {
    const sorted = places.toSorted((a, b) => a.at[axis] - b.at[axis]);
    let left = places.reduce((sum, p) => sum + p.n, 0) / 2;
    return sorted.find((p) => (left -= p.n) <= 0)?.at[axis] ?? 0;
  };
  const middle = [median(0), median(1)];
  const away = (p) => Math.hypot(p.at[0] - middle[0], p.at[1] - middle[1]);
  const sorted = places.toSorted((a, b) => away(a) - away(b));
  let sum = 0;
  let kept = 0;
  while (kept < sorted.length && sum < wanted) {
    sum += sorted[kept++].n;
  }
  const far = kept > 0 && away(sorted.at(-1)) > Math.max(FAR_METRES, FAR * away(sorted[kept - 1]));
  return (far ? sorted.slice(0, kept) : sorted).map((p) => p.at);
}

/** The places of such a part of the events whose rows are flagged, as `most` has them; countries and the like do not count. */
export function busiest(columns, rows, part) {
  const events = new Map();
  let all = 0;
  for (let i = 0; i < columns.n; i++) {
    const p = columns.place[i];
    if (rows[i] && p >= 0 && columns.precision[p] > 0 && columns.precision[p] < 6) {
      events.set(p, (events.get(p) ?? 0) + 1);
      all++;
    }
  }
  return most([...events].map(([p, n]) => ({at: [columns.x[p], columns.y[p]], n})), part * all);
}
