package org.sitrep.gazetteer;

/** Numbers as dumps write them. */
final class Numbers {

  private Numbers() {}

  /** Degrees; NaN where there is no number. A decimal comma counts. */
  static double degrees(String cell) {
    String text = cell.strip();
    if (text.indexOf('.') < 0) {
      text = text.replace(',', '.');
    }
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
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
