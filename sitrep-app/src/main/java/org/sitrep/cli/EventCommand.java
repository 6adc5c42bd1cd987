package org.sitrep.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Figures;
import org.sitrep.desk.Sourcing;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
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
    footer = {
      "",
      "An id that an event had before it got an earlier claim, merged or split leads to what it is now.",
      "",
      "Examples:",
      "  sitrep event $(sitrep events --json | head -1 | jq -r .event_id)",
      "  sitrep event e0123456789ab --why",
      "  sitrep event e0123456789ab --casualties ucdp"
    })
final class EventCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private CasualtiesOption casualties;
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
      if (found.isPresent()) {
        show(console, open, found.get(), Optional.empty());
        return Exit.OK;
      }
      Optional<Redirect> redirect = open.findRedirect(id);
      if (redirect.isEmpty()) {
        console.warn("no event has the id " + id);
        return Exit.NO_INPUT;
      }
      return follow(console, open, redirect.get());
    }
  }

  /** Shows the event that an old id leads to; of several, one line each. */
  private int follow(Console console, Store open, Redirect redirect) {
    console.warn(EventLines.redirect(redirect));
    List<Event> events = redirect.to().stream().flatMap(to -> open.findEvent(to).stream()).toList();
    if (events.size() == 1 || json.isSet()) {
      events.forEach(event -> show(console, open, event, Optional.of(redirect)));
    } else {
      Tables.align(events.stream().map(e -> EventLines.row(e, casualties.policy())).toList()).forEach(console::line);
    }
    return events.isEmpty() ? Exit.NO_INPUT : Exit.OK;
  }

  private void show(Console console, Store open, Event event, Optional<Redirect> redirect) {
    if (why && !json.isSet()) {
      EventLines.summary(event, casualties.policy()).forEach(console::line);
      Waterfall.lines(event, Workshop.knowledge(sitrep.home()).fusionWeights()).forEach(console::line);
      return;
    }
    Judgement judgement = Sourcing.learn(Workshop.knowledge(sitrep.home()), open).judge(event);
    if (json.isSet()) {
      ObjectNode out = Figures.put(Exchange.event(event), event, casualties.policy());
      ArrayNode claims = out.putArray("claims");
      for (Claim claim : event.claims()) {
        claims.add(Exchange.claim(claim, event.id()));
      }
      redirect.ifPresent(r -> out.set("redirect", Exchange.redirect(r)));
      SourceExchange.judgement(out, judgement);
      console.line(out);
    } else {
      EventLines.page(event, casualties.policy()).forEach(console::line);
      SourceLines.judgement(judgement).forEach(console::line);
    }
  }
}
