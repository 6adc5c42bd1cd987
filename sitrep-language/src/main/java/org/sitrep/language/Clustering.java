package org.sitrep.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups words into classes that predict each other well, by moving one word at a time to the class that
 * raises the likelihood of a class bigram model most (the exchange algorithm: Kneser and Ney 1993; Martin,
 * Liermann and Ney, "Algorithms for bigram and trigram word clustering", Speech Communication 24, 1998).
 */
final class Clustering {

  private static final int LEAST = 4;
  private static final int ROUNDS = 8;

  private final int classes;
  private final int words;

  /** Distinct neighbours of each word with their counts: {@code word, count, word, count ...}. */
  private final int[][] after;

  private final int[][] before;
  private final int[] count;
  private final int[] classOf;
  private final int[][] bigrams;
  private final int[] total;

  private Clustering(int classes, int[] count, int[][] after, int[][] before) {
    this.classes = classes;
    this.words = count.length;
    this.count = count;
    this.after = after;
    this.before = before;
    this.classOf = new int[words];
    this.bigrams = new int[classes][classes];
    this.total = new int[classes];
  }

  /** Clusters of the words of the given sentences, 48 coarse ones and 400 fine ones. */
  static Clusters of(List<String[]> sentences) {
    Map<Integer, Integer> frequency = new HashMap<>();
    for (String[] sentence : sentences) {
      for (String form : sentence) {
        frequency.merge(hash(form), 1, Integer::sum);
      }
    }
    List<Integer> vocabulary = new ArrayList<>();
    frequency.forEach(
        (word, n) -> {
          if (n >= LEAST) {
            vocabulary.add(word);
          }
        });
    vocabulary.sort(
        Comparator.<Integer>comparingInt(word -> -frequency.getOrDefault(word, 0))
            .thenComparing(Comparator.naturalOrder()));
    Map<Integer, Integer> ids = new HashMap<>();
    vocabulary.forEach(word -> ids.put(word, ids.size() + 2));
    List<int[]> coded = sentences.stream().map(s -> code(s, ids)).toList();
    int[] coarse = cluster(coded, ids.size() + 2, 48);
    int[] fine = cluster(coded, ids.size() + 2, 400);
    Map<Integer, Integer> facts = new HashMap<>();
    ids.forEach((word, id) -> facts.put(word, (coarse[id] + 1) << 10 | (fine[id] + 1)));
    return new Clusters(facts);
  }

  private static int hash(String form) {
    return Chars.wordHash(form.toCharArray(), 0, form.length());
  }

  /** Word 0 is the sentence boundary, 1 any rare word. */
  private static int[] code(String[] sentence, Map<Integer, Integer> ids) {
    int[] coded = new int[sentence.length + 2];
    for (int i = 0; i < sentence.length; i++) {
      coded[i + 1] = ids.getOrDefault(hash(sentence[i]), 1);
    }
    return coded;
  }

  private static int[] cluster(List<int[]> sentences, int words, int classes) {
    int[] count = new int[words];
    List<Map<Integer, Integer>> after = new ArrayList<>();
    List<Map<Integer, Integer>> before = new ArrayList<>();
    for (int w = 0; w < words; w++) {
      after.add(new HashMap<>());
      before.add(new HashMap<>());
    }
    for (int[] s : sentences) {
      for (int i = 1; i < s.length; i++) {
        count[s[i]]++;
        after.get(s[i - 1]).merge(s[i], 1, Integer::sum);
        before.get(s[i]).merge(s[i - 1], 1, Integer::sum);
      }
    }
    Clustering clustering = new Clustering(classes, count, pack(after), pack(before));
    clustering.run();
    return clustering.classOf;
  }

  private static int[][] pack(List<Map<Integer, Integer>> maps) {
    int[][] packed = new int[maps.size()][];
    for (int w = 0; w < packed.length; w++) {
      int[] pairs = new int[maps.get(w).size() * 2];
      int k = 0;
      for (Map.Entry<Integer, Integer> e : maps.get(w).entrySet()) {
        pairs[k++] = e.getKey();
        pairs[k++] = e.getValue();
      }
      packed[w] = pairs;
    }
    return packed;
  }

  private void run() {
    for (int w = 0; w < words; w++) {
      classOf[w] = w < 2 ? w : 2 + (w - 2) % (classes - 2);
      total[classOf[w]] += count[w];
    }
    for (int w = 0; w < words; w++) {
      for (int k = 0; k < after[w].length; k += 2) {
        bigrams[classOf[w]][classOf[after[w][k]]] += after[w][k + 1];
      }
    }
    int[] next = new int[classes];
    int[] previous = new int[classes];
    for (int round = 0; round < ROUNDS; round++) {
      int moved = 0;
      for (int w = 2; w < words; w++) {
        moved += exchange(w, next, previous) ? 1 : 0;
      }
      if (moved * 200 < words) {
        break;
      }
    }
  }

  /** Moves a word to its best class; says whether that is another than before. */
  private boolean exchange(int w, int[] next, int[] previous) {
    int self = neighbours(w, next, previous);
    int old = classOf[w];
    move(w, old, next, previous, self, -1);
    int[] nexts = nonZero(next);
    int[] previouses = nonZero(previous);
    int best = old;
    double bestGain = Double.NEGATIVE_INFINITY;
    for (int c = 2; c < classes; c++) {
      double gain = gain(c, w, next, previous, nexts, previouses, self);
      if (gain > bestGain + 1e-9) {
        bestGain = gain;
        best = c;
      }
    }
    move(w, best, next, previous, self, 1);
    classOf[w] = best;
    return best != old;
  }

  /** Counts the classes beside a word; returns how often it follows itself, which is not counted. */
  private int neighbours(int w, int[] next, int[] previous) {
    Arrays.fill(next, 0);
    Arrays.fill(previous, 0);
    int self = 0;
    for (int k = 0; k < after[w].length; k += 2) {
      if (after[w][k] == w) {
        self = after[w][k + 1];
      } else {
        next[classOf[after[w][k]]] += after[w][k + 1];
      }
    }
    for (int k = 0; k < before[w].length; k += 2) {
      if (before[w][k] != w) {
        previous[classOf[before[w][k]]] += before[w][k + 1];
      }
    }
    return self;
  }

  private void move(int w, int c, int[] next, int[] previous, int self, int sign) {
    for (int k = 0; k < classes; k++) {
      bigrams[c][k] += sign * next[k];
      bigrams[k][c] += sign * previous[k];
    }
    bigrams[c][c] += sign * self;
    total[c] += sign * count[w];
  }

  private static int[] nonZero(int[] values) {
    int n = 0;
    int[] found = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        found[n++] = i;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private double gain(
      int c, int w, int[] next, int[] previous, int[] nexts, int[] previouses, int self) {
    double gain = -2 * (f(total[c] + count[w]) - f(total[c]));
    for (int k : nexts) {
      if (k != c) {
        gain += f(bigrams[c][k] + next[k]) - f(bigrams[c][k]);
      }
    }
    for (int k : previouses) {
      if (k != c) {
        gain += f(bigrams[k][c] + previous[k]) - f(bigrams[k][c]);
      }
    }
    return gain + f(bigrams[c][c] + next[c] + previous[c] + self) - f(bigrams[c][c]);
  }

  private static final double[] TABLE = table();

  private static double[] table() {
    double[] table = new double[1 << 16];
    for (int n = 1; n < table.length; n++) {
      table[n] = n * Math.log(n);
    }
    return table;
  }

  private static double f(int n) {
    return n < TABLE.length ? TABLE[n] : n * Math.log(n);
  }
}
