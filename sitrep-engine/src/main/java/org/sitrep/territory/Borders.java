package org.sitrep.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * The borders between cells, each with the nodes at which a reach ends or a river crosses. A border is worked out
 * once for both its cells, so that both have the very same corners and make a coverage without gap or overlap.
 */
final class Borders {

  private final List<Coordinate> points;
  private final double[] reaches;
  private final Streams streams;
  private final Map<Long, List<Node>> known = new HashMap<>();

  Borders(List<Coordinate> points, double[] reaches, Streams streams) {
    this.points = points;
    this.reaches = reaches;
    this.streams = streams;
  }

  /** The nodes along a border of a cell, in its direction; none where nothing lies beyond it. */
  List<Node> of(int cell, Diagram.Border border) {
    if (border.neighbour() < 0) {
      return List.of();
    }
    int low = Math.min(cell, border.neighbour());
    int high = Math.max(cell, border.neighbour());
    boolean own = cell == low;
    Coordinate from = own ? border.from() : border.to();
    Coordinate to = own ? border.to() : border.from();
    List<Node> nodes = known.computeIfAbsent(((long) low << 32) | high, k -> nodes(low, high, from, to));
    return own ? nodes : nodes.reversed();
  }

  private List<Node> nodes(int low, int high, Coordinate from, Coordinate to) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(from, null));
    LineSegment border = new LineSegment(from, to);
    circle(border, points.get(low), reaches[low]).forEach(c -> nodes.add(new Node(c, null)));
    if (reaches[high] != reaches[low]) {
      circle(border, points.get(low), reaches[high]).forEach(c -> nodes.add(new Node(c, null)));
    }
    nodes.addAll(crossings(border, points.get(low), Math.max(reaches[low], reaches[high])));
    nodes.add(new Node(to, null));
    nodes.sort(Comparator.comparingDouble(n -> along(border, n.at())));
    return List.copyOf(nodes);
  }

  private List<Node> crossings(LineSegment border, Coordinate point, double reach) {
    Envelope envelope = new Envelope(point);
    envelope.expandBy(reach);
    Envelope of = new Envelope(border.p0, border.p1);
    return streams.isEmpty() || !of.intersects(envelope)
        ? List.of()
        : crossings(border, streams.near(of.intersection(envelope)));
  }

  /** Where pieces of rivers cross a segment, its ends left out. */
  static List<Node> crossings(LineSegment segment, List<LineSegment> pieces) {
    List<Node> nodes = new ArrayList<>();
    for (LineSegment piece : pieces) {
      Coordinate at = segment.intersection(piece);
      if (at != null && !at.equals2D(segment.p0) && !at.equals2D(segment.p1)) {
        nodes.add(new Node(Diagram.toMillimetre(at), piece));
      }
    }
    return nodes;
  }

  private static double along(LineSegment border, Coordinate at) {
    return (at.x - border.p0.x) * (border.p1.x - border.p0.x) + (at.y - border.p0.y) * (border.p1.y - border.p0.y);
  }

  /** Where a segment crosses a circle, in its inside. */
  private static List<Coordinate> circle(LineSegment s, Coordinate middle, double radius) {
    double dx = s.p1.x - s.p0.x;
    double dy = s.p1.y - s.p0.y;
    double fx = s.p0.x - middle.x;
    double fy = s.p0.y - middle.y;
    double a = dx * dx + dy * dy;
    double b = fx * dx + fy * dy;
    double root = b * b - a * (fx * fx + fy * fy - radius * radius);
    List<Coordinate> found = new ArrayList<>();
    if (root > 0) {
      for (double t : new double[] {(-b - Math.sqrt(root)) / a, (-b + Math.sqrt(root)) / a}) {
        if (t > 0 && t < 1) {
          found.add(Diagram.toMillimetre(new Coordinate(s.p0.x + t * dx, s.p0.y + t * dy)));
        }
      }
    }
    return found;
  }
}
