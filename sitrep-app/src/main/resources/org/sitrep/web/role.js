// What whoever looks at this page may do: readers look, coders also read documents in and rule.

/** What a reader is told who would rule. */
export const READER = 'You may read, not rule: your token is a reader’s.';

const bar = document.getElementById('reader');
let limited = false;

/** Whether whoever looks may rule; the server refuses it anyway. */
export function mayRule() {
  return !limited;
}

/** Puts what writes (elements with data-writes) out of a reader's reach, on whatever screen it stands, and says why. */
export function limit(role) {
  if (role !== 'reader' || limited) {
    return;
  }
  limited = true;
  const shut = () => {
    const parts = document.querySelectorAll('[data-writes]');
    parts.forEach((part) => { part.inert = true; });
    bar.hidden = parts.length === 0;
  };
  new MutationObserver(shut).observe(document.body, {childList: true, subtree: true});
  bar.querySelector('a').addEventListener('click', (event) => { event.currentTarget.href = `/sign-in${location.hash}`; }); // and back to this view
  shut();
}
