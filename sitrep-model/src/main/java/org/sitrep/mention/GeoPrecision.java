package org.sitrep.mention;

import java.util.OptionalInt;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/**
 * How exactly a place is known, in the codes of the field's two large data sets. Derived from what was named, whether the text
 * moves off it ("near", "south of", "the eastern part of"), and the radius that is left. Thread-safe.
 *
 * <p>Sources: UCDP GED Codebook 23.1, {@code where_prec}; ACLED Codebook 2023, {@code geo_precision}.
 */
public final class GeoPrecision {

  private static final double LIMITED_KM = 25;
  private static final double SAME = 1e-4;

  private GeoPrecision() {}

  /**
   * UCDP's {@code where_prec}: 1 the very place, 2 a limited area of 25 km around it, 3 a district, 4 a province, 5 a part of a
   * province or country, a line or a stretch of land, 6 a country, 7 at sea. Empty for what has no coordinates.
   */
  public static OptionalInt ucdp(Location location) {
    if (!location.isLocated() || location.place().isEmpty()) {
      return OptionalInt.empty();
    }
    Place place = location.place().get();
    boolean moved = isMoved(location, place);
    return OptionalInt.of(
        switch (place.feature()) {
          case COUNTRY -> moved ? 5 : 6;
          case REGION -> moved ? 5 : 4;
          case DISTRICT -> moved ? limited(location) : 3;
          case SEA -> 7;
          case RIVER, ROAD, DESERT, MOUNTAIN, AREA, LAKE -> location.km() <= place.km() && location.km() <= LIMITED_KM && moved ? 2 : 5;
          default -> moved ? limited(location) : 1;
        });
  }

  /**
   * ACLED's {@code geo_precision}: 1 the very town or site, 2 near it or in a small region, 3 a larger region or less. Empty for
   * what has no coordinates.
   */
  public static OptionalInt acled(Location location) {
    OptionalInt ucdp = ucdp(location);
    return ucdp.isEmpty() ? ucdp : OptionalInt.of(ucdp.getAsInt() == 1 ? 1 : ucdp.getAsInt() <= 3 ? 2 : 3);
  }

  private static int limited(Location location) {
    return location.km() <= LIMITED_KM ? 2 : 5;
  }

  /** Whether the text speaks of a part or a neighbourhood of the place, not of the place itself. */
  private static boolean isMoved(Location location, Place place) {
    boolean off = Math.abs(location.lat() - place.lat()) > SAME || Math.abs(location.lon() - place.lon()) > SAME;
    boolean wider = !isLand(place.feature()) && location.km() > place.km() * 1.2;
    return off || wider;
  }

  private static boolean isLand(Feature feature) {
    return feature == Feature.COUNTRY || feature == Feature.REGION || feature == Feature.DISTRICT;
  }
}
