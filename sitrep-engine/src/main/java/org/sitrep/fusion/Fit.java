package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Fits m and u of the levels on pairs that nobody labelled. u, how often a level shows between claims about
 * different happenings, is counted on random pairs, for hardly any two random claims are about one. m, how
 * often it shows between claims about one happening, is found by expectation maximisation (Winkler, "Using
 * the EM algorithm for weight computation in the Fellegi-Sunter model", 1988) over pairs that agree on the
 * day, for all fields but time, and over pairs that agree on the place, for all but place, as Splink does
 * (Linacre et al., 2022), since a field on which all pairs agree says nothing of itself. Pairs of one place
 * count only if a day of each lies within weeks of the other's, or the fit finds what belongs to one place
 * instead of to one happening. Only pairs of different documents in different words count. Seeded, so that one
 * set of claims gives one table.
 */
final class Fit {

  private static final int TYPE = 0;
  private static final int WHEN = 1;
  private static final int WHERE = 2;
  private static final int PARTIES = 4;
  private static final int[] FIELDS = {TYPE, WHEN, WHERE, PARTIES};
  /** Levels of time that say little of when, or that the two are long apart. */
  private static final Set<Level> FAR =
      EnumSet.of(
          Level.DAYS_APART, Level.BEFORE_THE_DAY, Level.REPORTED_FAR, Level.PUBLISHED_FAR, Level.ONE_UNDATED,
          Level.UNDATED, Level.REPORTED_DURING);
  private static final int RANDOM_PAIRS = 1_000_000;
  private static final int BLOCKED_PAIRS = 2_000_000;
  private static final int ROUNDS = 200;
  private static final double STILL = 1e-7;
  /** One pair of so many as a start for the share of pairs about one happening. */
  private static final double FIRST_SHARE = 0.02;
  /** What is added to every count, so that no level is impossible for never having been seen. */
  private static final double SMOOTH = 0.5;

  private final Levels levels;
  private final Bits bits;
  private final List<Account> accounts;
  private final double[] u = new double[Level.values().length];
  private final double[] m = new double[Level.values().length];
  private final double[] seen = new double[Level.values().length];
  private long randomPairs;
  private double blocked;

  Fit(Levels levels, Bits bits, List<Account> accounts) {
    this.levels = levels;
    this.bits = bits;
    this.accounts = accounts;
  }

  /** Counts and fits. */
  Fit run() {
    countRandom();
    double[] mOfDays = new double[m.length];
    double[] mOfPlaces = new double[m.length];
    double daysWeigh = session(WHEN, mOfDays);
    double placesWeigh = session(WHERE, mOfPlaces);
    for (Level level : Level.values()) {
      int at = level.ordinal();
      double days = level.field().equals("when") ? 0 : daysWeigh;
      double places = level.field().equals("where") ? 0 : placesWeigh;
      m[at] = days + places == 0 ? 0 : (days * mOfDays[at] + places * mOfPlaces[at]) / (days + places);
    }
    return this;
  }

  /** Whether a level is of a field that is fitted. */
  static boolean covers(Level level) {
    return switch (level.field()) {
      case "type", "when", "where", "parties" -> !level.name().endsWith("_HERE") && !level.name().startsWith("ONE_SPEAKER");
      default -> false;
    };
  }

  double m(Level level) {
    return m[level.ordinal()];
  }

  double u(Level level) {
    return u[level.ordinal()];
  }

  /** About how many pairs about one happening the estimate of m rests on. */
  double support(Level level) {
    return seen[level.ordinal()];
  }

  long randomPairs() {
    return randomPairs;
  }

  private void countRandom() {
    Random random = new Random(1);
    int n = accounts.size();
    long[] counts = new long[u.length];
    for (int i = 0; i < RANDOM_PAIRS && n > 1; i++) {
      Account a = accounts.get(random.nextInt(n));
      Account b = accounts.get(random.nextInt(n));
      if (counts(a, b)) {
        randomPairs++;
        for (int field : FIELDS) {
          counts[level(field, a, b).ordinal()]++;
        }
      }
    }
    for (int i = 0; i < u.length; i++) {
      u[i] = (counts[i] + SMOOTH) / (randomPairs + 1);
    }
  }

  /** Pairs of different documents and different words. */
  private static boolean counts(Account a, Account b) {
    return !a.sameDocument(b) && !a.isCopyOf(b);
  }

  private Level level(int field, Account a, Account b) {
    return Level.of(levels.of(field, a, b));
  }

  /** Fits all fields but one on the pairs that agree on that one; gives how many pairs are about one happening. */
  private double session(int agreed, double[] into) {
    Map<Long, Integer> patterns = new HashMap<>();
    List<Level[]> of = new ArrayList<>();
    List<double[]> counts = new ArrayList<>();
    for (int[] pair : agreeing(agreed)) {
      Account a = accounts.get(pair[0]);
      Account b = accounts.get(pair[1]);
      if (agreed == WHERE && FAR.contains(level(WHEN, a, b))) {
        continue;
      }
      long key = 0;
      Level[] pattern = new Level[FIELDS.length];
      for (int f = 0; f < FIELDS.length; f++) {
        pattern[f] = level(FIELDS[f], a, b);
        key = key << 8 | (FIELDS[f] == agreed ? 0 : pattern[f].ordinal());
      }
      int at = patterns.computeIfAbsent(key, k -> of.size());
      if (at == of.size()) {
        of.add(pattern);
        counts.add(new double[1]);
      }
      counts.get(at)[0]++;
    }
    return maximise(agreed, of, counts, into);
  }

  private double maximise(int agreed, List<Level[]> of, List<double[]> counts, double[] into) {
    double[] now = start(agreed);
    double near = agreed == WHERE ? 1 - FAR.stream().mapToDouble(this::u).sum() : 1;
    double share = FIRST_SHARE;
    double total = counts.stream().mapToDouble(c -> c[0]).sum();
    double matches = 0;
    for (int round = 0; round < ROUNDS && total > 0; round++) {
      double[] sums = new double[now.length];
      matches = 0;
      for (int i = 0; i < of.size(); i++) {
        double odds = share / (1 - share);
        for (int f = 0; f < FIELDS.length; f++) {
          if (FIELDS[f] != agreed) {
            int at = of.get(i)[f].ordinal();
            odds *= now[at] / (FIELDS[f] == WHEN ? u[at] / near : u[at]);
          }
        }
        double match = counts.get(i)[0] * odds / (1 + odds);
        matches += match;
        for (int f = 0; f < FIELDS.length; f++) {
          sums[of.get(i)[f].ordinal()] += match;
        }
      }
      double moved = Math.abs(share - matches / total);
      share = Math.min(0.999, Math.max(1e-9, matches / total));
      now = normal(sums, now);
      if (moved < STILL) {
        break;
      }
    }
    System.arraycopy(now, 0, into, 0, now.length);
    for (Level level : Level.values()) {
      if (!level.field().equals(agreed == WHEN ? "when" : "where")) {
        seen[level.ordinal()] += now[level.ordinal()] * matches;
      }
    }
    blocked += total;
    return matches;
  }

  /** The weights as they stand, as a first guess of m; what they rule out stays ruled out. */
  private double[] start(int agreed) {
    double[] first = new double[m.length];
    Map<String, Double> sums = new HashMap<>();
    for (Level level : Level.values()) {
      double weight = bits.inTable(level);
      boolean out = agreed == WHERE && FAR.contains(level);
      first[level.ordinal()] = out || weight == Bits.VETO ? 0 : u[level.ordinal()] * Math.pow(2, weight);
      sums.merge(level.field(), first[level.ordinal()], Double::sum);
    }
    for (Level level : Level.values()) {
      first[level.ordinal()] /= Math.max(1e-12, sums.getOrDefault(level.field(), 1.0));
    }
    return first;
  }

  private static double[] normal(double[] sums, double[] before) {
    Map<String, Double> all = new HashMap<>();
    for (Level level : Level.values()) {
      double smooth = before[level.ordinal()] == 0 ? 0 : SMOOTH;
      all.merge(level.field(), sums[level.ordinal()] + smooth, Double::sum);
    }
    double[] shares = new double[sums.length];
    for (Level level : Level.values()) {
      double smooth = before[level.ordinal()] == 0 ? 0 : SMOOTH;
      shares[level.ordinal()] =
          (sums[level.ordinal()] + smooth) / Math.max(1e-12, all.getOrDefault(level.field(), 1.0));
    }
    return shares;
  }

  /** Pairs that count and agree on the day, or on the place; a random part of them where there are too many. */
  private List<int[]> agreeing(int field) {
    Map<Long, List<Integer>> blocks = new HashMap<>();
    for (int i = 0; i < accounts.size(); i++) {
      Account a = accounts.get(i);
      if (field == WHEN && a.isDated() && a.start() == a.end()) {
        blocks.computeIfAbsent(a.start(), k -> new ArrayList<>()).add(i);
      } else if (field == WHERE && a.sites().length > 0 && !a.sites()[0].wide) {
        blocks.computeIfAbsent(a.sites()[0].name, k -> new ArrayList<>()).add(i);
      }
    }
    double all = blocks.values().stream().mapToDouble(b -> b.size() * (b.size() - 1.0) / 2).sum();
    double keep = Math.min(1, BLOCKED_PAIRS / Math.max(1, all));
    Random random = new Random(2);
    List<int[]> pairs = new ArrayList<>();
    for (long key : blocks.keySet().stream().sorted().toList()) {
      List<Integer> block = blocks.getOrDefault(key, List.of());
      for (int i = 1; i < block.size(); i++) {
        for (int k = 0; k < i; k++) {
          if ((keep == 1 || random.nextDouble() < keep)
              && counts(accounts.get(block.get(i)), accounts.get(block.get(k)))) {
            pairs.add(new int[] {block.get(k), block.get(i)});
          }
        }
      }
    }
    return pairs;
  }

  /** How many pairs the fit of m has gone through. */
  long blockedPairs() {
    return Math.round(blocked);
  }
}
