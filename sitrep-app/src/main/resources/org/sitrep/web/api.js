// The REST interface, as the screens ask it.

/** Asks; `params` may be URLSearchParams. Throws an Error with the server's words where it refuses. */
export async function get(path, params = new URLSearchParams(), signal = undefined) {
  const query = params.toString();
  return answer(await ask(query ? `${path}?${query}` : path, {headers: {accept: 'application/json'}, signal}));
}

/** Sends an object. The header is what another site cannot send, so a write is always the page's own. */
export async function post(path, body, signal = undefined) {
  const headers = {accept: 'application/json', 'content-type': 'application/json', 'x-sitrep': 'page'};
  return answer(await ask(path, {method: 'POST', headers, body: JSON.stringify(body), signal}));
}

/** What browsers say where nobody answers ("Failed to fetch") helps nobody. */
async function ask(path, how) {
  try {
    return await fetch(path, how);
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Error('sitrep does not answer: is it still running?');
  }
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
