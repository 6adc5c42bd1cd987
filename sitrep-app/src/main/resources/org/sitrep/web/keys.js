// Single keys that do something on a screen.

/** Whether somebody is writing, so that a letter is a letter. */
function isWriting(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

/** Calls `keys[key]` when it is pressed outside of fields and dialogs, until `signal` says stop. */
export function onKeys(keys, signal) {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target)) {
      return;
    }
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act(event);
    }
  }, {signal});
}
