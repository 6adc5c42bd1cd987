// People's rulings: what they may be about, who makes them, and how they are sent. Nothing is ever taken away: to undo is
// to rule again, without a value.
import {html, nothing, render} from 'lit-html';
import {get, post} from './api.js';
import {mine} from './changes.js';
import {moment} from './format.js';

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

/** Who rules in this browser, or nothing. */
export function reviewer() {
  try {
    return localStorage.getItem(NAME) || '';
  } catch {
    return '';
  }
}

export function keepReviewer(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // a browser that keeps nothing asks again
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

/** The reviewer's name, asked for once. */
export async function whoRules() {
  const known = reviewer();
  if (known) {
    return known;
  }
  const name = await askText('Who are you?', 'Your name, kept in this browser and with every ruling');
  if (name) {
    keepReviewer(name);
  }
  return name;
}

/** Sends a ruling; answers null where nobody would sign it. */
export async function rule({subject, id, value, reason, from}) {
  const by = await whoRules();
  if (!by) {
    return null;
  }
  const answer = await post('/api/rulings', {subject, id, value, reason, by, ...(from ? {from} : {})});
  mine(answer.state);
  return answer;
}

/** Takes rulings back, the latest first. */
export async function undo(rulings, reason = 'taken back') {
  const answers = [];
  for (const {subject, id} of [...rulings].reverse()) {
    const answer = await rule({subject, id, value: '', reason});
    if (!answer) {
      break;
    }
    answers.push(answer);
  }
  return answers;
}

/** That these claims are about one happening: the first of each event stands for it. */
export function together(a, b, reason) {
  return rule({subject: 'pair', id: pair(a, b), value: 'same', reason});
}

/** That a claim is about another happening than these. */
export async function separate(claim, others, reason) {
  const answers = [];
  for (const other of others) {
    const answer = await rule({subject: 'pair', id: pair(claim, other), value: 'apart', reason});
    if (!answer) {
      break;
    }
    answers.push(answer);
  }
  return answers;
}

/** "claim c1 is false". */
export function inWords(ruling) {
  const kind = SUBJECTS[ruling.subject] || {label: ruling.subject, values: {}};
  const said = ruling.withdrawn ? 'ruling withdrawn' : kind.values[ruling.value] || ruling.value;
  return `${kind.label} ${ruling.id}: ${said}`;
}

/** Rulings as a list, each with who, when and why. */
export function rulingList(rulings) {
  return rulings.length === 0 ? nothing : html`<ul class="rulings">${rulings.map((r) => html`
    <li class=${r.stands === false ? 'past' : ''}>
      <strong>${inWords(r)}</strong>
      <span class="soft">by <bdi>${r.by}</bdi>, <time datetime=${r.decided}>${moment(r.decided)}</time></span>
      <q dir="auto">${r.reason}</q>
      ${r.overruled_by ? html`<span class="soft">overruled by ruling ${r.overruled_by}</span>` : nothing}
    </li>`)}</ul>`;
}

/** All rulings, the latest first. */
export function log(params, signal) {
  return get('/api/rulings', new URLSearchParams(params), signal);
}
