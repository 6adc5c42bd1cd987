package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.text.Shingles;

/**
 * Groups texts that are the same or nearly so: at least {@link #RESEMBLANCE} of their three-word runs are shared
 * (Jaccard). Candidates are texts that share one of their smallest runs (min-hashing; Broder 1997).
 */
final class NearCopies {

  /** Shorter texts ("Long live the army!") are the same by chance. */
  private static final int FEWEST_WORDS = 6;

  private static final int RUN = 3;
  private static final int SKETCH = 12;
  private static final double RESEMBLANCE = 0.6;

  private NearCopies() {}

  /** The groups with more than one text, each as ascending positions in {@code texts}. */
  static List<List<Integer>> among(List<String> texts) {
    int[] parent = new int[texts.size()];
    Arrays.setAll(parent, i -> i);
    List<long[]> runs = new ArrayList<>();
    Map<Long, List<Integer>> buckets = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      runs.add(runs(texts.get(i)));
      join(i, runs, buckets, parent);
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups.computeIfAbsent(top(parent, i), k -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(g -> g.size() > 1).toList();
  }

  /** Whether two texts are nearly the same. */
  static boolean are(String a, String b) {
    return Shingles.resemblance(runs(a), runs(b)) >= RESEMBLANCE;
  }

  private static long[] runs(String text) {
    long[] runs = Shingles.of(text, RUN);
    return runs.length < FEWEST_WORDS - RUN + 1 ? new long[0] : runs;
  }

  private static void join(int i, List<long[]> runs, Map<Long, List<Integer>> buckets, int[] parent) {
    long[] own = runs.get(i);
    for (int k = 0; k < Math.min(SKETCH, own.length); k++) {
      List<Integer> bucket = buckets.computeIfAbsent(own[k], x -> new ArrayList<>());
      for (int j : bucket) {
        if (top(parent, i) != top(parent, j) && Shingles.resemblance(own, runs.get(j)) >= RESEMBLANCE) {
          parent[Math.max(top(parent, i), top(parent, j))] = Math.min(top(parent, i), top(parent, j));
        }
      }
      bucket.add(i);
    }
  }

  private static int top(int[] parent, int i) {
    int top = i;
    while (parent[top] != top) {
      top = parent[top];
    }
    return top;
  }
}
