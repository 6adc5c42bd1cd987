// One event of the queue; the one that is looked at shows its claims.
import {html, nothing} from 'lit-html';
import {days, documentLink, eventLink, losses, outlet, parties} from '../format.js';
import {verdict} from '../rulings.js';

export const GROUNDS = {contested: 'contested', uncertain: 'uncertain', unknown_party: 'with a party that no pack knows'};

export function itemView(item, {here, claim, marked, point}) {
  const ruled = item.standing[item.event_id];
  const onEvent = here && claim < 0;
  return html`<li class="item ${here ? 'here' : ''} ${marked ? 'marked' : ''}" aria-current=${here ? 'true' : nothing}>
    <div class="head" tabindex="-1" ?data-here=${onEvent} @click=${(e) => (e.target.closest('a') ? undefined : point(-1))}>
      <a href=${eventLink(item.event_id)} dir="auto">${item.label}${item.place ? `, ${item.place.surface}` : ''}</a>
      <span class="soft">${days(item.time)}</span>
      <span dir="auto">${[parties(item), losses(item)].filter(Boolean).join(' · ')}</span>
      <span class="reasons">${item.reasons.map((r, i) => html`${i > 0 ? ' · ' : ''}<span class=${r.startsWith('contested') ? 'contested' : ''} dir="auto">${r.startsWith('contested') ? '≠ ' : ''}${r}</span>`)}</span>
      ${marked ? html`<strong>marked for merging</strong>` : nothing}
      ${ruled ? html`<strong class="ruled">ruled: ${verdict(ruled)} (<bdi>${ruled.by}</bdi>)</strong>` : nothing}
    </div>
    ${here ? html`<ul class="claims">${item.claims.map((c, i) => claimView(c, item, i === claim, () => point(i)))}</ul>` : nothing}
  </li>`;
}

function claimView(claim, item, here, point) {
  const ruled = item.standing[claim.claim_id];
  return html`<li class=${here ? 'here' : ''} tabindex="-1" ?data-here=${here} aria-current=${here ? 'true' : nothing} @click=${(e) => (e.target.closest('a') ? undefined : point())}>
    <span dir="auto"><strong>${item.root_names[claim.root] || claim.root}</strong>: ${claim.notation}</span>
    <blockquote dir="auto">${claim.evidence}</blockquote>
    <a href=${documentLink(claim.doc, [claim.claim_id])} dir="auto">${outlet(claim)}</a>${claim.published ? `, ${claim.published}` : ''}
    ${ruled ? html`<strong class="ruled">ruled: ${verdict(ruled)} (<bdi>${ruled.by}</bdi>)</strong>` : nothing}</li>`;
}
