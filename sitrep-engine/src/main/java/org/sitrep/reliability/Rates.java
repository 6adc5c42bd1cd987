package org.sitrep.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Interest;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Stance;

/**
 * How often roots assert, deny or pass over a happening, where it happened and where it did not; learned from
 * settled happenings, for the pool of a class and interest and, on top of that, for each root. Such rates do not
 * depend on how many of either kind are settled, as shares of words borne out do.
 */
final class Rates {

  /** What a root said of a settled happening. */
  record Heard(String root, String claimClass, Interest interest, boolean happened, Stance stance, double weight) {}

  private final ReliabilityWeights.SupportWeights weights;
  private final Map<String, double[]> counts = new HashMap<>();
  private final Map<String, List<Heard>> byEvent = new HashMap<>();

  Rates(ReliabilityWeights.SupportWeights weights) {
    this.weights = weights;
  }

  void add(String event, Heard heard) {
    byEvent.computeIfAbsent(event, k -> new ArrayList<>()).add(heard);
    counts(heard, "")[heard.stance().ordinal()] += heard.weight();
    counts(heard, heard.root())[heard.stance().ordinal()] += heard.weight();
  }

  private double[] counts(Heard heard, String root) {
    return counts.computeIfAbsent(key(root, heard.claimClass(), heard.interest(), heard.happened()), k -> new double[3]);
  }

  private static String key(String root, String claimClass, Interest interest, boolean happened) {
    return root + '|' + claimClass + '|' + interest + '|' + happened;
  }

  /** The rate of a stance, without what the event itself has taught. */
  double of(String root, String claimClass, Interest interest, boolean happened, Stance stance, String event) {
    double pooled =
        moved(base(interest, happened, stance), weights.poolStrength(), "", claimClass, interest, happened, stance, event);
    return moved(pooled, weights.strength(), root, claimClass, interest, happened, stance, event);
  }

  private double moved(
      double before, double strength, String root, String claimClass, Interest interest, boolean happened, Stance stance, String event) {
    double[] all = counts.getOrDefault(key(root, claimClass, interest, happened), new double[3]);
    double of = all[stance.ordinal()];
    double sum = all[0] + all[1] + all[2];
    for (Heard own : byEvent.getOrDefault(event, List.of())) {
      boolean counted = root.isEmpty() || own.root().equals(root);
      if (counted && own.interest() == interest && own.happened() == happened && own.claimClass().equals(claimClass)) {
        sum -= own.weight();
        of -= own.stance() == stance ? own.weight() : 0;
      }
    }
    return (strength * before + of) / (strength + sum);
  }

  private double base(Interest interest, boolean happened, Stance stance) {
    ReliabilityWeights.Rates rates = weights.rates(interest);
    double asserts = happened ? rates.assertSo() : rates.assertNot();
    double denies = happened ? rates.denySo() : rates.denyNot();
    return switch (stance) {
      case ASSERT -> asserts;
      case DENY -> denies;
      case SILENT -> 1 - asserts - denies;
    };
  }
}
