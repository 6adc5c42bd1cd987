// The filters: the same names as the options of the command line, and the same values in the address.

export const NAMES = ['type', 'place', 'actor', 'source', 'from', 'to', 'certainty', 'doc', 'contested'];
/** Those without a value. */
export const FLAGS = ['contested'];

/** The filters in an address, in the order of NAMES. */
export function clean(query) {
  const kept = new URLSearchParams();
  for (const name of NAMES) {
    query.getAll(name).filter((value) => value.trim() !== '').forEach((value) => kept.append(name, value));
  }
  return kept;
}

const KEPT = 'sitrep.filters';

/** Takes note of what is filtered, so that other screens of this tab can go on with it; gives the filters alone. */
export function carry(query) {
  const kept = clean(query);
  if (kept.toString() !== sessionStorage.getItem(KEPT)) {
    sessionStorage.setItem(KEPT, kept);
    dispatchEvent(new Event('filters'));
  }
  return kept;
}

/** What was last filtered in this tab. */
export function carried() {
  return new URLSearchParams(sessionStorage.getItem(KEPT) ?? '');
}

/** The address of a screen, with what was last filtered where the screen filters; a report is of a day. */
export function onward(screen) {
  const kept = ['', 'data', 'report'].includes(screen) ? carried() : new URLSearchParams();
  if (screen === 'report') {
    const day = kept.get('to') ?? kept.get('from');
    ['from', 'to'].forEach((name) => kept.delete(name));
    if (day) {
      kept.set('date', day);
    }
  }
  return `#/${screen}${kept.size > 0 ? `?${kept}` : ''}`;
}

/** A value as a shell takes it. */
export function quoted(value) {
  return /^[\w@:./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** An option as a shell takes it; a value that begins with a dash is no option of its own. */
export function option(name, value) {
  return `--${name}${value.startsWith('-') ? '=' : ' '}${quoted(value)}`;
}

/** What a command is about, as its last word. */
export function operand(value) {
  return `${value.startsWith('-') ? '-- ' : ''}${quoted(value)}`;
}

/** Throws where an address has a name that is neither one of the filters `names` nor one of `others`. */
export function check(query, others, names = NAMES) {
  const odd = [...query.keys()].find((name) => !names.includes(name) && !others.includes(name));
  if (odd !== undefined) {
    const known = [...names, ...others];
    throw new Error(`this address asks for "${odd}", and there is no such filter here. ${known.length > 0 ? `There are ${known.join(', ')}.` : 'There is none.'}`);
  }
}

/** The query with a value added, or taken away where it is there. */
export function toggled(query, name, value) {
  const next = new URLSearchParams();
  let was = false;
  for (const [n, v] of query) {
    if (n === name && v === value) {
      was = true;
    } else {
      next.append(n, v);
    }
  }
  if (!was) {
    next.append(name, value);
  }
  return next;
}

/** The query with other values, or none, under some names. */
export function withValues(query, values) {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(values)) {
    next.delete(name);
    if (value !== null && value !== undefined && value !== '') {
      next.set(name, value);
    }
  }
  return next;
}
