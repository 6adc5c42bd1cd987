package org.sitrep.fusion;

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

  /** "3 days apart". */
  String text() {
    return level.text(amount);
  }
}
