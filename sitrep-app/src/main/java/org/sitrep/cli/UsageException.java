package org.sitrep.cli;

/** A command that cannot be carried out as it was asked for. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
