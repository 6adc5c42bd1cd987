// Losses as bars from the lowest to the highest number: each statement by itself, different people side by side, and above
// them what the chosen policy makes of all. Nothing is averaged.
import {html, nothing, svg} from 'lit-html';
import {documentLink, FATES, range} from '../format.js';

const POLICIES = {
  range: 'lowest to highest', acled: 'as ACLED: the most cautious number of dead', ucdp: 'as UCDP: low, best, high',
  airwars: 'as Airwars: civilians apart',
};

/** The policy in an address; throws where there is none of that name. */
export function policyOf(query) {
  const name = query.get('casualties') || 'range';
  if (!POLICIES[name]) {
    throw new Error(`there is no policy "${name}"; casualties is one of ${Object.keys(POLICIES).join(', ')}`);
  }
  return name;
}

export function lossesView(event, policy, choose) {
  const losses = event.losses || [];
  if (losses.length === 0) {
    return nothing;
  }
  const figures = event.policies.find((p) => p.policy === policy).figures;
  return html`<section class="losses-view" aria-labelledby="losses-head">
    <h2 id="losses-head">Losses, as each source states them</h2>
    <fieldset class="policies"><legend>Summed up</legend>
      ${Object.entries(POLICIES).map(([id, label]) => html`<label>
        <input type="radio" name="casualties" value=${id} .checked=${id === policy} @change=${() => choose(id)}> ${label}</label>`)}
    </fieldset>
    ${FATES.filter((fate) => losses.some((l) => l.fate === fate)).map((fate) => fateView(event, fate, losses, figures))}
  </section>`;
}

function fateView(event, fate, losses, figures) {
  const these = losses.filter((l) => l.fate === fate);
  const most = Math.max(1, ...these.map((l) => l.high ?? l.low));
  const groups = Map.groupBy ? Map.groupBy(these, who) : groupBy(these, who);
  const summed = figures.filter((f) => f.fate === fate);
  return html`<h3>${fate}</h3>
    <ul class="bars total">${summed.map((f) => html`<li>
      <span>${f.group === 'all' ? 'The event' : `The event, ${f.group}`}</span>${bar(f, most, 'total')}
      <strong class="number">${f.best !== undefined && f.best !== f.low ? `${f.best} (${range([f.low, f.high])})` : range([f.low, f.high])}</strong></li>`)}
      ${summed.length === 0 ? html`<li class="soft">This policy gives no number of ${fate}.</li>` : nothing}</ul>
    <div class="populations">${[...groups].map(([group, rows]) => html`<div class="population">
      <h4 dir="auto">${group}</h4>
      <ul class="bars">${rows.map((l) => html`<li>
        <a dir="auto" href=${claimLink(event, l.claim_id)}>${event.root_names[l.root] || l.root}</a>${bar(l, most, isDisputed(event, l) ? 'differs' : '')}
        <span class="number">${isDisputed(event, l) ? html`<span class="unequal" title="contradicted by another source">≠</span>` : nothing}${range([l.low, l.high])}</span></li>`)}</ul>
    </div>`)}</div>`;
}

function groupBy(rows, key) {
  const groups = new Map();
  rows.forEach((row) => groups.set(key(row), [...(groups.get(key(row)) || []), row]));
  return groups;
}

function who(loss) {
  return loss.group || (loss.population === 'people' ? 'whom is not stated' : loss.population);
}

function isDisputed(event, loss) {
  return event.contradictions.some((c) => c.field === loss.fate && c.versions.some((v) => v.claims.includes(loss.claim_id)));
}

function claimLink(event, id) {
  const claim = event.claims.find((c) => c.claim_id === id);
  return claim ? documentLink(claim.doc, [id]) : '#/';
}

/** A bar on a scale from nobody to the most that anybody states; open ends run out to the right. */
function bar({low, high}, most, kind) {
  const end = high ?? most;
  const x = low / most * 96;
  const width = Math.max(2, (end - low) / most * 96);
  return html`<svg class="bar ${kind}" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label=${range([low, high])}>
    ${svg`<line class="axis" x1="0" y1="6" x2="98" y2="6"/><rect x=${x} y="2" width=${width} height="8" rx="1"/>`}
    ${high === null || high === undefined ? svg`<path d="M ${x + width} 0 l 2 6 l -2 6 z"/>` : nothing}
  </svg>`;
}
