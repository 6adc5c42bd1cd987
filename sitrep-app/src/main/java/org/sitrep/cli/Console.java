package org.sitrep.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a command writes: data to {@code out}, progress and warnings to {@code err}.
 *
 * @param out data, and nothing else
 * @param err everything for the person at the keyboard
 * @param terminal whether {@code err} is a terminal
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

  /** All but the ends of lines and tabulators. */
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

  /** A line of data. */
  void line(Object text) {
    out.println(shown(text));
  }

  /** A line for the person. */
  void say(String text) {
    err.println(shown(text));
  }

  void warn(String text) {
    err.println(shown("sitrep: " + text));
  }

  /** What pages and people wrote must not steer the terminal: control characters are shown as numbers. */
  private static String shown(Object text) {
    String plain = String.valueOf(text);
    return CONTROLS.matcher(plain).find()
        ? CONTROLS.matcher(plain).replaceAll(c -> String.format(Locale.ROOT, "<%02X>", (int) c.group().charAt(0)))
        : plain;
  }

  /** Whether whoever reads the data has gone away. */
  boolean closed() {
    return out.checkError();
  }
}
