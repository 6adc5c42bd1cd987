package org.sitrep.territory;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.sitrep.control.ControlState;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Ground;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Location;

/**
 * Measures areas, fronts and distances in CPU time: {@code TerritoryMeasure HOME}. Places are those of the bundled
 * gazetteer (villages and towns), holders alternate by stripes of a third of a degree.
 */
public final class TerritoryMeasure {

  private static final int ROUNDS = 7;
  private static final LocalDate DAY = LocalDate.of(2017, 9, 25);

  private TerritoryMeasure() {}

  /** Runs the measurement. */
  public static void main(String[] args) {
    Knowledge knowledge = Knowledge.load(Path.of(args[0]), List.of("syria"));
    List<Place> places =
        knowledge.places().listAll().stream().filter(p -> p.feature().isSettlement() && p.lat() > 29 && p.lat() < 42 && p.lon() > 26 && p.lon() < 50).toList();
    Territory territory = new Territory(knowledge);
    for (int count : new int[] {6_000, 20_000}) {
      List<ControlState> states = places.stream().limit(count).map(TerritoryMeasure::state).toList();
      Ground[] last = new Ground[1];
      report(states.size() + " places", () -> last[0] = territory.ground(states, DAY));
      System.out.printf(Locale.ROOT, "  %d areas, front of %.0f km%n", last[0].areas().size(), last[0].fronts().stream().mapToDouble(f -> f.km()).sum());
    }
    List<EvidencePoint> points = points(100_000);
    int[] days = new int[1];
    report("100000 evidence points of 2 sides, 365 days", () ->
        days[0] = new Distances(knowledge.territory().proximity(), knowledge.actors(), points, Set.of()).opposed().getFirst().days().size());
    System.out.printf("  %d days%n", days[0]);
  }

  private static void report(String what, Runnable work) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      work.run();
      times.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6);
    }
    System.out.printf(Locale.ROOT, "%s: first %.0f ms, median %.0f ms CPU%n", what, times.getFirst(), times.stream().sorted().toList().get(ROUNDS / 2));
  }

  private static ControlState state(Place place) {
    String holder = Math.floorMod((int) Math.floor(place.lon() * 3), 2) == 0 ? "isis" : "sy.forces";
    Location at = new Location(place.name(), place.name(), Location.Status.RESOLVED, Optional.of(place), place.lat(), place.lon(), place.km(), "exact", List.of());
    return new ControlState(at, ControlState.Status.ASSESSED, List.of(holder), Optional.of(DAY), List.of("r"), List.of(place.id()));
  }

  private static List<EvidencePoint> points(int count) {
    Random random = new Random(5);
    List<EvidencePoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String side = i % 2 == 0 ? "isis" : "sy";
      Optional<LocalDate> day = Optional.of(LocalDate.of(2017, 1, 1).plusDays(random.nextInt(365)));
      points.add(new EvidencePoint(side, side, "p", 33 + 3 * random.nextDouble(), 37 + 4 * random.nextDouble(), 2, day, true, "clash", "d", "c" + i));
    }
    return points;
  }
}
