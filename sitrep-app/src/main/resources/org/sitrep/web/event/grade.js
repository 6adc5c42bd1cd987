// The grades of an event, with every term that they are made of.
import {html, nothing} from 'lit-html';
import {get} from '../api.js';
import {rulingList} from '../rulings.js';

/** How long is waited before asking again, in ms: soon at first. */
const SOON = 150;
const LATER = 2000;

/** Asks until it is known; `show` is called with every answer. */
export async function askGrade(id, show, signal) {
  for (let wait = SOON; !signal.aborted; wait = Math.min(LATER, wait * 2)) {
    const grade = await get(`/api/events/${encodeURIComponent(id)}/grade`, undefined, signal);
    show(grade);
    if (grade.state === 'known') {
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, wait); });
  }
}

const STANCE = {assert: 'asserts it', deny: 'says it is not so', silent: 'is silent'};

export function badge(answer) {
  if (!answer) {
    return nothing;
  }
  if (answer.error) {
    return html`<p class="error">The grades cannot be had: ${answer.error}</p>`;
  }
  if (answer.state !== 'known') {
    return html`<p class="soft" role="status">Grades: being worked out from the record of all sources …</p>`;
  }
  const {grade} = answer;
  return html`<p class="badges"><a class="badge" href="#grades" @click=${jump}><strong>${grade.ruling ? grade.letter + grade.ruling.value : grade.computed}</strong>
      Admiralty${grade.ruling ? `, ruled; computed ${grade.computed}` : ', computed'}</a>
    ${grade.airwars ? html`<span class="badge"><strong>${grade.airwars}</strong> Airwars’s scale, computed</span>` : nothing}</p>`;
}

/** The address is a screen's: what lies on the same screen is gone to by hand. */
function jump(event) {
  event.preventDefault();
  const head = document.getElementById('grades');
  head.closest('details').open = true;
  head.scrollIntoView({block: 'start'});
  head.focus();
}

export function gradeView(answer) {
  if (!answer || answer.state !== 'known') {
    return html`<p class="soft">Being worked out.</p>`;
  }
  const {grade, words, support} = answer;
  return html`<dl class="grades">
      <dt>Digit ${grade.digit}</dt><dd>${grade.digit_why}</dd>
      <dt>Letter ${grade.letter}</dt><dd>the best of those who assert it</dd>
      ${grade.airwars ? html`<dt>Airwars: ${grade.airwars}</dt><dd>${grade.airwars_why}</dd>` : nothing}
    </dl>
    ${grade.ruling ? html`<h3>Ruled</h3>${rulingList([grade.ruling])}` : nothing}
    ${grade.rulings.length > 0 ? html`<h3>Rulings that this rests on</h3>${rulingList(grade.rulings)}` : nothing}
    <h3>Who speaks</h3>
    <div class="scroll"><table><thead><tr>${['Source', 'Stance', 'Interest', 'Firmness', 'Record', 'Borne out'].map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
      <tbody>${words.map((w) => html`<tr><th scope="row" dir="auto">${w.name}</th><td>${STANCE[w.stance] || w.stance}${w.rumour ? ', as a rumour' : ''}</td>
        <td>${w.interest.replaceAll('_', ' ')}</td><td class="number">${w.firmness.toFixed(2)}</td>
        <td>${w.record ? `${w.record.computed_letter} (${w.record.low.toFixed(2)} to ${w.record.high.toFixed(2)})` : ''}</td>
        <td>${w.record ? `${w.record.k.toFixed(1)} of ${w.record.n.toFixed(1)}` : ''}</td></tr>`)}</tbody></table></div>
    <h3>Support: ${signed(support.log_odds)} log-odds, ${signed(support.prior)} before anybody spoke</h3>
    <div class="scroll"><table><thead><tr>${['Source', 'Stance', 'If so', 'If not', 'Discount', 'Adds', 'Why'].map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
      <tbody>${support.terms.map((t) => html`<tr><th scope="row" dir="auto">${name(t.source, words)}</th><td>${STANCE[t.stance] || t.stance}</td>
        <td class="number">${t.if_so.toFixed(2)}</td><td class="number">${t.if_not.toFixed(2)}</td><td class="number">${t.discount.toFixed(2)}</td>
        <td class="number">${signed(t.value)}</td><td>${t.why}</td></tr>`)}</tbody></table></div>`;
}

function name(key, words) {
  return words.find((w) => w.source === key)?.name || key;
}

function signed(value) {
  return (value > 0 ? '+' : '') + value.toFixed(2);
}
