package org.sitrep.cli;

import java.nio.file.Files;
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

  /** The same; where there is no store, an empty one is made, and that is said. */
  Store openOrMake(Console console) {
    if (Files.exists(file)) {
      return openExisting(console);
    }
    Store made = Store.open(file);
    console.say(file + " is a new store, and empty: read documents on the page, or by `sitrep read PATH...` before serving");
    return made;
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
