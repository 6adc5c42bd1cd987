package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Participant;
import org.sitrep.control.Zone;
import org.sitrep.control.Zone.Inside;
import org.sitrep.control.Zone.Outline;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.GeoExchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.territory.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "zones",
    description = "Lists zones that claims tell of: who proclaims them, whom they bind, where they may lie.",
    footer = {
      "",
      "A centre with two readings has two outlines; an event inside one of them only is possibly inside.",
      "With --json, each zone is a GeoJSON feature.",
      "",
      "Examples:",
      "  sitrep zones --at 2017-09-10",
      "  sitrep zones --events",
      "  sitrep zones --containing-event e0123456789ab --json"
    })
final class ZonesCommand implements Callable<Integer> {

  private static final List<String> COMPASS =
      List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west");


  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--at", paramLabel = "DAY", description = "Only zones said to be in force on this day.")
  private @Nullable LocalDate at;

  @Option(names = "--containing-event", paramLabel = "ID", description = "Only zones in which this event lies, or may lie.")
  private @Nullable String event;

  @Option(names = "--events", description = "The events inside each zone, instead of the zones.")
  private boolean events;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ZonesCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    try (Store open = store.openExisting(console)) {
      Territory territory = new Territory(Workshop.knowledge(sitrep.home()));
      Territory.Zones found = territory.zones(open.listClaims(Filter.ALL));
      found.issues().forEach(issue -> console.warn(issue.toString()));
      List<Zone> zones = new ArrayList<>(found.zones());
      LocalDate day = at;
      if (day != null) {
        zones.removeIf(z -> !z.isInForce(day));
      }
      String id = event;
      if (id != null) {
        Optional<Event> one = open.findEvent(id);
        if (one.isEmpty()) {
          console.warn("no event has the id " + id);
          return Exit.NO_INPUT;
        }
        zones.removeIf(z -> territory.inside(z, one.get()) == Inside.NO);
        return show(console, territory, zones, one.stream().toList());
      }
      return show(console, territory, zones, events ? open.listEvents(Filter.ALL) : List.of());
    }
  }

  private int show(Console console, Territory territory, List<Zone> zones, List<Event> inside) {
    if (zones.isEmpty()) {
      console.say("no zone matches");
    }
    int lines = 0;
    for (Zone zone : zones) {
      int undated = 0;
      if (!events) {
        console.line(json.isSet() ? GeoExchange.zone(zone) : String.join("\n", text(zone)));
      }
      for (Event one : inside) {
        Inside how = territory.inside(zone, one);
        if (how != Inside.NO && (events || !json.isSet())) {
          lines++;
          if (!json.isSet() && one.time().isEmpty() && inside.size() > 1) {
            undated++;
            continue;
          }
          console.line(json.isSet() ? GeoExchange.inside(zone, one, how) : row(zone, one, how));
        }
      }
      if (undated > 0) {
        console.line("  possibly inside " + name(zone) + ": " + Tables.count(undated, "event") + " of no stated day; --json names them");
      }
    }
    if (events && lines == 0 && !zones.isEmpty()) {
      console.say("no event lies in a zone");
    }
    return Exit.OK;
  }

  private static String row(Zone zone, Event event, Inside inside) {
    return "  " + (inside == Inside.YES ? "inside" : "possibly inside") + " " + name(zone) + ": " + String.join("  ", EventLines.row(event)).strip();
  }

  private static String name(Zone zone) {
    return zone.kind().replace('_', ' ') + zone.outlines().stream().findFirst().map(o -> " at " + o.name()).orElse("") + " (" + zone.id() + ')';
  }

  private static List<String> text(Zone zone) {
    List<String> lines = new ArrayList<>();
    lines.add(
        zone.from().map(Object::toString).orElse("no date") + "  " + zone.kind().replace('_', ' ') + "  " + Exchange.name(zone.certainty())
            + "  by " + names(zone.proclaimers(), "nobody named") + (zone.bound().isEmpty() ? "" : ", binding " + names(zone.bound(), ""))
            + "  (on the word of " + zone.root() + ", " + zone.id() + ")");
    zone.outlines().forEach(o -> lines.add("    " + where(o)));
    if (zone.outlines().isEmpty()) {
      lines.add("    nowhere on the map");
    }
    lines.add("    \"" + Tables.oneLine(zone.evidence()) + '"');
    return lines;
  }

  private static String where(Outline outline) {
    return switch (outline) {
      case Outline.Disc disc ->
          String.format(
              Locale.ROOT, "%.1f km around %s (%.4f, %.4f)%s", disc.km(), disc.name(), disc.lat(), disc.lon(), disc.stated() ? "" : ", no radius stated");
      case Outline.Bank bank ->
          String.format(
              Locale.ROOT, "the %s side of the %s%s", compass(bank.bearing()), bank.name(),
              bank.stated() ? String.format(Locale.ROOT, ", %.1f km deep", bank.km()) : ", no depth stated");
      case Outline.Line line -> "along the " + line.name();
    };
  }

  private static String compass(double bearing) {
    return COMPASS.get(Math.floorMod(Math.round(bearing / 45), 8));
  }

  private static String names(List<Participant> parties, String none) {
    return parties.isEmpty() ? none : parties.stream().map(Participant::name).distinct().collect(Collectors.joining(", "));
  }
}
