package org.sitrep.entity;

/**
 * A place of the gazetteer.
 *
 * @param id prefixed with its origin ("gn:170794", "curated:...")
 * @param name the name to show
 * @param feature what sort of feature
 * @param lat degrees north, WGS84
 * @param lon degrees east, WGS84
 * @param km radius, in kilometres, within which the thing named lies around the point
 * @param country ISO 3166-1 alpha-2 code, or empty
 * @param region name of the first-level region, or empty
 * @param population inhabitants, 0 where unknown
 */
public record Place(
    String id,
    String name,
    Feature feature,
    double lat,
    double lon,
    double km,
    String country,
    String region,
    long population) {

  /** The widest radius that a place may have, in kilometres: half the way round the earth. */
  public static final double WIDEST_KM = 20_004;

  /** Sorts of places. */
  public enum Feature {
    COUNTRY,
    REGION,
    DISTRICT,
    CITY,
    TOWN,
    VILLAGE,
    NEIGHBOURHOOD,
    AIRFIELD,
    BASE,
    HILL,
    MOUNTAIN,
    FIELD,
    WELL,
    RIVER,
    LAKE,
    DAM,
    ROAD,
    CROSSING,
    CAMP,
    DESERT,
    AREA,
    SEA,
    OTHER;

    /** Whether people live there in one settlement. */
    public boolean isSettlement() {
      return this == CITY || this == TOWN || this == VILLAGE || this == NEIGHBOURHOOD;
    }

    /** Whether it is a division of the state: a country, region or district. */
    public boolean isDivision() {
      return this == COUNTRY || this == REGION || this == DISTRICT;
    }
  }

  public Place {
    if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
      throw new IllegalArgumentException(id + ": no coordinates: " + lat + ", " + lon);
    }
  }
}
