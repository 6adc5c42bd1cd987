package org.sitrep.cli;

import java.nio.file.Path;
import org.sitrep.store.Store;
import picocli.CommandLine.Option;

/** {@code --store}, the same for all commands that need one. */
final class StoreOption {

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "sitrep.duckdb",
      description = "The store (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("sitrep.duckdb");

  Path file() {
    return file;
  }

  /** Opens the store for looking; says so when its events lag behind its claims. */
  Store openExisting(Console console) {
    Store store = Store.openExisting(file);
    if (!store.eventsAreCurrent()) {
      console.warn("the last `sitrep read` was cut short; run it again to bring events up to date");
    }
    return store;
  }
}
