// The queue of what a person should look at, most pressing first, worked through by single keys. Every ruling is kept with
// who made it and when; what is undone stays in the log, too.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {foot, sitrep} from '../commands.js';
import {check} from '../filters.js';
import {onKeys} from '../keys.js';
import {mayRule, READER} from '../role.js';
import {inWords, log, reviewer, reviewerView, rule, rulingList, separate, together, undo, whoRules} from '../rulings.js';
import {askRuling, help} from '../review/dialogs.js';
import {itemView, GROUNDS} from '../review/item.js';

const PAGE = 20;
const LOG = 50;
const MOST_LOG = 200;
/** For how long the cursor rests before the address has it, in ms: browsers bear only so many changes. */
const RESTS = 200;
/** How long is waited before asking again, in ms: soon at first. */
const SOON = 150;
const LATER = 2000;
const REASON = 'ruled in the page';
/** What accepting and rejecting an event mean on the scale of the Admiralty. */
const ACCEPTED = '2';
const REJECTED = '5';
const KEYS = [['j', 'next'], ['k', 'previous'], ['n', 'next claim'], ['a', 'accept'], ['x', 'reject'], ['e', 'edit'], ['m', 'merge'], ['s', 'split'], ['u', 'undo'], ['?', 'help']];
/** Those that do nothing while a ruling is under way. */
const RULING = ['a', 'x', 'e', 'm', 's', 'u'];

