package org.sitrep.fusion;

import java.util.EnumMap;
import java.util.Map;
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
    fixed().forEach((level, bits) -> fixed[level.ordinal()] = bits);
  }

  /** The bits of what {@link Level#with} packed. */
  double of(long found) {
    Level level = Level.of(found);
    return switch (level) {
      case SAME_KIND, KINDS_TOGETHER, TWO_KINDS -> kinds.bits((int) Level.amount(found));
      case SAME_DAY, DAYS_OVERLAP -> sameDay(Level.amount(found));
      case SAME_PLACE ->
          scaled(weights.where().same(), Level.amount(found), weights.where().exactKm());
      case INSIDE -> scaled(weights.where().within(), Level.amount(found), weights.where().nearKm());
      case COUNTS_AGREE, COUNTS_DIFFER -> counts(Level.amount(found));
      default -> fixed[level.ordinal()];
    };
  }

  /** One bit less each time the wider of two windows doubles. */
  private double sameDay(double days) {
    double most = weights.when().sameDay();
    return days <= 1 ? Math.max(0, most) : Math.max(0, most - Math.log(days) / LOG_2);
  }

  /** Fewer bits the wider the place: two claims about a governorate share little. */
  private double scaled(double bits, double km, double exact) {
    double doublings = km <= exact ? 0 : Math.log(km / exact) / LOG_2;
    return Math.max(weights.where().lowest(), bits - weights.where().perDoubling() * doublings);
  }

  private double counts(double net) {
    FusionWeights.Content w = weights.content();
    double bits = net > 0 ? net * w.countsAgree() : -net * w.countsDiffer();
    return Math.max(-w.cap(), Math.min(w.cap(), bits));
  }

  private Map<Level, Double> fixed() {
    Map<Level, Double> bits = new EnumMap<>(Level.class);
    for (Level veto :
        new Level[] {
          Level.TWO_FAMILIES, Level.DAYS_APART, Level.BEFORE_THE_DAY, Level.TOO_FAR, Level.A_FURTHER_ONE
        }) {
      bits.put(veto, VETO);
    }
    when(bits, weights.when());
    where(bits, weights.where());
    parties(bits, weights.parties());
    document(bits, weights.document());
    return bits;
  }

  private static void when(Map<Level, Double> bits, FusionWeights.When w) {
    bits.put(Level.NEXT_DAY, w.nextDay());
    bits.put(Level.BOTH_UNDATED_HERE, w.here());
    bits.put(Level.ONE_UNDATED_HERE, w.here());
    bits.put(Level.BACKGROUND, w.background());
    bits.put(Level.REPORTED_SOON, w.reportedSoon());
    bits.put(Level.REPORTED_LATE, w.reportedLate());
    bits.put(Level.REPORTED_FAR, w.reportedFar());
    bits.put(Level.PUBLISHED_SOON, w.reportedSoon());
    bits.put(Level.PUBLISHED_LATE, w.reportedLate());
    bits.put(Level.PUBLISHED_FAR, w.reportedFar());
    bits.put(Level.ONE_UNDATED, w.unknown());
    bits.put(Level.UNDATED, w.unknown());
  }

  private static void where(Map<Level, Double> bits, FusionWeights.Where w) {
    bits.put(Level.NEAR, w.near());
    bits.put(Level.EDGE, w.edge());
    bits.put(Level.NAMED_ALIKE, w.namedAlike());
    bits.put(Level.NAMED_OTHERWISE, w.namedOtherwise());
    bits.put(Level.UNSTATED_HERE, w.unstatedHere());
    bits.put(Level.UNSTATED, w.unstated());
  }

  private static void parties(Map<Level, Double> bits, FusionWeights.Parties w) {
    bits.put(Level.SHARED_NAME, w.sharedName());
    bits.put(Level.BOTH_SIDES, w.both());
    bits.put(Level.REVERSED, w.reversed());
    bits.put(Level.ONE_SIDE, w.one());
    bits.put(Level.ONE_SIDE_OTHER_DIFFERS, w.oneOtherDiffers());
    bits.put(Level.DESCRIBED_ALIKE, w.describedAlike());
    bits.put(Level.SIDES_DIFFER, w.neither());
    bits.put(Level.ONE_DIFFERS, w.none());
    bits.put(Level.NOT_COMPARABLE, 0.0);
  }

  private static void document(Map<Level, Double> bits, FusionWeights.Document w) {
    bits.put(Level.ONE_SPEAKER_TWO_KINDS, w.oneSpeaker());
    bits.put(Level.ONE_SPEAKER_TWO_DOERS, w.oneSpeaker());
    bits.put(Level.ADJACENT, w.adjacent());
    bits.put(Level.NEIGHBOURING, w.neighbouring());
    bits.put(Level.HEADLINE, w.headline());
    bits.put(Level.APART, w.apart());
    bits.put(Level.SAME_WORDS, w.copy());
  }
}
