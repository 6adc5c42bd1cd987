package org.sitrep.drawing;

import java.util.List;
import org.sitrep.mention.Area;

/** Whether a point lies in a ring, by the crossings of a ray. */
final class Inside {

  private Inside() {}

  static boolean ring(List<Area.Point> ring, double lat, double lon) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      Area.Point a = ring.get(i - 1);
      Area.Point b = ring.get(i);
      if ((a.lat() > lat) != (b.lat() > lat) && lon < (b.lon() - a.lon()) * (lat - a.lat()) / (b.lat() - a.lat()) + a.lon()) {
        inside = !inside;
      }
    }
    return inside;
  }
}