export async function show(main, {query, replace, signal}) {
  check(query, ['at', 'offset', 'ruled'], []);
  const state = {
    queue: null, at: 0, claim: -1, offset: whole(query.get('offset')), ruled: query.get('ruled') === 'true', marked: null, reason: REASON, done: [], busy: false, said: '',
    failed: false, log: {rulings: [], total: 0}, logged: LOG,
  };
  const draw = () => render(page(state, acts), main);
  const here = () => state.queue?.items[state.at];
  const claimHere = () => here()?.claims[state.claim];
  const focus = () => main.querySelector('[data-here]')?.focus();

  /** The queue as it is now, with the cursor on the event `wanted`, or what has become of it; where it has left the queue, on what has come into its place. */
  async function load(wanted) {
    const claim = claimHere()?.claim_id;
    const before = here()?.event_id;
    for (let wait = SOON; ; wait = Math.min(LATER, wait * 2)) {
      const asked = new URLSearchParams({offset: state.offset, limit: PAGE, ...(wanted ? {at: wanted} : {}), ...(state.ruled ? {ruled: true} : {})});
      const queue = await get('/api/queue', asked, signal);
      if (queue.state === 'known' && queue.items.length === 0 && queue.total > 0) {
        state.offset = Math.floor((queue.total - 1) / PAGE) * PAGE; // beyond the end: the last page
        state.at = PAGE;
      } else if (queue.state === 'known') {
        state.queue = queue;
        break;
      } else {
        await new Promise((resolve) => { setTimeout(resolve, wait); });
        signal.throwIfAborted();
      }
    }
    const {items, at, offset} = state.queue;
    state.offset = offset;
    const found = at ? items.findIndex((item) => item.event_id === at) : -1;
    state.at = found >= 0 ? found : Math.max(0, Math.min(state.at, items.length - 1));
    state.claim = found >= 0 || here()?.event_id === before ? (here()?.claims ?? []).findIndex((c) => c.claim_id === claim) : -1;
    state.log = await log({limit: state.logged}, signal);
  }

  let rest = 0;
  signal.addEventListener('abort', () => clearTimeout(rest));

  /** What the address says: after a look at an event, Back leads to where one was. */
  function keep() {
    clearTimeout(rest);
    const address = new URLSearchParams();
    if (state.ruled) {
      address.set('ruled', 'true');
    }
    if (state.offset > 0) {
      address.set('offset', state.offset);
    }
    if (here()) {
      address.set('at', here().event_id);
    }
    if (location.hash.startsWith('#/review')) {
      replace(`/review${address.size > 0 ? `?${address}` : ''}`);
    }
  }

  function rested() {
    clearTimeout(rest);
    rest = setTimeout(keep, RESTS);
  }

  async function turn(offset, at) {
    if (state.busy) {
      return;
    }
    state.busy = true;
    try {
      state.offset = offset;
      state.at = at;
      state.claim = -1;
      await load();
    } finally {
      state.busy = false;
    }
    rested();
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
      rested();
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

  /**
   * Rules, saying so while that is `doing`, then what came of it, and shows the queue as it is now; meanwhile nothing else is
   * ruled. `event` is where the cursor is to be afterwards, where that is not where it is.
   */
  async function act(doing, work, event = null) {
    if (state.busy) {
      return [];
    }
    state.busy = true;
    let answers = [];
    let came = ['Nothing was ruled.'];
    try {
      const by = await whoRules();
      if (by) {
        say(`${doing} …`);
        answers = [await work(by)].flat().filter(Boolean);
      }
      if (answers.length > 0) {
        came = [`Ruled: ${answers.map((a) => inWords(a.ruling)).join('; ')}`];
      }
    } catch (error) {
      came = [`Not ruled: ${error.message}`, true];
    }
    try {
      await load(event ?? here()?.event_id);
      rested();
    } catch (error) {
      came = [`${came[0]} The queue cannot be shown anew: ${error.message}`, true];
    }
    state.busy = false;
    say(...came);
    if (!signal.aborted) {
      focus();
    }
    return answers.map((a) => a.ruling);
  }

  function say(words, failed = false) {
    state.said = words;
    state.failed = failed;
    if (!signal.aborted) {
      draw();
    }
  }

  async function ruled(doing, work) {
    const event = here().event_id;
    const rulings = await act(doing, work);
    if (rulings.length > 0) {
      state.done.push({event, rulings});
    }
  }

  function decide(onEvent, onClaim) {
    const [subject, id, value] = claimHere() ? ['claim', claimHere().claim_id, onClaim] : ['event', here().event_id, onEvent];
    return ruled('Ruling', (by) => rule({subject, id, value, reason: state.reason, by}));
  }

  /** The latest ruling that stands and that the one who sits here made. */
  async function mine() {
    const {rulings} = reviewer() ? await log({by: reviewer(), stands: true, limit: 1}, signal) : {rulings: []};
    return rulings.length > 0 ? {event: rulings[0].about[0]?.event_id, rulings} : null;
  }

  async function withdraw(last) {
    await act('Withdrawing', (by) => undo(last.rulings, `taken back: ${state.reason}`.slice(0, 4000), by), last.event);
  }

  const guarded = (work) => () => (here() && !state.busy ? work() : undefined);
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
        await ruled('Ruling', (by) => rule({...asked, by}));
      }
    }),
    m: guarded(async () => {
      const {event_id: event, claims} = here();
      const claim = (claimHere() || claims[0]).claim_id;
      if (!state.marked || state.marked.event === event) {
        state.marked = state.marked ? null : {event, claim};
        say(state.marked ? `Marked ${here().label}${here().place ? `, ${here().place.surface}` : ''}: go to the event that is the same, and press m.` : 'No longer marked.');
        return;
      }
      const {marked} = state;
      state.marked = null;
      await ruled('Merging: the events are made anew', (by) => together(marked.claim, claim, state.reason, by));
    }),
    s: guarded(async () => {
      if (!claimHere() || here().claims.length < 2) {
        say('Choose with n the claim that does not belong to the others of its event.');
        return;
      }
      const others = here().claims.map((c) => c.claim_id).filter((c) => c !== claimHere().claim_id);
      const {claim_id: claim} = claimHere();
      await ruled('Splitting: the events are made anew', (by) => separate(claim, others, state.reason, by));
    }),
    u: async () => {
      if (state.busy) {
        return;
      }
      const last = state.done.pop() ?? await mine().catch(() => null);
      if (!last) {
        say('There is no ruling of yours to undo.');
        return;
      }
      await withdraw(last);
    },
    /** A ruling of the log, whoever made it. */
    withdraw: (ruling) => withdraw({event: ruling.about?.[0]?.event_id, rulings: [ruling]}),
    async more() {
      state.logged = MOST_LOG;
      state.log = await log({limit: state.logged}, signal);
      draw();
    },
    async showRuled(event) {
      if (state.busy) {
        event.target.checked = state.ruled;
        return;
      }
      state.ruled = event.target.checked;
      const wanted = here()?.event_id;
      await load(wanted);
      rested();
      draw();
    },
    draw: () => draw(),
    r: () => main.querySelector('#reason')?.focus(),
    Enter: (event) => {
      if (event.target.closest('a, button, summary')) {
        event.target.click();
      } else if (here()) {
        keep();
        location.hash = `/event/${encodeURIComponent(here().event_id)}`;
      }
    },
    '?': () => help(focus),
    point(at, claim = -1) {
      state.at = at;
      state.claim = claim;
      rested();
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
  onKeys(Object.fromEntries(['j', 'k', 'n', 'p', 'a', 'x', 'e', 'm', 's', 'u', 'r', 'Enter', '?'].map((key) => [key, (event) => state.queue && (RULING.includes(key) && !mayRule() ? say(READER, true) : acts[key](event))])), signal);
  await load(query.get('at'));
  draw();
  focus();
}

