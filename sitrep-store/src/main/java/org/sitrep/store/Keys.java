package org.sitrep.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds names for filters: no case, no accents, words between single spaces, names between bars. */
final class Keys {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}@]+");

  private Keys() {}

  /** One name, folded, with a space before and after. */
  static String fold(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return " " + BREAKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  /** Several names in one column. */
  static String column(Iterable<String> names) {
    StringBuilder out = new StringBuilder("|");
    for (String name : names) {
      out.append(fold(name)).append('|');
    }
    return out.toString();
  }
}
