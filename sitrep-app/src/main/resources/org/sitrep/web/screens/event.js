// One event: what each source says, field by field; losses, grades, why it is one event, what became of it, and rulings.
import {html, nothing, render} from 'lit-html';
import {get} from '../api.js';
import {foot, sitrep} from '../commands.js';
import {check, onward} from '../filters.js';
import {days, documentLink, eventLink, FATES, losses, moment, outlet, parties} from '../format.js';
import {askGrade, badge, gradeView} from '../event/grade.js';
import {lossesView, policyOf} from '../event/losses.js';
import {ruleView} from '../event/rule.js';
import {possibleView, whyView} from '../event/why.js';
import {askText, inWords, rulingList, together as oneEvent, undo} from '../rulings.js';

const FIELDS = {
  what: 'What', actor: 'Who', target: 'To whom', place: 'Where', time: 'When', killed: 'Killed', wounded: 'Wounded',
  captured: 'Captured', displaced: 'Displaced', materiel: 'With what', certainty: 'How sure', 'passed on by': 'Passed on by',
};

const REASONS = {
  renamed: 'its earliest claim is another one', merged: 'it is part of this event', split: 'its claims are in several events',
  new_version: 'a later version of its document says the same', edited: 'a later version of its document says it otherwise', withdrawn: 'none of its claims counts any more',
};

export async function show(main, {id, query, replace, signal}) {
  check(query, ['casualties'], []);
  const state = {event: null, grade: null, policy: policyOf(query), said: ''};
  const draw = () => render(page(state, acts), main);
  const load = async (which) => {
    state.event = await get(`/api/events/${encodeURIComponent(which)}`, undefined, signal);
    state.grade = {state: 'asked'};
    draw();
    askGrade(state.event.event_id, (grade) => {
      state.grade = grade;
      draw();
    }, signal).catch((error) => {
      if (!signal.aborted) {
        state.grade = {error: error.message};
        draw();
      }
    });
  };
  const acts = {
    choose(policy) {
      state.policy = policy;
      replace(`/event/${encodeURIComponent(id)}${policy === 'range' ? '' : `?casualties=${policy}`}`);
      draw();
    },
    /** Runs what rules, says what came of it, and shows the event as it is now. */
    async ruling(work) {
      if (state.busy) {
        return;
      }
      state.busy = true;
      state.said = 'Ruling …';
      draw();
      try {
        const answers = [await work()].flat().filter(Boolean);
        state.said = answers.length === 0 ? 'Nothing was ruled.' : `Ruled: ${answers.map((a) => inWords(a.ruling)).join('; ')}`;
        await load(state.event.event_id);
      } catch (error) {
        state.said = `Not ruled: ${error.message}`;
        draw();
      } finally {
        state.busy = false;
      }
    },
    withdraw: (ruling) => acts.ruling(() => undo([ruling])),
    draw,
    async merge(possible) {
      const reason = await askText('Why are they one event?', 'Reason', 'compared claim by claim');
      if (reason) {
        await acts.ruling(() => oneEvent(possible.claim, possible.with, reason));
      }
    },
  };
  render(nothing, main);
  await load(id);
}

function page(state, acts) {
  const {event} = state;
  return html`<article class="event">
    <p class="crumb"><a href=${onward('')}>Events</a> › ${event.event_id}</p>
    ${event.redirect ? html`<p class="crumb">${event.redirect.from} is ${event.event_id} now: ${REASONS[event.redirect.reason] || event.redirect.reason}.</p>` : nothing}
    <h1 dir="auto">${event.label}${event.place ? `, ${event.place.surface}` : ''}</h1>
    <p class="lead" dir="auto">${[days(event.time), parties(event), losses(event)].filter(Boolean).join(' · ')}</p>
    ${event.contradictions.length > 0
      ? html`<p class="contested">≠ The sources contradict each other: ${[...new Set(event.contradictions.map((c) => FIELDS[c.field]?.toLowerCase() || c.field))].join(', ')}.</p>`
      : nothing}
    ${badge(state.grade)}
    <h2>Side by side</h2>
    ${compare(event)}
    ${lossesView(event, state.policy, acts.choose)}
    ${possibleView(event, acts.merge)}
    <details><summary><h2 id="grades" tabindex="-1">Grades, with every term</h2></summary>${gradeView(state.grade)}</details>
    <details><summary><h2>Why these claims are one event</h2></summary>${whyView(event)}</details>
    <h2>Rule on it</h2>
    <p role="status" class="said" dir="auto">${state.said}</p>
    ${ruleView(event, acts.ruling, acts.draw)}
    <h2>History</h2>
    ${history(event, acts.withdraw)}
    ${codes(event)}
    ${foot(sitrep('event', state.policy !== 'range' && `--casualties ${state.policy}`, event.event_id))}
  </article>`;
}

