// Data: reading documents in, and taking out exactly what is filtered.
import {html, nothing, render} from 'lit-html';
import {live} from 'lit-html/directives/live.js';
import {get, plural, post} from '../api.js';
import {listen, mine} from '../changes.js';
import {filtered, readIn, shown, sitrep} from '../commands.js';
import {carry, check} from '../filters.js';
import {filterBar} from '../filterbar.js';
import {documentLink} from '../format.js';

const PROFILES = {
  claims: 'Claims: what each source says, one a line (JSON Lines, the codebook’s fields)',
  geojson: 'Events: the claims about one happening together (GeoJSON, RFC 7946)',
  redirects: 'Redirects: what became of ids that events had (JSON Lines; takes no filter)',
};
const MOST_BYTES = 11_000_000;
const FIELDS = [['title', 'text'], ['publisher', 'text'], ['published', 'date'], ['url', 'url']];

const DRAFT = 'sitrep.paste';
const DRAFT_RESTS_MS = 300;

export async function show(main, {query: asked, go}) {
  check(asked, []);
  const query = carry(asked);
  const state = {jobs: new Map(), counts: [], store: null, said: '', copied: '', byHand: '', draft: JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}')};
  const draw = () => render(page(state, query, act), main);
  const draft = keeper(state);
  const act = {
    typed(event) {
      state.draft[event.target.name] = event.target.value;
      draft.changed();
    },
    async paste(event) {
      event.preventDefault();
      const text = event.currentTarget.elements.text;
      const body = Object.fromEntries(['text', ...FIELDS.map(([name]) => name)].map((name) => [name, state.draft[name] ?? '']).filter(([, value]) => value.trim() !== ''));
      if (!body.text) {
        state.said = 'There is nothing to read yet: write or paste some text.';
        draw();
        text.focus();
        return;
      }
      if (await send(body, 'the text')) {
        state.draft = {};
        draft.save();
        draw();
      }
    },
    async files(event) {
      const chosen = [...event.currentTarget.files];
      event.currentTarget.value = '';
      for (const parcel of parcels(chosen)) {
        await send({files: await Promise.all(parcel.map(packed))}, parcel.map((f) => f.name).join(', '));
      }
      const large = chosen.filter((f) => f.size > MOST_BYTES);
      if (large.length > 0) {
        state.said = `Too large for the page: ${large.map((f) => f.name).join(', ')}. On the command line: ${sitrep('read', 'FILE')}`;
        draw();
      }
    },
    demo: () => send({demo: true}, 'the demonstration'),
    filter(next) {
      if (next.toString() === query.toString()) {
        refresh();
      } else {
        go(`/data?${next}`);
      }
    },
    async copy(text) {
      const done = await copied(text);
      state.copied = done ? text : '';
      state.byHand = done ? '' : text;
      draw();
      main.querySelector('.by-hand input')?.select();
    },
  };
  async function send(body, what) {
    state.said = '';
    try {
      keep(await post('/api/read', body));
    } catch (error) {
      state.said = `${what}: ${error.message}`;
    }
    draw();
    return state.said === '';
  }
  function keep(job) {
    state.jobs.set(job.job, job);
  }
  const refresh = async () => {
    const [counts, store] = await Promise.all([get('/api/export/counts', query), get('/api/summary')]);
    state.counts = counts.profiles;
    state.store = store;
    draw();
  };
  const [{jobs}] = await Promise.all([get('/api/jobs'), refresh()]);
  jobs.reverse().forEach(keep);
  draw();
  const end = listen({
    job(job) {
      keep(job);
      draw();
    },
    version(number) {
      mine(number); // this screen follows by itself
      refresh();
    },
  });
  return () => {
    draft.save();
    end();
  };
}

/** Keeps what is half written in this tab, over other screens and reloads. */
function keeper(state) {
  let rest = 0;
  const save = () => {
    clearTimeout(rest);
    try {
      sessionStorage.setItem(DRAFT, JSON.stringify(state.draft));
    } catch {
      sessionStorage.removeItem(DRAFT); // more than a browser keeps
    }
  };
  return {
    save,
    changed() {
      clearTimeout(rest);
      rest = setTimeout(save, DRAFT_RESTS_MS);
    },
  };
}

/** Whether a text could be put into the clipboard; pages that came by plain HTTP from another machine may not. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Files in lots that one request may carry. */
function parcels(files) {
  const lots = [];
  let size = Infinity;
  for (const file of files.filter((f) => f.size <= MOST_BYTES)) {
    if (size + file.size > MOST_BYTES) {
      lots.push([]);
      size = 0;
    }
    lots.at(-1).push(file);
    size += file.size;
  }
  return lots;
}

async function packed(file) {
  const url = await new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
  return {name: file.name, base64: url.slice(url.indexOf(',') + 1)};
}

