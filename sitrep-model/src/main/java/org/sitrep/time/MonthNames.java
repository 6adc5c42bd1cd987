package org.sitrep.time;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** English names of months, in full or cut short. Stateless and thread-safe. */
public final class MonthNames {

  private MonthNames() {}

  /** The number (1 to 12) of a month by its name or at least three first letters of it, in any case; 0 where it is none. */
  public static int number(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (start.length() >= 3 && full.startsWith(start)) {
        return month.getValue();
      }
    }
    return 0;
  }
}
