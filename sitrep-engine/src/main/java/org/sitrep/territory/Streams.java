package org.sitrep.territory;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitrep.knowledge.Rivers;

/** The rivers of one plane, as straight pieces that can be found by where they are. Thread-safe once built. */
final class Streams {

  private static final double DEGREE = 111_000;

  private final STRtree pieces = new STRtree();
  private boolean empty = true;

  /**
   * The rivers that come near points.
   *
   * @param reach in metres
   */
  Streams(List<Rivers.Stretch> stretches, Plane plane, List<Site> sites, double reach) {
    STRtree near = new STRtree();
    double degrees = reach / DEGREE;
    for (Site site : sites) {
      double wide = degrees / Math.max(0.05, Math.cos(Math.toRadians(site.lat())));
      near.insert(new Envelope(site.lon() - wide, site.lon() + wide, site.lat() - degrees, site.lat() + degrees), site);
    }
    for (Rivers.Stretch stretch : stretches) {
      List<double[]> line = stretch.line();
      for (int i = 1; i < line.size(); i++) {
        Envelope envelope = new Envelope(line.get(i - 1)[1], line.get(i)[1], line.get(i - 1)[0], line.get(i)[0]);
        if (!near.query(envelope).isEmpty()) {
          add(plane, line.get(i - 1), line.get(i));
        }
      }
    }
    pieces.build();
  }

  private void add(Plane plane, double[] from, double[] to) {
    LineSegment piece = new LineSegment(plane.project(from[0], from[1]), plane.project(to[0], to[1]));
    pieces.insert(new Envelope(piece.p0, piece.p1), piece);
    empty = false;
  }

  boolean isEmpty() {
    return empty;
  }

  List<LineSegment> near(Envelope envelope) {
    List<LineSegment> found = new ArrayList<>();
    if (!empty) {
      for (Object piece : pieces.query(envelope)) {
        found.add((LineSegment) piece);
      }
      found.sort(null);
    }
    return found;
  }

  /** Whether a river passes within a distance. */
  boolean isNear(Coordinate point, double metres) {
    Envelope envelope = new Envelope(point);
    envelope.expandBy(metres);
    return near(envelope).stream().anyMatch(piece -> piece.distance(point) < metres);
  }
}
