// What the review screen asks and explains in dialogs.
import {html, render} from 'lit-html';
import {SUBJECTS, valueOptions} from '../rulings.js';

/** A value and a reason for the claim, or else the event, that is looked at; null where it was left. */
export function askRuling(item, claim, reason) {
  const [subject, id, what] = claim ? ['claim', claim.claim_id, claim.notation] : ['event', item.event_id, item.label];
  return open((close) => html`<form @submit=${(e) => { e.preventDefault(); close({subject, id, value: e.target.value.value, reason: e.target.reason.value.trim()}); }}>
    <h2>Rule on the ${SUBJECTS[subject].label}</h2>
    <p dir="auto">${what}</p>
    <p><label>Value <select name="value" required autofocus>${valueOptions(subject)}</select></label></p>
    <p><label>Reason <input name="reason" required maxlength="4000" dir="auto" .value=${reason}></label></p>
    <p class="buttons"><button>Rule</button> <button type="button" @click=${() => close(null)}>Cancel</button></p>
  </form>`);
}

const KEYS = {
  j: 'next event', k: 'previous event', n: 'next claim of this event', p: 'previous claim, and back to the event',
  a: 'accept: the claim is true; the event is probably true (2)', x: 'reject: the claim is false; the event is improbable (5)',
  e: 'edit: rule any value, with a reason', m: 'mark for merging; on another event: the two are one', s: 'split: this claim does not belong to the others',
  u: 'undo the last ruling of yours; it stays in the log', r: 'write the reason; Enter goes back', Enter: 'open the event', '?': 'this help',
};

export async function help(then) {
  await open((close) => html`<form @submit=${(e) => { e.preventDefault(); close(null); }}><h2>Keys</h2>
    <dl class="help">${Object.entries(KEYS).map(([key, said]) => html`<dt><kbd>${key}</kbd></dt><dd>${said}</dd>`)}</dl>
    <button autofocus>Close</button></form>`);
  then();
}

/** Opens a dialog; what `content` closes it with, or null. */
function open(content) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  return new Promise((resolve) => {
    let answer = null;
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    render(content((said) => {
      answer = said;
      dialog.close();
    }), dialog);
    document.body.append(dialog);
    dialog.showModal();
  });
}
