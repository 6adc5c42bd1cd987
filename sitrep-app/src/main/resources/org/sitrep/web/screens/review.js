// The queue of what a person should look at, most pressing first, worked through by single keys. Every ruling is kept with
// who made it and when; what is undone stays in the log, too.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {onKeys} from '../keys.js';
import {inWords, log, reviewer, rule, rulingList, separate, together, undo} from '../rulings.js';
import {askRuling, help} from '../review/dialogs.js';
import {itemView, GROUNDS} from '../review/item.js';

const PAGE = 20;
const LOG = 50;
/** How long is waited before asking again, in ms: soon at first. */
const SOON = 150;
const LATER = 2000;
const REASON = 'ruled in the page';
/** What accepting and rejecting an event mean on the scale of the Admiralty. */
const ACCEPTED = '2';
const REJECTED = '5';

export async function show(main, {query, replace, signal}) {
  const state = {
    queue: null, at: 0, claim: -1, offset: whole(query.get('offset')), marked: null, reason: REASON, done: [], said: '', failed: false, log: {rulings: [], total: 0},
  };
  const draw = () => render(page(state, acts), main);
  const here = () => state.queue.items[state.at];
  const claimHere = () => here()?.claims[state.claim];
  const focus = () => main.querySelector('[data-here]')?.focus();

  async function load() {
    for (let wait = SOON; ; wait = Math.min(LATER, wait * 2)) {
      const queue = await get('/api/queue', new URLSearchParams({offset: state.offset, limit: PAGE}), signal);
      if (queue.state === 'known') {
        state.queue = queue;
        break;
      }
      await new Promise((resolve) => { setTimeout(resolve, wait); });
      if (signal.aborted) {
        return;
      }
    }
    state.log = await log({limit: LOG}, signal);
    state.at = Math.max(0, Math.min(state.at, state.queue.items.length - 1));
    state.claim = Math.min(state.claim, (here()?.claims.length ?? 0) - 1);
  }

  async function turn(offset, at) {
    state.offset = offset;
    state.at = at;
    state.claim = -1;
    replace(offset > 0 ? `/review?offset=${offset}` : '/review');
    await load();
    draw();
    focus();
  }

  async function move(by) {
    const to = state.at + by;
    if (to >= state.queue.items.length) {
      if (state.offset + state.queue.items.length < state.queue.total) {
        await turn(state.offset + PAGE, 0);
      }
    } else if (to < 0) {
      if (state.offset > 0) {
        await turn(Math.max(0, state.offset - PAGE), PAGE - 1);
      }
    } else {
      state.at = to;
      state.claim = -1;
      draw();
      focus();
    }
  }

  function moveClaim(by) {
    if (here()) {
      state.claim = Math.max(-1, Math.min(here().claims.length - 1, state.claim + by));
      draw();
      focus();
    }
  }

  /** Rules, says what came of it, and shows the queue as it is now. */
  async function act(work) {
    try {
      const answers = [await work()].flat().filter(Boolean);
      state.failed = false;
      state.said = answers.length === 0 ? 'Nothing was ruled.' : `Ruled: ${answers.map((a) => inWords(a.ruling)).join('; ')}`;
      await load();
      draw();
      focus();
      return answers.map((a) => a.ruling);
    } catch (error) {
      if (!signal.aborted) {
        state.failed = true;
        state.said = `Not ruled: ${error.message}`;
        draw();
        focus();
      }
      return [];
    }
  }

  async function ruled(work) {
    const rulings = await act(work);
    if (rulings.length > 0) {
      state.done.push(rulings);
    }
  }

  function decide(onEvent, onClaim) {
    const [subject, id, value] = claimHere() ? ['claim', claimHere().claim_id, onClaim] : ['event', here().event_id, onEvent];
    return ruled(() => rule({subject, id, value, reason: state.reason}));
  }

  const guarded = (work) => () => (here() ? work() : undefined);
  const acts = {
    j: () => move(1),
    k: () => move(-1),
    n: () => moveClaim(1),
    p: () => moveClaim(-1),
    a: guarded(() => decide(ACCEPTED, 'true')),
    x: guarded(() => decide(REJECTED, 'false')),
    e: guarded(async () => {
      const asked = await askRuling(here(), claimHere(), state.reason);
      focus();
      if (asked) {
        state.reason = asked.reason;
        await ruled(() => rule(asked));
      }
    }),
    m: guarded(async () => {
      const {event_id: event, claims} = here();
      const claim = (claimHere() || claims[0]).claim_id;
      if (!state.marked || state.marked.event === event) {
        state.marked = state.marked ? null : {event, claim};
        state.said = state.marked ? `Marked ${event}: go to the event that is the same, and press m.` : 'No longer marked.';
        draw();
        return;
      }
      const {marked} = state;
      state.marked = null;
      await ruled(() => together(marked.claim, claim, state.reason));
    }),
    s: guarded(async () => {
      if (!claimHere() || here().claims.length < 2) {
        state.said = 'Choose with n the claim that does not belong to the others of its event.';
        draw();
        return;
      }
      const others = here().claims.map((c) => c.claim_id).filter((c) => c !== claimHere().claim_id);
      await ruled(() => separate(claimHere().claim_id, others, state.reason));
    }),
    u: async () => {
      const last = state.done.pop() || lastOf(state.log.rulings);
      if (last.length === 0) {
        state.said = 'There is no ruling of yours to undo.';
        draw();
        return;
      }
      await act(() => undo(last, `taken back: ${state.reason}`.slice(0, 4000)));
    },
    r: () => main.querySelector('#reason')?.focus(),
    Enter: (event) => {
      if (event.target.closest('a, button, summary')) {
        event.target.click();
      } else if (here()) {
        location.hash = `/event/${encodeURIComponent(here().event_id)}`;
      }
    },
    '?': () => help(focus),
    point(at, claim = -1) {
      state.at = at;
      state.claim = claim;
      draw();
      focus();
    },
    write(event) {
      state.reason = event.target.value.trim() || REASON;
    },
    leave(event) {
      if (event.key === 'Enter' || event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        focus();
      }
    },
  };
  render(nothing, main);
  draw();
  onKeys(Object.fromEntries(['j', 'k', 'n', 'p', 'a', 'x', 'e', 'm', 's', 'u', 'r', 'Enter', '?'].map((key) => [key, (event) => state.queue && acts[key](event)])), signal);
  await load();
  draw();
  focus();
}