function whole(text) {
  if (text !== null && !/^\d{1,9}$/.test(text)) {
    throw new Error(`offset "${text}" is no whole number`);
  }
  return Number(text || 0);
}

function page(state, acts) {
  const {queue} = state;
  if (!queue) {
    return html`<article class="review"><h1>Review</h1><p role="status">The queue is being worked out …</p></article>`;
  }
  return html`<article class="review">
    <h1>Review</h1>
    ${queue.total === 0 ? html`<p>${queue.ruled > 0 ? 'All is ruled on that called for a look.' : 'Nothing calls for a look: no event is contested or uncertain, and every party is known.'}</p>` : html`
      <p class="lead">${plural(queue.total, 'event')} to look at: ${Object.entries(queue.grounds).filter(([, n]) => n > 0).map(([g, n]) => `${n} ${GROUNDS[g]}`).join(', ')}.
        Here ${queue.offset + 1} to ${queue.offset + queue.items.length}.</p>`}
    ${queue.ruled > 0 ? html`<p class="lead"><label><input type="checkbox" .checked=${state.ruled} @change=${acts.showRuled}> show ruled</label>: ${plural(queue.ruled, 'event')} on which, or on every claim of which, a ruling stands</p>` : nothing}
    <p class="keys" data-writes>${KEYS.map(([key, label]) => html`
      <button type="button" ?disabled=${state.busy && RULING.includes(key)} @click=${acts[key]}><kbd>${key}</kbd> ${label}</button>`)}</p>
    <p role="status" class="said ${state.failed ? 'error' : ''}" dir="auto">${state.said}</p>
    <p class="why" data-writes><label>Reason (<kbd>r</kbd>) <input id="reason" dir="auto" maxlength="4000" .value=${state.reason} @change=${acts.write} @keydown=${acts.leave}></label>
      <span class="soft">${reviewerView(acts.draw)}</span></p>
    <ol class="queue" start=${queue.offset + 1}>${queue.items.map((item, i) => itemView(item, {
      here: i === state.at, claim: state.claim, marked: state.marked?.event === item.event_id, point: (claim) => acts.point(i, claim)}))}</ol>
    <h2>The log</h2>
    <p class="soft">${plural(state.log.total, 'ruling')}; nothing is ever taken out of it.</p>
    ${rulingList(state.log.rulings, acts.withdraw)}
    ${state.log.rulings.length < Math.min(state.log.total, MOST_LOG) ? html`<button type="button" @click=${acts.more}>Older rulings</button>` : nothing}
    ${foot(sitrep('review'))}
  </article>`;
}
