package org.sitrep.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.store.Filter;

/**
 * The names that one kind of filter is offered by ("Kafr Zita"), and the folded columns that it looks into ("| kafr zita | gn 1 |").
 * Which names let which column through is worked out once, exactly as the store compares: whole words of one name. Not thread-safe
 * while it is filled; {@link #close} ends that.
 */
final class Names {

  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Integer> byFolded = new HashMap<>();
  private final Set<String> offered = new HashSet<>();
  private final List<String> labels = new ArrayList<>();
  private int[][] ofColumn = new int[0][];
  private int[][] columnsOf = new int[0][];
  private String[] column = new String[0];

  /** The number of a folded column. */
  int column(String keys) {
    return columns.computeIfAbsent(keys, k -> columns.size());
  }

  /** Offers a name; of two that are the same to a filter the first stands. */
  void offer(String name) {
    if (!offered.add(name)) {
      return;
    }
    String folded = Filter.folded(name);
    if (!folded.isBlank() && byFolded.putIfAbsent(folded, labels.size()) == null) {
      labels.add(name);
    }
  }

  /** Works out which names let each column through. */
  void close() {
    column = columns.keySet().toArray(String[]::new);
    ofColumn = new int[column.length][];
    for (int i = 0; i < column.length; i++) {
      ofColumn[i] = within(column[i]);
    }
    columnsOf = turned(ofColumn, labels.size());
  }

  /** For each value the places at which it stands. */
  private static int[][] turned(int[][] values, int size) {
    int[] counts = new int[size];
    Arrays.stream(values).flatMapToInt(Arrays::stream).forEach(value -> counts[value]++);
    int[][] turned = new int[size][];
    Arrays.setAll(turned, value -> new int[counts[value]]);
    for (int i = values.length - 1; i >= 0; i--) {
      for (int value : values[i]) {
        turned[value][--counts[value]] = i;
      }
    }
    return turned;
  }

  /** All runs of whole words of one name that are offered. */
  private int[] within(String keys) {
    BitSet found = new BitSet();
    for (String name : keys.split("\\|")) {
      String[] words = name.strip().split(" ");
      for (int from = 0; from < words.length; from++) {
        StringBuilder run = new StringBuilder(" ");
        for (int to = from; to < words.length; to++) {
          Integer value = byFolded.get(run.append(words[to]).append(' ').toString());
          if (value != null) {
            found.set(value);
          }
        }
      }
    }
    return found.stream().toArray();
  }

  /** The columns that a filter with one of these values lets through, as the store would. */
  boolean[] passing(List<String> values) {
    boolean[] passing = new boolean[column.length];
    for (String value : values) {
      int known = find(value);
      if (known >= 0) {
        for (int i : columnsOf[known]) {
          passing[i] = true;
        }
      } else {
        String folded = Filter.folded(value);
        for (int i = 0; i < passing.length; i++) {
          passing[i] |= column[i].contains(folded);
        }
      }
    }
    return passing;
  }

  /** Whether some column that a name lets through has another one, folded, too. */
  boolean isWith(int value, String folded) {
    for (int i : columnsOf[value]) {
      if (column[i].contains(folded)) {
        return true;
      }
    }
    return false;
  }

  /** The names that let a column through. */
  int[] of(int columnNumber) {
    return ofColumn[columnNumber];
  }

  int size() {
    return labels.size();
  }

  String label(int value) {
    return labels.get(value);
  }

  /** The number of the name that means the same to a filter; -1 for none. */
  int find(String name) {
    return byFolded.getOrDefault(Filter.folded(name), -1);
  }
}
