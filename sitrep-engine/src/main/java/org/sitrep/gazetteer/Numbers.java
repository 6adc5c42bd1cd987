package org.sitrep.gazetteer;

import java.util.regex.Pattern;

/** Numbers as dumps write them. */
final class Numbers {

  private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

  private Numbers() {}

  /** Degrees; NaN where there is no number. A decimal comma counts. */
  static double degrees(String cell) {
    String text = cell.strip();
    if (text.indexOf('.') < 0) {
      text = text.replace(',', '.');
    }
    try {
      return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A count; 0 where there is none. */
  static long count(String cell) {
    double value = degrees(cell);
    return value > 0 && value < 1e11 ? (long) value : 0;
  }
}