function page(state, query, act) {
  return html`<article class="data">
    <h1>Data in and out</h1>
    <section aria-labelledby="read-in">
      <h2 id="read-in">Read documents</h2>
      <div class="ways" data-writes>
        <form class="paste" @submit=${act.paste} @input=${act.typed}>
          <h3>Paste text</h3>
          <label>Text <textarea name="text" rows="7" required dir="auto" .value=${live(state.draft.text ?? '')}></textarea></label>
          <div class="fields">${FIELDS.map(([name, type]) => html`<label>${name} <input name=${name} type=${type} dir="auto" .value=${live(state.draft[name] ?? '')}></label>`)}</div>
          <button>Read this text</button>
        </form>
        <div>
          <h3>Add files</h3>
          <p>Saved pages (HTML), text, JSON Lines, WARC, WACZ, gzip.</p>
          <label class="button">Choose files <input type="file" multiple @change=${act.files}></label>
          <p class="lead">The same on the command line: ${readIn()}</p>
          <h3>See the demonstration</h3>
          ${state.store.documents === 0
            ? html`<p>A small made-up corpus, read into this empty store.</p><button type="button" ?disabled=${waits(state)} @click=${act.demo}>Load the demo</button>`
            : html`<p>A small made-up corpus, for an empty store.</p>`}
          <p class="lead">In a store of its own, on the command line: <code>sitrep demo</code></p>
        </div>
      </div>
      ${state.said ? html`<p class="error" role="alert">${state.said}</p>` : nothing}
      ${jobs([...state.jobs.values()].reverse())}
    </section>
    <section aria-labelledby="take-out">
      <h2 id="take-out">Export what is filtered</h2>
      ${filterBar(query, {button: 'Count', apply: act.filter})}
      <div class="scroll" tabindex="0" role="region" aria-label="Exports"><table>
        <thead><tr><th scope="col">What</th><th scope="col">Rows</th><th scope="col">Take it</th></tr></thead>
        <tbody>${state.counts.map((one) => exported(one, query, state, act))}</tbody>
      </table></div>
      ${state.byHand ? html`<p class="by-hand"><label>The browser lets no page from here write to the clipboard; copy it by hand:
        <input readonly .value=${state.byHand} @focus=${(e) => e.target.select()}></label></p>` : nothing}
      <p class="lead">The commands work when this page’s server has ended, as one process at a time has a store open; curl asks the server.${state.store.tokens ? ' SITREP_TOKEN is your token.' : ''}</p>
    </section>
    <section aria-labelledby="programs">
      <h2 id="programs">For programs</h2>
      <p>Every address that this page asks can be asked by others; the filters are named as on the command line.</p>
      <ul>
        <li><a href="/api/openapi.json">OpenAPI 3.1 description</a> · <a href="#/api">the same, to read</a></li>
        <li><a href="/api/feed.atom">Atom feed of changes</a> · <a href="/api/feed.json">JSON feed of changes</a>: events that are new, changed, renamed, merged, split or withdrawn; the latest hundred, then a page further each</li>
      </ul>
    </section>
  </article>`;
}

function exported({profile, rows, file}, query, state, act) {
  const params = new URLSearchParams(profile === 'redirects' ? '' : query);
  params.set('profile', profile);
  const url = `/api/export?${params}`;
  const line = filtered(profile === 'redirects' ? new URLSearchParams() : query, 'export', `--profile ${profile}`);
  const curl = `curl -O -J${state.store.tokens ? ' -H "Authorization: Bearer $SITREP_TOKEN"' : ''} '${location.origin}${url.replaceAll("'", '%27')}'`;
  const copy = (text, label) => html`<button type="button" @click=${() => act.copy(text)}>${state.copied === text ? 'Copied' : label}</button>`;
  return html`<tr>
    <td>${PROFILES[profile] ?? profile}</td>
    <td class="number" data-profile=${profile}>${plural(rows, 'row')}</td>
    <td><a href=${url} download=${file}>${file}</a> ${copy(line, 'Copy as command line')} ${copy(curl, 'Copy as curl')}<br>${shown(line)}</td>
  </tr>`;
}

function waits(state) {
  return [...state.jobs.values()].some((job) => job.state !== 'done' && job.state !== 'failed');
}

function jobs(list) {
  return list.length === 0 ? nothing : html`
    <h3>Reads since the server started</h3>
    <ul class="jobs" aria-live="polite">${list.map((job) => html`<li data-state=${job.state}>
      <strong dir="auto">${job.what}</strong> <span class="state">${job.state}</span> ${job.said}
      ${job.state === 'done' || job.state === 'failed' ? nothing : html`<progress aria-label=${`reading ${job.what}`}></progress>`}
      ${job.state === 'done' ? toRead(job) : nothing}
      ${job.left_out.length === 0 ? nothing : html`<details><summary>Why ${plural(job.left_out.length, 'thing')} was noted or left out</summary>
        <ul>${job.left_out.map((why) => html`<li dir="auto">${why}</li>`)}</ul></details>`}
    </li>`)}</ul>`;
}

/** Where that is which was read. */
function toRead({docs, docs_more: more}) {
  return docs.length === 0 ? nothing : html`<p>${docs.map((doc, i) => html`${i > 0 ? ', ' : ''}<a href=${documentLink(doc)} dir="auto">${doc}</a>`)}${
    more > 0 ? html` and <a href="#/documents">${plural(more, 'more document')}</a>` : nothing}</p>`;
}
