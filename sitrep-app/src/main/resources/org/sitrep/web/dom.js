// Makes elements. Text always goes in as text, never as markup.

/** el('a.name', {href}, child, ...): children are nodes, strings, or nothing. */
export function el(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split('.');
  const node = document.createElement(tag || 'div');
  if (classes.length > 0) {
    node.className = classes.join(' ');
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ''));
  return node;
}

/** Asks the REST interface; throws an Error with the server's words when it refuses. */
export async function ask(path) {
  const response = await fetch(path, {headers: {accept: 'application/json'}});
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error || response.statusText);
  }
  return body;
}

/** "5", "2 to 9", "5 or more". */
export function range([low, high]) {
  if (high === null || high === undefined) {
    return `${low} or more`;
  }
  return low === high ? String(low) : `${low} to ${high}`;
}

/** "2017-09-24", "2017-09-23 to 2017-09-24", or "no date". */
export function days(time) {
  if (!time) {
    return 'no date';
  }
  return time.start === time.end ? time.start : `${time.start} to ${time.end}`;
}

export const FATES = ['killed', 'wounded', 'captured', 'displaced'];

/** "killed 2 to 5, wounded 3". */
export function losses(record) {
  return FATES.filter((fate) => record[fate]).map((fate) => `${fate} ${range(record[fate])}`).join(', ');
}

export function names(parties) {
  return [...new Set((parties || []).map((party) => party.name))].join(', ');
}

/** "ISIS → Syrian Army". */
export function parties(record) {
  const doers = names(record.actor);
  const targets = names(record.target);
  return (doers || 'doer not stated') + (targets ? ` → ${targets}` : '');
}

export function plural(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
