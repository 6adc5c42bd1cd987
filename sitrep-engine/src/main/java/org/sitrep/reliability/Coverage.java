package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.mention.Location;
import org.sitrep.source.Root;
import org.sitrep.time.TimeWindow;

/** Which roots cover which part of the map in which days: only their silence says anything. */
final class Coverage {

  private record Beat(long north, long east, long period) {}

  private final ReliabilityWeights.CoverageWeights weights;
  private final Map<Beat, List<Root>> covering = new HashMap<>();

  Coverage(ReliabilityWeights.CoverageWeights weights, List<Claim> claims, Roots roots) {
    this.weights = weights;
    Map<Beat, Map<String, Set<String>>> told = new HashMap<>();
    Map<String, Root> byKey = new HashMap<>();
    for (Claim claim : claims) {
      Optional<Beat> beat = beat(claim.place(), Hearing.day(claim));
      Root root = roots.of(claim);
      if (beat.isPresent() && root.named() && claim.certainty().isFactual()) {
        byKey.put(root.key(), root);
        told.computeIfAbsent(beat.get(), k -> new TreeMap<>())
            .computeIfAbsent(root.key(), k -> new HashSet<>())
            .add(roots.testimony(claim));
      }
    }
    told.forEach((beat, byRoot) -> byRoot.forEach((key, testimonies) -> {
      Root root = byKey.get(key);
      if (root != null && testimonies.size() >= weights.fewest()) {
        covering.computeIfAbsent(beat, k -> new ArrayList<>()).add(root);
      }
    }));
  }

  /** The roots whose silence about an event counts, in the order of their keys. */
  List<Root> of(Event event) {
    return beat(event.place(), event.time().map(TimeWindow::start)).map(b -> covering.getOrDefault(b, List.of())).orElse(List.of());
  }

  private Optional<Beat> beat(Optional<Location> place, Optional<LocalDate> day) {
    if (place.isEmpty() || !place.get().isLocated() || day.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Beat(
            Math.round(place.get().lat() / weights.degrees()),
            Math.round(place.get().lon() / weights.degrees()),
            Math.floorDiv(day.get().toEpochDay(), weights.days())));
  }
}
