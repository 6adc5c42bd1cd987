// Ruling on an event from its own page: its digit, its claims, and what belongs to it.
import {html} from 'lit-html';
import {reviewer, reviewerView, rule, separate, SUBJECTS, together, undo, valueOptions} from '../rulings.js';
import {get} from '../api.js';

/** What was ruled on an event in this tab: a split is several rulings, and is taken back as one. */
const DONE = [];

/** `ruling` runs the work and shows what came of it; `draw` draws anew. */
export function ruleView(event, ruling, draw) {
  const reason = () => document.getElementById('why-ruled').value.trim() || 'ruled in the page';
  const act = (work) => ruling(async () => {
    const answers = [await work()].flat().filter(Boolean);
    if (answers.length > 0) {
      DONE.push(answers.map((a) => a.ruling));
    }
    return answers;
  });
  const last = latest(event);
  const others = (claim) => event.claims.filter((c) => c !== claim).map((c) => c.claim_id);
  return html`<div class="rule" data-writes>
    <label>Why <input id="why-ruled" dir="auto" maxlength="4000" placeholder="ruled in the page"></label>
    <form @submit=${(e) => { e.preventDefault(); const {target} = e; act(() => rule({subject: 'event', id: event.event_id, value: target.digit.value, reason: reason()})).then(() => target.reset()); }}>
      <label>The event’s digit <select name="digit" required>${valueOptions('event')}</select></label>
      <button>Rule</button>
    </form>
    <form @submit=${(e) => { e.preventDefault(); act(() => merge(event, e.target.other.value.trim(), reason())); }}>
      <label>The same event as <input name="other" required placeholder="id of an event" spellcheck="false"></label>
      <button>Merge</button>
    </form>
    <ol class="claims">${event.claims.map((claim) => html`<li>
      <span dir="auto">${claim.notation}</span>
      <span class="buttons">
        ${Object.entries(SUBJECTS.claim.values).map(([v, l]) => html`<button type="button" @click=${() => act(() => rule({subject: 'claim', id: claim.claim_id, value: v, reason: reason()}))}>${l}</button>`)}
        <button type="button" ?disabled=${event.claims.length === 1} @click=${() => act(() => separate(claim.claim_id, others(claim), reason()))}>belongs to no other</button>
      </span></li>`)}</ol>
    <button type="button" ?disabled=${!last} @click=${() => ruling(() => undo(last))}>Undo your last ruling</button>
    <span class="soft">${reviewerView(draw)}</span>
  </div>`;
}

/** What you ruled on this event last and what stands of it, or null. */
function latest(event) {
  const standing = event.history.rulings.filter((r) => r.stands && r.by === reviewer() && r.subject !== 'source');
  const last = standing.at(-1);
  const same = (a, b) => a.subject === b.subject && a.id === b.id;
  const together = DONE.findLast((some) => last && some.some((r) => same(r, last)));
  return last ? standing.filter((r) => same(r, last) || together?.some((t) => same(t, r))) : null;
}

/** The first claim of each stands for its event. */
async function merge(event, other, reason) {
  const found = await get(`/api/events/${encodeURIComponent(other)}`);
  if (found.event_id === event.event_id) {
    throw new Error(`${other} is this event`);
  }
  return together(event.claims[0].claim_id, found.claims[0].claim_id, reason);
}
