package org.sitrep.reliability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Interest;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Stance;

/**
 * How often roots assert a happening, and how often those who do not assert it deny it, where it happened and
 * where it did not; learned from settled happenings, for the pool of a class and interest and, on top of that,
 * for each root. Such rates do not depend on how many of either kind are settled, as shares of words borne out do.
 */
final class Rates {

  /**
   * What a root said of a settled happening.
   *
   * @param whole whether it also tells how often such roots deny; not where the verdict left out those who do
   */
  record Heard(
      String root, String claimClass, Interest interest, boolean happened, Stance stance, double weight, boolean whole) {}

  /** Two shares in the making: of assertions among all, and of denials among the rest. */
  private static final class Sums {
    double asserted;
    double all;
    double denied;
    double rest;

    void add(Heard heard, double sign) {
      double weight = sign * heard.weight();
      all += weight;
      asserted += heard.stance() == Stance.ASSERT ? weight : 0;
      if (heard.whole() && heard.stance() != Stance.ASSERT) {
        rest += weight;
        denied += heard.stance() == Stance.DENY ? weight : 0;
      }
    }
  }

  private static final String POOL = "";

  private final ReliabilityWeights.SupportWeights weights;
  private final Map<String, Sums> sums = new HashMap<>();
  private final Map<String, List<Heard>> byEvent = new HashMap<>();

  Rates(ReliabilityWeights.SupportWeights weights) {
    this.weights = weights;
  }

  void add(String event, Heard heard) {
    byEvent.computeIfAbsent(event, k -> new ArrayList<>()).add(heard);
    for (String root : List.of(POOL, heard.root())) {
      String key = key(root, heard.claimClass(), heard.interest(), heard.happened());
      sums.computeIfAbsent(key, k -> new Sums()).add(heard, 1);
    }
  }

  private static String key(String root, String claimClass, Interest interest, boolean happened) {
    return root + '|' + claimClass + '|' + interest + '|' + happened;
  }

  /** The rate of a stance, without what the event itself has taught. */
  double of(String root, String claimClass, Interest interest, boolean happened, Stance stance, String event) {
    ReliabilityWeights.Rates base = weights.rates(interest);
    double asserts = happened ? base.assertSo() : base.assertNot();
    double denies = (happened ? base.denySo() : base.denyNot()) / (1 - asserts);
    for (String of : List.of(POOL, root)) {
      Sums found = without(of, claimClass, interest, happened, event);
      double strength = of.equals(POOL) ? weights.poolStrength() : weights.strength();
      asserts = (strength * asserts + found.asserted) / (strength + found.all);
      denies = (strength * denies + found.denied) / (strength + found.rest);
    }
    return switch (stance) {
      case ASSERT -> asserts;
      case DENY -> (1 - asserts) * denies;
      case SILENT -> (1 - asserts) * (1 - denies);
    };
  }

  private Sums without(String root, String claimClass, Interest interest, boolean happened, String event) {
    Sums all = sums.getOrDefault(key(root, claimClass, interest, happened), new Sums());
    Sums rest = new Sums();
    rest.asserted = all.asserted;
    rest.all = all.all;
    rest.denied = all.denied;
    rest.rest = all.rest;
    for (Heard own : byEvent.getOrDefault(event, List.of())) {
      boolean counted = root.equals(POOL) || own.root().equals(root);
      if (counted && own.interest() == interest && own.happened() == happened && own.claimClass().equals(claimClass)) {
        rest.add(own, -1);
      }
    }
    return rest;
  }
}
