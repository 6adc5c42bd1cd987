package org.sitrep.language;

/** Which marks between two characters are part of a word. */
final class Inside {

  private Inside() {}

  /** Whether the mark at {@code i} joins what stands before it to the character after it. */
  static boolean belongs(char[] chars, int start, int i, int end) {
    char before = chars[i - 1];
    char after = chars[i + 1];
    boolean digits = Chars.isDigit(before) && Chars.isDigit(after);
    return switch (Chars.plain(chars[i])) {
      case '\'' -> Chars.isLetter(after) && (Chars.isLetter(before) || Chars.isDigit(before));
      case '.' -> digits || stop(chars, start, i, end);
      case ',' -> digits && thousands(chars, i, end);
      case ':' -> digits;
      case '/' -> digits || designation(chars, start, i, end);
      case '&' -> Chars.isUpper(before) && Chars.isUpper(after);
      default -> false;
    };
  }

  /** "U.S", "a.m", "Ph.D", "file.txt", but not "ended.The" nor "ended.\"". */
  private static boolean stop(char[] chars, int start, int i, int end) {
    char after = chars[i + 1];
    if (!Chars.isLetter(after)) {
      return false;
    }
    boolean letterBefore = Chars.isLetter(chars[i - 1]);
    boolean single = i - start == 1 || chars[i - 2] == '.';
    if (single && letterBefore) {
      return i + 2 >= end || !Chars.isLetter(chars[i + 2]) || !Chars.isUpper(after);
    }
    if (letterBefore && i - start == 2 && i + 2 < end && chars[i + 2] == '.') {
      return true;
    }
    return letterBefore && !Chars.isUpper(after) && i + 2 < end && Chars.isLetter(chars[i + 2]);
  }

  private static boolean thousands(char[] chars, int i, int end) {
    int digits = 0;
    while (i + 1 + digits < end && Chars.isDigit(chars[i + 1 + digits])) {
      digits++;
    }
    return digits == 3 || digits == 2;
  }

  /** "F/A-18". */
  private static boolean designation(char[] chars, int start, int i, int end) {
    return i - start <= 2
        && Chars.isUpper(chars[start])
        && i + 3 < end
        && Chars.isUpper(chars[i + 1])
        && Hyphens.isHyphen(chars[i + 2])
        && Chars.isDigit(chars[i + 3]);
  }
}
