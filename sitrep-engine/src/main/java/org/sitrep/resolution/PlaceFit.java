package org.sitrep.resolution;

import java.util.Optional;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/** How well a place fits the words: its sort against the sort asked for, and how likely it is named. */
final class PlaceFit {

  private PlaceFit() {}

  /** From 2.5 for the very sort asked for to -2 for one that the word rules out; 0 where nothing is asked. */
  static double wanted(Optional<Feature> wanted, Place place) {
    if (wanted.isEmpty()) {
      return unasked(place.feature());
    }
    Feature asked = wanted.get();
    Feature is = place.feature();
    if (asked == is) {
      return 2.5;
    }
    if (asked.isSettlement() && is.isSettlement()) {
      return 1.5;
    }
    if (isLandform(asked) && isLandform(is) || isMilitary(asked) && isMilitary(is)) {
      return 1;
    }
    if (asked == Feature.AREA) {
      return 0.5;
    }
    if (asked.isDivision() || is.isDivision()) {
      return -2;
    }
    return is.isSettlement() ? -0.3 : -1;
  }

  /** A name alone means a town sooner than the province, the airfield or the oil field called after it. */
  private static double unasked(Feature feature) {
    return switch (feature) {
      case COUNTRY, CITY, TOWN, VILLAGE, NEIGHBOURHOOD -> 0;
      case REGION -> -0.7;
      case DISTRICT, AIRFIELD, BASE, FIELD, CROSSING, CAMP, DAM, WELL -> -1.2;
      default -> -0.4;
    };
  }

  private static boolean isLandform(Feature f) {
    return f == Feature.HILL || f == Feature.MOUNTAIN || f == Feature.DESERT || f == Feature.AREA;
  }

  private static boolean isMilitary(Feature f) {
    return f == Feature.AIRFIELD || f == Feature.BASE || f == Feature.CROSSING || f == Feature.CAMP;
  }

  /** Up to 2.8 for a metropolis, 4 for a country; a town's rank counts where its inhabitants are unknown. */
  static double size(Place place) {
    double people = Math.min(2.8, Math.max(0, Math.log10(Math.max(1, place.population())) - 3) * 0.9);
    double rank =
        switch (place.feature()) {
          case COUNTRY -> 4;
          case CITY -> 1.2;
          case TOWN -> 0.8;
          case VILLAGE, NEIGHBOURHOOD -> 0;
          default -> 0.3;
        };
    return Math.max(people, rank);
  }
}
