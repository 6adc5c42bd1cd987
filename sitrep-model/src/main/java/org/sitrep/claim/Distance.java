package org.sitrep.claim;

/**
 * Ground gained, or the offset from a place, as stated.
 *
 * @param value the number
 * @param unit "m", "km" or "mi"
 * @param relation "=", ">", "<", or "~"
 */
public record Distance(double value, String unit, String relation) {

  private static final double KM_PER_MILE = 1.609344;

  /** The same in kilometres. */
  public double km() {
    return switch (unit) {
      case "m" -> value / 1000;
      case "mi" -> value * KM_PER_MILE;
      default -> value;
    };
  }
}
