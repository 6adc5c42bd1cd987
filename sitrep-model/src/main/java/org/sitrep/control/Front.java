package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.mention.Area;

/**
 * Where areas of two sides meet. An illustration, like the areas.
 *
 * @param a id of the one side
 * @param b id of the other side
 * @param standing firm where both areas are
 * @param lines in degrees (WGS 84)
 * @param km how long they are together
 * @param oldest the day of the oldest evidence along it, where any is dated
 * @param newest the day of the newest
 */
public record Front(
    String a,
    String b,
    ControlArea.Standing standing,
    List<List<Area.Point>> lines,
    double km,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest) {

  public Front {
    lines = lines.stream().map(List::copyOf).toList();
  }
}
