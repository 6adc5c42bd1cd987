// People's rulings: what they may be about, who makes them, and how they are sent. Nothing is ever taken away: to undo is
// to rule again, without a value.
import {html, nothing, render} from 'lit-html';
import {get, post} from './api.js';
import {mine} from './changes.js';
import {documentLink, eventLink, moment} from './format.js';
import {mayRule, READER} from './role.js';

/** Every kind of subject, as on the command line (`sitrep review SUBJECT ID VALUE`). */
export const SUBJECTS = {
  claim: {label: 'claim', values: {true: 'true', false: 'false'}},
  event: {
    label: 'event',
    values: {
      1: '1 confirmed', 2: '2 probably true', 3: '3 possibly true', 4: '4 doubtful', 5: '5 improbable', 6: '6 cannot be judged',
    },
  },
  source: {
    label: 'source',
    values: {
      A: 'A reliable', B: 'B usually reliable', C: 'C fairly reliable', D: 'D not usually reliable', E: 'E unreliable', F: 'F cannot be judged',
    },
  },
  place: {label: 'place', values: {}},
  pair: {label: 'claims', values: {same: 'are about one happening', apart: 'are about two happenings'}},
};

/** The id under which two claims are ruled to be about one happening or two. */
export function pair(a, b) {
  return [a, b].sort().join('+');
}

const NAME = 'sitrep.reviewer';

/** A name that has just been given, or that of a browser that keeps nothing. */
let given = '';

/** Who rules in this browser, or nothing. */
export function reviewer() {
  try {
    return given || localStorage.getItem(NAME) || '';
  } catch {
    return given;
  }
}

/** The server has taken the name. */
function keepReviewer(name) {
  given = name;
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // it stands until the page is left
  }
}

/** Asks, in a dialog of one line; the answer, or null where it was left. */
export function askText(title, label, value = '') {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      const said = dialog.returnValue === 'ok' ? dialog.querySelector('input').value.trim() : '';
      dialog.remove();
      resolve(said || null);
    });
    render(html`<form method="dialog">
      <h2>${title}</h2>
      <label>${label} <input name="said" required maxlength="4000" .value=${value} autofocus dir="auto"></label>
      <p class="buttons"><button value="ok">OK</button> <button type="button" @click=${() => dialog.close('')}>Cancel</button></p>
    </form>`, dialog);
    // A form under this page's policy is not sent: what it is for is done here.
    dialog.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      dialog.close('ok');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const WHO = ['Who are you?', 'Your name, kept in this browser and with every ruling'];

/** Somebody else rules from now on; whether a name was given. */
export async function changeReviewer() {
  const name = await askText(...WHO, reviewer());
  given = name || given;
  return Boolean(name);
}

/** Who rules, as a button that changes it; `then` is called when it has changed. */
export function reviewerView(then) {
  const change = async () => {
    if (await changeReviewer()) {
      then();
    }
  };
  return reviewer()
    ? html`You rule as <button type="button" class="link who" @click=${change} title="Change the name"><bdi>${reviewer()}</bdi></button>.`
    : 'Your name is asked for with the first ruling.';
}

/** Who rules, asked for where no name is kept: it is kept once the server has taken it. */
export async function whoRules() {
  return reviewer() || askText(...WHO);
}

/** Sends a ruling of `by`; answers null where nobody would sign it. */
export async function rule({subject, id, value, reason, from, by: signed}) {
  if (!mayRule()) {
    throw new Error(READER);
  }
  const by = signed || await whoRules();
  if (!by) {
    return null;
  }
  const answer = await post('/api/rulings', {subject, id, value, reason, by, ...(from ? {from} : {})});
  keepReviewer(by);
  mine(answer.state);
  return answer;
}

/** Sends rulings one after the other; those that came through before one failed are told of. */
async function each(rulings) {
  const answers = [];
  for (const one of rulings) {
    try {
      const answer = await rule(one);
      if (!answer) {
        break;
      }
      answers.push(answer);
    } catch (error) {
      throw answers.length === 0 ? error : new Error(`${error.message}; before that was ruled: ${answers.map((a) => inWords(a.ruling)).join('; ')}`);
    }
  }
  return answers;
}

/** Takes rulings back, the latest first. */
export function undo(rulings, reason = 'taken back', by = undefined) {
  return each([...rulings].reverse().map(({subject, id}) => ({subject, id, value: '', reason, by})));
}

/** That these claims are about one happening: the first of each event stands for it. */
export function together(a, b, reason, by = undefined) {
  return rule({subject: 'pair', id: pair(a, b), value: 'same', reason, by});
}

/** That a claim is about another happening than these. */
export function separate(claim, others, reason, by = undefined) {
  return each(others.map((other) => ({subject: 'pair', id: pair(claim, other), value: 'apart', reason, by})));
}

/** What a ruling says of its subject: "2 probably true". */
export function verdict(ruling) {
  return ruling.withdrawn ? 'ruling withdrawn' : SUBJECTS[ruling.subject]?.values[ruling.value] || ruling.value;
}

const what = (ruling) => SUBJECTS[ruling.subject]?.label || ruling.subject;
const things = (ruling) => ruling.about?.length > 0 ? ruling.about : [{id: ruling.id}];

/** "event armed clash, Mayadin, 2017-09-24: 2 probably true". */
export function inWords(ruling) {
  return `${what(ruling)} ${things(ruling).map((a) => a.label ?? a.id).join(' and ')}: ${verdict(ruling)}`;
}

/** Where it is seen what a ruling is about, or nothing. */
function where(subject, about) {
  switch (subject) {
    case 'source':
      return `#/sources/${encodeURIComponent(about.id)}`;
    case 'place':
      return `#/control?${new URLSearchParams({place: about.id})}`;
    case 'event':
      return eventLink(about.event_id ?? about.id);
    default:
      return about.doc ? documentLink(about.doc, [about.id]) : null;
  }
}

function subjectView(ruling) {
  return things(ruling).map((about, i) => {
    const link = where(ruling.subject, about);
    const label = html`<bdi>${about.label ?? about.id}</bdi>`;
    return html`${i > 0 ? ' and ' : ''}${link ? html`<a href=${link} title=${about.id}>${label}</a>` : label}`;
  });
}

/** Rulings as a list, each with who, when and why; with `withdraw`, a button for each that stands. */
export function rulingList(rulings, withdraw = null) {
  return rulings.length === 0 ? nothing : html`<ul class="rulings">${rulings.map((r) => html`
    <li class=${r.stands === false ? 'past' : ''}>
      <strong>${what(r)} ${subjectView(r)}: ${verdict(r)}</strong>
      <span class="soft">by <bdi>${r.by}</bdi>, <time datetime=${r.decided}>${moment(r.decided)}</time></span>
      <q dir="auto">${r.reason}</q>
      ${r.overruled_by ? html`<span class="soft">overruled by ruling ${r.overruled_by}</span>` : nothing}
      ${withdraw && r.stands ? html`<button type="button" data-writes @click=${() => withdraw(r)} aria-label=${`withdraw: ${inWords(r)}`}>withdraw</button>` : nothing}
    </li>`)}</ul>`;
}

/** The choice among what may be ruled; nothing is chosen beforehand. */
export function valueOptions(subject) {
  return html`<option value="">choose</option>${Object.entries(SUBJECTS[subject].values).map(([v, l]) => html`<option value=${v}>${l}</option>`)}`;
}

/** All rulings, the latest first. */
export function log(params, signal) {
  return get('/api/rulings', new URLSearchParams(params), signal);
}
