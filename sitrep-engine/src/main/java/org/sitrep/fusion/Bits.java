package org.sitrep.fusion;

import org.sitrep.knowledge.FusionWeights;

/**
 * How much a level weighs, by the table of {@code fusion.yml}; negative infinity where it rules out that two
 * claims are about one happening. Immutable and thread-safe.
 */
final class Bits {

  static final double VETO = Double.NEGATIVE_INFINITY;

  private static final double LOG_2 = Math.log(2);

  private final FusionWeights weights;
  private final Kinds kinds;
  private final double[] fixed = new double[Level.values().length];

  Bits(FusionWeights weights, Kinds kinds) {
    this.weights = weights;
    this.kinds = kinds;
    for (Level level : Level.values()) {
      fixed[level.ordinal()] = level.isVeto() ? VETO : weights.bits(level.id());
    }
  }

  /** The bits of what {@link Level#with} packed. */
  double of(long found) {
    Level level = Level.of(found);
    return switch (level) {
      case SAME_KIND, KINDS_TOGETHER, TWO_KINDS -> kinds.bits((int) Level.amount(found));
      case SAME_DAY_HERE ->
          Math.max(0, fixed[level.ordinal()] - doublings(Level.amount(found), 1));
      case DAYS_OVERLAP, REPORTED_DURING -> fixed[level.ordinal()] - doublings(Level.amount(found), Levels.FEW_DAYS);
      case SAME_PLACE ->
          scaled(level, found, weights.where().exactKm(), weights.where().perDoubling());
      case INSIDE ->
          scaled(level, found, weights.where().nearKm(), weights.where().insidePerDoubling());
      case COUNTS_AGREE, COUNTS_DIFFER -> counts(Level.amount(found));
      default -> fixed[level.ordinal()];
    };
  }

  /** The bits of a level as the table has them. */
  double inTable(Level level) {
    return fixed[level.ordinal()];
  }

  /** Fewer bits the wider the place: two claims about a governorate share little. */
  private double scaled(Level level, long found, double exact, double perDoubling) {
    double bits = fixed[level.ordinal()] - perDoubling * doublings(Level.amount(found), exact);
    return Math.max(weights.where().lowest(), bits);
  }

  /** How often an amount is twice another; a window or a place twice as wide is shared by twice as many. */
  private static double doublings(double amount, double of) {
    return amount <= of ? 0 : Math.log(amount / of) / LOG_2;
  }

  private double counts(double net) {
    double cap = weights.content().cap();
    double bits = Math.abs(net) * fixed[(net > 0 ? Level.COUNTS_AGREE : Level.COUNTS_DIFFER).ordinal()];
    return Math.max(-cap, Math.min(cap, bits));
  }
}
