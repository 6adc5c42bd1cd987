// Why claims are one event, in bits, field by field; and which other events are possibly the same.
import {html, nothing, svg} from 'lit-html';
import {days, eventLink, parties} from '../format.js';

const SCALE = {least: -8, most: 16};

export function whyView(event) {
  const {links, loans} = event.why;
  const order = new Map(event.claims.map((claim, i) => [claim.claim_id, i + 1]));
  const name = (id) => (order.has(id) ? `claim ${order.get(id)}` : 'a claim of another event');
  if (links.length + loans.length === 0) {
    return html`<p class="soft">One claim: nothing had to be joined.</p>`;
  }
  return html`<p class="soft">In bits of evidence: each doubles the odds that two claims are about one happening.</p>
    <ol class="numbered">${event.claims.map((c) => html`<li dir="auto">${c.notation}</li>`)}</ol>
    ${links.map((l) => waterfall(`${name(l.claim)} with ${name(l.with)}; ${bits(l.mean)} on average`, l.terms))}
    ${loans.length > 0 ? html`<h3>Lent</h3><ul>${loans.map((loan) => html`<li dir="auto">${loan}</li>`)}</ul>` : nothing}`;
}

export function possibleView(event, merge) {
  const {possible} = event.why;
  if (possible.length === 0) {
    return nothing;
  }
  return html`<h2>Possibly the same as</h2>
    <p class="soft">Near, but not near enough to be joined by themselves.</p>
    <ul class="possibles">${possible.map((p) => html`<li>
      <p><a href=${eventLink(p.event_id)} title=${p.event_id} dir="auto">${inWords(p.event)}</a></p>
      <details class="possible"><summary>How near: ${bits(p.mean)} on average</summary>
        ${waterfall('the nearest two claims', p.terms)}</details>
      <button type="button" data-writes @click=${() => merge(p)} aria-label=${`Rule that this is the same event: ${inWords(p.event)}`}>Rule that it is the same event</button></li>`)}</ul>`;
}

/** "armed clash, Mayadin, 2017-09-24: ISIS → Syrian Army". */
function inWords(event) {
  return event ? `${event.label}, ${event.place?.surface ?? 'place not stated'}, ${days(event.time)}: ${parties(event)}` : 'an event that is no more';
}

function waterfall(caption, terms) {
  let sum = 0;
  const rows = terms.map((t) => {
    const before = sum;
    sum += t.bits;
    return html`<tr><th scope="row">${t.field}</th><td>${t.level}</td><td class="number">${signed(t.bits)}</td>
      <td class="number">${sum.toFixed(1)}</td><td>${step(before, sum)}</td></tr>`;
  });
  return html`<div class="scroll"><table class="waterfall"><caption>${caption}</caption>
    <thead><tr>${['Field', 'Found', 'Bits', 'Sum', 'From sum to sum'].map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div>`;
}

/** From the sum before to the sum after, as a bar with the zero line. */
function step(before, after) {
  const at = (v) => (Math.max(SCALE.least, Math.min(SCALE.most, v)) - SCALE.least) / (SCALE.most - SCALE.least) * 120;
  const from = Math.min(at(before), at(after));
  return html`<svg class="step ${after < before ? 'down' : 'up'}" viewBox="0 0 120 12" role="img" aria-label="${before.toFixed(1)} to ${after.toFixed(1)}">
    ${svg`<line class="axis" x1=${at(0)} y1="0" x2=${at(0)} y2="12"/><rect x=${from} y="2" height="8" width=${Math.max(1, Math.abs(at(after) - at(before)))}/>`}</svg>`;
}

function signed(value) {
  return (value > 0 ? '+' : '') + value.toFixed(1);
}

function bits(mean) {
  return `${mean.toFixed(1)} bits`;
}
