package org.sitrep.knowledge;

import java.nio.file.Path;

/** A knowledge file that cannot be used as it stands: says which file and line, and what to write instead. */
public final class KnowledgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Trouble at a line.
   *
   * @param file the file
   * @param line from 1, or 0 for the file as a whole
   * @param message what is wrong and what to write instead
   */
  public KnowledgeException(Path file, int line, String message) {
    super(file + (line > 0 ? ":" + line : "") + ": " + message);
  }
}
