// The REST interface, as the screens ask it.

/** Nothing came back: the server is not there. What was asked can be asked again when it is. */
export class Silence extends Error {
  constructor(cause) {
    super('sitrep does not answer: is it still running?', {cause});
    this.name = 'Silence';
  }
}

/** As fetch, but it says in words that nobody answers. */
export async function ask(path, options = {}) {
  try {
    return await fetch(path, options);
  } catch (error) {
    throw error instanceof TypeError ? new Silence(error) : error;
  }
}

/** Asks; `params` may be URLSearchParams. Throws an Error with the server's words where it refuses. */
export async function get(path, params = new URLSearchParams(), signal = undefined) {
  const query = params.toString();
  const response = await ask(query ? `${path}?${query}` : path, {headers: {accept: 'application/json'}, signal});
  return answer(response);
}

/** Sends an object. The header is what another site cannot send, so a write is always the page's own. */
export async function post(path, body, signal = undefined) {
  const headers = {accept: 'application/json', 'content-type': 'application/json', 'x-sitrep': 'page'};
  return answer(await ask(path, {method: 'POST', headers, body: JSON.stringify(body), signal}));
}

async function answer(response) {
  let body;
  try {
    body = await response.json();
  } catch (error) {
    throw error instanceof TypeError ? new Silence(error) : error;
  }
  if (!response.ok) {
    throw new Error(body.error || response.statusText);
  }
  return body;
}

export function plural(n, one, many = `${one}s`) {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
