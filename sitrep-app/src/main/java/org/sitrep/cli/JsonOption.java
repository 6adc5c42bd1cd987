package org.sitrep.cli;

import picocli.CommandLine.Option;

/** {@code --json}, the same for all commands that list something. */
final class JsonOption {

  @Option(names = "--json", description = "One JSON object per line (NDJSON).")
  private boolean json;

  boolean isSet() {
    return json;
  }
}
