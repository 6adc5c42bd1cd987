package org.sitrep.resolution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.resolution.PlaceResolver.Use;

/**
 * One sense per discourse (Gale, Church and Yarowsky, "One Sense Per Discourse", 1992): a name that could be several places is the
 * one that the same article names so where its words leave no choice ("the area of X"), if there is only one.
 */
final class PlaceDiscourse {

  private PlaceDiscourse() {}

  /** The only place that a name stands for where it was decided, by the name without its article. */
  static Map<String, Optional<Place>> senses(List<Use> uses, Map<OfPlace, Location> found, Places places) {
    Map<String, Optional<Place>> senses = new HashMap<>();
    for (Use use : uses) {
      Location location = found.get(use.mention());
      if (location != null && location.isLocated() && !location.step().equals(PlaceContext.WITHIN)) {
        senses.merge(
            places.key(Places.ARTICLE, location.name()), location.place(), (a, b) -> a.equals(b) ? a : Optional.empty());
      }
    }
    return senses;
  }
}
