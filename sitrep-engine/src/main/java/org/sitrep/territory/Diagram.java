package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.shape.fractal.HilbertCode;
import org.locationtech.jts.triangulate.IncrementalDelaunayTriangulator;
import org.locationtech.jts.triangulate.quadedge.QuadEdge;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;
import org.locationtech.jts.triangulate.quadedge.Vertex;

/**
 * The Voronoi diagram of points in the plane: for each, the borders with its neighbours, anticlockwise. The two
 * neighbours of a border see the same two corners, so that what is made of them fits without a gap.
 * The points must differ. By JTS (Guibas and Stolfi's quad-edges).
 */
final class Diagram {

  private static final int LEVEL = 12;

  /**
   * A border of a cell.
   *
   * @param neighbour index of the point on the other side; -1 where there is none
   */
  record Border(int neighbour, Coordinate from, Coordinate to) {}

  private final List<List<Border>> cells;

  private Diagram(List<List<Border>> cells) {
    this.cells = cells;
  }

  List<Border> cell(int point) {
    return cells.get(point);
  }

  /** The diagram of points; it is true as far as {@code margin} around them. */
  static Diagram of(List<Coordinate> points, double margin) {
    Envelope envelope = new Envelope();
    points.forEach(envelope::expandToInclude);
    Envelope wide = envelope.copy();
    wide.expandBy(Math.max(margin, Math.max(envelope.getWidth(), envelope.getHeight())));
    QuadEdgeSubdivision subdivision = new QuadEdgeSubdivision(wide, 0);
    IncrementalDelaunayTriangulator triangulator = new IncrementalDelaunayTriangulator(subdivision);
    for (Coordinate point : along(points, envelope)) {
      triangulator.insertSite(new Vertex(point));
    }
    subdivision.getVoronoiCellPolygons(Cells.GEOMETRY); // sets the corners, which only JTS itself may set
    return new Diagram(cells(points, subdivision));
  }

  /** The points along a Hilbert curve: each is found from the one before it in few steps. */
  private static List<Coordinate> along(List<Coordinate> points, Envelope envelope) {
    double unit = Math.max(1, Math.max(envelope.getWidth(), envelope.getHeight())) / ((1 << LEVEL) - 1);
    return points.stream()
        .sorted(
            Comparator.comparingInt(
                (Coordinate p) ->
                    HilbertCode.encode(
                        LEVEL, (int) ((p.x - envelope.getMinX()) / unit), (int) ((p.y - envelope.getMinY()) / unit)))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static List<List<Border>> cells(List<Coordinate> points, QuadEdgeSubdivision subdivision) {
    Map<Coordinate, Integer> indices = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      indices.put(points.get(i), i);
    }
    List<List<Border>> cells = new ArrayList<>();
    points.forEach(p -> cells.add(List.of()));
    Collection<?> edges = subdivision.getVertexUniqueEdges(false);
    for (Object edge : edges) {
      QuadEdge first = (QuadEdge) edge;
      Integer point = indices.get(first.orig().getCoordinate());
      if (point != null) {
        cells.set(point, borders(first, indices));
      }
    }
    return cells;
  }

  /** Rounded, so that the corners of four places on one circle, which differ by nothing but rounding, are one. */
  static Coordinate toMillimetre(Coordinate c) {
    return new Coordinate(Math.rint(c.x * 1000) / 1000, Math.rint(c.y * 1000) / 1000);
  }

  private static List<Border> borders(QuadEdge first, Map<Coordinate, Integer> indices) {
    List<Border> borders = new ArrayList<>();
    QuadEdge edge = first;
    do {
      Coordinate from = toMillimetre(edge.rot().dest().getCoordinate());
      Coordinate to = toMillimetre(edge.rot().orig().getCoordinate());
      if (!from.equals2D(to)) {
        borders.add(new Border(indices.getOrDefault(edge.dest().getCoordinate(), -1), from, to));
      }
      edge = edge.oNext();
    } while (edge != first);
    int start = 0; // JTS begins anywhere
    for (int i = 1; i < borders.size(); i++) {
      Border least = borders.get(start);
      Border one = borders.get(i);
      start = one.neighbour() < least.neighbour() || (one.neighbour() == least.neighbour() && one.from().compareTo(least.from()) < 0) ? i : start;
    }
    Collections.rotate(borders, -start);
    return borders;
  }
}
