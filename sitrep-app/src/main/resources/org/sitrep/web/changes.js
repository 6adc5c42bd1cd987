// What the server tells by itself: that the store has changed, how far reads are, and that it answers at all.

const listeners = new Set();
let source = null;
let shown = null;

/** Calls `on.version(number)`, `on.job(job)` as they come, `on.answers(whether)` as the server goes and comes; gives a function that ends it. */
export function listen(on) {
  listeners.add(on);
  source ??= open();
  return () => listeners.delete(on);
}

function open() {
  const made = new EventSource('/api/changes');
  made.addEventListener('version', (event) => tell('version', JSON.parse(event.data).version));
  made.addEventListener('job', (event) => tell('job', JSON.parse(event.data)));
  made.addEventListener('open', () => tell('answers', true));
  made.addEventListener('error', () => tell('answers', false));
  return made;
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
