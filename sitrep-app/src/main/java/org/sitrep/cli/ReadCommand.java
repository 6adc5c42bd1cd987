package org.sitrep.cli;

import java.util.concurrent.Callable;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "read",
    description = {
      "Reads files into the store: pages, feeds, captures; directories to the bottom.",
      "What is there already is skipped, so an interrupted read is simply run again."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep read pages/",
      "  sitrep read captures.jsonl.gz --store war.duckdb",
      "  zcat captures.jsonl.gz | sitrep read -"
    })
final class ReadCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReadCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = Store.open(store.file())) {
      Reading.Result result =
          new Reading(console, Workshop.pipeline(sitrep.home()), open).read(inputs);
      if (json.isSet()) {
        console.line(
            Exchange.object()
                .put("documents", result.documents())
                .put("skipped", result.skipped())
                .put("rejected", result.rejected())
                .put("claims", result.claims())
                .put("events", result.events())
                .put("places", result.places()));
      } else {
        console.line(result);
      }
    }
    return inputs.exit();
  }
}
