package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import org.sitrep.control.ControlEntry;
import org.sitrep.entity.Place;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.ControlWeights;
import org.sitrep.knowledge.Places;

/**
 * What cannot be relied on in the ledger. Immutable and thread-safe.
 *
 * @param places the gazetteer as it is now, where it is at hand
 */
record Doubts(ControlWeights weights, Optional<Places> places) {

  /**
   * The doubts.
   *
   * @param entries in order
   * @param byPlace entries by the id of their place
   */
  List<Issue> about(List<ControlEntry> entries, Map<String, List<ControlEntry>> byPlace) {
    List<Issue> issues = new ArrayList<>();
    entries.stream().filter(e -> !e.isPlausible()).forEach(e -> issues.add(day(e)));
    byPlace.forEach((id, words) -> moved(id, words).ifPresent(issues::add));
    return issues;
  }

  private static Issue day(ControlEntry entry) {
    String known = entry.known().map(k -> "known on " + k).orElse("of no known day");
    String message =
        String.format(
            Locale.ROOT, "%s is said to be of %s, but is %s: listed in the ledger, and left out of what follows from it",
            entry.claim(), entry.day().map(LocalDate::toString).orElse("no day"), known);
    return new Issue(Issue.Kind.TIME, entry.placeName(), 0, message);
  }

  private Optional<Issue> moved(String id, List<ControlEntry> words) {
    Place last = place(words.getLast());
    for (ControlEntry word : words) {
      if (km(place(word), last) > weights.movedKm()) {
        return Optional.of(issue(last, "stands at two points, " + point(place(word)) + " and " + point(last) + ", " + apart(place(word), last)
            + " apart, in claims read before and after it was moved in the gazetteer"));
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Optional<Place> now = places.get().find(id);
    if (now.isEmpty()) {
      return Optional.of(issue(last, "(" + id + ") is no longer in the gazetteer; its entries keep the point that they were read with"));
    }
    return km(now.get(), last) <= weights.movedKm()
        ? Optional.empty()
        : Optional.of(issue(last, "was read at " + point(last) + ", and now stands at " + point(now.get()) + " in the gazetteer, "
            + apart(now.get(), last) + " away; its entries keep the point that they were read with"));
  }

  private static Place place(ControlEntry entry) {
    return entry.place().place().orElseThrow();
  }

  private static Issue issue(Place place, String what) {
    return new Issue(Issue.Kind.PLACE, place.name(), 0, place.name() + " " + what);
  }

  private static String apart(Place a, Place b) {
    return String.format(Locale.ROOT, "%.1f km", km(a, b));
  }

  private static String point(Place place) {
    return String.format(Locale.ROOT, "%.4f, %.4f", place.lat(), place.lon());
  }

  private static double km(Place a, Place b) {
    return Geodesic.WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).s12 / 1000;
  }
}
