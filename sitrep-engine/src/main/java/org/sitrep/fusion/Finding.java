package org.sitrep.fusion;

import java.util.Locale;

/**
 * What comparing one field of two claims gave.
 *
 * @param field "when", "where", "type", "parties", "document", "content"
 * @param amount a number to show before the level, or -1
 * @param level what was found
 * @param bits how much it weighs; negative against sameness; negative infinity where it rules it out
 */
record Finding(String field, long amount, String level, double bits) {

  Finding(String field, String level, double bits) {
    this(field, -1, level, bits);
  }

  static Finding veto(String field, long amount, String level) {
    return new Finding(field, amount, level, Double.NEGATIVE_INFINITY);
  }

  static Finding veto(String field, String level) {
    return veto(field, -1, level);
  }

  boolean isVeto() {
    return bits == Double.NEGATIVE_INFINITY;
  }

  /** "when: same day +4.0". */
  @Override
  public String toString() {
    String found = field + ": " + (amount < 0 ? "" : amount + " ") + level;
    return isVeto()
        ? found + ", which rules it out"
        : String.format(Locale.ROOT, "%s %+.1f", found, bits);
  }
}
