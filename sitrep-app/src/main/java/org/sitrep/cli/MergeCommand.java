package org.sitrep.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.sitrep.desk.Joining;
import org.sitrep.desk.Workshop;
import org.sitrep.exchange.Exchange;
import org.sitrep.flow.Issue;
import org.sitrep.store.Merged;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "merge",
    description = "Takes over what another store holds: documents in all versions, claims, rulings, issues.",
    footer = {
      "",
      "What is in the store already stays as it is; doing it again changes nothing. Readers' comments come along, their",
      "authors apart from those of this store; threads that were erased in one of the two are erased. The other store is",
      "only read. Events are made anew, and the ids that events had in either store lead to those that they have now.",
      "",
      "Example:",
      "  sitrep merge colleague.duckdb --store ours.duckdb"
    })
final class MergeCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "OTHER", description = "The other store.")
  private Path other = Path.of("");

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  MergeCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Merged merged = open.merge(other);
      boolean changed = !open.eventsAreCurrent();
      if (changed) {
        Joining.bring(Workshop.pipeline(sitrep.home()), open, console::say);
      }
      OptionalInt events = changed ? OptionalInt.of(open.countEvents()) : OptionalInt.empty();
      merged.moved().forEach(issue -> console.warn(issue.toString()));
      if (json.isSet()) {
        console.line(json(merged, events));
      } else {
        console.line(line(merged, events));
      }
    }
    return Exit.OK;
  }

  private static String line(Merged merged, OptionalInt events) {
    return Tables.count(merged.documents(), "document") + " taken over (" + merged.already() + " more "
        + (merged.already() == 1 ? "was" : "were") + " there already), "
        + Tables.count(merged.claims(), "claim") + ", " + Tables.count(merged.posts(), "readers' post") + ", "
        + Tables.count(merged.rulings(), "ruling") + ", " + Tables.count(merged.issues(), "issue")
        + (merged.erased() > 0 ? "; " + Tables.count(merged.erased(), "thread") + " erased there and now here" : "")
        + (merged.moved().isEmpty() ? "" : "; " + Tables.count(merged.moved().size(), "place") + " at another spot")
        + (events.isPresent() ? "; the store holds " + Tables.count(events.getAsInt(), "event") : "; events are as they were");
  }

  private static ObjectNode json(Merged merged, OptionalInt events) {
    ObjectNode out = Exchange.object();
    out.put("documents", merged.documents()).put("already", merged.already()).put("claims", merged.claims());
    out.put("sightings", merged.sightings()).put("posts", merged.posts()).put("erased", merged.erased());
    out.put("rulings", merged.rulings()).put("issues", merged.issues());
    ArrayNode moved = out.putArray("moved");
    merged.moved().stream().map(Issue::message).forEach(moved::add);
    events.ifPresent(n -> out.put("events", n));
    return out;
  }
}
