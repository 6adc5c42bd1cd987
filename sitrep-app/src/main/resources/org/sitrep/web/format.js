// How days, counts and parties are put into words.

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

/** "2018-11-09 14:05 UTC". */
export function moment(instant) {
  return instant ? `${instant.slice(0, 16).replace('T', ' ')} UTC` : '';
}

/** "#/document/ID?claim=A&claim=B": a document with claims lit, the first of them in view. */
export function documentLink(doc, claims = []) {
  const query = new URLSearchParams(claims.map((claim) => ['claim', claim]));
  return `#/document/${encodeURIComponent(doc)}${claims.length > 0 ? `?${query}` : ''}`;
}

/** Where a claim was read: its publisher, or else the headline, or else the id of its document. */
export function outlet(claim) {
  return claim.publisher || claim.headline || claim.doc;
}

export function eventLink(id) {
  return `#/event/${encodeURIComponent(id)}`;
}
