package org.sitrep.gazetteer;

import java.io.IOException;

/** A file that is of no use as a whole; nothing of it is kept. */
final class Refused extends IOException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * @param line from 1, or 0 for the file as a whole
   */
  Refused(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
