package org.sitrep.reliability;

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

  private record Key(String root, String claimClass, Interest interest, boolean happened) {}

  /** Two shares in the making: of assertions among all, and of denials among the rest. */
  private static final class Sums {
    double asserted;
    double all;
    double denied;
    double rest;

    void add(Heard heard) {
      all += heard.weight();
      asserted += heard.stance() == Stance.ASSERT ? heard.weight() : 0;
      if (heard.whole() && heard.stance() != Stance.ASSERT) {
        rest += heard.weight();
        denied += heard.stance() == Stance.DENY ? heard.weight() : 0;
      }
    }

    void add(Sums other, int sign) {
      all += sign * other.all;
      asserted += sign * other.asserted;
      rest += sign * other.rest;
      denied += sign * other.denied;
    }
  }

  private static final String POOL = "";
  private static final Sums NONE = new Sums();

  private final ReliabilityWeights.SupportWeights weights;
  private final Map<Key, Sums> sums = new HashMap<>();
  private final Map<String, Map<Key, Sums>> byEvent = new HashMap<>();

  Rates(ReliabilityWeights.SupportWeights weights) {
    this.weights = weights;
  }

  /** Puts what an event teaches in the place of what it taught before. */
  void put(String event, List<Heard> heard) {
    Map<Key, Sums> own = new HashMap<>();
    for (Heard one : heard) {
      for (String root : List.of(POOL, one.root())) {
        own.computeIfAbsent(new Key(root, one.claimClass(), one.interest(), one.happened()), k -> new Sums()).add(one);
      }
    }
    Map<Key, Sums> before = byEvent.put(event, own);
    if (before != null) {
      before.forEach((key, sum) -> sums.computeIfAbsent(key, k -> new Sums()).add(sum, -1));
    }
    own.forEach((key, sum) -> sums.computeIfAbsent(key, k -> new Sums()).add(sum, 1));
  }

  /** The rate of a stance, without what the event itself has taught. */
  double of(String root, String claimClass, Interest interest, boolean happened, Stance stance, String event) {
    ReliabilityWeights.Rates base = weights.rates(interest);
    double asserts = happened ? base.assertSo() : base.assertNot();
    double denies = (happened ? base.denySo() : base.denyNot()) / (1 - asserts);
    Map<Key, Sums> own = byEvent.getOrDefault(event, Map.of());
    for (String of : List.of(POOL, root)) {
      Key key = new Key(of, claimClass, interest, happened);
      Sums all = sums.getOrDefault(key, NONE);
      Sums less = own.getOrDefault(key, NONE);
      double strength = of.equals(POOL) ? weights.poolStrength() : weights.strength();
      asserts = (strength * asserts + positive(all.asserted - less.asserted)) / (strength + positive(all.all - less.all));
      denies = (strength * denies + positive(all.denied - less.denied)) / (strength + positive(all.rest - less.rest));
    }
    return switch (stance) {
      case ASSERT -> asserts;
      case DENY -> (1 - asserts) * denies;
      case SILENT -> (1 - asserts) * (1 - denies);
    };
  }

  /** What rounding leaves of nothing is nothing. */
  private static double positive(double value) {
    return value < 1e-9 ? 0 : value;
  }
}
