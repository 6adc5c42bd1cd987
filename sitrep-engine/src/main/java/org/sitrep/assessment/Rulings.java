package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.entity.Place;
import org.sitrep.event.Ruling;
import org.sitrep.mention.Location;

/**
 * People's decisions on places, laid over what is computed.
 *
 * @param standing by key of the place
 * @param at the day asked about
 */
record Rulings(Map<String, Ruling> standing, LocalDate at) {

  private boolean holds(Ruling ruling) {
    return ruling.from().map(from -> !from.isAfter(at)).orElse(true);
  }

  /** The state as decided; what is said stays beside it. */
  ControlState over(String key, ControlState computed) {
    Ruling ruling = standing.get(key);
    return ruling == null || !holds(ruling) ? computed : decided(ruling, computed);
  }

  private static ControlState decided(Ruling ruling, ControlState computed) {
    Status status =
        switch (ruling.value().toLowerCase(Locale.ROOT)) {
          case ControlState.CONTESTED_KEY -> Status.CONTESTED;
          case ControlState.UNKNOWN_KEY -> Status.UNKNOWN;
          default -> Status.RULED;
        };
    List<String> holders =
        switch (status) {
          case RULED -> List.of(ruling.value());
          case CONTESTED -> computed.holders();
          default -> List.of();
        };
    return new ControlState(
        computed.place(), status, holders, ruling.from().or(computed::since), computed.roots(), computed.claims(),
        computed.words(), computed.belief(), computed.heard(), Optional.of(ruling));
  }

  /** Places of which nothing but a ruling tells. */
  List<ControlState> others(Collection<String> told, Function<String, Optional<Place>> places) {
    Set<String> keys = new HashSet<>(standing.keySet());
    keys.removeAll(told);
    List<ControlState> states = new ArrayList<>();
    for (String key : keys) {
      Ruling ruling = standing.get(key);
      Optional<Place> place = places.apply(key);
      if (ruling != null && place.isPresent() && holds(ruling)) {
        states.add(decided(ruling, bare(place.get())));
      }
    }
    return states;
  }

  private static ControlState bare(Place place) {
    Location location =
        new Location(
            place.name(), place.name(), Location.Status.RESOLVED, Optional.of(place), place.lat(), place.lon(),
            place.km(), "ruling", List.of());
    return new ControlState(location, Status.UNKNOWN, List.of(), Optional.empty(), List.of(), List.of());
  }
}
