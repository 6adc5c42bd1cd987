package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sitrep.knowledge.Rivers;
import org.sitrep.mention.Area;

/** Outlines of zones, made in the plane at their middle. */
final class Shapes {

  private static final int CORNERS = 72;

  private Shapes() {}

  /** The outline of a disc; it runs anticlockwise. */
  static Area disc(double lat, double lon, double km) {
    Plane plane = new Plane(lat, lon);
    List<Area.Point> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      ring.add(plane.unproject(new Coordinate(km * 1000 * Math.cos(angle), km * 1000 * Math.sin(angle))));
    }
    ring.add(ring.getFirst());
    return new Area(ring);
  }

  /** A river within a distance of a point, on the plane. */
  static Geometry reach(List<Rivers.Stretch> stretches, Plane plane, double km) {
    List<Geometry> lines = new ArrayList<>();
    for (Rivers.Stretch stretch : stretches) {
      Coordinate[] line = stretch.line().stream().map(p -> plane.project(p[0], p[1])).toArray(Coordinate[]::new);
      lines.add(Cells.GEOMETRY.createLineString(line));
    }
    Geometry all = Cells.GEOMETRY.buildGeometry(lines);
    return all.intersection(Cells.GEOMETRY.createPoint(new Coordinate(0, 0)).buffer(km * 1000, 24));
  }

  /** Lines in degrees. */
  static List<List<Area.Point>> lines(Geometry geometry, Plane plane) {
    List<List<Area.Point>> lines = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
        List<Area.Point> points = new ArrayList<>();
        for (Coordinate c : line.getCoordinates()) {
          points.add(plane.unproject(c));
        }
        lines.add(points);
      }
    }
    return lines;
  }

  /** What lies towards {@code bearing} of a river, no further from it than so many kilometres: the river, moved that way and swept. */
  static List<Area> bank(Geometry river, Plane plane, double bearing, double km) {
    double dx = Math.sin(Math.toRadians(bearing)) * km * 1000;
    double dy = Math.cos(Math.toRadians(bearing)) * km * 1000;
    List<Geometry> swept = new ArrayList<>();
    for (int i = 0; i < river.getNumGeometries(); i++) {
      Coordinate[] line = river.getGeometryN(i).getCoordinates();
      for (int k = 1; k < line.length; k++) {
        Coordinate a = line[k - 1];
        Coordinate b = line[k];
        swept.add(
            Cells.GEOMETRY.createPolygon(
                new Coordinate[] {a, b, new Coordinate(b.x + dx, b.y + dy), new Coordinate(a.x + dx, a.y + dy), a}));
      }
    }
    swept.removeIf(s -> s.getArea() < 1 || !s.isValid());
    return swept.isEmpty() ? List.of() : rings(UnaryUnionOp.union(swept), plane);
  }

  private static List<Area> rings(Geometry geometry, Plane plane) {
    List<Area> rings = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<Coordinate> ring = new ArrayList<>(List.of(polygon.getExteriorRing().getCoordinates()));
        if (!Orientation.isCCW(polygon.getExteriorRing().getCoordinates())) {
          Collections.reverse(ring);
        }
        rings.add(new Area(ring.stream().map(plane::unproject).toList()));
      }
    }
    return rings;
  }

  /** Metres from a point to lines. */
  static double distance(Geometry lines, Coordinate point) {
    Point at = Cells.GEOMETRY.createPoint(point);
    return lines.isEmpty() ? Double.POSITIVE_INFINITY : lines.distance(at);
  }
}
