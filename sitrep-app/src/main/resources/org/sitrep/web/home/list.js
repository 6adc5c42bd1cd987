// The list beside the map: as long as there are events, with no more than some forty rows in the page at once.
import {html, nothing, render} from 'lit-html';
import {repeat} from 'lit-html/directives/repeat.js';
import {get, plural} from '../api.js';
import {days, losses, parties} from '../format.js';
import {familyNumber, sign} from './kinds.js';

const HEIGHT = 78;
const PAGE = 50;
const MOST_ROWS = 56;
const PAGES = 12;

/**
 * Makes the list in `target`. `open(event)` is called for a choice, `hover(event or null)` for what is pointed at, `counted(number)` when it is known how
 * many there are, `stale()` where the server's events are of another version than `version()`.
 */
export function list(target, {open, hover, counted, fail, version, stale, signal}) {
  const pages = new Map();
  let params = new URLSearchParams();
  let count = 0;
  let chosen = '';
  let lit = null;
  let active = 0;
  let generation = 0;
  let focusing = false;
  let unasked = false;
  const root = document.createElement('ul');
  root.className = 'rows';
  root.setAttribute('aria-label', 'Events');
  target.append(root);

  async function fetchPage(number) {
    if (pages.has(number)) {
      return;
    }
    const mine = generation;
    pages.set(number, null);
    if (pages.size > PAGES) {
      const here = Math.floor(target.scrollTop / HEIGHT / PAGE);
      const far = [...pages.keys()].sort((a, b) => Math.abs(b - here) - Math.abs(a - here))[0];
      pages.delete(far);
    }
    const asked = new URLSearchParams(params);
    asked.set('offset', number * PAGE);
    asked.set('limit', PAGE);
    try {
      const found = await get('/api/list', asked, signal);
      if (mine === generation && found.version !== version()) {
        stale();
      } else if (mine === generation) {
        pages.set(number, found.events);
        count = found.count;
        counted(count);
        draw();
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        pages.delete(number);
        fail(error);
      }
    }
  }

  function row(index) {
    const event = pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    if (!event) {
      return html`<li class="row waiting" data-at=${index} aria-hidden="true"></li>`;
    }
    const where = event.place ? event.place.surface : 'place not stated';
    const classes = ['row', event.event_id === chosen ? 'chosen' : '', lit?.(event) ? 'lit' : ''].filter(Boolean).join(' ');
    return html`<li class=${classes} data-at=${index} aria-setsize=${count} aria-posinset=${index + 1}
        @mouseenter=${() => hover(event)} @mouseleave=${() => hover(null)}>
      <a href=${`#/event/${encodeURIComponent(event.event_id)}`} tabindex=${index === active ? '0' : '-1'} data-index=${index}
          aria-current=${event.event_id === chosen ? 'true' : nothing}
          @focus=${() => { active = index; hover(event); }}
          @click=${(e) => { if (!e.ctrlKey && !e.metaKey && !e.shiftKey && event.event_id !== chosen) { e.preventDefault(); active = index; open(event); } }}>
        ${sign(familyNumber(event.family))}
        <span class="head"><strong dir="auto">${event.label}, ${where}</strong></span>
        <span class="who"><span dir="auto">${parties(event)}</span><time>${days(event.time)}</time></span>
        <span class="tail">${event.contradictions.length > 0 ? html`<span class="contested">${event.contradictions.map((f) => `≠\u00a0${f}`).join(' ')}</span>` : nothing}
          ${losses(event) ? html`<span class="losses">${losses(event)}</span>` : nothing}
          ${event.certainty !== 'certain' ? html`<span class="certainty">${event.certainty}</span>` : nothing}
          <span dir="auto">${plural(event.claim_count, 'claim')}: ${event.root_names.join(', ')}</span></span>
      </a></li>`;
  }

  function draw() {
    root.style.height = `${count * HEIGHT}px`;
    const visible = Math.ceil(target.clientHeight / HEIGHT);
    const over = Math.max(4, Math.min(12, Math.floor((MOST_ROWS - visible) / 2)));
    const from = Math.max(0, Math.floor(target.scrollTop / HEIGHT) - over);
    const to = Math.min(count, from + Math.min(MOST_ROWS, visible + 2 * over));
    active = Math.max(0, Math.min(active, count - 1));
    const focusable = active >= from && active < to;
    if (!focusable && !focusing && count > 0) {
      active = Math.min(count - 1, Math.floor(target.scrollTop / HEIGHT));
    }
    for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
      fetchPage(page);
    }
    const indexes = Array.from({length: Math.max(0, to - from)}, (_, i) => from + i);
    render(repeat(indexes, (i) => i, row), root);
    for (const item of root.children) {
      item.style.top = `${item.dataset.at * HEIGHT}px`; // a style attribute, also lit's styleMap, would be refused by the page's policy
    }
    focusActive();
  }

  function show(index) {
    const top = index * HEIGHT;
    if (top < target.scrollTop || top + HEIGHT > target.scrollTop + target.clientHeight) {
      target.scrollTop = Math.max(0, top - target.clientHeight / 2 + HEIGHT / 2);
    }
    draw();
  }

  function move(index) {
    active = Math.max(0, Math.min(count - 1, index));
    focusing = true;
    show(active);
  }

  /** A row that is walked to may still have to be fetched. */
  function focusActive() {
    if (unasked && document.activeElement !== document.body && document.activeElement?.id !== 'main') {
      focusing = false; // the focus has meanwhile gone elsewhere
      unasked = false;
    }
    const link = focusing ? root.querySelector(`a[data-index="${active}"]`) : null;
    if (link) {
      focusing = false;
      unasked = false;
      link.focus({preventScroll: true});
    }
  }

  root.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(target.clientHeight / HEIGHT) - 1);
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count}[event.key];
    if (step !== undefined && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      move(active + step);
    }
  });
  let waiting = 0;
  target.addEventListener('scroll', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(draw);
  }, {passive: true});
  const sized = new ResizeObserver(draw);
  sized.observe(target);
  signal.addEventListener('abort', () => sized.disconnect());

  return {
    /** Shows other events: `wanted` goes to /api/list; how many there are may be known already. */
    set(wanted, known) {
      generation++;
      params = wanted;
      pages.clear();
      count = known ?? 0;
      active = 0;
      target.scrollTop = 0;
      if (known === undefined) {
        fetchPage(0);
      }
      draw();
    },
    /** Gives the focus back to an event where nothing else has it. */
    resume(id, index) {
      focusing = true;
      unasked = true;
      this.choose(id, index);
    },
    choose(id, index = -1) {
      chosen = id;
      if (index >= 0) {
        active = index;
        show(index);
      } else {
        draw();
      }
    },
    /** Marks the events that `test` says yes to; null for none. */
    light(test) {
      lit = test;
      draw();
    },
    draw,
  };
}
