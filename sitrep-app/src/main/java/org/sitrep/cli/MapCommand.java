package org.sitrep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.assessment.Assessment;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlState;
import org.sitrep.control.Ground;
import org.sitrep.control.MapSheet;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.Zone;
import org.sitrep.desk.Workshop;
import org.sitrep.drawing.Drawing;
import org.sitrep.exchange.GeoExchange;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Area;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.territory.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "map",
    description = "Draws who holds what, fronts, zones and distances between opposed sides as one SVG picture.",
    footer = {
      "",
      "Areas are an illustration: they show which place with evidence is nearest. Elsewhere there is no evidence.",
      "",
      "Examples:",
      "  sitrep map --at 2017-09-25 -o map.svg",
      "  sitrep map --between SDF --and \"Syrian Army\" --frame 34.8,39,36.2,41.2 -o map.svg",
      "  sitrep map --json > map.geojsonl"
    })
final class MapCommand implements Callable<Integer> {

  private static final int RECENT_DAYS = 7;

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Option(names = "--at", paramLabel = "DAY", description = "The day it stands for (default: the latest that the ledger knows).")
  private @Nullable LocalDate at;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Where to write (default: standard output).")
  private @Nullable Path output;

  @Option(names = "--between", paramLabel = "NAME", description = "A party whose distance to another is shown, listed as opposed or not.")
  private List<String> between = List.of();

  @Option(names = "--and", paramLabel = "NAME", description = "The other party.")
  private List<String> and = List.of();

  @Option(names = "--frame", paramLabel = "S,W,N,E", split = ",", description = "The stretch of the earth, in degrees.")
  private List<Double> frame = List.of();

  @Option(names = "--title", paramLabel = "TEXT", description = "The heading.")
  private @Nullable String title;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  MapCommand() {}

  @Override
  public Integer call() {
    Optional<MapSheet.Frame> wanted = frame();
    if (between.isEmpty() != and.isEmpty()) {
      throw new UsageException("--between and --and go together: name both sides");
    }
    Console console = sitrep.console();
    Knowledge knowledge = Workshop.knowledge(sitrep.home());
    Reads.warn(console, knowledge);
    try (Store open = store.openExisting(console)) {
      MapSheet sheet = sheet(console, open, knowledge, wanted);
      if (json.isSet()) {
        sheet.ground().areas().forEach(a -> console.line(GeoExchange.area(a)));
        sheet.ground().fronts().forEach(f -> console.line(GeoExchange.front(f)));
        sheet.zones().forEach(z -> console.line(GeoExchange.zone(z)));
      } else {
        write(console, new Drawing().svg(sheet));
      }
    }
    return Exit.OK;
  }

  private Optional<MapSheet.Frame> frame() {
    if (frame.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MapSheet.Frame(frame.get(0), frame.get(1), frame.get(2), frame.get(3)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UsageException("--frame wants south,west,north,east in degrees, south and west the smaller");
    }
  }

  private MapSheet sheet(Console console, Store open, Knowledge knowledge, Optional<MapSheet.Frame> wanted) {
    List<Claim> claims = open.listClaims(Filter.ALL);
    List<ControlState> states =
        new Assessment(knowledge)
            .states(
                open.listControl(),
                open.listRulings(),
                new Assessment.Question(Optional.ofNullable(at), Optional.empty(), Set.of()));
    Optional<LocalDate> told = at != null ? Optional.of(at) : latest(states, claims);
    LocalDate day = told.orElse(LocalDate.EPOCH);
    Territory territory = new Territory(knowledge);
    ProximityCommand.check(territory, between, claims);
    ProximityCommand.check(territory, and, claims);
    Ground ground = territory.ground(states, day);
    ground.issues().forEach(issue -> console.warn(issue.toString()));
    List<Zone> zones = territory.zones(claims).zones().stream().filter(z -> (told.isEmpty() || z.isInForce(day)) && z.certainty() != Certainty.DENIED).toList();
    Territory.Distanced near = between.isEmpty() ? territory.proximity(claims) : territory.proximity(claims, between, and);
    List<Proximity> proximities = near.series().stream().flatMap(s -> last(s, told).stream()).toList();
    if (states.isEmpty() && zones.isEmpty() && proximities.isEmpty()) {
      console.say("nothing to draw: no place is said to be held, no zone to exist, no two sides to be near");
    }
    String heading = title != null ? title : "Control, zones and distances" + told.map(d -> ", " + d).orElse("");
    List<MapSheet.River> rivers =
        knowledge.rivers().list().stream()
            .map(r -> new MapSheet.River(r.names().getFirst(), r.line().stream().map(p -> new Area.Point(p[0], p[1])).toList()))
            .toList();
    return new MapSheet(heading, told, states, ground, zones, proximities, rivers, names(knowledge, ground, states, proximities), wanted);
  }

  private static Optional<LocalDate> latest(List<ControlState> states, List<Claim> claims) {
    return Stream.concat(states.stream().flatMap(s -> s.since().stream()), claims.stream().flatMap(c -> c.published().stream()))
        .max(Comparator.naturalOrder());
  }

  /** The nearest of the last days; where a series has no day, the nearest of the documents without one. */
  private static Optional<Proximity> last(ProximitySeries series, Optional<LocalDate> day) {
    return series.days().stream()
        .filter(p -> p.day().isEmpty() || day.isEmpty() || isRecent(p.day().get(), day.get()))
        .min(Comparator.comparing(Proximity::stale).thenComparing(p -> p.day().isEmpty()).thenComparingDouble(Proximity::km));
  }

  private static boolean isRecent(LocalDate one, LocalDate day) {
    return !one.isAfter(day) && ChronoUnit.DAYS.between(one, day) <= RECENT_DAYS;
  }

  private static Map<String, String> names(Knowledge knowledge, Ground ground, List<ControlState> states, List<Proximity> proximities) {
    Map<String, String> names = new HashMap<>();
    List<String> ids = new ArrayList<>();
    ground.areas().forEach(a -> ids.addAll(a.sides()));
    states.forEach(s -> ids.addAll(s.holders()));
    proximities.forEach(p -> ids.addAll(List.of(p.a().side(), p.b().side())));
    ids.forEach(id -> knowledge.actors().find(id).ifPresent(a -> names.put(id, a.name())));
    return names;
  }

  private void write(Console console, String svg) {
    Path file = output;
    if (file == null) {
      console.line(svg);
      return;
    }
    try {
      Files.writeString(file, svg);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
