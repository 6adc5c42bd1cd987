package org.sitrep.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "serve",
    description = "Serves the web page over a store, on this machine only, until interrupted.",
    footer = {"", "Example:", "  sitrep serve --store war.duckdb --port 8080 --open"})
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8420",
      description = "Port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean browser;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Console console = sitrep.console();
    Serving.untilInterrupted(console, sitrep.home(), store.openExisting(console), port, browser);
    return Exit.OK;
  }
}
