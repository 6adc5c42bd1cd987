package org.sitrep.discussion;

/**
 * How many of a thread's authors did a thing, with the interval in which the share of such authors may lie.
 * Below {@link #FEWEST} authors neither the number nor the interval may be shown to anybody.
 *
 * @param authors different names that did it; posts without a name add none
 * @param of different names in all
 * @param low lower end of the 95 % interval, from 0 to 1
 * @param high upper end
 */
public record Share(int authors, int of, double low, double high) {

  /** Nothing is shown that fewer authors did. */
  public static final int FEWEST = 5;

  /** The 97.5th percentile of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The score interval (Wilson, "Probable inference, the law of succession, and statistical inference", JASA
   * 22, 1927), without correction for continuity; from 0 to 1 where there are no authors.
   */
  public static Share of(int authors, int of) {
    if (authors < 0 || authors > of) {
      throw new IllegalArgumentException("no share: " + authors + " of " + of);
    }
    if (of == 0) {
      return new Share(0, 0, 0, 1);
    }
    double p = (double) authors / of;
    double square = Z * Z / of;
    double middle = (p + square / 2) / (1 + square);
    double half = Z / (1 + square) * Math.sqrt(p * (1 - p) / of + square / (4 * of));
    double low = authors == 0 ? 0 : middle - half;
    return new Share(authors, of, low, authors == of ? 1 : middle + half);
  }

  /** Whether enough authors did it to be shown. */
  public boolean isShown() {
    return authors >= FEWEST;
  }
}
