// Which page is shown follows from the address alone, so every view has a link.
import {ask, el, plural} from '/dom.js';
import {documentPage} from '/document.js';
import {eventPage} from '/event.js';
import {eventsPage} from '/events.js';
import {clean} from '/filters.js';
import {controlPage, documentsPage, issuesPage} from '/lists.js';

const main = document.getElementById('main');
let leave = null;

function go(path) {
  location.hash = path;
}

async function route() {
  const [path, search = ''] = location.hash.slice(1).split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  const [, page = '', id = ''] = path.split('/');
  leave?.();
  leave = null;
  for (const link of document.querySelectorAll('nav a')) {
    const current = link.dataset.page === ({'': 'events', event: 'events', document: 'documents'}[page] ?? page);
    link.toggleAttribute('aria-current', current);
  }
  try {
    switch (page) {
      case '': leave = await eventsPage(main, clean(query), go) ?? null; break;
      case 'event': await eventPage(main, decodeURIComponent(id)); break;
      case 'document': await documentPage(main, decodeURIComponent(id), query); break;
      case 'documents': await documentsPage(main); break;
      case 'control': await controlPage(main); break;
      case 'issues': await issuesPage(main); break;
      default: throw new Error(`no page "${page}"`);
    }
    document.title = `${main.querySelector('h1')?.textContent ?? 'events'} · sitrep`;
  } catch (error) {
    main.replaceChildren(el('p.error', {role: 'alert'}, `Cannot show this: ${error.message}`));
  }
}

addEventListener('hashchange', route);
await route();
const summary = await ask('/api/summary');
document.getElementById('status').replaceChildren(
    `${plural(summary.documents, 'document')}, ${plural(summary.claims, 'claim')}`,
    summary.events_current ? '' : ' · the last read was cut short: run it again');
