// Which claims are lit: those asked for or gone to stay lit, those under the pointer are touched. Marks and cards answer to
// each other; those that are drawn later are told of both.

/** A target that has moved away while rows around it were laid out is gone to again, so often at most. */
const AGAIN = 4;

/**
 * Follows pointer and focus in a document.
 *
 * `order`: ids of the claims; `sizes`: of how many pieces of the text each is; `reach(id)` draws what a claim is marked in;
 * `gone(id)` is called with a claim that was gone to; `signal` ends it.
 */
export function follow(root, {order, sizes, reach, gone, signal}) {
  let lit = [];
  let touched = null;
  let going = 0;
  const all = (id, within = root) => within.querySelectorAll(`[data-claims~="${CSS.escape(id)}"]`);
  const toggle = (ids, name, on, within = root) => ids.forEach((id) => all(id, within).forEach((node) => node.classList.toggle(name, on)));
  const card = (id) => root.querySelector(`[data-card="${CSS.escape(id)}"]`);

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
    if (to) {
      reach(to);
    }
    toggle(lit, 'lit', true);
    const target = to && (root.querySelector(`mark[data-claims~="${CSS.escape(to)}"]`) || card(to));
    if (target) {
      show(target, ++going, AGAIN);
    }
  }

  /** Rows get their heights when they are seen first, which moves others. */
  function show(target, mine, times) {
    target.scrollIntoView({block: 'center'});
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const {top} = target.getBoundingClientRect();
      if (times > 0 && mine === going && !signal.aborted && target.isConnected && (top < 0 || top > innerHeight)) {
        show(target, mine, times - 1);
      }
    }));
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
    const ids = node.dataset.claims.split(' ').sort((a, b) => sizes.get(a) - sizes.get(b));
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
  ['wheel', 'touchmove', 'pointerdown'].forEach((name) => addEventListener(name, () => { going++; }, {signal, passive: true}));

  return {
    light,
    /** What has just been drawn in an element. */
    drawn(element) {
      toggle(lit, 'lit', true, element);
      toggle(touched ? [touched] : [], 'touched', true, element);
    },
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
