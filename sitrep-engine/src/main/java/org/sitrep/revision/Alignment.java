package org.sitrep.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.page.Block;

/**
 * Which sentence of the later version is which of the earlier one. Each kind of part is aligned by itself:
 * sentences that are equal in order, then between them those that share most words, still in order. What is
 * left is looked for anywhere: it was moved.
 */
final class Alignment {

  /** Sentences of one place are the same, reworded, from this likeness on. */
  private static final double REWORDED = 0.45;

  /** Sentences of different places are the same from this likeness on. */
  private static final double MOVED = 0.75;

  /** The largest table of likenesses, in cells. */
  private static final int TABLE = 1 << 21;

  private final List<Sentence> older;
  private final List<Sentence> newer;
  private final int[] partner;
  private final int[] back;
  private final boolean[] moved;

  private Alignment(List<Sentence> older, List<Sentence> newer) {
    this.older = older;
    this.newer = newer;
    this.partner = new int[older.size()];
    this.back = new int[newer.size()];
    this.moved = new boolean[older.size()];
    Arrays.fill(partner, ExactMatch.NONE);
    Arrays.fill(back, ExactMatch.NONE);
  }

  static Alignment of(List<Sentence> older, List<Sentence> newer) {
    Alignment alignment = new Alignment(older, newer);
    Map<Block.Kind, List<Integer>> before = byKind(older);
    Map<Block.Kind, List<Integer>> after = byKind(newer);
    before.forEach((kind, part) -> alignment.part(kind, part, after.getOrDefault(kind, List.of())));
    alignment.findMoved();
    return alignment;
  }

  /** The later version's sentence for one of the earlier version, or {@link ExactMatch#NONE}. */
  int partner(int of) {
    return partner[of];
  }

  /** The earlier version's sentence for one of the later version, or {@link ExactMatch#NONE}. */
  int back(int of) {
    return back[of];
  }

  /** Whether a sentence of the earlier version stands elsewhere in the later one. */
  boolean isMoved(int of) {
    return moved[of];
  }

  private static Map<Block.Kind, List<Integer>> byKind(List<Sentence> sentences) {
    Map<Block.Kind, List<Integer>> parts = new EnumMap<>(Block.Kind.class);
    for (int i = 0; i < sentences.size(); i++) {
      parts.computeIfAbsent(sentences.get(i).kind(), k -> new ArrayList<>()).add(i);
    }
    return parts;
  }

  private void pair(int before, int after) {
    partner[before] = after;
    back[after] = before;
  }

  private void part(Block.Kind kind, List<Integer> before, List<Integer> after) {
    int[] exact =
        ExactMatch.of(
            before.stream().map(i -> older.get(i).key()).toList(), after.stream().map(j -> newer.get(j).key()).toList());
    int fromA = 0;
    int fromB = 0;
    for (int i = 0; i <= exact.length; i++) {
      if (i == exact.length || exact[i] != ExactMatch.NONE) {
        int j = i == exact.length ? after.size() : exact[i];
        gap(before.subList(fromA, i), after.subList(fromB, j));
        fromA = i + 1;
        fromB = j + 1;
        if (i < exact.length) {
          pair(before.get(i), after.get(j));
        }
      }
    }
    if (kind == Block.Kind.HEADLINE && before.size() == 1 && after.size() == 1 && partner[before.getFirst()] == ExactMatch.NONE) {
      pair(before.getFirst(), after.getFirst()); // a page has one headline, however it is worded
    }
  }

  /** Pairs sentences in order so that their likenesses add up to the most. */
  private void gap(List<Integer> before, List<Integer> after) {
    int n = before.size();
    int m = after.size();
    if (n == 0 || m == 0 || (long) n * m > TABLE) {
      return;
    }
    double[][] like = new double[n][m];
    double[][] best = new double[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        like[i][j] = older.get(before.get(i)).likeness(newer.get(after.get(j)));
        double with = like[i][j] >= REWORDED ? best[i + 1][j + 1] + like[i][j] : 0;
        best[i][j] = Math.max(with, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    for (int i = 0, j = 0; i < n && j < m; ) {
      if (like[i][j] >= REWORDED && best[i][j] <= best[i + 1][j + 1] + like[i][j]) {
        pair(before.get(i++), after.get(j++));
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void findMoved() {
    Map<String, ArrayDeque<Integer>> left = new HashMap<>();
    for (int j = 0; j < back.length; j++) {
      if (back[j] == ExactMatch.NONE) {
        left.computeIfAbsent(newer.get(j).key(), k -> new ArrayDeque<>()).add(j);
      }
    }
    for (int i = 0; i < partner.length; i++) {
      ArrayDeque<Integer> equal = left.get(older.get(i).key());
      if (partner[i] == ExactMatch.NONE && equal != null && !equal.isEmpty()) {
        int j = equal.removeFirst();
        moved[i] = !isInOrder(i, j);
        pair(i, j);
      }
    }
    findMovedAndReworded();
  }

  /** Whether what stays goes round neither of the two: the part is of another kind now, not elsewhere. */
  private boolean isInOrder(int before, int after) {
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] != ExactMatch.NONE && !moved[i] && (i < before) != (partner[i] < after)) {
        return false;
      }
    }
    return true;
  }

  private record Move(int before, int after, double like) {}

  private void findMovedAndReworded() {
    List<Integer> before = open(partner);
    List<Integer> after = open(back);
    if ((long) before.size() * after.size() > TABLE) {
      return;
    }
    List<Move> moves = new ArrayList<>();
    for (int i : before) {
      for (int j : after) {
        double like = older.get(i).likeness(newer.get(j));
        if (like >= MOVED) {
          moves.add(new Move(i, j, like));
        }
      }
    }
    moves.sort(Comparator.comparingDouble((Move m) -> -m.like).thenComparing(Move::before).thenComparing(Move::after));
    for (Move move : moves) {
      if (partner[move.before] == ExactMatch.NONE && back[move.after] == ExactMatch.NONE) {
        moved[move.before] = true;
        pair(move.before, move.after);
      }
    }
  }

  private static List<Integer> open(int[] partners) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] == ExactMatch.NONE) {
        open.add(i);
      }
    }
    return open;
  }
}
