package org.sitrep.language;

/**
 * What each transition would lose of the gold tree: the dynamic oracle of the arc-eager system (Goldberg
 * and Nivre, "Training deterministic parsers with non-deterministic oracles", TACL 1, 2013). Not
 * thread-safe.
 */
final class Oracle {

  private static final int IMPOSSIBLE = Integer.MAX_VALUE;

  private final int[] heads;
  private final int[] labels;
  private final int[][] dependents;

  int shift;
  int reduce;
  int leftArc;
  int rightArc;

  /**
   * The oracle for a gold tree.
   *
   * @param heads by token from 1; the root's head is {@code n + 1}
   * @param labels by token
   */
  Oracle(int[] heads, int[] labels) {
    this.heads = heads;
    this.labels = labels;
    int[] counts = new int[heads.length + 2];
    for (int i = 1; i < heads.length; i++) {
      counts[heads[i]]++;
    }
    this.dependents = new int[heads.length + 2][];
    for (int i = 0; i < dependents.length; i++) {
      dependents[i] = new int[counts[i]];
      counts[i] = 0;
    }
    for (int i = 1; i < heads.length; i++) {
      dependents[heads[i]][counts[heads[i]]++] = i;
    }
  }

  /** Computes the four costs for the configuration. */
  void look(Configuration c) {
    int s0 = c.s0();
    int n0 = c.front;
    boolean headless = c.head[s0] == 0;
    int ahead = dependentsFrom(s0, n0);
    int waiting = waitingFor(c, n0);
    int goldHead = heads[n0];
    boolean governorOnStack = goldHead < n0 && onStack(c, goldHead);
    shift = waiting + (governorOnStack ? 1 : 0);
    reduce = headless ? IMPOSSIBLE : ahead;
    leftArc = headless ? ahead + (heads[s0] > n0 ? 1 : 0) : IMPOSSIBLE;
    boolean elsewhere = goldHead > n0 || governorOnStack && goldHead != s0;
    rightArc = waiting + (elsewhere ? 1 : 0);
  }

  private int dependentsFrom(int token, int from) {
    int found = 0;
    for (int d : dependents[token]) {
      found += d >= from ? 1 : 0;
    }
    return found;
  }

  private int waitingFor(Configuration c, int token) {
    int found = 0;
    for (int d : dependents[token]) {
      if (d < token && c.head[d] == 0 && onStack(c, d)) {
        found++;
      }
    }
    return found;
  }

  private static boolean onStack(Configuration c, int token) {
    for (int i = c.top - 1; i >= 0; i--) {
      if (c.stack[i] <= token) {
        return c.stack[i] == token;
      }
    }
    return false;
  }

  /** The best-scored transition that loses least; the one to learn. */
  int best(Configuration c, float[] scores) {
    look(c);
    int least = Math.min(Math.min(shift, reduce), Math.min(leftArc, rightArc));
    int best = -1;
    if (shift == least) {
      best = Configuration.SHIFT;
    }
    if (reduce == least && (best < 0 || scores[Configuration.REDUCE] > scores[best])) {
      best = Configuration.REDUCE;
    }
    int s0 = c.s0();
    int n0 = c.front;
    if (leftArc == least) {
      boolean gold = heads[s0] == n0;
      int arc = gold ? c.leftArc(labels[s0]) : bestOf(scores, c.leftArc(0), c.labels);
      best = best < 0 || scores[arc] > scores[best] ? arc : best;
    }
    if (rightArc == least) {
      boolean gold = heads[n0] == s0;
      int arc = gold ? c.rightArc(labels[n0]) : bestOf(scores, c.rightArc(0), c.labels);
      best = best < 0 || scores[arc] > scores[best] ? arc : best;
    }
    return best;
  }

  private static int bestOf(float[] scores, int from, int count) {
    int best = from;
    for (int t = from + 1; t < from + count; t++) {
      if (scores[t] > scores[best]) {
        best = t;
      }
    }
    return best;
  }
}
