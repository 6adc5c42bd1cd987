package org.sitrep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Reading;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "read",
    description = {
      "Reads files into the store; directories to the bottom, - is standard input.",
      "Pages: .html .htm .xhtml, flattened to lines: .txt; running text: .md; one a line: .jsonl .ndjson.",
      "Feeds: .rss .atom .rdf .xml, a document an entry. Archives: .warc .wet, a document a page; .wacz.",
      "All but .wacz may be packed (.gz). Standard input is told by its first bytes.",
      "What is there already is skipped, so an interrupted read is simply run again.",
      "A page of the same address, or a record of the same id in one file, is a new version of its document; so is",
      "a file of the same name whose text has much in common. `sitrep diff` shows what changed."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep read pages/",
      "  sitrep read captures.jsonl.gz --store war.duckdb",
      "  sitrep read crawl.warc.gz crawl.wacz feed.xml",
      "  cat crawl.warc.gz | sitrep read -",
      "  sitrep read later.html --version-of statement-0909"
    })
final class ReadCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private Inputs inputs;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(
      names = "--version-of",
      paramLabel = "DOC",
      description = "What is read are later versions of this document, whatever the files are called.")
  private @Nullable String versionOf;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ReadCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = Store.open(store.file())) {
      if (versionOf != null && open.listVersions(versionOf).isEmpty()) {
        console.warn("no document \"" + versionOf + "\" to be a version of");
        return Exit.NO_INPUT;
      }
      Knowledge knowledge = Workshop.knowledge(sitrep.home());
      Reads.warn(console, knowledge);
      Reading.Result result =
          Reads.run(console, Pipeline.of(knowledge, English.load()), open, inputs, Optional.ofNullable(versionOf));
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
        console.line(Reads.line(result));
      }
    }
    return inputs.exit();
  }
}
