package org.sitrep.territory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.ProximitySeries.Approach;
import org.sitrep.control.ProximitySeries.Kind;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.TerritoryRules.Nearness;

/** Draws up how near opposed sides came, day by day. One use; not thread-safe. */
final class Distances {

  /** Days until which a day's evidence is looked at, so that {@link LocalDate} never runs over. */
  private static final LocalDate FIRST = LocalDate.of(-9999, 1, 1);

  private final Nearness rules;
  private final Actors actors;
  private final Map<String, NavigableMap<LocalDate, List<EvidencePoint>>> dated = new TreeMap<>();
  private final Map<String, Map<String, List<EvidencePoint>>> undated = new TreeMap<>();
  private final Set<String> meetings;

  Distances(Nearness rules, Actors actors, List<EvidencePoint> points, Set<String> meetings) {
    this.rules = rules;
    this.actors = actors;
    this.meetings = meetings;
    for (EvidencePoint p : points) {
      if (p.day().isPresent() && p.day().get().isAfter(FIRST)) {
        dated.computeIfAbsent(p.side(), k -> new TreeMap<>()).computeIfAbsent(p.day().get(), k -> new ArrayList<>()).add(p);
      } else if (p.day().isEmpty()) {
        undated.computeIfAbsent(p.side(), k -> new TreeMap<>()).computeIfAbsent(p.doc(), k -> new ArrayList<>()).add(p);
      }
    }
  }

  Set<String> sides() {
    Set<String> sides = new TreeSet<>(dated.keySet());
    sides.addAll(undated.keySet());
    return sides;
  }

  /** All pairs of sides that the packs list as opposed on a day on which both are placed. */
  List<ProximitySeries> opposed() {
    List<ProximitySeries> all = new ArrayList<>();
    List<String> sides = List.copyOf(sides());
    for (int i = 0; i < sides.size(); i++) {
      for (int k = i + 1; k < sides.size(); k++) {
        between(sides.get(i), sides.get(k), true).ifPresent(all::add);
      }
    }
    return all;
  }

  /**
   * The series of two sides.
   *
   * @param onlyOpposed whether only days count on which they are listed as opposed
   */
  Optional<ProximitySeries> between(String a, String b, boolean onlyOpposed) {
    NavigableMap<LocalDate, List<EvidencePoint>> ofA = dated.getOrDefault(a, new TreeMap<>());
    NavigableMap<LocalDate, List<EvidencePoint>> ofB = dated.getOrDefault(b, new TreeMap<>());
    Set<LocalDate> days = new TreeSet<>(ofA.keySet());
    days.addAll(ofB.keySet());
    List<Proximity> series = new ArrayList<>();
    for (LocalDate day : days) {
      boolean listed = actors.opposed(a, b, day).orElse(false);
      if (listed || !onlyOpposed) {
        Optional.ofNullable(onDay(ofA, ofB, day, listed)).ifPresent(series::add);
      }
    }
    List<Approach> approaches = new ArrayList<>(closingIn(series));
    for (Proximity told : toldTogether(a, b)) {
      if (told.opposed() || !onlyOpposed) {
        series.add(told);
      }
    }
    series.stream().filter(this::isWithinReach).forEach(p -> approaches.add(new Approach(Kind.WITHIN_REACH, p, p)));
    return series.isEmpty() ? Optional.empty() : Optional.of(new ProximitySeries(a, b, series, approaches));
  }

  private @Nullable Proximity onDay(
      NavigableMap<LocalDate, List<EvidencePoint>> ofA, NavigableMap<LocalDate, List<EvidencePoint>> ofB, LocalDate day, boolean listed) {
    Nearest.Pair fresh =
        better(
            nearest(ofA.getOrDefault(day, List.of()), within(ofB, day.minusDays(rules.staleDays()), day)),
            swap(nearest(ofB.getOrDefault(day, List.of()), within(ofA, day.minusDays(rules.staleDays()), day))));
    if (fresh != null) {
      return proximity(Optional.of(day), fresh, listed);
    }
    LocalDate from = day.minusDays(rules.horizonDays());
    Nearest.Pair old =
        better(
            nearest(ofA.getOrDefault(day, List.of()), latest(ofB, from, day)),
            swap(nearest(ofB.getOrDefault(day, List.of()), latest(ofA, from, day))));
    return old == null ? null : proximity(Optional.of(day), old, listed);
  }

