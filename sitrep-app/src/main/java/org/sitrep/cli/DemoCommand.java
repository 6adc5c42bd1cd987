package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.desk.Toolbox;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Event;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoreException;
import org.sitrep.web.DoorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "demo",
    description = "Reads the sample corpus, prints what it found, and opens the web page.",
    footer = {"", "Examples:", "  sitrep demo", "  sitrep demo --no-serve    for scripts: stops after reading"})
final class DemoCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;

  @Option(names = "--no-open", description = "Don't open a browser.")
  private boolean closed;

  @Option(names = "--no-serve", description = "Stop after reading.")
  private boolean readOnly;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port of the page, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DemoCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = sitrep.console();
    Path file = sitrep.home().resolve(".cache").resolve("demo.duckdb");
    Files.createDirectories(sitrep.home().resolve(".cache"));
    Store store = fresh(file);
    try {
      Inputs inputs = Inputs.of(new Toolbox(sitrep.home()).demo());
      Pipeline pipeline = Workshop.pipeline(sitrep.home());
      console.line(Reads.line(Reads.run(console, pipeline, store, inputs, Optional.empty())));
      console.line("");
      for (Event event : store.listEvents(Filter.ALL)) {
        if (!event.contradictions().isEmpty()) {
          EventLines.summary(event).forEach(console::line);
        }
      }
      console.line("Look further with: sitrep events --store " + shown(file));
      if (inputs.exit() != Exit.OK || readOnly) {
        store.close();
        return inputs.exit();
      }
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    Serving.untilInterrupted(console, sitrep.home(), store, DoorSettings.local(port), !closed && console.terminal());
    return Exit.OK;
  }

  /** The demo's own store, made anew, whatever version the older one is of; refuses while another demo has it open. */
  static Store fresh(Path file) throws IOException {
    if (Files.exists(file)) {
      try {
        Store.openExisting(file).close();
      } catch (StoreException e) {
        if (e.reason() != StoreException.Reason.VERSION && e.reason() != StoreException.Reason.BROKEN) {
          throw e;
        }
      }
      Files.delete(file);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
    }
    return Store.open(file);
  }

  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }
}
