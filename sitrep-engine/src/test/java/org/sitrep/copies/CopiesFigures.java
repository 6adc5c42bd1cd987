package org.sitrep.copies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.copies.InventedPress.Dispatch;

/**
 * Pairs of claims found to be copies, against those that are, on an invented press: two in three dispatches are reprinted
 * once or twice, each in one of thirteen ways, and beside them stand dispatches by the same patterns that are no copies. Precision and recall of
 * all pairs, recall of each way of reprinting, and pairs that are wrong by where they come from.
 */
public final class CopiesFigures {

  private static final int DISPATCHES = 400;

  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, Integer> truth = new HashMap<>();
  private final Map<String, String> how = new HashMap<>();
  private int documents;

  private CopiesFigures(long seed) {
    Random random = new Random(seed);
    InventedPress press = new InventedPress(seed + 1000);
    for (int i = 0; i < DISPATCHES; i++) {
      LocalDate day = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(60));
      Dispatch dispatch = press.dispatch("agency" + random.nextInt(6), day);
      add(press, dispatch);
      for (int copies = random.nextInt(3); copies > 0; copies--) {
        Noise noise = Noise.values()[random.nextInt(Noise.values().length)];
        add(press, noise.reprint(dispatch, "outlet" + random.nextInt(30), press, random));
      }
      switch (random.nextInt(3)) {
        case 0 -> add(press, press.nextDay(dispatch));
        case 1 -> add(press, press.elsewhere(dispatch, "agency" + random.nextInt(6)));
        default -> add(press, press.ownWords(dispatch, "agency" + random.nextInt(6)));
      }
    }
  }

  private void add(InventedPress press, Dispatch dispatch) {
    List<Claim> made = press.claims(dispatch, "d" + documents++);
    for (int i = 0; i < made.size(); i++) {
      truth.put(made.get(i).id(), dispatch.said().get(i).truth());
      how.put(made.get(i).id(), dispatch.how());
    }
    claims.addAll(made);
  }

  /** The figures of one seed, by "old" or "new" and what is measured. */
  static Map<String, Double> of(long seed) {
    CopiesFigures figures = new CopiesFigures(seed);
    Copies copies = Copies.among(figures.claims);
    Map<String, Integer> now = new HashMap<>();
    for (int i = 0; i < figures.claims.size(); i++) {
      int testimony = copies.testimony(figures.claims.get(i));
      now.put(figures.claims.get(i).id(), testimony < 0 ? -1 - i : testimony);
    }
    Map<String, Double> all = new TreeMap<>();
    figures.measure(new EvidenceCopies(figures.claims).classes(), "old-", all);
    figures.measure(now, "new-", all);
    return all;
  }

  private void measure(Map<String, Integer> found, String prefix, Map<String, Double> into) {
    Map<String, int[]> of = new TreeMap<>();
    int right = 0;
    int wrong = 0;
    for (int i = 0; i < claims.size(); i++) {
      for (int j = 0; j < i; j++) {
        Claim a = claims.get(i);
        Claim b = claims.get(j);
        boolean is = Objects.equals(truth.get(a.id()), truth.get(b.id()));
        boolean told = Objects.equals(found.get(a.id()), found.get(b.id())) && !a.doc().equals(b.doc());
        if (is) {
          String way = how.getOrDefault(b.id(), "").equals("original") ? how.getOrDefault(a.id(), "") : "two-reprints";
          int[] count = of.computeIfAbsent(way, k -> new int[2]);
          count[0] += told ? 1 : 0;
          count[1]++;
        }
        right += is && told ? 1 : 0;
        wrong += !is && told ? 1 : 0;
      }
    }
    int all = of.values().stream().mapToInt(c -> c[1]).sum();
    into.put(prefix + "precision", right / (double) Math.max(1, right + wrong));
    into.put(prefix + "recall", right / (double) all);
    of.forEach((way, count) -> into.put(prefix + "recall-" + way, count[0] / (double) count[1]));
  }

  /** Wrong and missing pairs, to look at. */
  private void show(Copies copies) {
    Set<String> seen = new HashSet<>();
    for (Claim a : claims) {
      for (Claim b : claims) {
        boolean is = Objects.equals(truth.get(a.id()), truth.get(b.id())) && !a.doc().equals(b.doc());
        if (a.id().compareTo(b.id()) < 0 && is != copies.areCopies(a, b) && seen.size() < 4000 && seen.add(a.id() + b.id())) {
          System.out.printf(Locale.ROOT, "%s %s / %s%n  %s | %s%n  %s | %s%n", is ? "MISSED" : "WRONG", how.getOrDefault(a.id(), ""), how.getOrDefault(b.id(), ""),
              a.evidence().quote(), a.time(), b.evidence().quote(), b.time());
        }
      }
    }
  }

  /** Prints the figures of some seeds; {@code show} after a seed prints the pairs that are wrong. */
  public static void main(String... args) {
    for (String seed : args) {
      if (seed.startsWith("show")) {
        CopiesFigures figures = new CopiesFigures(Long.parseLong(seed.substring(4)));
        figures.show(Copies.among(figures.claims));
      } else {
        of(Long.parseLong(seed)).forEach((what, value) -> System.out.printf(Locale.ROOT, "%s: %.3f%n", what, value));
      }
    }
  }
}
