package org.sitrep.language;

/** Characters as the analyser sees them, and the hashes of words made of them. */
final class Chars {

  private Chars() {}

  /** Typographic quotes and dashes as the plain ones that most training text has. */
  static char plain(char c) {
    if (c < 0x80) {
      return c;
    }
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC', '\u00B4', '\u2032', '\u02BB', '\u02BE', '\u02BF' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2013', '\u2212' -> '-';
      default -> c;
    };
  }

  static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }

  static boolean isUpper(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /** Letters, and the marks and surrogates that words may contain. */
  static boolean isLetter(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
    return Character.isLetter(c) || isMark(c);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** White space of any kind, control characters and zero-width marks included. */
  static boolean isSpace(char c) {
    if (c < 0x80) {
      return c <= ' ' || c == 0x7F;
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\uFEFF'
        || c == '\u0085';
  }

  /** The exact form, but for typography. */
  static int formHash(char[] chars, int from, int to) {
    int h = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      h = Hash.step(h, plain(chars[i]));
    }
    return Hash.spread(h);
  }

  /** The lower-cased form with all digits alike. */
  static int wordHash(char[] chars, int from, int to) {
    int h = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      h = Hash.step(h, normal(chars[i]));
    }
    return Hash.spread(h);
  }

  static char normal(char c) {
    char p = lower(plain(c));
    return isDigit(p) ? '0' : p;
  }
}
