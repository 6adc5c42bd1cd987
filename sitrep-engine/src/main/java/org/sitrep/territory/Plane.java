package org.sitrep.territory;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.sitrep.mention.Area;

/**
 * A plane that touches the earth at a point: azimuthal equidistant on WGS 84 (Snyder, "Map Projections", 1987; by geodesics after
 * Karney 2013). Distances from its middle are true; at 500 km from there, lengths across are 0.1 % too long. In
 * metres east and north. Immutable and thread-safe.
 */
final class Plane {

  private static final int TO_PLANE = GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH;
  private static final int TO_EARTH = GeodesicMask.LATITUDE | GeodesicMask.LONGITUDE;

  private final double lat;
  private final double lon;

  Plane(double lat, double lon) {
    this.lat = lat;
    this.lon = lon;
  }

  /** The plane at the middle of points, given as degrees north and east: also at the poles and where longitudes jump. */
  static Plane around(List<double[]> points) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (double[] p : points) {
      double[] v = vector(p[0], p[1]);
      x += v[0];
      y += v[1];
      z += v[2];
    }
    if (Math.sqrt(x * x + y * y + z * z) < 1e-9) {
      return points.isEmpty() ? new Plane(0, 0) : new Plane(points.getFirst()[0], points.getFirst()[1]);
    }
    return new Plane(Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
  }

  Coordinate project(double pointLat, double pointLon) {
    GeodesicData line = Geodesic.WGS84.Inverse(lat, lon, pointLat, pointLon, TO_PLANE);
    double azimuth = Math.toRadians(line.azi1);
    return new Coordinate(line.s12 * Math.sin(azimuth), line.s12 * Math.cos(azimuth));
  }

  /** The point of the earth; its longitude is the one nearest to that of the middle, so that outlines don't jump. */
  Area.Point unproject(Coordinate c) {
    double azimuth = Math.toDegrees(Math.atan2(c.x, c.y));
    GeodesicData to = Geodesic.WGS84.Direct(lat, lon, azimuth, Math.hypot(c.x, c.y), TO_EARTH);
    return new Area.Point(to.lat2, lon + Math.IEEEremainder(to.lon2 - lon, 360));
  }

  /** A unit vector. */
  static double[] vector(double lat, double lon) {
    double north = Math.toRadians(lat);
    double east = Math.toRadians(lon);
    return new double[] {Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)};
  }

  /** Kilometres between two points along the ellipsoid. */
  static double km(double lat1, double lon1, double lat2, double lon2) {
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12 / 1000;
  }
}
