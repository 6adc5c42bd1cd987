package org.sitrep.language;

/** Punctuation, symbols and emoji: how much of them is one token. */
final class Marks {

  private static final String[] FACES = {":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", "^_^"};
  private static final String REPEATED = ".!?-=*_~#+<>|\u2014\u2013";

  private Marks() {}

  /**
   * The end of the token that begins at {@code start} with a character that is no letter nor digit.
   *
   * @param glued whether something stands right before it
   */
  static int end(char[] chars, int start, int end, boolean glued) {
    char c = chars[start];
    if (Character.isSurrogate(c) || c >= 0x2190 && c <= 0x2BFF) {
      return emoji(chars, start, end);
    }
    int face = face(chars, start, end);
    if (face > start) {
      return face;
    }
    if (Chars.plain(c) == '\'') {
      return apostrophe(chars, start, end, glued);
    }
    if (REPEATED.indexOf(c) >= 0) {
      int i = start + 1;
      while (i < end && (chars[i] == c || isBang(c) && isBang(chars[i]))) {
        i++;
      }
      return i;
    }
    return start + 1;
  }

  private static boolean isBang(char c) {
    return c == '!' || c == '?';
  }

  private static int face(char[] chars, int start, int end) {
    for (String face : FACES) {
      int to = start + face.length();
      boolean whole = to == end || to < end && ".,!?)".indexOf(chars[to]) >= 0;
      if (whole && String.valueOf(chars, start, face.length()).equals(face)) {
        return to;
      }
    }
    return start;
  }

  /** A clitic after a quote or bracket, a decade ("'90s"), else a quote, which may be doubled. */
  private static int apostrophe(char[] chars, int start, int end, boolean glued) {
    int i = start + 1;
    if (glued && i < end && Chars.lower(chars[i]) == 's') {
      boolean whole = i + 1 == end || !Chars.isLetter(chars[i + 1]) && !Chars.isDigit(chars[i + 1]);
      return whole ? i + 1 : i;
    }
    if (i + 1 < end && Chars.isDigit(chars[i]) && Chars.isDigit(chars[i + 1])) {
      int to = i + 2;
      to += to < end && chars[to] == 's' ? 1 : 0;
      return to == end || !Chars.isDigit(chars[to]) ? to : i;
    }
    return i < end && chars[i] == chars[start] ? i + 1 : i;
  }

  private static int emoji(char[] chars, int start, int end) {
    int i = start + width(chars, start, end);
    while (i < end) {
      char c = chars[i];
      boolean joiner = c == '\u200D';
      if (joiner && i + 1 < end) {
        i += 1 + width(chars, i + 1, end);
      } else if (joiner || c == '\uFE0F' || c == '\u20E3') {
        i++;
      } else if (c == '\uD83C' && i + 1 < end && chars[i + 1] >= '\uDFFB' && chars[i + 1] <= '\uDFFF') {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  private static int width(char[] chars, int i, int end) {
    boolean pair = i + 1 < end && Character.isSurrogatePair(chars[i], chars[i + 1]);
    return pair ? 2 : 1;
  }
}