function compare(event) {
  const {columns, rows} = event.comparison;
  const claims = new Map(event.claims.map((claim) => [claim.claim_id, claim]));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What each source says">
    <table class="compare">
      <thead><tr><th scope="col"><span class="unseen">Field</span></th>${columns.map((c) => html`<th scope="col" dir="auto">${c.name}</th>`)}</tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr><th scope="row">${FIELDS[row.field] || row.field}${together(row, claims)}</th>
          ${row.cells.map((cell) => html`<td class=${cell.differs ? 'differs' : ''}>${cellView(row, cell, claims)}</td>`)}</tr>`)}
        <tr><th scope="row">In their words</th>${columns.map((column) => html`<td>${column.claims.map((c) => quote(claims.get(c)))}</td>`)}</tr>
      </tbody>
    </table></div>`;
}

/** The claims of a row that are worth seeing together: those that contradict each other, and different losses, which stand side by side. */
function compared(row) {
  const stating = row.cells.filter((c) => c.values.length > 0);
  const losses = FATES.includes(row.field) && new Set(stating.flatMap((c) => c.values.map((v) => v.text))).size > 1;
  const cells = losses ? stating : row.cells.filter((c) => c.differs);
  return [...new Set(cells.flatMap((c) => c.values.flatMap((v) => v.claims)))];
}

/** Where several of them stand in one document: a link that lights all of them. */
function together(row, claims) {
  const ids = compared(row);
  const docs = [...new Set(ids.map((c) => claims.get(c).doc))];
  return docs.map((doc) => ids.filter((c) => claims.get(c).doc === doc)).filter((some) => some.length > 1).map((some) => html`
    <br><a class="all" dir="auto" href=${documentLink(claims.get(some[0]).doc, some)}>together in ${outlet(claims.get(some[0]))}</a>`);
}

/** Each value leads to the words that it rests on. */
function cellView(row, cell, claims) {
  if (cell.values.length === 0) {
    return row.field === 'passed on by' ? nothing : html`<span class="open">not stated</span>`;
  }
  return html`${cell.differs ? html`<span class="unequal" title="contradicted by another source">≠<span class="unseen"> contradicted: </span></span>` : nothing}
    ${cell.values.map((value, i) => html`${i > 0 ? '; ' : ''}<a class="value" dir="auto" href=${valueLink(row, cell, value, claims)}>${value.text}</a>${value.claims.slice(1).map((c, n) => html`
      <a class="more" href=${documentLink(claims.get(c).doc, [c])} aria-label="${value.text}, stated again, ${n + 2}">[${n + 2}]</a>`)}`)}`;
}

/** The words that a value rests on; what it is worth comparing with in the same document is lit, too. */
function valueLink(row, cell, value, claims) {
  const first = value.claims[0];
  const {doc} = claims.get(first);
  const against = cell.differs || FATES.includes(row.field) ? compared(row).filter((c) => c !== first && claims.get(c).doc === doc) : [];
  return documentLink(doc, [first, ...against]);
}

function quote(claim) {
  return html`<figure>
    <blockquote dir="auto">${claim.evidence}</blockquote>
    <figcaption><a dir="auto" href=${documentLink(claim.doc, [claim.claim_id])}>${outlet(claim)}</a>${claim.published ? `, ${claim.published}` : ''}</figcaption>
  </figure>`;
}

function history(event, withdraw) {
  const {redirects, rulings} = event.history;
  return html`${redirects.length === 0
    ? html`<p class="soft">It has had no other id.</p>`
    : html`<ul>${redirects.map((r) => html`<li><time datetime=${r.when}>${moment(r.when)}</time>: <code>${r.from}</code> became
      ${r.to.map((to, i) => html`${i > 0 ? ', ' : ''}<a href=${eventLink(to)}>${to}</a>`)}; ${REASONS[r.reason] || r.reason}</li>`)}</ul>`}
    ${rulings.length === 0 ? html`<p class="soft">Nobody has ruled on it.</p>` : rulingList(rulings, withdraw)}`;
}

function codes(event) {
  const acled = [event.acled_event_type, event.acled_sub_event_type].filter(Boolean).join(' / ');
  return html`<p class="codes">${[acled && `ACLED: ${acled}`, event.plover && `PLOVER: ${event.plover}`].filter(Boolean).join(' · ')}</p>`;
}
