// Events over time, with a brush. Days are counted from 1970-01-01.
import {html, render, nothing} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {NONE} from './columns.js';

const DAY = 86_400_000;
const HEIGHT = 74;
const MARGIN = 12;
const BARS = 170;
const TICK = 450;

export const toDay = (text) => (text ? Math.round(Date.parse(`${text}T00:00:00Z`) / DAY) : null);
export const toText = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/**
 * Makes the timeline in `target`. `move(from, to)` is called while days are chosen, `rest()` when that is over; null, null
 * stands for all days.
 */
export function timeline(target, {move, rest, signal}) {
  const {d3} = globalThis;
  let columns = null;
  let rows = null;
  let whole = [0, 1];
  let shown = null;
  let range = [null, null];
  let step = 7;
  let playing = 0;
  let width = 600;
  let bars = [];
  let quiet = false;
  let resting = 0;

  const head = document.createElement('div');
  head.className = 'timeline-head';
  const svg = d3.create('svg').attr('height', HEIGHT).attr('class', 'timeline').attr('tabindex', '0').attr('role', 'group');
  svg.attr('aria-label', 'Events over time. Left and right move the chosen days by a day, with Shift the last day alone; Page keys move by the step; Escape chooses all days.');
  const drawn = svg.append('g');
  const axis = svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${HEIGHT - 18})`).attr('aria-hidden', 'true');
  const brushed = svg.append('g').attr('class', 'brush');
  target.replaceChildren(head, svg.node());
  const scale = d3.scaleUtc();
  const brush = d3.brushX().on('brush end', (event) => {
    if (quiet || !event.sourceEvent) {
      return;
    }
    stop();
    if (event.selection) {
      const [a, b] = event.selection.map((px) => scale.invert(px) / DAY);
      choose(Math.round(a), Math.max(Math.round(a), Math.round(b) - 1), event.type === 'end');
    } else if (event.type === 'end') {
      choose(null, null, true);
    }
  });

  function choose(from, to, over) {
    range = [from, to];
    move(from, to);
    place();
    drawHead();
    clearTimeout(resting);
    if (over) {
      resting = setTimeout(rest, 150);
    }
  }

  /** The unit of the bars: as fine as there is room for. */
  function unit(days) {
    return days <= BARS ? ['day', d3.utcDay] : days / 7 <= BARS ? ['week', d3.utcMonday] : days / 30 <= BARS ? ['month', d3.utcMonth] : ['year', d3.utcYear];
  }

  function draw() {
    width = Math.max(200, target.clientWidth);
    svg.attr('width', width);
    if (!columns || whole === null) {
      drawn.selectAll('*').remove();
      return;
    }
    const [low, high] = shown ?? whole;
    scale.domain([low * DAY, (high + 1) * DAY]).range([MARGIN, width - MARGIN]);
    const [name, interval] = unit(high - low + 1);
    const starts = interval.range(interval.floor(new Date(low * DAY)), new Date((high + 1) * DAY));
    const ofDay = new Int32Array(high - low + 1);
    let at = -1;
    for (let day = low; day <= high; day++) {
      while (at + 1 < starts.length && starts[at + 1] <= day * DAY) {
        at++;
      }
      ofDay[day - low] = at;
    }
    const counts = new Uint32Array(starts.length);
    const contested = new Uint32Array(starts.length);
    const {first, last, n} = columns;
    for (let i = 0; i < n; i++) {
      const day = first[i];
      if (rows[i] && day !== NONE && day <= high && last[i] >= low) {
        const bar = ofDay[Math.max(0, day - low)]; // what began before is still there on the first day
        counts[bar]++;
        contested[bar] += columns.contested[i];
      }
    }
    const y = d3.scaleLinear([0, d3.max(counts) || 1], [HEIGHT - 20, 4]);
    bars = starts.map((start, i) => ({start, end: interval.offset(start, 1), n: counts[i], c: contested[i]}));
    const left = (b) => Math.max(MARGIN, scale(b.start));
    const wide = (b) => Math.max(1, Math.min(width - MARGIN, scale(b.end)) - left(b) - 0.6);
    const bar = (cls, value) => drawn.selectAll(`rect.${cls}`).data(bars).join('rect').attr('class', cls)
        .attr('x', left).attr('width', wide).attr('y', (b) => y(value(b))).attr('height', (b) => HEIGHT - 20 - y(value(b)));
    bar('all', (b) => b.n);
    bar('contested', (b) => b.c);
    svg.attr('data-unit', name);
    const ticks = Math.max(3, width / 110);
    axis.call(d3.axisBottom(scale).ticks(high - low < ticks ? d3.utcDay : ticks).tickSizeOuter(0)); // nothing is known by the hour
    brushed.call(brush.extent([[MARGIN, 0], [width - MARGIN, HEIGHT - 19]]));
    brushed.selectAll('rect').attr('aria-hidden', 'true');
    place();
    drawHead();
  }

  function place() {
    quiet = true;
    const [from, to] = bounds();
    brushed.call(brush.move, range[0] === null && range[1] === null ? null
      : [Math.max(MARGIN, scale(from * DAY)), Math.max(MARGIN + 1, Math.min(width - MARGIN, scale((to + 1) * DAY)))]);
    quiet = false;
  }

  function bounds() {
    return [range[0] ?? whole[0], range[1] ?? whole[1]];
  }

  function drawHead() {
    const none = range[0] === null && range[1] === null;
    const day = (value, name, set) => html`<label><span>${name}</span> <input type="date" .value=${live(value === null ? '' : toText(value))}
        @change=${(e) => { stop(); set(toDay(e.target.value)); }}></label>`;
    render(html`
      <div class="days">
        ${day(range[0], 'from', (d) => choose(d, range[1] !== null && d !== null && range[1] < d ? d : range[1], true))}
        ${day(range[1], 'to', (d) => choose(range[0] !== null && d !== null && range[0] > d ? d : range[0], d, true))}
        <button @click=${() => shift(-step)} aria-label="Back by a step">‹</button>
        <button @click=${playing ? stopAndRest : play} aria-pressed=${playing ? 'true' : 'false'}>${playing ? 'Pause' : 'Play'}</button>
        <button @click=${() => shift(step)} aria-label="On by a step">›</button>
        <label><span>step</span> <select @change=${(e) => { step = Number(e.target.value); }}>
          ${[[1, 'day'], [7, 'week'], [30, '30 days']].map(([n, name]) => html`<option value=${n} ?selected=${n === step}>${name}</option>`)}</select></label>
        <button ?disabled=${none} @click=${() => { shown = shown ? null : bounds(); draw(); }} aria-pressed=${shown ? 'true' : 'false'}>Only these days</button>
        <button ?disabled=${none} @click=${() => { stop(); shown = null; choose(null, null, true); draw(); }}>All days</button>
      </div>
      <p class="soft" aria-live="polite">${none ? 'all days' : `${toText(bounds()[0])} to ${toText(bounds()[1])}`}${svg.attr('data-unit') ? html` · a bar is a ${svg.attr('data-unit')}` : nothing}</p>`, head);
  }

  /** Moves the chosen days; without any, chooses the first ones. */
  function shift(by, over = true) {
    const [low, high] = whole;
    if (range[0] === null && range[1] === null) {
      const length = Math.max(Math.abs(by), Math.min(30, high - low));
      const from = by > 0 ? low : high - length + 1;
      choose(from, from + length - 1, over);
      return true;
    }
    const [from, to] = bounds();
    if (by > 0 ? to >= high : from <= low) {
      return false;
    }
    choose(from + by, to + by, over);
    return true;
  }

  /** How many days more to go, after a step, to where something happens; null where nothing does any more. */
  function gap(from, to) {
    let next = Infinity;
    const {first, last, n} = columns;
    for (let i = 0; i < n; i++) {
      if (rows[i] && first[i] !== NONE) {
        if (first[i] > to) {
          next = Math.min(next, first[i]);
        } else if (last[i] >= from) {
          return 0;
        }
      }
    }
    return next === Infinity ? null : Math.min(next - from, Math.ceil((next - to) / step) * step);
  }

  /** A step of the play: days on which nothing happens are passed over. */
  function advance() {
    if (range[0] === null && range[1] === null) {
      return shift(step, false);
    }
    const [from, to] = bounds();
    const more = gap(from + step, to + step);
    return more !== null && shift(step + more, false);
  }

  function play() {
    playing = setInterval(() => {
      if (!advance()) {
        stopAndRest();
      }
    }, TICK);
    drawHead();
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
  }

  function stopAndRest() {
    stop();
    drawHead();
    rest();
  }

  svg.on('keydown', (event) => {
    const [from, to] = bounds();
    const sign = event.key === 'ArrowRight' || event.key === 'PageDown' ? 1 : -1;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (event.shiftKey) {
        choose(from, Math.max(from, to + sign), true);
      } else {
        shift(sign);
      }
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      shift(sign * step);
    } else if (event.key === 'Escape') {
      choose(null, null, true);
    } else {
      return;
    }
    stop();
    event.preventDefault();
  });
  const sized = new ResizeObserver(() => { if (target.clientWidth !== width) { draw(); } });
  sized.observe(target);
  signal.addEventListener('abort', () => { stop(); clearTimeout(resting); sized.disconnect(); });

  return {
    /** Shows the events of these rows (whatever their days), and which days are chosen. */
    set(all, flagged, from, to) {
      columns = all;
      rows = flagged;
      let low = Infinity;
      let high = -Infinity;
      for (let i = 0; i < all.n; i++) {
        if (flagged[i] && all.first[i] !== NONE) {
          low = Math.min(low, all.first[i]);
          high = Math.max(high, all.first[i]);
        }
      }
      whole = low > high ? [from ?? to ?? 0, to ?? from ?? 0] : [low, high];
      range = [from, to];
      draw();
    },
    isPlaying: () => playing !== 0,
  };
}
