package org.sitrep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.source.Judgement;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "event",
    description = "Shows one event: every claim, where the sources contradict each other, and how well they support it.",
    footer = {"", "Examples:", "  sitrep event $(sitrep events --json | head -1 | jq -r .event_id)",
      "  sitrep event e0123456789ab --why"})
final class EventCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "ID", description = "The event's id, as `sitrep events` lists it.")
  private String id = "";

  @Option(
      names = "--why",
      description = {
        "Spell out why its claims are held to be about one happening: bits of evidence, field by field,",
        "with their sum, and the events that it is possibly the same as."
      })
  private boolean why;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EventCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Optional<Event> found = open.findEvent(id);
      if (found.isEmpty()) {
        console.warn("no event has the id " + id);
        return Exit.NO_INPUT;
      }
      Event event = found.get();
      Judgement judgement = Sourcing.learn(sitrep.home(), open).judge(event);
      if (json.isSet()) {
        ObjectNode out = Exchange.event(event);
        ArrayNode claims = out.putArray("claims");
        for (Claim claim : event.claims()) {
          claims.add(Exchange.claim(claim, event.id()));
        }
        SourceJson.judgement(out, judgement);
        console.line(out);
      } else if (why) {
        EventLines.summary(event).forEach(console::line);
        Waterfall.lines(event, Workshop.knowledge(sitrep.home()).fusionWeights()).forEach(console::line);
      } else {
        EventLines.page(event).forEach(console::line);
        SourceLines.judgement(judgement).forEach(console::line);
      }
    }
    return Exit.OK;
  }
}
