// What the server tells by itself: that the store has changed, how far reads are, and that it answers at all.

import {get} from './api.js';

/** A connection that the server has refused is asked for again after this, in ms. */
const AGAIN_MS = 5000;
const listeners = new Set();
const told = new Map();
let source = null;
let opened = 0;
let heard = false;
let shown = null;

/** Calls `on.version(number)`, `on.job(job)` as they come, `on.answers(whether)` as the server goes and comes; gives a function that ends it. */
export function listen(on) {
  listeners.add(on);
  attend();
  return () => listeners.delete(on);
}

/**
 * A browser has six connections for one server: a tab that nobody sees gives up its own, once it knows which state it shows. Whoever comes
 * back is told how things are.
 */
function attend() {
  if (document.hidden && heard) {
    source?.close();
    source = null;
  } else if (listeners.size > 0) {
    source ??= open();
  }
}

function open() {
  const made = new EventSource('/api/changes');
  made.addEventListener('version', (event) => {
    heard = true;
    tell('version', JSON.parse(event.data).version);
    attend();
  });
  made.addEventListener('job', (event) => tellJob(JSON.parse(event.data)));
  made.addEventListener('open', () => {
    tell('answers', true);
    if (opened++ > 0) {
      missed();
    }
  });
  made.addEventListener('error', () => {
    tell('answers', false);
    if (made.readyState === EventSource.CLOSED && source === made) {
      source = null;
      setTimeout(attend, AGAIN_MS);
    }
  });
  return made;
}

document.addEventListener('visibilitychange', attend);

/** Reads that ended while nobody listened. */
async function missed() {
  try {
    (await get('/api/jobs')).jobs.reverse().filter((job) => told.get(job.job) !== JSON.stringify(job)).forEach(tellJob);
  } catch {
    // whoever cannot be asked is told of by `answers`
  }
}

function tellJob(job) {
  told.set(job.job, JSON.stringify(job));
  tell('job', job);
}

function tell(name, value) {
  for (const on of listeners) {
    on[name]?.(value);
  }
}

const own = new Set();
let bars = () => {};

/** This page has itself brought about the state of this number: nobody needs to be told. */
export function mine(number) {
  own.add(number);
  bars();
}

/** Shows `bar` when the store is of another version than the one that is shown; `again` shows the new state. */
export function watch(bar, again) {
  bars = () => {
    while (own.has(shown + 1)) {
      shown++;
    }
    bar.hidden = !bar.dataset.version || Number(bar.dataset.version) <= shown;
  };
  listen({
    version(number) {
      if (number < shown) {
        own.clear(); // numbers of another server
      }
      shown = shown === null || shown <= number ? shown ?? number : number - 1; // a server begun anew counts from the start
      bar.dataset.version = number;
      bars();
    },
  });
  bar.querySelector('button').addEventListener('click', () => {
    shown = Number(bar.dataset.version);
    bar.hidden = true;
    again();
  });
}

/** The page has just been shown anew: it shows what is. */
export function current(bar) {
  if (bar.dataset.version) {
    shown = Number(bar.dataset.version);
    bar.hidden = true;
  }
}
