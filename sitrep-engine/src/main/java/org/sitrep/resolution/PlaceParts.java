package org.sitrep.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.resolution.PlaceGeometry.Disc;

/**
 * Where the north of a country or the east of a province lies: writers mean the part where people live, so it is the
 * middle of the settlements in that direction, the populous ones weighing more. Thread-safe.
 */
final class PlaceParts {

  private static final int FEWEST = 4;
  private static final double WIDE = 50;
  private static final double NARROW = 40;
  private static final double LEAST_PEOPLE = 200;
  private static final double SHARE = 0.85;

  private record Part(String id, double bearing) {}

  private record Settled(double lat, double lon, double weight) {}

  private final Places places;
  private final Map<Part, Optional<Disc>> known = new ConcurrentHashMap<>();

  PlaceParts(Places places) {
    this.places = places;
  }

  /** The disc of a part of a country or region; empty for other places, and where too few settlements are known. */
  Optional<Disc> find(PlaceRelation relation, Place place) {
    boolean part = relation.kind() == PlaceRelation.Kind.PART || relation.kind() == PlaceRelation.Kind.AROUND;
    boolean division = place.feature() == Feature.COUNTRY || place.feature() == Feature.REGION;
    return part && division
        ? relation.bearing().flatMap(b -> known.computeIfAbsent(new Part(place.id(), b), p -> find(place, b)))
        : Optional.empty();
  }

  private Optional<Disc> find(Place place, double bearing) {
    double width = bearing % 90 == 0 ? WIDE : NARROW;
    List<Settled> inside = new ArrayList<>();
    for (Place other : places.listAll()) {
      if (other.feature().isSettlement() && other.country().equals(place.country())
          && (place.feature() == Feature.COUNTRY || other.region().equals(place.region()))
          && apart(PlaceGeometry.bearing(place, other), bearing) <= width) {
        inside.add(new Settled(other.lat(), other.lon(), Math.sqrt(Math.max(LEAST_PEOPLE, other.population()))));
      }
    }
    return inside.size() < FEWEST ? Optional.empty() : Optional.of(middle(inside));
  }

  private static double apart(double a, double b) {
    double d = Math.abs(a - b) % 360;
    return Math.min(d, 360 - d);
  }

  /** The weighted middle, and the radius that holds most of the weight. */
  private static Disc middle(List<Settled> settled) {
    double weight = settled.stream().mapToDouble(Settled::weight).sum();
    double lat = settled.stream().mapToDouble(s -> s.lat * s.weight).sum() / weight;
    double lon = settled.stream().mapToDouble(s -> s.lon * s.weight).sum() / weight;
    List<Settled> outwards = new ArrayList<>(settled);
    outwards.sort((a, b) -> Double.compare(km(a, lat, lon), km(b, lat, lon)));
    double held = 0;
    for (Settled s : outwards) {
      held += s.weight;
      if (held >= weight * SHARE) {
        return new Disc(lat, lon, km(s, lat, lon));
      }
    }
    return new Disc(lat, lon, km(outwards.getLast(), lat, lon));
  }

  private static double km(Settled s, double lat, double lon) {
    return PlaceGeometry.km(s.lat, s.lon, lat, lon);
  }
}
