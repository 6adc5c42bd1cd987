// Which claims are lit: those asked for or gone to stay lit, those under the pointer are touched. Marks and cards answer to each other.

/** Follows pointer and focus in a document; `gone` is called with a claim that was gone to. */
export function follow(root, order, gone) {
  const nodes = new Map();
  for (const node of root.querySelectorAll('[data-claims]')) {
    for (const id of node.dataset.claims.split(' ')) {
      if (!nodes.has(id)) {
        nodes.set(id, []);
      }
      nodes.get(id).push(node);
    }
  }
  let lit = [];
  let touched = null;
  const toggle = (ids, name, on) => ids.forEach((id) => nodes.get(id)?.forEach((node) => node.classList.toggle(name, on)));

  function touch(id) {
    if (id === touched) {
      return;
    }
    toggle(touched ? [touched] : [], 'touched', false);
    touched = id;
    toggle(touched ? [touched] : [], 'touched', true);
  }

  function light(ids, to = ids[0]) {
    toggle(lit, 'lit', false);
    lit = ids;
    toggle(lit, 'lit', true);
    const target = to && (root.querySelector(`mark[data-claims~="${CSS.escape(to)}"]`) || card(to));
    target?.scrollIntoView({block: 'center'});
  }

  function card(id) {
    return root.querySelector(`[data-card="${CSS.escape(id)}"]`);
  }

  function go(id, focus) {
    light([id]);
    if (focus) {
      card(id)?.focus({preventScroll: true});
    }
    root.querySelector('#at').textContent = `Claim ${order.indexOf(id) + 1} of ${order.length}`;
    gone(id);
  }

  /** Of several claims over one word the shortest is meant; the next one when it is lit already. */
  function meant(node) {
    const ids = node.dataset.claims.split(' ').sort((a, b) => nodes.get(a).length - nodes.get(b).length);
    const at = lit.length === 1 ? ids.indexOf(lit[0]) : -1;
    return ids[(at + 1) % ids.length];
  }

  root.addEventListener('click', (event) => {
    const to = event.target.closest('[data-to]');
    const mark = event.target.closest('mark[data-claims]');
    if (to) {
      go(to.dataset.to, to.classList.contains('ref'));
    } else if (mark && String(getSelection()) === '') {
      go(meant(mark), true);
    }
  });
  const near = (event) => {
    const node = event.target.closest?.('[data-claims], [data-to]');
    touch(node ? node.dataset.to || node.dataset.claims.split(' ')[0] : null);
  };
  root.addEventListener('mouseover', near);
  root.addEventListener('focusin', near);
  root.addEventListener('mouseleave', () => touch(null));

  return {
    light,
    /** The next claim, or the one before. */
    step(by) {
      if (order.length === 0) {
        return;
      }
      const at = order.indexOf(lit[0]);
      const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by));
      go(order[next], true);
    },
  };
}
