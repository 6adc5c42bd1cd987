// The REST interface, as the screens ask it.

/** Asks; `params` may be URLSearchParams. Throws an Error with the server's words where it refuses. */
export async function get(path, params = new URLSearchParams(), signal = undefined) {
  const query = params.toString();
  const response = await fetch(query ? `${path}?${query}` : path, {headers: {accept: 'application/json'}, signal});
  return answer(response);
}

/** Sends an object. The header is what another site cannot send, so a write is always the page's own. */
export async function post(path, body, signal = undefined) {
  const headers = {accept: 'application/json', 'content-type': 'application/json', 'x-sitrep': 'page'};
  return answer(await fetch(path, {method: 'POST', headers, body: JSON.stringify(body), signal}));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) {
    throw new Error(body.error || response.statusText);
  }
  return body;
}

export function plural(n, one, many = `${one}s`) {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
