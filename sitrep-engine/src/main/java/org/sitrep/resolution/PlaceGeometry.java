package org.sitrep.resolution;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.sitrep.entity.Place;
import org.sitrep.mention.Mention.PlaceRelation;

/**
 * Where "20 km south of" lies: geodesics on WGS84 (Karney, "Algorithms for geodesics", 2013), with the
 * radius that the words leave open.
 */
final class PlaceGeometry {

  private static final double EARTH_KM = 6371.0088;
  private static final double UNSAID_KM = 15;
  private static final double LEAST_KM = 2;
  private static final double FAR_KM = 45;
  private static final double LEAST_APART = 60;

  /** A point with a radius in kilometres. */
  record Disc(double lat, double lon, double km) {}

  private PlaceGeometry() {}

  /** The disc that a relation to a place describes. */
  static Disc apply(PlaceRelation relation, Place place) {
    double radius = place.km();
    return switch (relation.kind()) {
      case OFFSET -> offset(relation, place);
      case PART ->
          relation
              .bearing()
              .map(b -> move(place, b, radius * 0.5, Math.max(LEAST_KM, radius * 0.6)))
              .orElse(new Disc(place.lat(), place.lon(), radius));
      case AROUND -> {
        double reach = Math.max(radius, relation.km().orElse(UNSAID_KM));
        yield relation
            .bearing()
            .map(b -> move(place, b, reach * 0.6, reach * 0.7))
            .orElse(new Disc(place.lat(), place.lon(), reach));
      }
      case BETWEEN, TOWARDS -> new Disc(place.lat(), place.lon(), Math.max(radius, UNSAID_KM));
    };
  }

  private static Disc offset(PlaceRelation relation, Place place) {
    if (relation.bearing().isEmpty()) {
      double away = relation.km().orElse(UNSAID_KM);
      return new Disc(place.lat(), place.lon(), away + place.km());
    }
    double bearing = relation.bearing().get();
    if (relation.km().isPresent()) {
      double away = relation.km().get();
      return move(place, bearing, away, Math.max(LEAST_KM, away * 0.35) + place.km() * 0.5);
    }
    double away = Math.max(UNSAID_KM, place.km() * 1.5);
    return move(place, bearing, away, away);
  }

  /** The disc that holds two points. */
  static Disc between(double lat, double lon, double otherLat, double otherLon) {
    double half = km(lat, lon, otherLat, otherLon) / 2;
    double azimuth = Geodesic.WGS84.Inverse(lat, lon, otherLat, otherLon, GeodesicMask.AZIMUTH).azi1;
    GeodesicData to =
        Geodesic.WGS84.Direct(lat, lon, azimuth, half * 1000, GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return new Disc(to.lat2, to.lon2, Math.max(LEAST_KM, half));
  }

  private static Disc move(Place place, double bearing, double km, double radius) {
    GeodesicData to =
        Geodesic.WGS84.Direct(
            place.lat(), place.lon(), bearing, km * 1000,
            GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE);
    return new Disc(to.lat2, to.lon2, radius);
  }

  /** Whether a place lies about where a relation to another one says. */
  static boolean lies(Place place, PlaceRelation relation, Place from) {
    double away = km(place.lat(), place.lon(), from.lat(), from.lon());
    double said = relation.km().orElse(UNSAID_KM);
    if (away > relation.km().map(km -> km * 1.6 + 5).orElse(FAR_KM) || away < said * 0.4 && relation.km().isPresent()) {
      return false;
    }
    return relation.bearing().map(b -> Math.abs((bearing(from, place) - b + 540) % 360 - 180) < LEAST_APART).orElse(true);
  }

  /** Degrees from north, 0 to 360, in which one place lies seen from another. */
  static double bearing(Place from, Place to) {
    double azimuth =
        Geodesic.WGS84.Inverse(from.lat(), from.lon(), to.lat(), to.lon(), GeodesicMask.AZIMUTH).azi1;
    return (azimuth + 360) % 360;
  }

  /** The great-circle distance of two points, in kilometres (haversine, within 0.6 % of the geodesic). */
  static double km(double lat, double lon, double otherLat, double otherLon) {
    double a = Math.sin(Math.toRadians(otherLat - lat) / 2);
    double b = Math.sin(Math.toRadians(otherLon - lon) / 2);
    double h = a * a + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * b * b;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
  }
}
