package org.sitrep.control;

import java.util.List;

/**
 * How near two sides came, day by day.
 *
 * @param a id of the one side
 * @param b id of the other side
 * @param days by day, those of documents without a day last
 * @param approaches where they closed in
 */
public record ProximitySeries(String a, String b, List<Proximity> days, List<Approach> approaches) {

  public ProximitySeries {
    days = List.copyOf(days);
    approaches = List.copyOf(approaches);
  }

  /**
   * Two sides that closed in on each other.
   *
   * @param kind what is noticed
   * @param before how near they were; the same as {@code now} where nothing earlier is known
   * @param now how near they are
   */
  public record Approach(Kind kind, Proximity before, Proximity now) {}

  /** What is noticed. */
  public enum Kind {
    /** Nearer by a good part than days before, and the radii leave no doubt of it. */
    CLOSING_IN,
    /** Nearer by a good part, going by the points; the radii would allow otherwise. */
    PERHAPS_CLOSING_IN,
    /** The places are so near, or so vague, that the two may stand at one spot, though no fight between them is told. */
    WITHIN_REACH
  }
}
