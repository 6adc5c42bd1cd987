package org.sitrep.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Cuts a cell along rivers that run through it. A river that ends inside cuts nothing. */
final class RiverCut {

  private static final double LOST = 1e-6;

  private RiverCut() {}

  /**
   * The pieces of a cell.
   *
   * @param ring the cell's corners, those among them at which rivers cross
   */
  static List<Polygon> cut(Polygon cell, List<Node> ring, Streams streams) {
    List<LineSegment> pieces = streams.near(cell.getEnvelopeInternal());
    List<LineString> inside = pieces.isEmpty() ? List.of() : inside(cell, ring, pieces);
    if (inside.isEmpty()) {
      return List.of(cell);
    }
    Polygonizer polygonizer = new Polygonizer();
    for (int i = 0; i < ring.size(); i++) {
      polygonizer.add((Geometry) line(ring.get(i).at(), ring.get((i + 1) % ring.size()).at()));
    }
    inside.forEach(l -> polygonizer.add((Geometry) l));
    List<Polygon> cut = new ArrayList<>();
    double area = 0;
    for (Object piece : polygonizer.getPolygons()) {
      cut.add((Polygon) piece);
      area += ((Polygon) piece).getArea();
    }
    cut.sort((a, b) -> Double.compare(b.getArea(), a.getArea()));
    return Math.abs(area - cell.getArea()) > LOST * cell.getArea() ? List.of(cell) : cut;
  }

  private static List<LineString> inside(Polygon cell, List<Node> ring, List<LineSegment> pieces) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(cell);
    List<LineString> lines = new ArrayList<>();
    Set<LineSegment> done = new HashSet<>();
    for (LineSegment piece : pieces) {
      if (!done.add(piece)) {
        continue;
      }
      List<Coordinate> stops = new ArrayList<>();
      for (Node node : ring) {
        if (node.river() != null && node.river().equals(piece)) {
          stops.add(node.at());
        }
      }
      stops.sort((a, b) -> Double.compare(a.distance(piece.p0), b.distance(piece.p0)));
      stops.addFirst(piece.p0);
      stops.add(piece.p1);
      for (int i = 1; i < stops.size(); i++) {
        Coordinate from = stops.get(i - 1);
        Coordinate to = stops.get(i);
        if (!from.equals2D(to) && locator.locate(LineSegment.midPoint(from, to)) == Location.INTERIOR) {
          lines.add(line(from, to));
        }
      }
    }
    return lines;
  }

  private static LineString line(Coordinate from, Coordinate to) {
    return Cells.GEOMETRY.createLineString(new Coordinate[] {from, to});
  }
}
