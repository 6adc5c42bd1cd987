// Data: reading documents in, and taking out exactly what is filtered.
import {html, nothing, render} from 'lit-html';
import {get, plural, post} from '../api.js';
import {listen} from '../changes.js';
import {clean, command} from '../filters.js';

const PROFILES = {
  claims: 'Claims: what each source says, one a line (JSON Lines, the codebook’s fields)',
  geojson: 'Events: the claims about one happening together (GeoJSON, RFC 7946)',
  redirects: 'Redirects: what became of ids that events had (JSON Lines; takes no filter)',
};
const MOST_BYTES = 11_000_000;
const FIELDS = [['title', 'text'], ['publisher', 'text'], ['published', 'date'], ['url', 'url']];

export async function show(main, {query: asked, replace}) {
  const query = clean(asked);
  const state = {jobs: new Map(), counts: [], said: '', copied: ''};
  const draw = () => render(page(state, query, act), main);
  const act = {
    async paste(event) {
      event.preventDefault();
      const form = event.currentTarget;
      const body = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
      await send(body, 'the text');
      if (!state.said) {
        form.reset();
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
        state.said = `Too large for the page: ${large.map((f) => f.name).join(', ')}. On the command line: sitrep read FILE`;
        draw();
      }
    },
    async filter(event) {
      event.preventDefault();
      const next = clean(new URLSearchParams(new FormData(event.currentTarget)));
      replace(`/data?${next}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
    },
    async copy(text) {
      await navigator.clipboard.writeText(text);
      state.copied = text;
      draw();
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
  }
  function keep(job) {
    state.jobs.set(job.job, job);
  }
  const refresh = async () => {
    state.counts = (await get('/api/export/counts', query)).profiles;
    draw();
  };
  const [{jobs}] = await Promise.all([get('/api/jobs'), refresh()]);
  jobs.reverse().forEach(keep);
  draw();
  return listen({
    job(job) {
      keep(job);
      draw();
    },
    version: refresh,
  });
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
        <form class="paste" @submit=${act.paste}>
          <h3>Paste text</h3>
          <label>Text <textarea name="text" rows="7" required dir="auto"></textarea></label>
          <div class="fields">${FIELDS.map(([name, type]) => html`<label>${name} <input name=${name} type=${type} dir="auto"></label>`)}</div>
          <button>Read this text</button>
        </form>
        <div>
          <h3>Add files</h3>
          <p>Saved pages (HTML), text, JSON Lines, WARC, WACZ, gzip.</p>
          <label class="button">Choose files <input type="file" multiple @change=${act.files}></label>
          <p class="lead">The same on the command line: <code>sitrep read FILE...</code></p>
          <h3>Load the demo</h3>
          <p class="lead">A small corpus of its own, on the command line: <code>sitrep demo</code></p>
        </div>
      </div>
      ${state.said ? html`<p class="error" role="alert">${state.said}</p>` : nothing}
      ${jobs([...state.jobs.values()].reverse())}
    </section>
    <section aria-labelledby="take-out">
      <h2 id="take-out">Export what is filtered</h2>
      ${filters(query, act)}
      <div class="scroll" tabindex="0" role="region" aria-label="Exports"><table>
        <thead><tr><th scope="col">What</th><th scope="col">Rows</th><th scope="col">Take it</th></tr></thead>
        <tbody>${state.counts.map((one) => exported(one, query, state, act))}</tbody>
      </table></div>
    </section>
    <section aria-labelledby="programs">
      <h2 id="programs">For programs</h2>
      <p>Every address that this page asks can be asked by others; the filters are named as on the command line.</p>
      <ul>
        <li><a href="/api/openapi.json">OpenAPI 3.1 description</a> · <a href="#/api">the same, to read</a></li>
        <li><a href="/api/feed.atom">Atom feed of changes</a> · <a href="/api/feed.json">JSON feed of changes</a>: events that are new, renamed, merged, split or withdrawn</li>
      </ul>
    </section>
  </article>`;
}

function filters(query, act) {
  const names = ['type', 'place', 'actor', 'source', 'from', 'to', 'certainty', 'doc'];
  return html`<form class="filters" aria-label="Filters" @submit=${act.filter}>
    ${names.map((name) => html`<label><span>${name}</span><input name=${name} type=${name === 'from' || name === 'to' ? 'date' : 'text'} .value=${query.get(name) || ''}></label>`)}
    <button>Count again</button>
  </form>`;
}

function exported({profile, rows, file}, query, state, act) {
  const params = new URLSearchParams(profile === 'redirects' ? '' : query);
  params.set('profile', profile);
  const url = `/api/export?${params}`;
  const line = command(profile === 'redirects' ? new URLSearchParams() : query).replace('sitrep events', `sitrep export --profile ${profile}`);
  const curl = `curl -O -J '${location.origin}${url.replaceAll("'", '%27')}'`;
  const copy = (text, label) => html`<button type="button" @click=${() => act.copy(text)}>${state.copied === text ? 'Copied' : label}</button>`;
  return html`<tr>
    <td>${PROFILES[profile] ?? profile}</td>
    <td class="number" data-profile=${profile}>${plural(rows, 'row')}</td>
    <td><a href=${url} download=${file}>${file}</a> ${copy(line, 'Copy as command line')} ${copy(curl, 'Copy as curl')}<br><code>${line}</code></td>
  </tr>`;
}

function jobs(list) {
  return list.length === 0 ? nothing : html`
    <h3>Reads since the server started</h3>
    <ul class="jobs" aria-live="polite">${list.map((job) => html`<li data-state=${job.state}>
      <strong dir="auto">${job.what}</strong> <span class="state">${job.state}</span> ${job.said}
      ${job.state === 'done' || job.state === 'failed' ? nothing : html`<progress aria-label=${`reading ${job.what}`}></progress>`}
      ${job.left_out.length === 0 ? nothing : html`<details><summary>Why ${plural(job.left_out.length, 'thing')} was noted or left out</summary>
        <ul>${job.left_out.map((why) => html`<li dir="auto">${why}</li>`)}</ul></details>`}
    </li>`)}</ul>`;
}
