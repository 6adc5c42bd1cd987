package org.sitrep.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a {@link Lexicon} of tagged sentences and of word clusters. */
final class LexiconBuilder {

  private static final int SEEN_OFTEN = 20;
  private static final int SEEN = 3;
  private static final double ALWAYS = 0.995;
  private static final double SOMETIMES = 0.03;

  private final List<String> alphabet;
  private final Map<Integer, int[]> byWord = new HashMap<>();
  private final Map<Integer, int[]> byForm = new HashMap<>();

  LexiconBuilder(List<String> alphabet) {
    this.alphabet = alphabet;
  }

  /** Counts a tree's words, and unless it is made up, its forms. */
  void count(GoldTree tree, int[] tags, boolean written) {
    for (int i = 0; i < tree.size(); i++) {
      char[] chars = tree.forms()[i].toCharArray();
      int[] word =
          byWord.computeIfAbsent(Chars.wordHash(chars, 0, chars.length), k -> new int[alphabet.size()]);
      word[tags[i]]++;
      int[] form =
          byForm.computeIfAbsent(Chars.formHash(chars, 0, chars.length), k -> new int[alphabet.size()]);
      form[tags[i]] += written ? 1 : 0;
    }
  }

  Lexicon build(Clusters clusters) {
    TreeMap<Integer, Integer> facts = new TreeMap<>();
    clusters.facts().forEach(facts::put);
    Map<List<Integer>, Integer> sets = new HashMap<>();
    new TreeMap<>(byWord)
        .forEach(
            (word, counts) -> {
              List<Integer> set = possible(counts);
              if (!set.isEmpty()) {
                int id = sets.computeIfAbsent(set, s -> sets.size() + 1);
                facts.merge(word, id << 16, (a, b) -> a | b);
              }
            });
    TreeMap<Integer, Integer> only = new TreeMap<>();
    byForm.forEach(
        (form, counts) -> {
          int tag = always(counts);
          if (tag >= 0) {
            only.put(form, tag);
          }
        });
    byte[] tags = new byte[only.size()];
    int k = 0;
    for (int tag : only.values()) {
      tags[k++] = (byte) tag;
    }
    return new Lexicon(keys(facts), values(facts), keys(only), tags);
  }

  private static int[] keys(Map<Integer, Integer> map) {
    return map.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] values(Map<Integer, Integer> map) {
    return map.values().stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> possible(int[] counts) {
    int total = sum(counts);
    List<Integer> set = new ArrayList<>();
    for (int t = 0; t < counts.length && total >= SEEN; t++) {
      if (counts[t] > 0 && counts[t] >= SOMETIMES * total) {
        set.add(t);
      }
    }
    return set;
  }

  private static int always(int[] counts) {
    int total = sum(counts);
    for (int t = 0; t < counts.length && total >= SEEN_OFTEN; t++) {
      if (counts[t] >= ALWAYS * total) {
        return t;
      }
    }
    return -1;
  }

  private static int sum(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }
}
