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
      "Reads files into the store; directories to the bottom, - is standard input.",
      "Pages: .html .htm .xhtml, flattened to lines: .txt; running text: .md; one a line: .jsonl .ndjson.",
      "Feeds: .rss .atom .rdf .xml, a document an entry. Archives: .warc .wet, a document a page; .wacz.",
      "All but .wacz may be packed (.gz). Standard input is told by its first bytes.",
      "What is there already is skipped, so an interrupted read is simply run again."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep read pages/",
      "  sitrep read captures.jsonl.gz --store war.duckdb",
      "  sitrep read crawl.warc.gz crawl.wacz feed.xml",
      "  cat crawl.warc.gz | sitrep read -"
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
