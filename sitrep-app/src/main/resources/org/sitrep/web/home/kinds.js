// Kinds of events are told apart by colour, by shape and by letter, never by one of them alone.
import {svg} from 'lit-html';

export const FAMILIES = [
  {id: 'fight', label: 'fighting', letter: 'F', sides: 0},
  {id: 'territory', label: 'territory', letter: 'T', sides: 4},
  {id: 'persons', label: 'people', letter: 'P', sides: 3},
  {id: 'posture', label: 'forces', letter: 'M', sides: -4},
  {id: 'words', label: 'words', letter: 'W', sides: 6},
];

/** The number of a family of event types; what is unknown counts as words. */
export function familyNumber(id) {
  const at = FAMILIES.findIndex((f) => f.id === id);
  return at < 0 ? FAMILIES.length - 1 : at;
}

/** Corners of a shape of some radius; none for a circle. A negative number of sides stands on its corner. */
export function corners(sides, radius) {
  const n = Math.abs(sides);
  const grown = radius * (n === 3 ? 1.3 : n === 4 ? 1.18 : 1.05);
  const turn = sides === 4 ? Math.PI / 4 : 0;
  return Array.from({length: n}, (_, i) => {
    const angle = -Math.PI / 2 + turn + i * 2 * Math.PI / n;
    return [grown * Math.cos(angle), grown * Math.sin(angle)];
  });
}

/** The sign of a family, for lists and legends. */
export function sign(number) {
  const {id, sides, letter} = FAMILIES[number];
  const shape = sides === 0
    ? svg`<circle r="8" class=${`sign ${id}`}></circle>`
    : svg`<polygon points=${corners(sides, 8).map((p) => p.map((v) => v.toFixed(1)).join(',')).join(' ')} class=${`sign ${id}`}></polygon>`;
  return svg`<svg class="sign" viewBox="-11 -11 22 22" width="18" height="18" aria-hidden="true">${shape}<text y="3.5" text-anchor="middle">${letter}</text></svg>`;
}
