package org.sitrep.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "event",
    description = "Shows one event: every claim, and where the sources contradict each other.",
    footer = {
      "",
      "An id that an event had before it got an earlier claim, merged or split leads to what it is now.",
      "",
      "Examples:",
      "  sitrep event $(sitrep events --json | head -1 | jq -r .event_id)",
      "  sitrep event e0123456789ab --casualties ucdp"
    })
final class EventCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private CasualtiesOption casualties;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "ID", description = "The event's id, as `sitrep events` lists it.")
  private String id = "";

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EventCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Optional<Event> found = open.findEvent(id);
      if (found.isPresent()) {
        show(console, found.get(), Optional.empty());
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
      events.forEach(event -> show(console, event, Optional.of(redirect)));
    } else {
      Tables.align(events.stream().map(e -> EventLines.row(e, casualties.policy())).toList()).forEach(console::line);
    }
    return events.isEmpty() ? Exit.NO_INPUT : Exit.OK;
  }

  private void show(Console console, Event event, Optional<Redirect> redirect) {
    if (json.isSet()) {
      ObjectNode out = Figures.put(Exchange.event(event), event, casualties.policy());
      ArrayNode claims = out.putArray("claims");
      for (Claim claim : event.claims()) {
        claims.add(Exchange.claim(claim, event.id()));
      }
      redirect.ifPresent(r -> out.set("redirect", Exchange.redirect(r)));
      console.line(out);
    } else {
      EventLines.page(event, casualties.policy()).forEach(console::line);
    }
  }
}
