// What changed from one version to another: claims slot by slot, then sentences.
import {html, nothing} from 'lit-html';
import {moment} from '../format.js';

export function changesView(changes, doc, all) {
  const edit = changes.records.find((r) => r.record === 'edit');
  if (!edit) {
    return html`<p>There is one version only.</p>`;
  }
  const claims = changes.records.filter((r) => r.record === 'claim');
  const sentences = changes.records.filter((r) => r.record === 'sentence');
  return html`<h2>From version ${changes.from} (${moment(edit.from_seen)}) to ${changes.to} (${moment(edit.to_seen)})</h2>
    ${verdict(edit)}
    ${edit.notice ? html`<p>The page owns up to it: <q dir="auto">${edit.notice}</q></p>` : nothing}
    <h3>Claims</h3>
    ${claims.length === 0 ? html`<p class="soft">No claim came, went or changed.</p>` : html`<ul class="changes">${claims.map(claimChange)}</ul>`}
    <h3>Sentences</h3>
    ${sentences.length === 0 ? html`<p class="soft">No sentence changed${all ? '' : ' but for trifles'}.</p>` : html`<ul class="changes">${sentences.map(sentenceChange)}</ul>`}
    <p><a href="#/document/${encodeURIComponent(doc)}?from=${changes.from}&to=${changes.to}${all ? '' : '&all=true'}">${all ? 'Hide trifles' : 'Show trifles, too'}</a></p>`;
}

function verdict(edit) {
  if (edit.unannounced) {
    return html`<p class="contested"><strong>Unannounced:</strong> a claim says something else now, and the page does not say that it was changed.</p>`;
  }
  return html`<p>${edit.changed > 0 ? 'The page says that it was changed.' : edit.trivial ? 'Nobody need look: trifles only.' : 'No claim says something else now.'}</p>`;
}

function claimChange(change) {
  return html`<li class=${change.change}><strong>${change.change}</strong>
    ${(change.slots || []).map((s) => html`<div>${s.slot}: <del dir="auto">${s.before}</del> <span aria-hidden="true">→</span> <ins dir="auto">${s.after}</ins></div>`)}
    ${change.before ? html`<blockquote class="before" dir="auto">${change.before.evidence}</blockquote>` : nothing}
    ${change.after ? html`<blockquote class="after" dir="auto">${change.after.evidence}</blockquote>` : nothing}</li>`;
}

function sentenceChange(change) {
  const [before, after] = apart(change.before, change.after);
  return html`<li class=${change.change}><strong>${change.change}</strong> <span class="soft">${change.section.replace('_', ' ')}${change.trivial ? ', trivial' : ''}</span>
    ${change.before ? html`<p dir="auto">${before}</p>` : nothing}${change.after ? html`<p dir="auto">${after}</p>` : nothing}</li>`;
}

/** The words in the middle that differ, marked; what both begin and end with is left plain. */
function apart(before, after) {
  const a = before.split(/(\s+)/);
  const b = after.split(/(\s+)/);
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const parts = (words, tag) => [words.slice(0, start).join(''), tag(words.slice(start, words.length - end).join('')), words.slice(words.length - end).join('')];
  return [parts(a, (text) => (text ? html`<del>${text}</del>` : nothing)), parts(b, (text) => (text ? html`<ins>${text}</ins>` : nothing))];
}
