// One document: its text with the evidence marked, the claims beside the words that they rest on, its versions, and the
// readers apart from all of it.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {foot, sitrep} from '../commands.js';
import {check, operand, option} from '../filters.js';
import {moment} from '../format.js';
import {onKeys} from '../keys.js';
import {changesView} from '../document/changes.js';
import {follow} from '../document/lit.js';
import {fill, plan, rowsView, strayView} from '../document/text.js';

export async function show(main, {id: doc, query, replace, signal}) {
  check(query, ['claim', 'version', 'from', 'to', 'all'], []);
  const path = `/api/documents/${encodeURIComponent(doc)}`;
  if (query.has('from') || query.has('to')) {
    await showChanges(main, doc, path, query, signal);
    return undefined;
  }
  const version = query.get('version');
  const page = await get(path, new URLSearchParams(version ? {version} : {}), signal);
  const numbers = new Map(page.claims.map((claim, i) => [claim.claim_id, i + 1]));
  const claims = new Map(page.claims.map((claim) => [claim.claim_id, claim]));
  const wanted = query.getAll('claim');
  const unknown = wanted.filter((id) => !claims.has(id));
  render(nothing, main);
  const rows = plan(page.blocks.filter((block) => !repeats(block, page.head)));
  render(documentView(page, doc, numbers, rows, unknown), main);
  let lit = null;
  const reach = fill(main.querySelector('.rows'), rows, numbers, claims, (element) => lit?.drawn(element), signal);
  lit = follow(main.querySelector('.document'), {
    order: page.claims.map((c) => c.claim_id), sizes: sizes(page.blocks), reach, signal,
    gone(id) {
      const now = new URLSearchParams(version ? {version} : {});
      now.append('claim', id);
      replace(`/document/${encodeURIComponent(doc)}?${now}`);
    },
  });
  onKeys({j: () => lit.step(1), k: () => lit.step(-1)}, signal);
  lit.light(wanted.filter((id) => claims.has(id)));
  return undefined;
}

/** A headline that stands above the text already. */
function repeats({kind, pieces}, {headline}) {
  return kind === 'headline' && pieces.every((piece) => !piece.claims) && pieces.map((piece) => piece.text).join('').trim() === headline?.trim();
}

/** Of how many pieces of the text each claim is. */
function sizes(blocks) {
  const found = new Map();
  blocks.forEach((block) => block.pieces.forEach((piece) => piece.claims?.forEach((id) => found.set(id, (found.get(id) ?? 0) + 1))));
  return found;
}

function head(page, doc, shown) {
  const {head: h, versions} = page;
  return html`<p class="crumb"><a href="#/documents">Documents</a> › <bdi>${h.doc}</bdi></p>
    <h1 dir="auto">${h.headline || h.doc}</h1>
    <p class="lead">${line([
      h.publisher && html`<bdi>${h.publisher}</bdi>`,
      h.published && html`<time dir="ltr">${h.published}</time>`,
      h.author && html`by <bdi>${h.author}</bdi>`,
      address(h.url)])}</p>
    ${versions.length > 1 ? tabs(doc, versions, shown) : nothing}`;
}

/** Parts that are there, each with a direction of its own, so that none turns another round. */
function line(parts) {
  return parts.filter(Boolean).map((part, i) => html`${i > 0 ? ' · ' : ''}${part}`);
}

/** The page's address; a link only where it leads to the web. */
function address(url) {
  return url && (/^https?:\/\//i.test(url) ? html`<a href=${url} rel="noreferrer"><bdi>${url}</bdi></a>` : html`<bdi>${url}</bdi>`);
}

function tabs(doc, versions, shown) {
  const link = (query) => `#/document/${encodeURIComponent(doc)}?${new URLSearchParams(query)}`;
  return html`<nav class="versions" aria-label="Versions"><ul>
    ${versions.map((v) => html`<li><a href=${link({version: v.number})} aria-current=${shown === v.number ? 'page' : nothing}>Version ${v.number}
      <span class="soft">${moment(v.seen)}</span></a></li>
      ${v.number > 1 ? html`<li><a href=${link({from: v.number - 1, to: v.number})} aria-current=${shown === `${v.number - 1}-${v.number}` ? 'page' : nothing}>${v.number - 1} → ${v.number}: what changed</a></li>` : nothing}`)}
  </ul></nav>`;
}

function documentView(page, doc, numbers, rows, unknown) {
  const {head: h, versions} = page;
  const shown = versions.find((v) => v.shown);
  return html`<article class="document">
    ${head(page, doc, shown?.number)}
    ${unknown.length > 0 ? html`<p class="error" role="alert">This version has no claim ${unknown.join(', ')}.</p>` : nothing}
    <p class="count">${plural(page.claims.length, 'claim')}${page.claims.length > 0
      ? html`. Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous claim.` : nothing}</p>
    <p class="unseen" role="status" id="at"></p>
    <div class="rows">${rowsView(rows)}</div>
    ${strayView(page, numbers)}
    <p class="digest">Capture SHA-256 ${h.digest}${shown ? html`; fetched or read ${moment(shown.seen)}` : nothing}${h.modified ? html`; says that it was last changed ${moment(h.modified)}` : nothing}</p>
    ${commentsView(page.comments)}
    ${foot(sitrep('claims', option('doc', h.doc)))}
  </article>`;
}

function commentsView(comments) {
  if (comments.length === 0) {
    return nothing;
  }
  return html`<details class="comments">
    <summary>${plural(comments.length, 'reader comment')}. <strong>Reader comments: not evidence</strong></summary>
    <ol>${comments.map((c) => html`<li class="deep-${Math.min(c.depth, 6)}">
      <p class="by">${c.reader ? `reader ${c.reader}` : 'a reader'}${c.time ? html`, <bdi>${c.time}</bdi>` : nothing}${c.parent !== undefined ? `, answering comment ${c.parent + 1}` : ''}</p>
      <p dir="auto">${c.text}</p></li>`)}</ol></details>`;
}

async function showChanges(main, doc, path, query, signal) {
  const asked = new URLSearchParams();
  ['from', 'to', 'all'].filter((name) => query.has(name)).forEach((name) => asked.set(name, query.get(name)));
  const [page, changes] = await Promise.all([get(path, undefined, signal), get(`/api/revisions/${encodeURIComponent(doc)}`, asked, signal)]);
  render(nothing, main);
  render(html`<article class="document">
    ${head(page, doc, `${changes.from}-${changes.to}`)}
    ${changesView(changes, doc, query.get('all') === 'true')}
    ${foot(sitrep('diff', `--from ${changes.from} --to ${changes.to}`, query.get('all') === 'true' && '--all', operand(page.head.doc)))}
  </article>`, main);
}
