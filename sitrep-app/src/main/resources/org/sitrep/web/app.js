// Which screen is shown follows from the address alone, so every view has a link: #/NAME/ID?QUERY. A screen is a
// module in /screens with show(main, {id, query, go, replace, first, signal}); it may give back a function that is called when
// it is left. go(path) makes a new entry in the history, replace(path) does not. first: the page has just been loaded, so
// nobody has lost the focus. signal is aborted on leaving.
import {Silence, get, plural} from './api.js';
import {current, listen, watch} from './changes.js';
import {onward} from './filters.js';
import {atStore} from './commands.js';
import {limit} from './role.js';

const SCREENS = [
  {name: '', label: 'Map', module: 'home', also: ['event']},
  {name: 'control', label: 'Control', module: 'control'},
  {name: 'review', label: 'Review', module: 'review'},
  {name: 'sources', label: 'Sources', module: 'sources'},
  {name: 'report', label: 'Report', module: 'report'},
  {name: 'documents', label: 'Documents', module: 'lists', also: ['document']},
  {name: 'discussion', label: 'Discussion', module: 'discussion'},
  {name: 'data', label: 'Data', module: 'data', also: ['api']},
  {name: 'issues', label: 'Issues', module: 'lists'},
  {name: 'search', module: 'search'},
  {name: 'api', module: 'openapi'},
  {name: 'event', module: 'event'},
  {name: 'document', module: 'document'},
];

let main = document.getElementById('main');
const status = document.getElementById('status');
const changed = document.getElementById('changed');
const waiting = document.getElementById('waiting');
const toList = document.getElementById('to-list');
/** What takes longer than this is said to be loading, in ms. */
const LATE_MS = 300;
let leaving = () => {};
/** What is to be done when the server answers again. */
let mend = null;
let first = true;

function go(path) {
  location.hash = path;
}

function replace(path) {
  history.replaceState(null, '', `#${path}`);
}

function parse(hash) {
  const [path, search = ''] = hash.slice(1).split(/\?(.*)/s);
  const [, name = '', id = ''] = path.split('/');
  return {name, id: decodeURIComponent(id), query: new URLSearchParams(search)};
}

async function route() {
  leaving();
  mend = null;
  const abort = new AbortController();
  let leave = null;
  leaving = () => {
    abort.abort();
    leave?.();
  };
  const late = setTimeout(() => { waiting.hidden = false; }, LATE_MS);
  abort.signal.addEventListener('abort', () => clearTimeout(late));
  try {
    const {name, id, query} = parse(location.hash);
    mark(name);
    current(changed);
    const screen = SCREENS.find((s) => s.name === name);
    if (!screen) {
      throw new Error(`there is no screen "${name}"`);
    }
    const [{show}] = await Promise.all([load(screen.module), told]);
    if (abort.signal.aborted) {
      return; // left while its module was fetched: what is shown now belongs to another
    }
    fresh();
    leave = await show(main, {name, id, query, go, replace, first, signal: abort.signal}) ?? null;
    if (abort.signal.aborted) {
      leave?.();
      return;
    }
    document.title = `${main.querySelector('h1')?.textContent.trim() || screen.label || 'events'} · sitrep`;
  } catch (error) {
    if (!abort.signal.aborted) {
      fail(error);
    }
  } finally {
    if (!abort.signal.aborted) {
      clearTimeout(late);
      waiting.hidden = true;
      toList.hidden = !main.querySelector('#list');
      if (!first) {
        keepFocus();
      }
      first = false;
    }
  }
}

/** A browser remembers that a module could not be had, so only a page that is loaded anew can ask for it again. */
async function load(module) {
  try {
    return await import(`./screens/${module}.js`);
  } catch (error) {
    if (!(error instanceof TypeError && /module/i.test(error.message))) {
      throw error;
    }
    const silence = new Silence(error);
    silence.lost = true;
    throw silence;
  }
}

/** What had the focus is gone with the screen that was left: reading goes on at the new one. */
function keepFocus() {
  if (document.activeElement === null || document.activeElement === document.body) {
    main.focus({preventScroll: true});
  }
}

/** Every screen draws into an element of its own: what an earlier one left, and templates remember, is gone with it. */
function fresh() {
  const next = main.cloneNode(false);
  next.removeAttribute('aria-busy');
  main.replaceWith(next);
  main = next;
}

function fail(error) {
  main.removeAttribute('aria-busy');
  const said = document.createElement('p');
  said.className = 'error';
  said.setAttribute('role', 'alert');
  said.textContent = `Cannot show this: ${error.message}`;
  main.replaceChildren(said);
  if (error instanceof Silence) {
    mend = error.lost ? () => location.reload() : route;
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = 'Try again';
    again.addEventListener('click', mend);
    said.append(' It is shown as soon as sitrep answers. ', again);
  }
}

function mark(name) {
  const nav = document.querySelector('nav');
  nav.replaceChildren(...SCREENS.filter((s) => s.label).map((s) => {
    const link = document.createElement('a');
    link.href = onward(s.name);
    link.dataset.screen = s.name;
    link.textContent = s.label;
    if (s.name === name || s.also?.includes(name)) {
      link.setAttribute('aria-current', 'page');
    }
    return link;
  }));
}

addEventListener('filters', () => document.querySelectorAll('nav a[data-screen]').forEach((link) => { link.href = onward(link.dataset.screen); }));

async function tellStatus() {
  try {
    const summary = await get('/api/summary');
    limit(summary.role);
    atStore(summary.store);
    status.textContent = `${plural(summary.documents, 'document')}, ${plural(summary.claims, 'claim')}`
        + (summary.events_current ? '' : ' · the last read was cut short: run it again');
  } catch {
    tellSilence();
  }
}

function tellSilence() {
  status.textContent = 'sitrep does not answer: is it still running?';
}

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go(`/search?${new URLSearchParams(new FormData(event.target))}`);
});
for (const [id, target] of [['to-main', () => main], ['to-list', () => main.querySelector('#list [tabindex="0"]') ?? main]]) {
  document.getElementById(id).addEventListener('click', (event) => {
    event.preventDefault(); // the address is the screen's
    target().focus();
  });
}
addEventListener('hashchange', route);
watch(changed, () => Promise.all([route(), tellStatus()]));
let silent = false;
listen({
  answers(whether) {
    if (whether) {
      tellStatus();
      if (silent) {
        mend?.();
      }
    } else {
      tellSilence();
    }
    silent = !whether;
  },
  version: tellStatus,
});
/** Screens show commands, which name the store. */
const told = tellStatus();
await route();
await told;
