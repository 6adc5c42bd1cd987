package org.sitrep.knowledge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import tools.jackson.databind.JsonNode;

/** Polygons of countries, regions and districts: who lies in which, and how large each is. */
final class Admin {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Map<String, PreparedGeometry> regions = new HashMap<>();
  private final Map<String, Double> radius = new HashMap<>();

  Admin(List<JsonNode> features) {
    for (JsonNode feature : features) {
      Geometry shape = geometry(feature.get("geometry"));
      if (shape.isEmpty()) {
        continue;
      }
      String id = feature.get("properties").get("wof_id").asString();
      radius.put(id, radius(shape));
      if (feature.get("properties").get("placetype").asString().equals("region")) {
        regions.put(id, PreparedGeometryFactory.prepare(shape));
      }
    }
  }

  /** The Who's On First id of the region that holds a point. */
  Optional<String> region(double lat, double lon) {
    Geometry point = GEOMETRY.createPoint(new Coordinate(lon, lat));
    return regions.entrySet().stream()
        .filter(r -> r.getValue().contains(point))
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }

  /** The radius, in kilometres, of a disc as large as the division. */
  double radius(String id, double otherwise) {
    return radius.getOrDefault(id, otherwise);
  }

  /** The radius in kilometres of a disc as large as a shape in degrees. */
  static double radius(Geometry shape) {
    double lat = shape.getCentroid().getY();
    double square = shape.getArea() * 111.2 * 111.3 * Math.cos(Math.toRadians(lat));
    return Math.sqrt(square / Math.PI);
  }

  /** A GeoJSON polygon, multipolygon, or lines. */
  static Geometry geometry(JsonNode json) {
    List<Geometry> parts = new ArrayList<>();
    if (json != null && json.has("coordinates")) {
      JsonNode at = json.get("coordinates");
      switch (json.get("type").asString()) {
        case "Polygon" -> parts.add(polygon(at));
        case "MultiPolygon" -> at.forEach(p -> parts.add(polygon(p)));
        case "LineString" -> parts.add(GEOMETRY.createLineString(coordinates(at)));
        case "MultiLineString" ->
            at.forEach(l -> parts.add(GEOMETRY.createLineString(coordinates(l))));
        default -> {}
      }
    }
    return parts.size() == 1
        ? parts.getFirst()
        : GEOMETRY.buildGeometry(parts);
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing shell = GEOMETRY.createLinearRing(coordinates(rings.get(0)));
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = GEOMETRY.createLinearRing(coordinates(rings.get(i + 1)));
    }
    return GEOMETRY.createPolygon(shell, holes);
  }

  private static Coordinate[] coordinates(JsonNode list) {
    Coordinate[] all = new Coordinate[list.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Coordinate(list.get(i).get(0).asDouble(), list.get(i).get(1).asDouble());
    }
    return all;
  }
}
