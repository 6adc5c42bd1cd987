// Who is said to hold one place over time: a lane for all words together, and one for each speaker.
import {html, nothing, svg} from 'lit-html';

const HEIGHT = 26;
const LEFT = 190;
const WIDTH = 900;
const TOP = 22;

/** An SVG of lanes; `known` are colours and letters of holders, `at` the day that is marked. */
export function lanes(course, known, at) {
  const days = course.lanes.flatMap((l) => l.stretches.map((s) => s.from)).filter(Boolean).sort();
  if (days.length === 0) {
    return html`<p>No day is known of what is said of this place.</p>`;
  }
  const last = [days.at(-1), at].sort().at(-1);
  const end = d3.utcDay.offset(new Date(last), Math.max(3, d3.utcDay.count(new Date(days[0]), new Date(last)) / 12));
  const x = d3.scaleUtc([d3.utcDay.offset(new Date(days[0]), -1), end], [LEFT, WIDTH]);
  const height = TOP + course.lanes.length * HEIGHT + 6;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${`Lanes of ${course.key}`}><svg class="lanes" viewBox="0 0 ${WIDTH} ${height}" role="img"
      aria-label=${`Who is said to hold ${name(course)}, by speaker; the table below says the same`}>
    ${x.ticks(6).map((tick) => svg`<g class="tick"><line x1=${x(tick)} x2=${x(tick)} y1=${TOP - 4} y2=${height}></line><text x=${x(tick)} y="12">${d3.utcFormat('%Y-%m-%d')(tick)}</text></g>`)}
    ${course.lanes.map((lane, row) => drawn(lane, TOP + row * HEIGHT, x, end, known))}
    <line class="now" x1=${x(new Date(at))} x2=${x(new Date(at))} y1=${TOP - 8} y2=${height}></line>
  </svg></div>
  <div class="scroll" tabindex="0" role="region" aria-label=${`Lanes of ${course.key} as a table`}><table>
    <thead><tr><th scope="col">On whose word</th><th scope="col">From</th><th scope="col">Held by</th><th scope="col">How firm</th></tr></thead>
    <tbody>${course.lanes.flatMap((lane) => lane.stretches.map((s, i) => html`<tr>
      ${i === 0 ? html`<th scope="rowgroup" rowspan=${lane.stretches.length} dir="auto">${lane.lane_name}</th>` : nothing}
      <td>${s.from ?? 'no date'}</td><td dir="auto">${held(s)}</td><td>${s.status}</td></tr>`))}</tbody>
  </table></div>`;
}

/** Who holds it, or who is said not to. */
export function held(state) {
  const not = state.status === 'unknown' ? [] : [...new Set(state.words.map((w) => `not ${w.holder_name}`))];
  return state.holder_names.join(' / ') || not.join(', ') || 'nobody knows';
}

/** What the place of a course is called. */
export function name(course) {
  return course.lanes[0]?.stretches.at(-1)?.place.name ?? course.key;
}

function drawn(lane, y, x, end, known) {
  return svg`<g>
    <text class="who" x=${LEFT - 8} y=${y + 16}>${lane.lane_name.length > 26 ? `${lane.lane_name.slice(0, 25)}…` : lane.lane_name}</text>
    ${lane.stretches.map((s, i) => {
      const from = s.from ? x(new Date(s.from)) : LEFT;
      const to = lane.stretches[i + 1]?.from ? x(new Date(lane.stretches[i + 1].from)) : x(end);
      const holder = known.get(s.holders[0]);
      const label = s.status === 'contested' ? '≠' : holder?.letters ?? '?';
      return svg`<g class=${`stretch ${s.status}`}>
        <title>${`${lane.lane_name}: ${held(s)}, ${s.status}, from ${s.from ?? 'no date'}`}</title>
        <rect x=${from} y=${y + 2} width=${Math.max(2, to - from)} height=${HEIGHT - 6} fill=${holder?.colour ?? '#DDDDDD'}></rect>
        ${to - from > 18 ? svg`<text class="letters" x=${from + 5} y=${y + 16}>${label}</text>` : nothing}</g>`;
    })}</g>`;
}
