package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/** What an article has shown so far of where it plays. One use per article. */
final class PlaceScene {

  private static final double NEAR_KM = 20;

  private record Anchor(Place place, int sentence) {}

  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, Integer> countries = new HashMap<>();
  private final Set<String> focus;
  private int total;

  PlaceScene(Set<String> focus) {
    this.focus = focus;
  }

  void add(Place place, int sentence) {
    if (!place.country().isEmpty()) {
      countries.merge(place.country(), 1, Integer::sum);
      total++;
    }
    if (place.feature() != Feature.COUNTRY) {
      anchors.add(new Anchor(place, sentence));
    }
  }

  /**
   * How well a place fits the scene: up to 2 for its country, and up to 2 for lying beside a place named
   * in the same sentence, less with distance on the ground and in the text.
   *
   * @param rivals ids of the places of the same name, which say nothing of one another
   */
  double nearness(Place place, int sentence, Set<String> rivals) {
    double country = total == 0 ? 0 : 2.0 * countries.getOrDefault(place.country(), 0) / total;
    double expected = focus.contains(place.country()) ? 0.8 : 0;
    double best = anchors.isEmpty() ? 0 : -1.5;
    for (Anchor anchor : anchors) {
      if (rivals.contains(anchor.place.id())) {
        continue;
      }
      double km = Math.max(0, PlaceResolver.km(place, anchor.place) - anchor.place.km());
      double near = 2 - Math.log1p(km / NEAR_KM);
      double apart = Math.min(1, Math.abs(anchor.sentence - sentence) * 0.1);
      best = Math.max(best, near - apart);
    }
    return country + expected + best;
  }

  /**
   * Whether a small place may be meant: not when the sentence names the region of another one, nor far
   * from all that is named in its country.
   *
   * @param reach how far from those, in kilometres
   */
  boolean isPlausible(Place place, int sentence, double reach, Set<String> rivals) {
    boolean some = false;
    boolean near = false;
    boolean outside = false;
    for (Anchor anchor : anchors) {
      if (rivals.contains(anchor.place.id()) || !anchor.place.country().equals(place.country())) {
        continue;
      }
      double km = PlaceResolver.km(place, anchor.place) - anchor.place.km();
      some = true;
      near |= km < reach;
      outside |=
          anchor.place.feature() == Feature.REGION && anchor.sentence == sentence
              && !anchor.place.region().equals(place.region()) && km > reach / 5;
    }
    boolean inside =
        anchors.stream()
            .anyMatch(a -> a.sentence == sentence && a.place.region().equals(place.region()));
    if (!some) {
      return total == 0 || focus.contains(place.country()) || countries.containsKey(place.country());
    }
    return near && (!outside || inside);
  }
}
