package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * For each place what is nearest to it, within its reach, on its own side of a river. What a river cuts off goes
 * to the nearest neighbour on that side if that reaches it, else to nobody. One use; not thread-safe.
 */
final class Cells {

  static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Corners of a full circle: its area comes out 0.6 % too small. */
  private static final int CORNERS = 32;

  /**
   * A part of the ground.
   *
   * @param site index of the place whose it is
   */
  record Cell(int site, Polygon polygon) {}

  private final List<Coordinate> points;
  private final double[] reaches;
  private final Streams streams;
  private final double bank;
  private final Borders borders;
  private final List<Cell> cells = new ArrayList<>();
  private final List<Cell> cutOff = new ArrayList<>();

  /**
   * @param bank metres from a river's line within which a place may lie on either side
   */
  Cells(List<Coordinate> points, double[] reaches, Streams streams, double bank) {
    this.points = points;
    this.reaches = reaches;
    this.streams = streams;
    this.bank = bank;
    this.borders = new Borders(points, reaches, streams);
  }

  List<Cell> make() {
    double widest = 0;
    for (double reach : reaches) {
      widest = Math.max(widest, reach);
    }
    Diagram diagram = Diagram.of(points, 8 * widest);
    for (int i = 0; i < points.size(); i++) {
      add(i, ring(i, diagram.cell(i)));
    }
    handOver();
    return cells;
  }

  /** The corners of a cell within its reach, anticlockwise, the first one not repeated. */
  private List<Node> ring(int site, List<Diagram.Border> cell) {
    List<Node[]> kept = new ArrayList<>();
    for (Diagram.Border border : cell) {
      List<Node> nodes = borders.of(site, border);
      for (int i = 1; i < nodes.size(); i++) {
        Coordinate middle = LineSegment.midPoint(nodes.get(i - 1).at(), nodes.get(i).at());
        if (middle.distance(points.get(site)) < reaches[site] && !nodes.get(i - 1).at().equals2D(nodes.get(i).at())) {
          kept.add(new Node[] {nodes.get(i - 1), nodes.get(i)});
        }
      }
    }
    List<Node> ring = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Node from = kept.get(i)[0];
      if (ring.isEmpty() || !ring.getLast().at().equals2D(from.at())) {
        ring.add(from);
      }
      Node to = kept.get(i)[1];
      Node next = kept.get((i + 1) % kept.size())[0];
      boolean last = i == kept.size() - 1;
      if (!to.at().equals2D(next.at())) {
        ring.add(to);
        ring.addAll(arc(site, to.at(), next.at()));
      } else if (!last) {
        ring.add(next);
      }
    }
    return kept.isEmpty() ? circle(site) : ring;
  }

  private List<Node> circle(int site) {
    List<Node> ring = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      ring.add(new Node(at(site, 2 * Math.PI * i / CORNERS), null));
    }
    return withRivers(ring, true);
  }

  /** What lies on the circle between two points, anticlockwise, both left out. */
  private List<Node> arc(int site, Coordinate from, Coordinate to) {
    double start = angle(site, from);
    double turn = angle(site, to) - start;
    turn = turn <= 0 ? turn + 2 * Math.PI : turn;
    int steps = (int) Math.ceil(turn / (2 * Math.PI) * CORNERS);
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(from, null));
    for (int i = 1; i < steps; i++) {
      nodes.add(new Node(at(site, start + turn * i / steps), null));
    }
    nodes.add(new Node(to, null));
    List<Node> crossed = withRivers(nodes, false);
    return crossed.subList(1, crossed.size() - 1);
  }

  private double angle(int site, Coordinate c) {
    return Math.atan2(c.y - points.get(site).y, c.x - points.get(site).x);
  }

  private Coordinate at(int site, double angle) {
    Coordinate middle = points.get(site);
    return new Coordinate(middle.x + reaches[site] * Math.cos(angle), middle.y + reaches[site] * Math.sin(angle));
  }

  private List<Node> withRivers(List<Node> nodes, boolean closed) {
    if (streams.isEmpty()) {
      return nodes;
    }
    List<Node> crossed = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      crossed.add(nodes.get(i));
      if (closed || i < nodes.size() - 1) {
        LineSegment segment = new LineSegment(nodes.get(i).at(), nodes.get((i + 1) % nodes.size()).at());
        List<Node> found = new ArrayList<>(Borders.crossings(segment, streams.near(new org.locationtech.jts.geom.Envelope(segment.p0, segment.p1))));
        found.sort((a, b) -> Double.compare(a.at().distance(segment.p0), b.at().distance(segment.p0)));
        crossed.addAll(found);
      }
    }
    return crossed;
  }

  private void add(int site, List<Node> ring) {
    Polygon whole = polygon(ring);
    if (whole.getArea() <= 0) {
      return;
    }
    List<Polygon> pieces = streams.isEmpty() || streams.isNear(points.get(site), bank) ? List.of(whole) : RiverCut.cut(whole, ring, streams);
    Point point = GEOMETRY.createPoint(points.get(site));
    @Nullable Polygon own = null;
    for (Polygon piece : pieces) {
      own = own == null && piece.covers(point) ? piece : own;
    }
    for (Polygon piece : pieces) {
      (own == null || piece == own ? cells : cutOff).add(new Cell(site, piece));
    }
  }

  private static Polygon polygon(List<Node> ring) {
    Coordinate[] corners = new Coordinate[ring.size() + 1];
    for (int i = 0; i < ring.size(); i++) {
      corners[i] = ring.get(i).at();
    }
    corners[ring.size()] = corners[0];
    return GEOMETRY.createPolygon(corners);
  }

  /** Gives what rivers cut off to neighbours on that side. */
  private void handOver() {
    if (cutOff.isEmpty()) {
      return;
    }
    Map<LineSegment, Integer> owners = new HashMap<>();
    for (Cell cell : cells) {
      edges(cell.polygon()).forEach(edge -> owners.put(edge, cell.site()));
    }
    for (Cell piece : cutOff) {
      Coordinate middle = piece.polygon().getInteriorPoint().getCoordinate();
      int nearest = -1;
      for (LineSegment edge : edges(piece.polygon())) {
        int owner = owners.getOrDefault(edge, -1);
        if (owner >= 0 && owner != piece.site() && distance(owner, middle) < reaches[owner]
            && (nearest < 0 || distance(owner, middle) < distance(nearest, middle))) {
          nearest = owner;
        }
      }
      if (nearest >= 0) {
        cells.add(new Cell(nearest, piece.polygon()));
      }
    }
  }

  private double distance(int site, Coordinate c) {
    return points.get(site).distance(c);
  }

  /** The edges of a polygon's outline, each in the same direction whichever polygon it is of. */
  static List<LineSegment> edges(Polygon polygon) {
    List<LineSegment> edges = new ArrayList<>();
    edges(polygon.getExteriorRing().getCoordinates(), edges);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      edges(polygon.getInteriorRingN(i).getCoordinates(), edges);
    }
    return Collections.unmodifiableList(edges);
  }

  private static void edges(Coordinate[] ring, List<LineSegment> edges) {
    for (int i = 1; i < ring.length; i++) {
      LineSegment edge = new LineSegment(ring[i - 1], ring[i]);
      edge.normalize();
      edges.add(edge);
    }
  }
}
