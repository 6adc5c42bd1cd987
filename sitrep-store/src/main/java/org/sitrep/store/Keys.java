package org.sitrep.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds names for filters (no case, no accents, words between single spaces, names between bars), and hashes keys. */
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

  /** FNV-1a over UTF-16 units, its bits mixed once more. */
  static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }
}
