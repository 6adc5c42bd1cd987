package org.sitrep.language;

/** Web addresses, mail addresses, handles and hashtags, which are one token each. */
final class Addresses {

  private Addresses() {}

  /** The end of the address that begins at {@code start}, or {@code start} if none does. */
  static int end(char[] chars, int start, int end) {
    char c = chars[start];
    if ((c == '@' || c == '#') && start + 1 < end && Chars.isLetter(chars[start + 1])) {
      int i = start + 1;
      while (i < end && (Chars.isLetter(chars[i]) || Chars.isDigit(chars[i]) || chars[i] == '_')) {
        i++;
      }
      return i;
    }
    if (!Chars.isLetter(c) && !Chars.isDigit(c)) {
      return start;
    }
    if (starts(chars, start, end, "http://")
        || starts(chars, start, end, "https://")
        || starts(chars, start, end, "ftp://")
        || starts(chars, start, end, "www.")
        || isMail(chars, start, end)) {
      return trim(chars, start, end);
    }
    return start;
  }

  private static boolean starts(char[] chars, int start, int end, String what) {
    if (end - start <= what.length()) {
      return false;
    }
    for (int i = 0; i < what.length(); i++) {
      if (Chars.lower(chars[start + i]) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMail(char[] chars, int start, int end) {
    int at = -1;
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if (c == '@') {
        if (at >= 0) {
          return false;
        }
        at = i;
      } else if (!Chars.isLetter(c) && !Chars.isDigit(c) && "._-+".indexOf(c) < 0) {
        return at > start && i - at > 3;
      }
    }
    return at > start && end - at > 3;
  }

  /** Without brackets, quotes and stops at the end. */
  private static int trim(char[] chars, int start, int end) {
    int stop = start;
    while (stop < end && "<>\"\u201C\u201D|".indexOf(chars[stop]) < 0) {
      stop++;
    }
    while (stop > start + 1 && ".,;:!?)]}'\u2019\u2026".indexOf(chars[stop - 1]) >= 0) {
      boolean opened = chars[stop - 1] == ')' && contains(chars, start, stop, '(');
      if (opened) {
        break;
      }
      stop--;
    }
    return stop;
  }

  private static boolean contains(char[] chars, int from, int to, char what) {
    for (int i = from; i < to; i++) {
      if (chars[i] == what) {
        return true;
      }
    }
    return false;
  }
}
