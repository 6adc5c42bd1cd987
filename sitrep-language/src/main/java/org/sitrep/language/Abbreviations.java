package org.sitrep.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that keep their full stop, read from {@code abbreviations.txt}. Immutable and thread-safe. */
final class Abbreviations {

  /** What the full stop of an abbreviation means; the file says it at length. */
  enum Kind {
    TITLE,
    MONTH,
    NUMBER,
    UNIT,
    END,
    NAME
  }

  private final Map<Integer, Kind> kinds = new HashMap<>();

  static Abbreviations load() {
    Abbreviations all = new Abbreviations();
    Lines.read("abbreviations.txt").forEach(all::add);
    return all;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    Kind kind = Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
    for (String word : line.substring(colon + 1).trim().split(" ")) {
      kinds.putIfAbsent(hash(word), kind);
      boolean capitalised = Character.isUpperCase(word.charAt(0));
      if (capitalised && word.length() > 1) {
        kinds.putIfAbsent(hash(word.toUpperCase(Locale.ROOT)), kind);
      }
    }
  }

  private static int hash(String word) {
    return Chars.formHash(word.toCharArray(), 0, word.length());
  }

  /** The kind of a word without its final stop, or null if it is no abbreviation. */
  @Nullable Kind find(char[] chars, int from, int to) {
    if (to - from > 8) {
      return null;
    }
    return kinds.get(Chars.formHash(chars, from, to));
  }
}
