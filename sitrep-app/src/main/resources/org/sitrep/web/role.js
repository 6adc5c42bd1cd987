// What whoever looks at this page may do: readers look, coders also read documents in and rule.

const bar = document.getElementById('reader');
let limited = false;

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
  shut();
}
