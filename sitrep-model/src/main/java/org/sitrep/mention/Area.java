package org.sitrep.mention;

import java.util.List;

/**
 * A stretch of the earth that words describe beside a named place ("20 km south of X").
 *
 * @param ring its outline, the first point repeated at the end, anticlockwise, in degrees (WGS 84)
 */
public record Area(List<Point> ring) {

  /** A point: degrees north and east. */
  public record Point(double lat, double lon) {}

  public Area {
    ring = List.copyOf(ring);
  }
}
