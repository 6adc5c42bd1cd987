package org.sitrep.reliability;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Interest;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Cell;
import org.sitrep.source.Letter;
import org.sitrep.source.Resolved;

/** How often each root was borne out: R = (a+k)/(a+b+n), with the prior from the pool of the class and interest. */
final class History {

  private final ReliabilityWeights weights;
  private final Map<String, List<Settled>> byRoot = new HashMap<>();
  private final Map<String, List<Settled>> byEvent = new HashMap<>();
  /** Sums of n and k by class and interest, without regard to age. */
  private final Map<String, double[]> pools = new HashMap<>();

  History(ReliabilityWeights weights) {
    this.weights = weights;
  }

  void add(Settled settled) {
    byRoot.computeIfAbsent(settled.root(), k -> new ArrayList<>()).add(settled);
    byEvent.computeIfAbsent(settled.resolved().event(), k -> new ArrayList<>()).add(settled);
    count(pools.computeIfAbsent(pool(settled.claimClass(), settled.interest()), k -> new double[2]), settled, 1);
  }

  List<Settled> of(String root) {
    return Collections.unmodifiableList(byRoot.getOrDefault(root, List.of()));
  }

  /**
   * The record of a root.
   *
   * @param claimClass the class; null for all
   * @param interest the interest; null for all
   * @param reference the day from which age is counted, where there is one
   * @param except id of an event that is not to count; empty for none
   */
  Cell cell(
      String root, @Nullable String claimClass, @Nullable Interest interest, Optional<LocalDate> reference, String except) {
    List<Settled> counting = new ArrayList<>();
    for (Settled s : of(root)) {
      boolean fits = (claimClass == null || s.claimClass().equals(claimClass)) && (interest == null || s.interest() == interest);
      if (fits && !s.resolved().event().equals(except)) {
        counting.add(s);
      }
    }
    double n = 0;
    double k = 0;
    for (Settled s : counting) {
      double weight = s.resolved().weight() * fresh(s.resolved().day(), reference);
      n += weight;
      k += s.resolved().borneOut() ? weight : 0;
    }
    double share = share(claimClass, interest, counting, except);
    double a = weights.prior().strength() * share + k;
    double b = weights.prior().strength() * (1 - share) + n - k;
    double low = Beta.quantile(weights.history().bound(), a, b);
    double high = Beta.quantile(1 - weights.history().bound(), a, b);
    List<Resolved> resolved =
        counting.stream()
            .map(Settled::resolved)
            .sorted(Comparator.comparing((Resolved r) -> r.day().orElse(LocalDate.MIN)).reversed().thenComparing(Resolved::claim))
            .toList();
    return new Cell(Optional.ofNullable(claimClass), Optional.ofNullable(interest), n, k, a / (a + b), low, high, letter(n, low), resolved);
  }

  private double fresh(Optional<LocalDate> day, Optional<LocalDate> reference) {
    if (day.isEmpty() || reference.isEmpty()) {
      return day.isEmpty() ? weights.history().undatedWeight() : 1;
    }
    double days = Math.abs(ChronoUnit.DAYS.between(day.get(), reference.get()));
    return Math.pow(0.5, days / weights.history().halfLifeDays());
  }

  /** The share that the pool leads to expect; over all interests, that of the root's own mix. */
  private double share(@Nullable String claimClass, @Nullable Interest interest, List<Settled> counting, String except) {
    if (claimClass != null && interest != null) {
      return pooled(claimClass, interest, except);
    }
    if (counting.isEmpty()) {
      return weights.prior().share(interest == null ? Interest.NEUTRAL : interest);
    }
    return counting.stream().mapToDouble(s -> pooled(s.claimClass(), s.interest(), except)).average().orElse(0.5);
  }

  private double pooled(String claimClass, Interest interest, String except) {
    double[] pool = pools.getOrDefault(pool(claimClass, interest), new double[2]).clone();
    for (Settled s : byEvent.getOrDefault(except, List.of())) {
      if (s.interest() == interest && s.claimClass().equals(claimClass)) {
        count(pool, s, -1);
      }
    }
    double strength = weights.prior().poolStrength();
    return (strength * weights.prior().share(interest) + pool[1]) / (strength + pool[0]);
  }

  private static void count(double[] pool, Settled settled, int sign) {
    pool[0] += sign * settled.resolved().weight();
    pool[1] += settled.resolved().borneOut() ? sign * settled.resolved().weight() : 0;
  }

  private static String pool(String claimClass, Interest interest) {
    return claimClass + '|' + interest;
  }

  private Letter letter(double n, double low) {
    ReliabilityWeights.Letters at = weights.letters();
    if (n < weights.history().fewest()) {
      return Letter.F;
    }
    return low >= at.a() ? Letter.A : low >= at.b() ? Letter.B : low >= at.c() ? Letter.C : low >= at.d() ? Letter.D : Letter.E;
  }
}
