package org.sitrep.fusion;

import java.util.Locale;

/**
 * What comparing one field of two claims gave, spelt out for people.
 *
 * @param level what was found
 * @param amount days, kilometres or characters that belong to the level
 * @param bits how much it weighs; negative against sameness; negative infinity where it rules it out
 */
record Finding(Level level, double amount, double bits) {

  static Finding of(long found, Bits bits) {
    return new Finding(Level.of(found), Level.amount(found), bits.of(found));
  }

  /** "when: same day +4.0". */
  @Override
  public String toString() {
    String found = level.field() + ": " + level.text(amount);
    return bits == Bits.VETO
        ? found + ", which rules it out"
        : String.format(Locale.ROOT, "%s %+.1f", found, bits);
  }
}
