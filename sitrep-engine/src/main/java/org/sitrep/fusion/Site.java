package org.sitrep.fusion;

import java.util.Optional;
import org.sitrep.claim.Distance;
import org.sitrep.entity.Place;
import org.sitrep.mention.Location;

/**
 * A place as it is compared: its name and its entry in the gazetteer as numbers, and its point as a unit vector,
 * so that a distance takes neither sine nor cosine.
 */
final class Site {

  private static final double ROUNDING = 0.1;
  private static final double EARTH_KM = 6371.0088;
  /** Radius in kilometres from which a place is looked for on the whole map. */
  private static final double WIDE_KM = 25;

  final long name;
  /** The entry's number, 0 without one. */
  final long entry;
  final boolean located;
  final boolean wide;
  final double lat;
  final double lon;
  final double km;
  /** How far from the point it is said to be in kilometres, 0 where no distance is stated. */
  private final double ring;
  private final double x;
  private final double y;
  private final double z;

  Site(Location place, long name) {
    this(place, name, Optional.empty());
  }

  /** With the distance that the claim states; it is one from this place where the place is as wide as that. */
  Site(Location place, long name, Optional<Distance> stated) {
    this.name = name;
    entry = place.place().map(p -> Numbers.of(p.id())).orElse(0L);
    located = place.isLocated() && Double.isFinite(place.lat()) && Double.isFinite(place.lon());
    lat = located ? Math.max(-90, Math.min(90, place.lat())) : 0;
    lon = located ? Math.IEEEremainder(place.lon(), 360) : 0;
    km = Double.isFinite(place.km()) ? Math.max(0, place.km()) : 0;
    ring = stated.map(Distance::km).filter(d -> d <= km && d > km / 2).orElse(0.0);
    wide = km > WIDE_KM || place.place().map(Place::feature).stream().anyMatch(Place.Feature::isDivision);
    double up = Math.toRadians(lat);
    double east = Math.toRadians(lon);
    x = Math.cos(up) * Math.cos(east);
    y = Math.cos(up) * Math.sin(east);
    z = Math.sin(up);
  }

  /** Whether it is said to be so far from a place. */
  boolean isRing() {
    return ring > 0;
  }

  /** How far apart "50 km from X" is from "10 km from X", or from X itself, in kilometres; distances are rounded by a tenth. */
  double ringsApart(Site other) {
    if (!isRing() && !other.isRing()) {
      return 0;
    }
    double within = (isRing() ? 0 : km) + (other.isRing() ? 0 : other.km);
    return Math.abs(ring - other.ring) - ROUNDING * Math.max(ring, other.ring) - within;
  }

  /** Great-circle distance to another site in kilometres, by the chord between the two. */
  double km(Site other) {
    double dx = x - other.x;
    double dy = y - other.y;
    double dz = z - other.z;
    return 2 * EARTH_KM * arcsine(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2));
  }

  /** By its series up to 1,270 km, where that is right to a part in a thousand million. */
  private static double arcsine(double s) {
    double q = s * s;
    return s < 0.1
        ? s * (1 + q * (1 / 6.0 + q * (3 / 40.0 + q * (15 / 336.0 + q * (105 / 3456.0)))))
        : Math.asin(s);
  }
}