  private static List<EvidencePoint> within(NavigableMap<LocalDate, List<EvidencePoint>> of, LocalDate from, LocalDate to) {
    return of.subMap(from, true, to, true).values().stream().flatMap(List::stream).toList();
  }

  /** The evidence of the last day before {@code day} that has any. */
  private static List<EvidencePoint> latest(NavigableMap<LocalDate, List<EvidencePoint>> of, LocalDate from, LocalDate day) {
    Map.Entry<LocalDate, List<EvidencePoint>> last = of.floorEntry(day);
    return last == null || last.getKey().isBefore(from) ? List.of() : last.getValue();
  }

  private static Nearest.@Nullable Pair nearest(List<EvidencePoint> a, List<EvidencePoint> b) {
    return a.isEmpty() || b.isEmpty() ? null : new Nearest(a).to(b);
  }

  private static Nearest.@Nullable Pair swap(Nearest.@Nullable Pair pair) {
    return pair == null ? null : new Nearest.Pair(pair.b(), pair.a(), pair.km());
  }

  private static Nearest.@Nullable Pair better(Nearest.@Nullable Pair a, Nearest.@Nullable Pair b) {
    return a == null || (b != null && b.km() < a.km()) ? b : a;
  }

  private Proximity proximity(Optional<LocalDate> day, Nearest.Pair pair, boolean listed) {
    double radii = pair.a().km() + pair.b().km();
    long gap =
        pair.a().day().isPresent() && pair.b().day().isPresent()
            ? Math.abs(ChronoUnit.DAYS.between(pair.a().day().get(), pair.b().day().get()))
            : 0;
    return new Proximity(
        day, pair.a(), pair.b(), pair.km(), Math.max(0, pair.km() - radii), pair.km() + radii, gap, gap > rules.staleDays(), listed);
  }

  /** What documents without a day tell of both sides. */
  private List<Proximity> toldTogether(String a, String b) {
    List<Proximity> told = new ArrayList<>();
    Map<String, List<EvidencePoint>> ofB = undated.getOrDefault(b, Map.of());
    undated.getOrDefault(a, Map.of()).forEach((doc, points) -> {
      Nearest.Pair pair = nearest(points, ofB.getOrDefault(doc, List.of()));
      if (pair != null) {
        told.add(proximity(Optional.empty(), pair, actors.everOpposed(a, b)));
      }
    });
    return told;
  }

  private List<Approach> closingIn(List<Proximity> series) {
    List<Approach> found = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < series.size(); i++) {
      Proximity now = series.get(i);
      if (now.stale() || now.km() > rules.closingKm()) {
        continue;
      }
      Proximity before = null;
      for (int k = first; k < i; k++) {
        Proximity one = series.get(k);
        boolean recent = days(one, now) <= rules.closingDays();
        if (recent && !one.stale() && now.km() <= one.km() * rules.closingShare() && one.km() > 0 && (before == null || one.km() >= before.km())) {
          before = one;
        }
      }
      if (before != null) {
        found.add(new Approach(now.high() < before.low() ? Kind.CLOSING_IN : Kind.PERHAPS_CLOSING_IN, before, now));
        first = i;
      }
    }
    return found;
  }

  private static long days(Proximity a, Proximity b) {
    return ChronoUnit.DAYS.between(a.day().orElse(LocalDate.EPOCH), b.day().orElse(LocalDate.EPOCH));
  }

  /** Whether the two may stand at one spot, though no claim tells of both there. */
  private boolean isWithinReach(Proximity p) {
    return p.low() == 0 && !p.stale() && !haveMet(p, p.a()) && !haveMet(p, p.b());
  }

  private boolean haveMet(Proximity p, EvidencePoint at) {
    return meetings.contains(Presence.meeting(p.a().side(), p.b().side(), at.day(), at.doc(), at.lat(), at.lon()));
  }
}
