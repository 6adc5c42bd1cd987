package org.sitrep.exchange;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.mention.Area;

/** Cuts outlines and lines at the meridian of 180 degrees, as RFC 7946 asks for; an outline around a pole takes the pole in. */
final class Meridian {

  private Meridian() {}

  /**
   * What of a ring, turned by so many degrees, lies between -180 and 180 degrees; empty where nothing does.
   * After Sutherland and Hodgman, "Reentrant polygon clipping" (1974).
   */
  static List<Area.Point> clip(List<Area.Point> ring, double turn) {
    List<Area.Point> points = new ArrayList<>();
    for (Area.Point p : unwound(ring)) {
      points.add(new Area.Point(p.lat(), p.lon() + turn));
    }
    List<Area.Point> inside = half(half(points, 180, true), -180, false);
    if (inside.size() < 3) {
      return List.of();
    }
    if (!inside.getFirst().equals(inside.getLast())) {
      inside.add(inside.getFirst());
    }
    return inside.size() < 4 || width(inside) == 0 ? List.of() : inside;
  }

  private static double width(List<Area.Point> ring) {
    double west = ring.stream().mapToDouble(Area.Point::lon).min().orElse(0);
    return ring.stream().mapToDouble(Area.Point::lon).max().orElse(0) - west;
  }

  /** The ring with longitudes that run on; one that goes all the way round is led over the pole that it holds. */
  private static List<Area.Point> unwound(List<Area.Point> ring) {
    List<Area.Point> points = new ArrayList<>();
    double last = ring.getFirst().lon();
    for (Area.Point p : ring) {
      last += Math.IEEEremainder(p.lon() - last, 360);
      points.add(new Area.Point(p.lat(), last));
    }
    double round = last - points.getFirst().lon();
    if (Math.abs(round) > 180) {
      double pole = points.stream().mapToDouble(Area.Point::lat).sum() > 0 ? 90 : -90;
      points.add(new Area.Point(pole, last));
      points.add(new Area.Point(pole, points.getFirst().lon()));
      points.add(points.getFirst());
    }
    return points;
  }

  private static List<Area.Point> half(List<Area.Point> ring, double limit, boolean below) {
    List<Area.Point> kept = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      Area.Point a = ring.get(i == 0 ? ring.size() - 1 : i - 1);
      Area.Point b = ring.get(i);
      boolean hasA = below ? a.lon() <= limit : a.lon() >= limit;
      boolean hasB = below ? b.lon() <= limit : b.lon() >= limit;
      if (hasA != hasB) {
        double t = (limit - a.lon()) / (b.lon() - a.lon());
        kept.add(new Area.Point(a.lat() + t * (b.lat() - a.lat()), limit));
      }
      if (hasB) {
        kept.add(b);
      }
    }
    return kept;
  }

  /** The parts of a line; the shorter way round is meant between two points. */
  static List<List<Area.Point>> cut(List<Area.Point> line) {
    List<List<Area.Point>> parts = new ArrayList<>();
    List<Area.Point> part = new ArrayList<>();
    for (Area.Point p : line) {
      Area.Point now = new Area.Point(p.lat(), Math.IEEEremainder(p.lon(), 360));
      if (!part.isEmpty() && Math.abs(now.lon() - part.getLast().lon()) > 180) {
        Area.Point last = part.getLast();
        double edge = last.lon() > 0 ? 180 : -180;
        double t = (edge - last.lon()) / (now.lon() + 2 * edge - last.lon());
        double lat = last.lat() + t * (now.lat() - last.lat());
        part.add(new Area.Point(lat, edge));
        parts.add(part);
        part = new ArrayList<>(List.of(new Area.Point(lat, -edge)));
      }
      part.add(now);
    }
    parts.add(part);
    return parts.stream().filter(l -> l.size() > 1).toList();
  }
}
