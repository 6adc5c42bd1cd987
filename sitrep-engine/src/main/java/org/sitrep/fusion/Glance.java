package org.sitrep.fusion;

import java.util.Arrays;

/**
 * What of accounts shows at a glance that two cannot be linked, in flat arrays: days too far apart, or kinds of two
 * families. {@link Levels} rules the same pairs out; this is only sooner done. Copies, and pairs that
 * a person ruled on, are looked at in any case. Immutable.
 */
final class Glance {

  private final int[] start;
  private final int[] end;
  private final int[] kind;
  private final int[] testimony;
  private final boolean[] ruled;
  private final boolean[][] families;
  private final int tolerance;

  Glance(Account[] all, Comparison comparison) {
    start = new int[all.length];
    end = new int[all.length];
    kind = new int[all.length];
    testimony = new int[all.length];
    ruled = new boolean[all.length];
    tolerance = comparison.weights().when().toleranceDays();
    int kinds = 0;
    for (int i = 0; i < all.length; i++) {
      boolean dated = all[i].isDated();
      start[i] = dated ? clamp(all[i].start()) : Integer.MIN_VALUE;
      end[i] = dated ? clamp(all[i].end()) : Integer.MAX_VALUE;
      kind[i] = all[i].kind();
      testimony[i] = all[i].testimony();
      ruled[i] = all[i].ruled() != null;
      kinds = Math.max(kinds, kind[i] + 1);
    }
    families = new boolean[kinds][kinds];
    for (int k : Arrays.stream(kind).distinct().toArray()) {
      for (int other : Arrays.stream(kind).distinct().toArray()) {
        families[k][other] = comparison.areTwoFamilies(k, other);
      }
    }
  }

  private static int clamp(long day) {
    return (int) Math.max(Integer.MIN_VALUE / 2, Math.min(Integer.MAX_VALUE / 2, day));
  }

  /** Whether two accounts are no copies and cannot be one happening; false where that takes a closer look. */
  boolean rulesOut(int a, int b) {
    if ((testimony[a] >= 0 && testimony[a] == testimony[b]) || (ruled[a] && ruled[b])) {
      return false;
    }
    return (long) start[a] - end[b] > tolerance
        || (long) start[b] - end[a] > tolerance
        || families[kind[a]][kind[b]];
  }
}
