package org.sitrep.resolution;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.mention.Location;
import org.sitrep.mention.Location.Status;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation.Kind;
import org.sitrep.resolution.PlaceResolver.Use;

/**
 * Where places lie that the gazetteer has no point for, once the others are known: the quarter, bridge or mosque of a
 * town is in that town; a river or road is meant where it passes the places named beside it.
 */
final class PlaceContext {

  /** The reason given for a place that is located by the town it belongs to. */
  static final String WITHIN = Location.WITHIN;

  private static final Set<Feature> PARTS =
      EnumSet.of(Feature.NEIGHBOURHOOD, Feature.OTHER, Feature.CROSSING, Feature.AREA, Feature.CAMP);
  private static final double LONG_KM = 40;
  private static final double REACH_KM = 20;
  private static final double LEAST_KM = 5;
  private static final int SENTENCES = 2;
  private static final int TOKENS = 3;

  private PlaceContext() {}

  /** Puts better locations into {@code found}, which holds one for each use. */
  static void refine(List<Use> uses, Map<OfPlace, Location> found) {
    for (int i = 0; i < uses.size(); i++) {
      OfPlace mention = uses.get(i).mention();
      Location location = found.get(mention);
      if (location == null) {
        continue;
      }
      if (i + 1 < uses.size() && isBetween(uses.get(i)) && isBetween(uses.get(i + 1))) {
        between(uses.get(i), uses.get(i + 1), found);
      }
      Location better = location.isLocated() ? along(uses, i, location, found) : within(uses, i, location, found);
      if (better != null) {
        found.put(mention, better);
      }
    }
  }

  private static boolean isBetween(Use use) {
    return use.mention().relation().filter(r -> r.kind() == Kind.BETWEEN).isPresent();
  }

  /** "Between X and Y": both stand for the stretch from one to the other. */
  private static void between(Use one, Use other, Map<OfPlace, Location> found) {
    Location a = found.get(one.mention());
    Location b = found.get(other.mention());
    if (one.sentence() == other.sentence() && a != null && b != null && a.isLocated() && b.isLocated()) {
      PlaceGeometry.Disc disc = PlaceGeometry.between(a.lat(), a.lon(), b.lat(), b.lon());
      found.put(one.mention(), moved(a, disc));
      found.put(other.mention(), moved(b, disc));
    }
  }

  static Location moved(Location location, PlaceGeometry.Disc disc) {
    return new Location(
        location.surface(), location.name(), location.status(), location.place(), disc.lat(), disc.lon(), disc.km(),
        location.step(), location.candidates());
  }

  private static @Nullable Location within(List<Use> uses, int i, Location location, Map<OfPlace, Location> found) {
    OfPlace part = uses.get(i).mention();
    if (part.feature().filter(PARTS::contains).isEmpty()) {
      return null;
    }
    for (int k : new int[] {i + 1, i - 1}) {
      if (k < 0 || k >= uses.size() || uses.get(k).sentence() != uses.get(i).sentence()) {
        continue;
      }
      OfPlace town = uses.get(k).mention();
      Location at = found.get(town);
      int gap = k > i ? town.first() - part.last() : part.first() - town.last();
      if (at != null && gap <= TOKENS && town.relation().isEmpty() && isTown(at)) {
        return new Location(
            location.surface(), location.name(), Status.RESOLVED, at.place(), at.lat(), at.lon(), Math.max(LEAST_KM, at.km()),
            WITHIN, location.candidates());
      }
    }
    return null;
  }

  private static boolean isTown(Location location) {
    return location.place().filter(p -> p.feature() == Feature.CITY || p.feature() == Feature.TOWN).isPresent();
  }

  private static @Nullable Location along(List<Use> uses, int i, Location line, Map<OfPlace, Location> found) {
    Optional<Place> place = line.place();
    boolean isLine = !isBetween(uses.get(i)) && place.filter(p -> (p.feature() == Feature.RIVER || p.feature() == Feature.ROAD) && p.km() > LONG_KM).isPresent();
    if (!isLine) {
      return null;
    }
    Place whole = place.orElseThrow();
    Location nearest = null;
    int least = Integer.MAX_VALUE;
    for (int k = 0; k < uses.size(); k++) {
      int apart = Math.abs(uses.get(k).sentence() - uses.get(i).sentence());
      Location at = found.get(uses.get(k).mention());
      int rank = apart * 100 + Math.abs(k - i);
      if (k != i && apart <= SENTENCES && rank < least && at != null && isPoint(at)
          && PlaceGeometry.km(at.lat(), at.lon(), whole.lat(), whole.lon()) < whole.km() * 1.2) {
        nearest = at;
        least = rank;
      }
    }
    double lat = nearest == null ? whole.lat() : nearest.lat();
    double lon = nearest == null ? whole.lon() : nearest.lon();
    double km = nearest == null ? whole.km() : Math.max(REACH_KM, nearest.km());
    boolean off = uses.get(i).mention().relation().filter(r -> r.kind() == Kind.OFFSET).isPresent();
    return off && nearest == null ? null
        : moved(line, new PlaceGeometry.Disc(lat, lon, km));
  }

  private static boolean isPoint(Location location) {
    return location.isLocated() && location.km() <= REACH_KM
        && location.place().filter(p -> p.feature() != Feature.RIVER && p.feature() != Feature.ROAD).isPresent();
  }
}
