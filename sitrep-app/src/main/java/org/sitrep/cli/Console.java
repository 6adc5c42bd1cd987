package org.sitrep.cli;

import java.io.PrintStream;

/**
 * Where a command writes: data to {@code out}, progress and warnings to {@code err}.
 *
 * @param out data, and nothing else
 * @param err everything for the person at the keyboard
 * @param terminal whether {@code err} is a terminal
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

  /** A line of data. */
  void line(Object text) {
    out.println(text);
  }

  /** A line for the person. */
  void say(String text) {
    err.println(text);
  }

  void warn(String text) {
    err.println("sitrep: " + text);
  }

  /** Whether whoever reads the data has gone away. */
  boolean closed() {
    return out.checkError();
  }
}
