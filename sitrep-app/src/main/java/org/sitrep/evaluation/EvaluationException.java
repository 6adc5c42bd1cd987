package org.sitrep.evaluation;

/** A file that cannot be measured against; the message names file and line. */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}
