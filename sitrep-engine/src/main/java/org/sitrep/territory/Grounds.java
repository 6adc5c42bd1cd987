package org.sitrep.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.sitrep.control.ControlArea;
import org.sitrep.control.ControlArea.Standing;
import org.sitrep.control.ControlState;
import org.sitrep.control.Front;
import org.sitrep.control.Ground;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Rivers;
import org.sitrep.knowledge.TerritoryRules;
import org.sitrep.mention.Location;
import org.sitrep.territory.Site.Owner;

/** Draws areas and fronts from what is said of places. One use; not thread-safe. */
final class Grounds {

  private final TerritoryRules rules;
  private final Actors actors;
  private final Rivers rivers;
  private final LocalDate day;
  private final List<ControlState> vague = new ArrayList<>();
  private final List<Issue> issues = new ArrayList<>();

  Grounds(TerritoryRules rules, Actors actors, Rivers rivers, LocalDate day) {
    this.rules = rules;
    this.actors = actors;
    this.rivers = rivers;
    this.day = day;
  }

  Ground draw(List<ControlState> states) {
    List<ControlArea> areas = new ArrayList<>();
    List<Front> fronts = new ArrayList<>();
    for (List<Site> cluster : Clusters.of(sites(states))) {
      Patchwork patchwork = divide(cluster);
      areas.addAll(patchwork.areas);
      fronts.addAll(patchwork.fronts);
    }
    List<ControlArea> joined = Patchwork.grouped(areas, a -> a.sides() + " " + a.standing()).values().stream().map(Grounds::joinAreas).toList();
    List<Front> lines =
        Patchwork.grouped(fronts, f -> f.a() + " " + f.b() + " " + f.standing()).values().stream().map(Grounds::joinFronts).toList();
    return new Ground(joined, lines, vague, issues);
  }

  private Patchwork divide(List<Site> cluster) {
    Plane plane = Plane.around(cluster.stream().map(s -> new double[] {s.lat(), s.lon()}).toList());
    List<Coordinate> points = cluster.stream().map(s -> plane.project(s.lat(), s.lon())).toList();
    double[] reaches = cluster.stream().mapToDouble(Site::reach).toArray();
    double widest = cluster.stream().mapToDouble(Site::reach).max().orElse(0);
    Streams streams = new Streams(rivers.list(), plane, cluster, widest);
    Patchwork patchwork =
        new Patchwork(cluster, plane, rules.areas().smoothKm() * 1000, (a, b) -> actors.opposed(a, b, day).orElse(false));
    patchwork.join(new Cells(points, reaches, streams, rules.areas().riverKm() * 1000).make());
    return patchwork;
  }

  /** Places at one spot, to a metre, are one: contested where they differ. */
  private List<Site> sites(List<ControlState> states) {
    Map<String, List<Site>> spots = new LinkedHashMap<>();
    for (ControlState state : states) {
      site(state)
          .ifPresent(s -> spots.computeIfAbsent(String.format(Locale.ROOT, "%.5f %.5f", s.lat(), s.lon()), k -> new ArrayList<>()).add(s));
    }
    List<Site> sites = new ArrayList<>();
    for (List<Site> spot : spots.values()) {
      sites.add(spot.size() == 1 ? spot.getFirst() : merge(spot));
    }
    sites.sort(Comparator.comparingDouble(Site::lat).thenComparingDouble(Site::lon));
    return sites;
  }

  private Site merge(List<Site> spot) {
    Set<Owner> owners = new LinkedHashSet<>(spot.stream().map(Site::owner).filter(o -> !o.isNobody()).toList());
    Site widest = spot.stream().max(Comparator.comparingDouble(Site::reach)).orElseThrow();
    Set<String> sides = new TreeSet<>(owners.stream().flatMap(o -> o.sides().stream()).toList());
    Owner owner = widest.owner();
    if (sides.size() == 1) {
      Standing best = owners.stream().map(Owner::standing).min(Comparator.naturalOrder()).orElse(Standing.CLAIMED);
      owner = new Owner(List.copyOf(sides), best);
    } else if (sides.size() > 1) {
      owner = new Owner(List.copyOf(sides), Standing.CONTESTED);
      issue(spot.getFirst().name(), "several places of the ledger lie at this spot, with different holders; it is drawn as contested");
    }
    Optional<LocalDate> since = spot.stream().flatMap(s -> s.since().stream()).max(Comparator.naturalOrder());
    return new Site(widest.name(), widest.lat(), widest.lon(), widest.reach(), owner, since);
  }

  private Optional<Site> site(ControlState state) {
    Location place = state.place();
    if (!place.isLocated() || place.place().isEmpty()) {
      issue(place.name(), "no coordinates are known; it is not drawn");
      return Optional.empty();
    }
    OptionalDouble reach = rules.reach(place.place().get().feature());
    if (reach.isEmpty() || place.km() > rules.areas().vagueKm()) {
      vague.add(state);
      return Optional.empty();
    }
    return Optional.of(new Site(place.name(), place.lat(), place.lon(), reach.getAsDouble() * 1000, owner(state), state.since()));
  }

  private Owner owner(ControlState state) {
    List<String> known = state.holders().stream().filter(h -> actors.find(h).isPresent()).toList();
    List<String> holders = known.isEmpty() ? state.holders() : known;
    List<String> sides = holders.stream().map(h -> actors.side(h, day)).distinct().sorted().toList();
    if (sides.isEmpty()) {
      issue(state.place().name(), "nobody is said to hold it; it is drawn without a holder");
    }
    boolean firm =
        switch (state.status()) {
          case ASSESSED, CONCEDED, RULED -> true;
          case CLAIMED, CONTESTED, UNKNOWN -> false;
        };
    return new Owner(sides, sides.size() > 1 ? Standing.CONTESTED : firm ? Standing.FIRM : Standing.CLAIMED);
  }

  private void issue(String place, String message) {
    issues.add(new Issue(Issue.Kind.PLACE, place, 0, message));
  }

  private static ControlArea joinAreas(List<ControlArea> areas) {
    ControlArea first = areas.getFirst();
    return new ControlArea(
        first.sides(),
        first.standing(),
        areas.stream().flatMap(a -> a.patches().stream()).toList(),
        areas.stream().mapToInt(ControlArea::places).sum(),
        earliest(areas.stream().flatMap(a -> a.oldest().stream())),
        latest(areas.stream().flatMap(a -> a.newest().stream())));
  }

  private static Front joinFronts(List<Front> fronts) {
    Front first = fronts.getFirst();
    return new Front(
        first.a(),
        first.b(),
        first.standing(),
        fronts.stream().flatMap(f -> f.lines().stream()).toList(),
        fronts.stream().mapToDouble(Front::km).sum(),
        earliest(fronts.stream().flatMap(f -> f.oldest().stream())),
        latest(fronts.stream().flatMap(f -> f.newest().stream())));
  }

  private static Optional<LocalDate> earliest(Stream<LocalDate> days) {
    return days.min(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> latest(Stream<LocalDate> days) {
    return days.max(Comparator.naturalOrder());
  }

}
