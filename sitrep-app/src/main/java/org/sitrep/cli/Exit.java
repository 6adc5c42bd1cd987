package org.sitrep.cli;

/** What the process says when it ends. */
final class Exit {

  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USAGE = 2;
  static final int REJECTS = 3;
  static final int NO_INPUT = 4;
  static final int STORE = 5;
  static final int VERIFY_FAILED = 6;

  private Exit() {}
}
