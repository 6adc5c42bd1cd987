// The text, block by block, each with the cards of the claims whose words begin in it. A row that is out of sight costs
// nothing to draw, so long documents open at once.
import {html, nothing} from 'lit-html';
import {plural} from '../api.js';
import {eventLink} from '../format.js';

/** So many lines of furniture are shown as they stand. */
const FEW = 3;
/** More claims over one word than this look the same. */
const DEEPEST = 4;

export function rowsView(blocks, numbers, claims) {
  const seen = new Set();
  const out = [];
  for (let i = 0; i < blocks.length;) {
    let end = i;
    while (end < blocks.length && blocks[end].kind === 'boilerplate') {
      end++;
    }
    if (end - i > FEW) {
      const some = blocks.slice(i, end);
      out.push(html`<details class="furniture"><summary>${plural(some.length, 'line')} around the article</summary>
        ${some.map((b) => html`<p dir="auto">${b.pieces.map((p) => p.text)}</p>`)}</details>`);
    } else {
      end = Math.max(end, i + 1);
      out.push(...blocks.slice(i, end).map((block) => row(block, numbers, claims, seen)));
    }
    i = end;
  }
  return out;
}

function row(block, numbers, claims, seen) {
  const begun = [];
  const pieces = block.pieces.map((piece) => {
    if (!piece.claims) {
      return piece.text;
    }
    const starts = piece.claims.filter((id) => !seen.has(id));
    starts.forEach((id) => seen.add(id));
    begun.push(...starts);
    return mark(piece, starts, numbers);
  });
  return html`<div class="row"><div class="text">${wrap(block.kind, pieces)}</div>
    ${begun.length > 0 ? html`<ul class="cards">${begun.map((id) => card(claims.get(id), numbers))}</ul>` : nothing}</div>`;
}

function wrap(kind, pieces) {
  switch (kind) {
    case 'headline': return html`<h2 dir="auto">${pieces}</h2>`;
    case 'block_quote': return html`<blockquote dir="auto">${pieces}</blockquote>`;
    case 'boilerplate': return html`<p class="furniture" dir="auto">${pieces}</p>`;
    case 'caption': return html`<p class="caption" dir="auto">${pieces}</p>`;
    default: return html`<p dir="auto">${pieces}</p>`;
  }
}

/** One underline for each claim that covers the piece, up to four. */
function mark(piece, starts, numbers) {
  return html`${starts.map((id) => html`<button type="button" class="ref" data-to=${id} aria-label="Claim ${numbers.get(id)}">${numbers.get(id)}</button>`)}<mark
    class="over-${Math.min(piece.claims.length, DEEPEST)}" data-claims=${piece.claims.join(' ')}>${piece.text}</mark>`;
}

function card(claim, numbers) {
  return html`<li class="card" tabindex="-1" data-card=${claim.claim_id} data-claims=${claim.claim_id}>
    <p dir="auto"><span class="ordinal">${numbers.get(claim.claim_id)}</span> ${claim.notation}</p>
    <p class="soft"><button type="button" class="link" data-to=${claim.claim_id}>show in the text</button> · rule ${claim.rule}${claim.event_id
      ? html` · <a href=${eventLink(claim.event_id)}>event</a>` : nothing}</p></li>`;
}

/** Claims whose words are not found in the cleaned text. */
export function strayView(page, numbers) {
  const found = new Set(page.blocks.flatMap((b) => b.pieces.flatMap((p) => p.claims || [])));
  const stray = page.claims.filter((c) => !found.has(c.claim_id));
  return stray.length === 0 ? nothing : html`<section class="stray"><h2>Claims whose words are not found in the text as shown</h2>
    <ul class="cards">${stray.map((c) => html`<li class="card" tabindex="-1" data-card=${c.claim_id} data-claims=${c.claim_id}>
      <p dir="auto"><span class="ordinal">${numbers.get(c.claim_id)}</span> ${c.notation}</p><blockquote dir="auto">${c.evidence}</blockquote></li>`)}</ul></section>`;
}
