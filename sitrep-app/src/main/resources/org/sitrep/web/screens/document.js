// One document: its text with the evidence marked, its claims beside it, and the readers apart from both.
import {get as ask, plural} from '../api.js';
import {el} from '../dom.js';

/** So many lines of furniture are shown as they stand. */
const FEW = 3;

export async function show(main, {id: doc, query}) {
  const page = await ask(`/api/documents/${encodeURIComponent(doc)}`);
  const {head} = page;
  const mark = (id, on) => {
    for (const node of main.querySelectorAll('[data-claims]')) {
      node.classList.toggle('lit', on && node.dataset.claims.split(' ').includes(id));
    }
  };
  main.replaceChildren(
      el('article.document', {},
          el('p.crumb', {}, el('a', {href: '#/documents'}, 'Documents'), ' › ', head.doc),
          el('h1', {dir: 'auto'}, head.headline || head.doc),
          el('p.lead', {}, [head.publisher, head.published].filter(Boolean).join(' · '), address(head.url)),
          el('div.split', {},
              el('section.text', {'aria-label': 'Text'}, parts(page.blocks)),
              el('section.side', {'aria-label': 'Claims'},
                  el('p.count', {}, plural(page.claims.length, 'claim')),
                  el('ul.cards', {}, page.claims.map((claim) => card(claim, mark))))),
          el('p.digest', {}, `Capture SHA-256 ${head.digest}`),
          comments(page.comments)));
  const wanted = query.get('claim');
  if (wanted) {
    mark(wanted, true);
    main.querySelector('mark.lit')?.scrollIntoView({block: 'center'});
  }
}

/** The page's address; a link only where it leads to the web. */
function address(url) {
  if (!url) {
    return null;
  }
  return [' · ', /^https?:\/\//i.test(url) ? el('a', {href: url, rel: 'noreferrer'}, url) : url];
}

/** Menus and the like are folded away where they are long. */
function parts(blocks) {
  const out = [];
  for (let i = 0; i < blocks.length;) {
    let end = i;
    while (end < blocks.length && blocks[end].kind === 'boilerplate') {
      end++;
    }
    if (end - i > FEW) {
      out.push(el('details.furniture', {},
          el('summary', {}, `${plural(end - i, 'line')} around the article`), blocks.slice(i, end).map(block)));
    } else {
      end = Math.max(end, i + 1);
      out.push(...blocks.slice(i, end).map(block));
    }
    i = end;
  }
  return out;
}

function block(part) {
  const tag = {headline: 'h2', boilerplate: 'p.furniture', caption: 'p.caption', block_quote: 'blockquote'}[part.kind] || 'p';
  return el(tag, {dir: 'auto', title: part.kind}, part.pieces.map((piece) => (piece.claims
    ? el('mark', {'data-claims': piece.claims.join(' ')}, piece.text)
    : piece.text)));
}

function card(claim, mark) {
  return el('li', {'data-claims': claim.claim_id, mouseenter: () => mark(claim.claim_id, true), mouseleave: () => mark(claim.claim_id, false)},
      el('p.notation', {dir: 'auto'}, claim.notation),
      el('p.rule', {}, `rule ${claim.rule}`,
          claim.event_id ? [' · ', el('a', {href: `#/event/${encodeURIComponent(claim.event_id)}`}, 'event')] : ''));
}

function comments(list) {
  if (list.length === 0) {
    return null;
  }
  const authors = [...new Set(list.map((c) => c.author).filter(Boolean))];
  const label = (c) => (c.author ? `reader ${authors.indexOf(c.author) + 1}` : 'a reader');
  return el('details.comments', {},
      el('summary', {}, `${plural(list.length, 'reader comment')}: not evidence`),
      el('ol', {}, list.map((comment) => el('li', {},
          el('p.by', {}, label(comment), comment.time ? `, ${comment.time}` : '',
              comment.parent !== undefined ? `, answering comment ${comment.parent + 1}` : ''),
          el('p', {dir: 'auto'}, comment.text)))));
}