function whole(text) {
  if (text !== null && !/^\d{1,9}$/.test(text)) {
    throw new Error(`offset "${text}" is no whole number`);
  }
  return Number(text || 0);
}

/** The latest ruling that stands and that the one who sits here made. */
function lastOf(rulings) {
  return rulings.filter((r) => r.stands && r.by === reviewer()).slice(0, 1);
}

function page(state, acts) {
  const {queue} = state;
  if (!queue) {
    return html`<article class="review"><h1>Review</h1><p role="status">The queue is being worked out …</p></article>`;
  }
  return html`<article class="review">
    <h1>Review</h1>
    ${queue.total === 0 ? html`<p>Nothing calls for a look: no event is contested or uncertain, and every party is known.</p>` : html`
      <p class="lead">${plural(queue.total, 'event')} to look at: ${Object.entries(queue.grounds).filter(([, n]) => n > 0).map(([g, n]) => `${n} ${GROUNDS[g]}`).join(', ')}.
        Here ${queue.offset + 1} to ${queue.offset + queue.items.length}.</p>`}
    <p class="keys" data-writes>${[['j', 'next'], ['k', 'previous'], ['n', 'next claim'], ['a', 'accept'], ['x', 'reject'], ['e', 'edit'], ['m', 'merge'], ['s', 'split'], ['u', 'undo'], ['?', 'help']].map(([key, label]) => html`
      <button type="button" @click=${acts[key]}><kbd>${key}</kbd> ${label}</button>`)}</p>
    <p role="status" class="said ${state.failed ? 'error' : ''}" dir="auto">${state.said}</p>
    <p class="why" data-writes><label>Reason (<kbd>r</kbd>) <input id="reason" dir="auto" maxlength="4000" .value=${state.reason} @change=${acts.write} @keydown=${acts.leave}></label>
      <span class="soft">${reviewer() ? html`You rule as <bdi>${reviewer()}</bdi>.` : 'Your name is asked for with the first ruling.'}</span></p>
    <ol class="queue" start=${queue.offset + 1}>${queue.items.map((item, i) => itemView(item, {
      here: i === state.at, claim: state.claim, marked: state.marked?.event === item.event_id, point: (claim) => acts.point(i, claim)}))}</ol>
    <h2>The log</h2>
    <p class="soft">${plural(state.log.total, 'ruling')}; nothing is ever taken out of it.</p>
    ${rulingList(state.log.rulings)}
    <p class="command">The same on the command line: <code>sitrep review</code></p>
  </article>`;
}
