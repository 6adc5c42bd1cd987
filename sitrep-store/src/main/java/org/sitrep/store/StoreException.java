package org.sitrep.store;

import java.nio.file.Path;

/** A store that cannot be used: says which file, why, and what to do. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why a store cannot be used. */
  public enum Reason {
    /** Another process has it open. */
    LOCKED,
    /** It was written by another version of sitrep, or is no store at all. */
    VERSION,
    /** There is none at this path. */
    ABSENT,
    /** There can be none at this path, or it may not be opened. */
    PATH,
    /** Reading or writing failed. */
    BROKEN
  }

  private final Reason reason;

  StoreException(Path file, Reason reason, String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(file + ": " + message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
