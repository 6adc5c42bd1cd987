package org.sitrep.resolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.resolution.PlaceResolver.Use;

/**
 * The last step of the ladder, once everything else is known: a name that no other step finds is the settlement with its
 * consonants beside a place that the same sentence names, if there is only one.
 */
final class PlaceBones {

  private static final double CONTEXT_KM = 40;
  private static final double SAME_KM = 12;
  private static final int SHORTEST = 4;

  private PlaceBones() {}

  /** Puts locations for unlocated names into {@code found}. */
  static void refine(List<Use> uses, Map<OfPlace, Location> found, Places places) {
    for (Use use : uses) {
      Location location = found.get(use.mention());
      if (location == null || location.status() != Status.UNLOCATED || !PlaceResolver.mayBeVillage(use.mention()) || use.mention().relation().isPresent()
          || places.key(Places.SKELETON, use.mention().name()).length() < SHORTEST) {
        continue;
      }
      context(use, uses, found).ifPresent(near -> {
        List<Candidate> alike =
            places.listSkeletons(use.mention().name(), near, CONTEXT_KM).stream().filter(c -> c.place().feature().isSettlement()).toList();
        if (!alike.isEmpty() && alike.stream().allMatch(c -> PlaceResolver.km(c.place(), alike.getFirst().place()) < SAME_KM)) {
          found.put(use.mention(), at(location, alike));
        }
      });
    }
  }

  private static Location at(Location location, List<Candidate> alike) {
    Place place = alike.getFirst().place();
    return new Location(
        location.surface(), location.name(), Status.RESOLVED, Optional.of(place), place.lat(), place.lon(), place.km(), Places.SKELETON,
        alike);
  }

  /** The settlement named nearest in the same sentence. */
  private static Optional<Place> context(Use use, List<Use> uses, Map<OfPlace, Location> found) {
    Optional<Place> nearest = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (Use other : uses) {
      Location at = found.get(other.mention());
      int apart = Math.abs(other.mention().first() - use.mention().first());
      if (other.sentence() == use.sentence() && apart > 0 && apart < least && at != null && at.isLocated()
          && at.place().filter(p -> p.feature().isSettlement()).isPresent()) {
        nearest = at.place();
        least = apart;
      }
    }
    return nearest;
  }
}
