package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/** What an article has shown so far of where it plays. One use per article. */
final class PlaceScene {

  private static final double NEAR_KM = 20;
  private static final double PARTY = 0.34;
  private static final double MOST = 0.5;
  private static final double APART = 0.2;

  private record Anchor(Place place, int sentence) {}

  private final List<Anchor> anchors = new ArrayList<>();
  private final Map<String, Double> countries = new HashMap<>();
  private final Set<String> focus;
  private final Map<String, Integer> located = new HashMap<>();
  private double total;
  private int placed;

  PlaceScene(Set<String> focus) {
    this.focus = focus;
  }

  void add(Place place, int sentence) {
    if (!place.country().isEmpty()) {
      country(place.country(), 1);
      located.merge(place.country(), 1, Integer::sum);
      placed++;
    }
    if (place.feature() != Feature.COUNTRY) {
      anchors.add(new Anchor(place, sentence));
    }
  }

  /** A country that is spoken of as one that acts or is acted on, so that something may happen elsewhere. */
  void country(Place place) {
    country(place.country(), 1);
  }

  /** A state or one of its people, named without saying that anything happens there. */
  void party(String state) {
    country(state.toUpperCase(Locale.ROOT), PARTY);
  }

  private void country(String code, double weight) {
    countries.merge(code, weight, Double::sum);
    total += weight;
  }

  private double share(String country) {
    return total == 0 ? 0 : countries.getOrDefault(country, 0.0) / total;
  }

  /**
   * How well a place fits the scene: up to 2 for its country, and up to 2 for lying beside a place named
   * in the same sentence, less with distance on the ground and in the text.
   *
   * @param rivals ids of the places of the same name, which say nothing of one another
   */
  double nearness(Place place, int sentence, Set<String> rivals) {
    double country = 2.0 * share(place.country());
    double expected = focus.contains(place.country()) ? 0.8 : 0;
    double best = anchors.isEmpty() ? 0 : -1.5;
    for (Anchor anchor : anchors) {
      if (rivals.contains(anchor.place.id())) {
        continue;
      }
      double km = Math.max(0, PlaceResolver.km(place, anchor.place) - anchor.place.km());
      double near = 2 - Math.log1p(km / NEAR_KM);
      double apart = Math.min(1, Math.abs(anchor.sentence - sentence) * APART);
      best = Math.max(best, near - apart);
    }
    return country + expected + best;
  }

  /**
   * Whether a small place may be meant: not when the sentence names the region of another one, nor far from all that is
   * named in its country.
   *
   * @param reach how far from those, in kilometres
   */
  boolean isNear(Place place, int sentence, double reach, Set<String> rivals) {
    double own = place.feature().isDivision() ? place.km() : 0;
    boolean some = false;
    boolean near = false;
    boolean outside = false;
    for (Anchor anchor : anchors) {
      if (rivals.contains(anchor.place.id()) || !anchor.place.country().equals(place.country())) {
        continue;
      }
      double km = PlaceResolver.km(place, anchor.place) - anchor.place.km() - own;
      some = true;
      near |= km < reach;
      outside |=
          anchor.place.feature() == Feature.REGION && anchor.sentence == sentence
              && !anchor.place.region().equals(place.region()) && km > reach / 5;
    }
    if (!some) {
      return true;
    }
    boolean inside =
        anchors.stream()
            .anyMatch(a -> a.sentence == sentence && a.place.region().equals(place.region()));
    return near && (!outside || inside);
  }

  /** Whether the sentence names the region of a place's country in which it does not lie, and not its own. */
  boolean isOutside(Place place, int sentence) {
    List<Place> regions =
        anchors.stream()
            .filter(a -> a.sentence == sentence && a.place.feature() == Feature.REGION && a.place.country().equals(place.country()))
            .map(Anchor::place)
            .toList();
    return !regions.isEmpty()
        && regions.stream().noneMatch(r -> r.region().equals(place.region()) || PlaceResolver.km(place, r) < r.km() + NEAR_KM);
  }

  /** The country that the article is about, where more than half of the places that it names lie in one; else none. */
  Set<String> about() {
    return located.entrySet().stream().filter(c -> c.getValue() > MOST * placed).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  /** Whether nothing says in which country it plays. */
  boolean isBlank() {
    return total == 0;
  }

  /**
   * Whether anything places the article in a country, or nothing places it elsewhere and the packs are about it.
   *
   * @param respelt whether the name asked for is written otherwise in the gazetteer, so that more must speak for it
   */
  boolean isSpokenOf(String country, boolean respelt) {
    if (countries.containsKey(country)) {
      return !respelt || share(country) >= MOST;
    }
    return focus.contains(country) && placed == 0 && !respelt;
  }
}
