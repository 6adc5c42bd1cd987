package org.sitrep.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names by their words. Articles and possessive endings inside a name don't count; capitals do, as far as
 * they tell an abbreviation or a name from a common word.
 */
final class NameTrie<V> {

  private static final int SHORT_NAME = 6;
  private static final int SHORT_ABBREVIATION = 3;
  private static final int ABBREVIATION = 5;

  /** Articles and possessive endings that may stand between two words of a name; more are no name. */
  private static final int MOST_SILENT = 3;

  private final Node<V> root = new Node<>();

  private static final class Node<V> {
    final Map<String, Node<V>> next = new HashMap<>();
    @Nullable List<Entry<V>> entries;
  }

  /** A name at the end of its path. */
  private record Entry<V>(List<String> words, boolean common, V value) {}

  /** Adds a name. One in lower case throughout is a common word, and found in any case. */
  void put(String name, V value) {
    Words words = Words.of(name);
    List<String> kept = new ArrayList<>();
    Node<V> node = root;
    for (int i = 0; i < words.size(); i++) {
      if (!kept.isEmpty() && isSilent(words, i)) {
        continue;
      }
      node = node.next.computeIfAbsent(words.key(i), k -> new Node<>());
      kept.add(words.written(i));
    }
    if (node.entries == null) {
      node.entries = new ArrayList<>(1);
    }
    boolean common = kept.stream().noneMatch(w -> w.chars().anyMatch(Character::isUpperCase));
    node.entries.add(new Entry<>(List.copyOf(kept), common, value));
  }

  /** The longest name that starts at a word and ends with a token or at a hyphen; null where there is none. */
  @Nullable Found<V> longest(Words words, int from) {
    Node<V> node = root;
    List<Integer> path = new ArrayList<>();
    Found<V> best = null;
    int silent = 0;
    for (int i = from; i < words.size(); i++) {
      Node<V> next = node.next.get(words.key(i));
      if (next == null) {
        if (i > from && silent < MOST_SILENT && isSilent(words, i)) {
          silent++;
          continue;
        }
        break;
      }
      silent = 0;
      path.add(i);
      node = next;
      if (node.entries != null) {
        Set<V> values = new LinkedHashSet<>();
        for (Entry<V> entry : node.entries) {
          if (fits(entry, words, path)) {
            values.add(entry.value());
          }
        }
        if (!values.isEmpty()) {
          best = new Found<>(i + 1, List.copyOf(values));
        }
      }
    }
    return best;
  }

  /** What is named by exactly these words. */
  List<V> exactly(Words words) {
    Found<V> found = words.size() == 0 ? null : longest(words, 0);
    return found == null || found.end() < words.size() ? List.of() : found.values();
  }

  private static boolean isSilent(Words words, int i) {
    return words.isPossessive(i) || words.isArticle(i);
  }

  private static <V> boolean fits(Entry<V> entry, Words text, List<Integer> path) {
    List<String> name = entry.words();
    for (int k = 0; k < name.size(); k++) {
      String mine = name.get(k);
      String theirs = text.written(path.get(k));
      if (!entry.common() && !isCasedLike(mine, theirs)) {
        return false;
      }
    }
    boolean loose = name.size() > 1 || name.getFirst().length() >= SHORT_NAME;
    return loose || Words.fold(name.getFirst()).equals(text.plain(path.getFirst()));
  }

  private static boolean isCasedLike(String mine, String theirs) {
    if (!Character.isUpperCase(mine.charAt(0))) {
      return true;
    }
    boolean capital = !Character.isLowerCase(theirs.charAt(0));
    if (!hasInnerCapital(mine)) {
      return capital;
    }
    if (mine.length() <= SHORT_ABBREVIATION) {
      return mine.equals(theirs);
    }
    return mine.length() > ABBREVIATION ? capital : capital && !mixed(mine, theirs);
  }

  private static boolean hasInnerCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mixed abbreviation ("NSyA") is spelt otherwise. */
  private static boolean mixed(String mine, String theirs) {
    boolean allUpper = mine.chars().noneMatch(Character::isLowerCase);
    return !allUpper && !mine.equals(theirs);
  }
}
