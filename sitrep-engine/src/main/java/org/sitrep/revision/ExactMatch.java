package org.sitrep.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of one sequence are those of another, in order: patience sorting over what is unique on
 * both sides (Cohen's "patience diff"), and between these anchors the longest common subsequence, where the
 * stretch is small enough for its table.
 */
final class ExactMatch {

  static final int NONE = -1;

  /** The largest table, in cells. */
  private static final int TABLE = 1 << 20;

  private record Range(int a, int aEnd, int b, int bEnd) {

    boolean isEmpty() {
      return a >= aEnd || b >= bEnd;
    }
  }

  private final List<String> a;
  private final List<String> b;
  private final int[] partner;
  private final Deque<Range> open = new ArrayDeque<>();

  private ExactMatch(List<String> a, List<String> b) {
    this.a = a;
    this.b = b;
    this.partner = new int[a.size()];
    Arrays.fill(partner, NONE);
  }

  /** For each element of {@code a} the index of its partner in {@code b}, or {@link #NONE}; ascending. */
  static int[] of(List<String> a, List<String> b) {
    ExactMatch match = new ExactMatch(a, b);
    match.open.push(new Range(0, a.size(), 0, b.size()));
    while (!match.open.isEmpty()) {
      match.settle(match.open.pop());
    }
    return match.partner;
  }

  private void settle(Range whole) {
    Range range = trim(whole);
    if (range.isEmpty()) {
      return;
    }
    List<int[]> anchors = anchors(range);
    if (anchors.isEmpty()) {
      if ((long) (range.aEnd - range.a) * (range.bEnd - range.b) <= TABLE) {
        subsequence(range);
      }
      return;
    }
    int fromA = range.a;
    int fromB = range.b;
    for (int[] anchor : anchors) {
      partner[anchor[0]] = anchor[1];
      open.push(new Range(fromA, anchor[0], fromB, anchor[1]));
      fromA = anchor[0] + 1;
      fromB = anchor[1] + 1;
    }
    open.push(new Range(fromA, range.aEnd, fromB, range.bEnd));
  }

  /** Takes equal ends off. */
  private Range trim(Range r) {
    int i = r.a;
    int j = r.b;
    int iEnd = r.aEnd;
    int jEnd = r.bEnd;
    while (i < iEnd && j < jEnd && a.get(i).equals(b.get(j))) {
      partner[i++] = j++;
    }
    while (i < iEnd && j < jEnd && a.get(iEnd - 1).equals(b.get(jEnd - 1))) {
      partner[--iEnd] = --jEnd;
    }
    return new Range(i, iEnd, j, jEnd);
  }

  /** Pairs of what occurs once on both sides, as many as can stand in order. */
  private List<int[]> anchors(Range r) {
    Map<String, int[]> places = new HashMap<>();
    for (int i = r.a; i < r.aEnd; i++) {
      places.merge(a.get(i), new int[] {i, NONE, 1, 0}, (p, q) -> counted(p, 2));
    }
    for (int j = r.b; j < r.bEnd; j++) {
      int[] place = places.get(b.get(j));
      if (place != null) {
        place[1] = j;
        place[3]++;
      }
    }
    List<int[]> unique = new ArrayList<>();
    for (int i = r.a; i < r.aEnd; i++) {
      int[] place = places.get(a.get(i));
      if (place != null && place[2] == 1 && place[3] == 1) {
        unique.add(place);
      }
    }
    return rising(unique);
  }

  private static int[] counted(int[] place, int field) {
    place[field]++;
    return place;
  }

  /** The longest run of pairs whose second members rise, too. */
  private static List<int[]> rising(List<int[]> pairs) {
    int[] piles = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(piles[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? NONE : piles[low - 1];
      piles[low] = i;
      length = Math.max(length, low + 1);
    }
    List<int[]> run = new ArrayList<>();
    for (int i = length == 0 ? NONE : piles[length - 1]; i != NONE; i = before[i]) {
      run.add(pairs.get(i));
    }
    Collections.reverse(run);
    return run;
  }

  private void subsequence(Range r) {
    int n = r.aEnd - r.a;
    int m = r.bEnd - r.b;
    int[][] longest = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(r.a + i).equals(b.get(r.b + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    for (int i = 0, j = 0; i < n && j < m; ) {
      if (a.get(r.a + i).equals(b.get(r.b + j))) {
        partner[r.a + i++] = r.b + j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
