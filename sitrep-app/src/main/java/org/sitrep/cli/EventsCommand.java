package org.sitrep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "events",
    description = "Lists events: the claims of all sources about one happening, together.",
    footer = {
      "",
      "\"≠killed\" at the end of a line: the sources contradict each other in that field.",
      "",
      "Examples:",
      "  sitrep events --from 2017-09-01 --to 2017-09-30",
      "  sitrep events --actor SDF --json"
    })
final class EventsCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private FilterOptions filter;
  @Mixin private JsonOption json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EventsCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      List<Event> events = open.listEvents(filter.filter(sitrep.home()));
      if (json.isSet()) {
        events.forEach(event -> console.line(Exchange.event(event)));
      } else {
        Tables.align(events.stream().map(EventLines::row).toList()).forEach(console::line);
      }
      if (events.isEmpty()) {
        console.say("no event matches");
      }
    }
    return Exit.OK;
  }
}
