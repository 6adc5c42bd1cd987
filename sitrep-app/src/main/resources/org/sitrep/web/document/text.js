// The text, row by row, each with the cards of the claims whose words begin in it. A row far out of sight is its bare words;
// marks and cards are drawn when it comes near, so long documents open at once.
import {html, nothing, render} from 'lit-html';
import {plural} from '../api.js';
import {eventLink} from '../format.js';

/** So many lines of furniture are shown as they stand. */
const FEW = 3;
/** More claims over one word than this look the same. */
const DEEPEST = 4;
/** A paragraph in which more claims begin goes on in a row of its own, where no claim runs on, so that cards stay near their words. */
const MOST_CARDS = 10;
/** Rows are drawn when they are so near, in heights of the window. */
const NEAR = '100%';
/** So many rows before and after one that is gone to are drawn with it, so that it does not move away. */
const AROUND = 8;
/** How high a line of text and a card are, roughly, in rem, and how long a line is. */
const LINE = {rem: 1.8, characters: 90};
const CARD_REM = 5;

/** What each row shows: a part of a block, and the claims that begin in it; or lines around the article. */
export function plan(blocks) {
  const seen = new Set();
  const rows = [];
  for (let i = 0; i < blocks.length;) {
    let end = i;
    while (end < blocks.length && blocks[end].kind === 'boilerplate') {
      end++;
    }
    if (end - i > FEW) {
      rows.push({around: blocks.slice(i, end)});
    } else {
      end = Math.max(end, i + 1);
      blocks.slice(i, end).forEach((block) => rows.push(...parts(block, seen)));
    }
    i = end;
  }
  return rows;
}

/** Where a sentence ends within words, and at the end of them. */
const STOP = /[.!?؟](?:["'”’)\]]*)\s/;
const STOPPED = /[.!?؟]["'”’)\]]*\s*$/;

/** A block as rows: it is parted at ends of sentences, or, where there are none, before any claim. */
function parts(block, seen) {
  const rows = [];
  let row = null;
  const add = (piece) => {
    row ??= {kind: block.kind, pieces: [], begun: [], first: rows.length === 0};
    row.pieces.push(piece);
    row.begun.push(...piece.starts);
  };
  const end = () => {
    rows.push(row);
    row = null;
  };
  block.pieces.forEach((piece, i) => {
    const claims = piece.claims ?? [];
    const starts = claims.filter((id) => !seen.has(id));
    starts.forEach((id) => seen.add(id));
    const stop = row?.begun.length >= MOST_CARDS && claims.length === 0 ? piece.text.match(STOP) : null;
    if (stop) {
      const at = stop.index + stop[0].length;
      add({text: piece.text.slice(0, at), starts});
      end();
      add({text: piece.text.slice(at), starts});
      return;
    }
    add({...piece, starts});
    const parted = !claims.some((id) => block.pieces[i + 1]?.claims?.includes(id));
    if (parted && row.begun.length >= MOST_CARDS && (STOPPED.test(piece.text) || row.begun.length >= 3 * MOST_CARDS)) {
      end();
    }
  });
  return row ? [...rows, row] : rows;
}

/** The places of the rows. */
export function rowsView(rows) {
  return rows.map((row, i) => (row.around ? around(row.around) : html`<div class=${row.first ? 'row' : 'row more'} data-row=${i}></div>`));
}

function around(blocks) {
  return html`<details class="furniture"><summary>${plural(blocks.length, 'line')} around the article</summary>
    ${blocks.map((b) => html`<p dir="auto">${b.pieces.map((p) => p.text)}</p>`)}</details>`;
}

/**
 * Fills the places of rows in `root`: with bare words, and with marks and cards as they come near, until `signal` says stop;
 * `drawn(element)` is called for each that has them. What it answers draws the rows around a claim at once.
 */
export function fill(root, rows, numbers, claims, drawn, signal) {
  const places = new Map([...root.querySelectorAll('[data-row]')].map((place) => [Number(place.dataset.row), place]));
  const rowOf = new Map();
  const waiting = new Set();
  const near = new IntersectionObserver((seen) => {
    const come = seen.filter((one) => one.isIntersecting);
    come.forEach((one) => draw(Number(one.target.dataset.row)));
  }, {rootMargin: `${NEAR} 0px`});
  const draw = (i) => {
    if (waiting.delete(i)) {
      near.unobserve(places.get(i));
      render(full(rows[i], numbers, claims), places.get(i));
      drawn(places.get(i));
    }
  };
  places.forEach((place, i) => {
    const row = rows[i];
    place.style.containIntrinsicBlockSize = `auto ${height(row).toFixed(1)}rem`;
    render(html`<div class="text">${wrap(row.kind, row.pieces.map((piece) => piece.text).join(''))}</div>`, place);
    if (row.pieces.some((piece) => piece.claims)) {
      row.begun.forEach((id) => rowOf.set(id, i));
      waiting.add(i);
      near.observe(place);
    }
  });
  signal.addEventListener('abort', () => near.disconnect());
  addEventListener('beforeprint', () => [...waiting].forEach(draw), {signal});
  return (id) => {
    const at = rowOf.get(id);
    for (let i = at - AROUND; i <= at + AROUND; i++) {
      draw(i);
    }
  };
}

function height(row) {
  const length = row.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  return Math.max(Math.ceil(length / LINE.characters) * LINE.rem, row.begun.length * CARD_REM) + 1;
}

function full(row, numbers, claims) {
  return html`<div class="text">${wrap(row.kind, row.pieces.map((piece) => (piece.claims ? mark(piece, numbers) : piece.text)))}</div>
    ${row.begun.length > 0 ? html`<ul class="cards">${row.begun.map((id) => card(claims.get(id), numbers))}</ul>` : nothing}`;
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
function mark(piece, numbers) {
  return html`${piece.starts.map((id) => html`<button type="button" class="ref" data-to=${id} aria-label="Claim ${numbers.get(id)}">${numbers.get(id)}</button>`)}<mark
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
