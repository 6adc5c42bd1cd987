package org.sitrep.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sitrep.desk.Figures;
import org.sitrep.desk.Workshop;
import org.sitrep.entity.Actor;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.fusion.Fusion;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "  sitrep events --actor SDF --json",
      "  sitrep events --contested --place Maadan",
      "  sitrep events --casualties airwars",
      "  sitrep events --episodes --place Maadan"
    })
final class EventsCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private FilterOptions filter;
  @Mixin private CasualtiesOption casualties;
  @Mixin private JsonOption json;

  @Option(
      names = "--episodes",
      description = "Strings events of one place and the same sides together, with at most three days between them.")
  private boolean episodes;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EventsCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      List<Event> events = open.listEvents(filter.filter(sitrep.home()));
      if (episodes) {
        tellEpisodes(console, events);
        return Exit.OK;
      }
      if (json.isSet()) {
        events.forEach(event -> console.line(Figures.put(Exchange.event(event), event, casualties.policy())));
      } else {
        Tables.align(events.stream().map(e -> EventLines.row(e, casualties.policy())).toList()).forEach(console::line);
      }
      if (events.isEmpty()) {
        console.say("no event matches");
        return filter.filter(sitrep.home()).isEmpty() ? Exit.OK : Exit.NO_INPUT;
      }
    }
    return Exit.OK;
  }

  private void tellEpisodes(Console console, List<Event> events) {
    Knowledge knowledge = Workshop.knowledge(sitrep.home());
    List<Episode> found = new Fusion(knowledge).episodes(events);
    if (json.isSet()) {
      found.forEach(episode -> console.line(Exchange.episode(episode)));
    } else {
      Map<String, Event> byId = new HashMap<>();
      events.forEach(e -> byId.put(e.id(), e));
      Tables.align(found.stream().map(e -> EventLines.row(e, byId, side -> knowledge.actors().find(side).map(Actor::name).orElse(side))).toList()).forEach(console::line);
    }
    int strung = found.stream().mapToInt(e -> e.events().size()).sum();
    console.say(
        found.isEmpty()
            ? "no event that matches is known well enough for an episode"
            : Tables.count(events.size() - strung, "event") + " known too vaguely for an episode");
  }
}
