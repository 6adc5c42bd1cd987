package org.sitrep.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which claims of two documents say the same where the documents as a whole are copies: most of what the shorter one
 * says stands in the other in the same order, half of it without another number. Between sentences that are copies for themselves, those that are only
 * alike are taken for copies, too: words, a place or a day may have been changed, and short phrases do then count. What
 * two documents share depends on them alone.
 */
final class Reprints {

  /** Sentences that must agree, and their share in what the shorter document says. */
  private static final int FEWEST = 2;
  private static final double SHARE = 0.6;
  /** Sentences filled in otherwise, for each one that agrees, from which the two are made by one template. */
  private static final double TEMPLATE = 0.34;

  private final List<Claim> claims;
  private final Wording[] wordings;

  /** For claims in canonical order. */
  Reprints(List<Claim> claims, Wording[] wordings) {
    this.claims = claims;
    this.wordings = wordings;
  }

  /** The sentences of a document: rows of its claims whose evidence overlaps. Its claims stand side by side. */
  List<int[]> sentences(int from, int to) {
    List<int[]> sentences = new ArrayList<>();
    for (int at = from; at < to; ) {
      int end = claims.get(at).evidence().span().end();
      int next = at + 1;
      while (next < to && claims.get(next).evidence().span().start() < end) {
        end = Math.max(end, claims.get(next++).evidence().span().end());
      }
      sentences.add(new int[] {at, next});
      at = next;
    }
    return sentences;
  }

  /** How many sentences say enough to tell a copy by. */
  int telling(List<int[]> sentences) {
    int telling = 0;
    for (int[] sentence : sentences) {
      telling += isTelling(sentence) ? 1 : 0;
    }
    return telling;
  }

  private boolean isTelling(int[] sentence) {
    for (int i = sentence[0]; i < sentence[1]; i++) {
      if (wordings[i].isTelling()) {
        return true;
      }
    }
    return false;
  }

  /** The pairs of claims that are one testimony where the two documents are copies: one after the other. */
  int[] pairs(List<int[]> one, List<int[]> two) {
    Grid grid = new Grid(one.size(), two.size());
    int otherwise = 0;
    for (int i = 0; i < one.size(); i++) {
      boolean filled = false;
      boolean same = false;
      for (int j = 0; j < two.size(); j++) {
        int found = agreement(one.get(i), two.get(j));
        grid.set(i, j, found);
        same |= found >= Grid.LOOSE;
        filled |= found == Grid.FILLED_OTHERWISE;
      }
      otherwise += filled && !same ? 1 : 0;
    }
    List<int[]> row = grid.row(0, one.size(), 0, two.size(), Grid.LOOSE);
    long exact = row.stream().filter(at -> grid.found[at[0]][at[1]] == Grid.SAME).count();
    int shorter = Math.min(telling(one), telling(two));
    if (row.size() < FEWEST || 2 * exact < row.size() || row.size() < SHARE * shorter || otherwise > TEMPLATE * row.size()) {
      return new int[0];
    }
    return align(one, two, grid, row);
  }

  private int[] align(List<int[]> one, List<int[]> two, Grid grid, List<int[]> row) {
    List<int[]> aligned = new ArrayList<>(row);
    int i = 0;
    int j = 0;
    for (int at = 0; at <= row.size(); at++) {
      int[] end = at < row.size() ? row.get(at) : new int[] {one.size(), two.size()};
      aligned.addAll(grid.row(i, end[0], j, end[1], Grid.ALIKE));
      i = end[0] + 1;
      j = end[1] + 1;
    }
    List<Integer> pairs = new ArrayList<>();
    for (int[] sentences : aligned) {
      claims(one.get(sentences[0]), two.get(sentences[1]), pairs::add);
    }
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  private void claims(int[] one, int[] two, IntConsumer pairs) {
    for (int a = one[0]; a < one[1]; a++) {
      for (int b = two[0]; b < two[1]; b++) {
        if (isOneKind(a, b) && wordings[a].isLike(wordings[b]) && Slots.isOneVoice(claims.get(a), claims.get(b))) {
          pairs.accept(a);
          pairs.accept(b);
        }
      }
    }
  }

  private boolean isOneKind(int a, int b) {
    return claims.get(a).type().id().equals(claims.get(b).type().id());
  }

  /** How far two sentences agree: the best over their claims. */
  private int agreement(int[] one, int[] two) {
    int best = 0;
    for (int a = one[0]; a < one[1]; a++) {
      for (int b = two[0]; b < two[1]; b++) {
        if (isOneKind(a, b)) {
          best = Math.max(best, agreement(a, b));
        }
      }
    }
    return best;
  }

  private int agreement(int a, int b) {
    Wording one = wordings[a];
    Wording two = wordings[b];
    boolean verbatim = one.isVerbatim(two);
    if (one.isNear(two)) {
      Slots.Fit fit = verbatim && Slots.isOneVoice(claims.get(a), claims.get(b)) ? Slots.Fit.SAME : Slots.fit(claims.get(a), one, claims.get(b), two);
      return switch (fit) {
        case SAME -> Grid.SAME;
        case LOOSE, OPEN -> Grid.LOOSE;
        case OTHER -> Grid.FILLED_OTHERWISE;
      };
    }
    return verbatim || one.isLike(two) ? Grid.ALIKE : 0;
  }

  /** How far each sentence of one document agrees with each of another. */
  private static final class Grid {

    static final int ALIKE = 1;
    static final int FILLED_OTHERWISE = 2;
    static final int LOOSE = 3;
    static final int SAME = 4;

    private final byte[][] found;

    Grid(int rows, int columns) {
      found = new byte[rows][columns];
    }

    void set(int i, int j, int agreement) {
      found[i][j] = (byte) agreement;
    }

    /** The longest row of pairs in the order of both, within some rows and columns, that agree at least so far. */
    List<int[]> row(int from, int to, int left, int right, int least) {
      if (from >= to || left >= right) {
        return List.of();
      }
      int[][] rest = new int[to - from + 1][right - left + 1];
      for (int i = to - 1; i >= from; i--) {
        for (int j = right - 1; j >= left; j--) {
          int with = found[i][j] >= least ? 1 + rest[i + 1 - from][j + 1 - left] : 0;
          rest[i - from][j - left] = Math.max(with, Math.max(rest[i + 1 - from][j - left], rest[i - from][j + 1 - left]));
        }
      }
      List<int[]> row = new ArrayList<>();
      for (int i = from, j = left; i < to && j < right; ) {
        int now = rest[i - from][j - left];
        if (found[i][j] >= least && now == 1 + rest[i + 1 - from][j + 1 - left]) {
          row.add(new int[] {i++, j++});
        } else if (now == rest[i + 1 - from][j - left]) {
          i++;
        } else {
          j++;
        }
      }
      return row;
    }
  }
}
