package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.mention.Area;

/**
 * An illustration of who holds what lies around places: no more than what is nearest to a place and within its
 * reach. Where no area lies, there is no evidence.
 *
 * @param sides ids of the sides; more than one where it is contested
 * @param standing how firm it is
 * @param patches its parts
 * @param places how many places it was made from
 * @param oldest the day of the oldest evidence, where any is dated
 * @param newest the day of the newest
 */
public record ControlArea(
    List<String> sides,
    Standing standing,
    List<Patch> patches,
    int places,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest) {

  /** How firm an area or a front is. */
  public enum Standing {
    /** Assessed or conceded. */
    FIRM,
    /** Only the holder's side says so. */
    CLAIMED,
    /** Several sides are said to hold it. */
    CONTESTED
  }

  /**
   * A polygon, in degrees (WGS 84). The first point of a ring is repeated at its end; outlines run
   * anticlockwise, holes clockwise. Longitudes run on beyond 180 degrees where it crosses that meridian.
   *
   * @param outline the outer ring
   * @param holes what is cut out
   */
  public record Patch(Area outline, List<Area> holes) {

    public Patch {
      holes = List.copyOf(holes);
    }
  }

  public ControlArea {
    sides = List.copyOf(sides);
    patches = List.copyOf(patches);
  }
}
