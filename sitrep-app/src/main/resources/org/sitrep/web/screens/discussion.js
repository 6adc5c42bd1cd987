// What readers wrote below articles: counted, never evidence. No names, no words, nothing that fewer than five authors
// stand behind, and nothing here leads into events but links to read.
import {html, nothing, render} from 'lit-html';
import {get, plural} from '../api.js';
import {foot, readIn, sitrep} from '../commands.js';
import {check, operand} from '../filters.js';
import {documentLink, eventLink} from '../format.js';

const PAGE = 100;

export async function show(main, {id, query, signal}) {
  check(query, id ? [] : ['offset'], []);
  render(nothing, main);
  if (id) {
    render(html`<article class="discussion">${banner()}<p role="status">Posts are analysed when first asked for; this can take a moment …</p></article>`, main);
    const answer = await get(`/api/discussions/${encodeURIComponent(id)}`, undefined, signal);
    render(threadView(answer), main);
    return;
  }
  const offset = Number(query.get('offset') || 0);
  render(listView(await get('/api/discussions', new URLSearchParams({offset, limit: PAGE}), signal)), main);
}

function banner() {
  return html`<p class="banner" role="note"><strong>Reader comments: not evidence.</strong> No claim, event, control, report or export is made from them. Who comments is no sample of anybody.</p>`;
}

function listView({total, offset, documents}) {
  return html`<article class="discussion">${banner()}
    <h1>Discussion</h1>
    ${total === 0 ? html`<p>No document in the store has readers’ comments. ${readIn('PAGE')} keeps those that it finds below an article.</p>` : html`
    <p class="lead">${plural(total, 'document')} with readers’ comments</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Documents with comments"><table>
      <thead><tr><th scope="col">Document</th><th scope="col">Publisher</th><th scope="col">Published</th><th scope="col">Posts</th></tr></thead>
      <tbody>${documents.map((d) => html`<tr><td dir="auto"><a href="#/discussion/${encodeURIComponent(d.doc)}">${d.headline || d.doc}</a></td>
        <td dir="auto">${d.publisher}</td><td><time>${d.published}</time></td><td class="number">${d.comments}</td></tr>`)}</tbody></table></div>
    <p>${offset > 0 ? html`<a href="#/discussion?offset=${Math.max(0, offset - PAGE)}">Earlier</a> ` : nothing}
      ${offset + documents.length < total ? html`<a href="#/discussion?offset=${offset + PAGE}">Further</a>` : nothing}</p>`}
    ${foot(sitrep('discussion'))}</article>`;
}

function threadView({head, discussion: d, posts}) {
  return html`<article class="discussion">${banner()}
    <p class="crumb"><a href="#/discussion">Discussion</a> › <bdi>${head.doc}</bdi></p>
    <h1 dir="auto">${head.headline || head.doc}</h1>
    <p class="lead">${plural(d.posts, 'post')} by ${share(d)} named authors${d.posts_without_name > 0 ? `; ${d.posts_without_name} of them without a name, which add no author` : ''};
      ${d.replies} known to answer another, ${d.depth} deep${d.posts_purged > 0 ? `; the words of ${d.posts_purged} were deleted` : ''}.
      <a href=${documentLink(head.doc)}>The document</a>, with the words of its readers below it.</p>
    <h2>Asserted outright</h2>
    ${d.propositions.length === 0 ? html`<p class="soft">Nothing by five authors or more.</p>` : html`<ul>${d.propositions.map((p) => html`<li><bdi>${p.notation}</bdi> <span class="soft">by ${of(p)}</span></li>`)}</ul>`}
    <h2>Claims of the article that readers repeat or dispute</h2>
    ${d.answers.length === 0 ? html`<p class="soft">None.</p>` : html`<ul>${d.answers.map(answer)}</ul>`}
    ${d.rejected_as_a_whole.of ? html`<p>Called untrue as a whole by ${of(d.rejected_as_a_whole)}.</p>` : nothing}
    <h2>Copied, quoted, linked</h2>
    <ul>
      ${d.copies.map((c) => html`<li>the same text ${c.posts} times on ${plural(c.threads, 'page')}, by ${of(c)}</li>`)}
      ${d.quotes.map((q) => html`<li>words of ${{article: 'the article', post: 'other posts', outside: 'other sources'}[q.from] || q.from} quoted, by ${of(q)}</li>`)}
      ${d.links.map((l) => html`<li><bdi>${l.host}</bdi>, linked by ${of(l)}</li>`)}
      ${d.copies.length + d.quotes.length + d.links.length === 0 ? html`<li class="soft">Nothing by five authors or more.</li>` : nothing}
    </ul>
    ${hidden(d.not_shown)}
    <h2>Who answers whom</h2>
    <p class="soft">As far as the page shows it. Neither names nor words: only which post answers which.</p>
    ${tree(posts)}
    ${foot(sitrep('discussion', operand(head.doc)))}</article>`;
}

function answer(a) {
  return html`<li>${a.as} by ${of(a)}: <bdi>${a.notation}</bdi>${a.event_id ? html` <a href=${eventLink(a.event_id)}>event</a>` : nothing}
    ${a.versions.length > 0 ? html`<ul>${a.versions.map((v) => html`<li>instead, by ${of(v)}: <bdi>${v.notation}</bdi></li>`)}</ul>` : nothing}</li>`;
}

/** "12", or "fewer than 5". */
function share({authors}) {
  return typeof authors === 'number' ? String(authors) : `fewer than ${authors.fewer_than}`;
}

/** "6 of 8 authors (75 %; 41 to 93 %)". */
function of(counted) {
  if (typeof counted.authors !== 'number') {
    return `${share(counted)} authors`;
  }
  const percent = (x) => Math.round(100 * x);
  return `${counted.authors} of ${counted.of} authors (${percent(counted.authors / counted.of)} %; ${percent(counted.low)} to ${percent(counted.high)} %)`;
}

function hidden(n) {
  const said = [[n.propositions, 'proposition'], [n.copies, 'copied text'], [n.quotes, 'quoted source'], [n.hosts, 'linked site']]
      .filter(([count]) => count > 0).map(([count, noun]) => plural(count, noun));
  return said.length === 0 ? nothing : html`<p class="soft">Not shown, each by fewer than 5 authors: ${said.join(', ')}.</p>`;
}

function tree(posts) {
  const below = new Map();
  for (const post of posts) {
    const at = post.answers ?? 0;
    below.set(at, [...(below.get(at) || []), post]);
  }
  const branch = (number, depth) => {
    const list = below.get(number) || [];
    return list.length === 0 ? nothing : html`<ul class="thread">${list.map((p) => html`<li>post ${p.number}${p.votes !== undefined ? `, ${plural(p.votes, 'vote')}` : ''}
      ${depth < 50 ? branch(p.number, depth + 1) : nothing}</li>`)}</ul>`;
  };
  return branch(0, 0);
}
