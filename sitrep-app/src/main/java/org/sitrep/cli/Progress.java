package org.sitrep.cli;

import java.util.function.Supplier;

/** Tells how far a long command is: a changing line on a terminal, else a line now and then. Not thread-safe. */
final class Progress {

  private static final long QUIET = 2_000;
  private static final long BETWEEN = 200;
  private static final long BETWEEN_LINES = 10_000;

  private final Console console;
  private final long started = System.currentTimeMillis();
  private long next;
  private boolean shown;

  Progress(Console console) {
    this.console = console;
    this.next = started + (console.terminal() ? QUIET : BETWEEN_LINES);
  }

  void tell(int documents, int claims) {
    tell(() -> {
      double seconds = (System.currentTimeMillis() - started) / 1000.0;
      return documents + " documents, " + claims + " claims, " + Math.round(documents / seconds) + " documents/s";
    });
  }

  /** Tells a text of the command's own, which is made only when it is shown. */
  void tell(Supplier<String> said) {
    long now = System.currentTimeMillis();
    if (now < next) {
      return;
    }
    String text = said.get();
    if (console.terminal()) {
      console.err().print("\r\u001b[K" + text);
      console.err().flush();
      shown = true;
      next = now + BETWEEN;
    } else {
      console.say(text);
      next = now + BETWEEN_LINES;
    }
  }

  /** Takes the changing line away, so that another can be written. */
  void clear() {
    if (shown) {
      console.err().print("\r\u001b[K");
      shown = false;
    }
  }
}
