package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;
import tools.jackson.databind.JsonNode;

/** Shapes of GeoJSON (RFC 7946), and the point and radius that stand for one. */
final class Shapes {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double KM_PER_DEGREE = 111.2;

  /** A point with the radius, in kilometres, of what lies around it; 0 for a point itself. */
  record Middle(double lat, double lon, double km) {}

  private Shapes() {}

  /**
   * A geometry, or null where there is none.
   *
   * @throws IllegalArgumentException when it is none that GeoJSON knows
   */
  static @Nullable Geometry read(JsonNode json) {
    if (json.isNull() || json.isMissingNode() || !json.has("type")) {
      return null;
    }
    List<Geometry> parts = new ArrayList<>();
    JsonNode at = json.path("coordinates");
    String type = json.path("type").asString("");
    switch (type) {
      case "Point" -> parts.add(GEOMETRY.createPoint(coordinate(at)));
      case "MultiPoint" -> at.forEach(p -> parts.add(GEOMETRY.createPoint(coordinate(p))));
      case "LineString" -> parts.add(GEOMETRY.createLineString(coordinates(at)));
      case "MultiLineString" -> at.forEach(l -> parts.add(GEOMETRY.createLineString(coordinates(l))));
      case "Polygon" -> parts.add(polygon(at));
      case "MultiPolygon" -> at.forEach(p -> parts.add(polygon(p)));
      case "GeometryCollection" -> {
        for (JsonNode g : json.path("geometries")) {
          Geometry part = read(g);
          if (part != null) {
            parts.add(part);
          }
        }
      }
      default -> throw new IllegalArgumentException("\"" + type + "\" is no geometry of GeoJSON");
    }
    parts.removeIf(Geometry::isEmpty);
    if (parts.isEmpty()) {
      return null;
    }
    return parts.size() == 1 ? parts.getFirst() : GEOMETRY.buildGeometry(parts);
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing shell = GEOMETRY.createLinearRing(coordinates(rings.path(0)));
    LinearRing[] holes = new LinearRing[Math.max(0, rings.size() - 1)];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = GEOMETRY.createLinearRing(coordinates(rings.path(i + 1)));
    }
    return GEOMETRY.createPolygon(shell, holes);
  }

  private static Coordinate[] coordinates(JsonNode list) {
    Coordinate[] all = new Coordinate[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = coordinate(list.path(i));
    }
    return all;
  }

  private static Coordinate coordinate(JsonNode pair) {
    if (!pair.path(0).isNumber() || !pair.path(1).isNumber()) {
      throw new IllegalArgumentException("a position is two numbers, longitude and latitude");
    }
    double lon = pair.path(0).asDouble();
    double lat = pair.path(1).asDouble();
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("a position is off the earth: " + lon + ", " + lat);
    }
    return new Coordinate(lon, lat);
  }

  /** The middle of a line, a point within an area; the radius of a disc as large as the area, or half the reach of a line. */
  static Middle middle(Geometry shape) {
    double reach = shape.getEnvelopeInternal().getDiameter() / 2 * KM_PER_DEGREE;
    if (shape.getDimension() == 1) {
      Coordinate middle = new LengthIndexedLine(shape).extractPoint(shape.getLength() / 2);
      return new Middle(middle.y, middle.x, reach);
    }
    if (shape.getDimension() == 0) {
      return new Middle(shape.getCentroid().getY(), shape.getCentroid().getX(), reach);
    }
    Coordinate inside = shape.getInteriorPoint().getCoordinate();
    double square = shape.getArea() * KM_PER_DEGREE * KM_PER_DEGREE * Math.cos(Math.toRadians(inside.y));
    return new Middle(inside.y, inside.x, Math.sqrt(square / Math.PI));
  }
}
