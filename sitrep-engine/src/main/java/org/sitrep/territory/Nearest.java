package org.sitrep.territory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.control.EvidencePoint;

/**
 * Finds the point nearest to another: a k-d tree (Bentley 1975) over unit vectors, so that it holds at the poles and
 * where longitudes jump. Distances are then measured along the ellipsoid. Immutable and thread-safe.
 */
final class Nearest {

  /** The ellipsoid is nowhere further from the sphere than this; nearer by chord is not always nearer along the ground. */
  private static final double SLACK = 1.007;

  private record Spot(EvidencePoint point, double[] at) {}

  /** Two points and the kilometres between them. */
  record Pair(EvidencePoint a, EvidencePoint b, double km) {}

  private final Spot[] spots;

  Nearest(List<EvidencePoint> points) {
    spots = points.stream().map(p -> new Spot(p, Plane.vector(p.lat(), p.lon()))).toArray(Spot[]::new);
    build(0, spots.length, 0);
  }

  private void build(int from, int to, int axis) {
    if (to - from > 1) {
      Arrays.sort(spots, from, to, Comparator.comparingDouble(s -> s.at()[axis]));
      int middle = (from + to) >>> 1;
      build(from, middle, (axis + 1) % 3);
      build(middle + 1, to, (axis + 1) % 3);
    }
  }

  /** The nearest of any of {@code points} to any of these; null where there are none on either side. */
  @Nullable Pair to(List<EvidencePoint> points) {
    Search search = new Search();
    for (EvidencePoint point : points) {
      search.near(point);
    }
    return search.best;
  }

  private final class Search {
    private double chord = Double.POSITIVE_INFINITY;
    private @Nullable Pair best;

    void near(EvidencePoint point) {
      visit(point, Plane.vector(point.lat(), point.lon()), 0, spots.length, 0);
    }

    private void visit(EvidencePoint point, double[] at, int from, int to, int axis) {
      if (from >= to) {
        return;
      }
      int middle = (from + to) >>> 1;
      double side = at[axis] - spots[middle].at()[axis];
      int next = (axis + 1) % 3;
      measure(point, at, spots[middle]);
      if (side <= 0) {
        visit(point, at, from, middle, next);
      } else {
        visit(point, at, middle + 1, to, next);
      }
      if (Math.abs(side) <= chord * SLACK) {
        if (side <= 0) {
          visit(point, at, middle + 1, to, next);
        } else {
          visit(point, at, from, middle, next);
        }
      }
    }

    private void measure(EvidencePoint point, double[] at, Spot spot) {
      double away = Math.sqrt(square(at[0] - spot.at()[0]) + square(at[1] - spot.at()[1]) + square(at[2] - spot.at()[2]));
      if (away <= chord * SLACK) {
        double km = Plane.km(point.lat(), point.lon(), spot.point().lat(), spot.point().lon());
        Pair found = new Pair(spot.point(), point, km);
        if (best == null || isBetter(found, best)) {
          best = found;
        }
        chord = Math.min(chord, away);
      }
    }
  }

  /** The nearer one; of equals the one of the smaller ids, so that order does not matter. */
  private static boolean isBetter(Pair found, Pair best) {
    if (found.km() != best.km()) {
      return found.km() < best.km();
    }
    int first = found.a().claim().compareTo(best.a().claim());
    return first != 0 ? first < 0 : found.b().claim().compareTo(best.b().claim()) < 0;
  }

  private static double square(double x) {
    return x * x;
  }
}
