package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.knowledge.FusionWeights;

/**
 * Weights of evidence fitted on claims that nobody labelled, beside those in use. Only levels of time, place,
 * kind and parties between two documents can be fitted; what stands in one document, vetoes and the odds before
 * any evidence stay as they are. Immutable and thread-safe.
 *
 * @param claims how many claims it was fitted on
 * @param randomPairs random pairs, for u
 * @param blockedPairs pairs of one day or of one place, for m
 * @param rows one for each level in use
 */
public record Fitting(int claims, long randomPairs, long blockedPairs, List<Row> rows) {

  /** Fewer pairs than this about one happening fit nothing. */
  public static final int FEWEST = 100;

  /**
   * One level.
   *
   * @param m fitted share among pairs about one happening
   * @param u counted share among random pairs
   * @param pairs about how many pairs about one happening m rests on
   * @param before the weight in use
   * @param set why it is not fitted: set by hand, of another sort, or seen too seldom; "" where it is
   */
  public record Row(String level, double m, double u, double pairs, FusionWeights.Level before, String set) {

    /** Whether the pairs allow to say how much the level weighs. */
    public boolean isFitted() {
      return set.isEmpty();
    }

    /** The row as it stands in {@code fusion.yml}. */
    public String yaml() {
      FusionWeights.Level w =
          isFitted() ? new FusionWeights.Level(m, u, Math.log(m / u) / Math.log(2)) : before;
      return String.format(Locale.ROOT, "%-24s{m: %.6f, u: %.6f, bits: %.1f}", level + ":", w.m(), w.u(), w.bits());
    }
  }

  public Fitting {
    rows = List.copyOf(rows);
  }

  static Fitting of(int claims, Fit fit, FusionWeights weights) {
    List<Row> rows = new ArrayList<>();
    for (Level level : Level.values()) {
      if (!level.isVeto()) {
        rows.add(
            new Row(
                level.id(), fit.m(level), fit.u(level), fit.support(level), weights.level(level.id()),
                reason(level, fit, weights)));
      }
    }
    return new Fitting(claims, fit.randomPairs(), fit.blockedPairs(), rows);
  }

  private static String reason(Level level, Fit fit, FusionWeights weights) {
    if (!Fit.covers(level)) {
      return "not of two documents";
    }
    if (weights.byHand().contains(level.id())) {
      return "by hand";
    }
    return fit.support(level) < FEWEST ? "too few pairs" : "";
  }

  /** Whether there were pairs enough to fit anything. */
  public boolean hasFitted() {
    return rows.stream().anyMatch(Row::isFitted);
  }
}
