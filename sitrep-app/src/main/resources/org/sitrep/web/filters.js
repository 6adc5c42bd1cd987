// The filters: the same names as the options of the command line, and the same values in the address.

export const NAMES = ['type', 'place', 'actor', 'source', 'from', 'to', 'certainty', 'doc', 'contested'];
const FLAGS = ['contested'];

/** The filters in an address, in the order of NAMES. */
export function clean(query) {
  const kept = new URLSearchParams();
  for (const name of NAMES) {
    query.getAll(name).filter((value) => value.trim() !== '').forEach((value) => kept.append(name, value));
  }
  return kept;
}

/** A value as a shell takes it. */
export function quoted(value) {
  return /^[\w@:.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** An option as a shell takes it; a value that begins with a dash is no option of its own. */
export function option(name, value) {
  return `--${name}${value.startsWith('-') ? '=' : ' '}${quoted(value)}`;
}

/** What a command is about, as its last word. */
export function operand(value) {
  return `${value.startsWith('-') ? '-- ' : ''}${quoted(value)}`;
}

/** Throws where an address has a name that is neither a filter nor one of `others`. */
export function check(query, others) {
  const odd = [...query.keys()].find((name) => !NAMES.includes(name) && !others.includes(name));
  if (odd !== undefined) {
    throw new Error(`this address asks for "${odd}", and there is no such filter. There are ${NAMES.join(', ')}.`);
  }
}

/** The command that lists the same events. */
export function command(query) {
  return ['sitrep events', ...[...clean(query)].map(([name, value]) => (FLAGS.includes(name) ? `--${name}` : option(name, value)))].join(' ');
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
