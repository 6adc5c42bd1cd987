package org.sitrep.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.desk.Sourcing;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.reliability.Reliability;
import org.sitrep.source.SourceRecord;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "sources",
    description = "Says how often each source was borne out where something settled it, and what it stood to gain.",
    footer = {
      "",
      "Letters are computed from settled claims alone: ruled on by a person (see sitrep review), conceded by the side",
      "that loses, or control that did or did not stay. F: fewer than five. In brackets the 10 %% and 90 %% bounds.",
      "",
      "Examples:",
      "  sitrep sources",
      "  sitrep sources sana          every cell, and the settled claims that made it",
      "  sitrep sources --json"
    })
final class SourcesCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "ID", arity = "0..1", description = "A source, as the list names it: all about this one.")
  private String id = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  SourcesCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Reliability reliability = Sourcing.learn(Workshop.knowledge(sitrep.home()), open);
      return id.isEmpty() ? list(console, reliability) : one(console, reliability);
    }
  }

  private int list(Console console, Reliability reliability) {
    List<SourceRecord> sources = reliability.sources();
    if (json.isSet()) {
      sources.forEach(s -> console.line(SourceExchange.source(s, false)));
    } else {
      Tables.align(sources.stream().map(SourceLines::row).toList()).forEach(console::line);
    }
    if (sources.isEmpty()) {
      console.say("the store holds no claims");
    }
    return Exit.OK;
  }

  private int one(Console console, Reliability reliability) {
    Optional<SourceRecord> found = reliability.find(id);
    if (found.isEmpty()) {
      console.warn("no claim rests on a source with the id \"" + id + "\"; `sitrep sources` lists them");
      return Exit.NO_INPUT;
    }
    if (json.isSet()) {
      console.line(SourceExchange.source(found.get(), true));
    } else {
      SourceLines.page(found.get()).forEach(console::line);
    }
    return Exit.OK;
  }
}
