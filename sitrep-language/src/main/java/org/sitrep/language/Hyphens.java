package org.sitrep.language;

/** Which hyphens are part of a token. */
final class Hyphens {

  private Hyphens() {}

  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  /**
   * Whether what stands before a hyphen and what follows make one token.
   *
   * @param start the token's start
   * @param part start of its last part
   * @param hyphen place of the hyphen
   * @param next end of the part that follows
   * @param end end of the chunk
   */
  static boolean joins(char[] chars, int start, int part, int hyphen, int next, int end) {
    int after = hyphen + 1;
    if (Chars.isDigit(chars[part]) && Chars.isDigit(chars[after])) {
      return numbers(chars, start, part, hyphen, next, end);
    }
    return Tokenizer.isPrefix(chars, part, hyphen) && start == part
        || article(chars, part, hyphen, after)
        || middle(chars, after, next, end)
        || designation(chars, part, hyphen, after, next, end);
  }

  /** "2016-09-17" and "646-8420" are one token, "5-6" is three. */
  private static boolean numbers(
      char[] chars, int start, int part, int hyphen, int next, int end) {
    boolean more = start < part || next + 1 < end && isHyphen(chars[next]) && Chars.isDigit(chars[next + 1]);
    return more || hyphen - part == 3 && next - hyphen - 1 == 4;
  }

  /** "al-" before anything, other articles before a capital, a number or an apostrophe. */
  private static boolean article(char[] chars, int part, int hyphen, int after) {
    if (!Tokenizer.isArticle(chars, part, hyphen)) {
      return false;
    }
    char second = Chars.lower(chars[part + 1]);
    boolean plain = hyphen - part == 2 && second == 'l';
    return plain || Chars.isUpper(chars[after]) || Chars.plain(chars[after]) == '\'';
  }

  /** An article in lower case in the middle: "Umm-el-Amr". */
  private static boolean middle(char[] chars, int after, int next, int end) {
    return next + 1 < end
        && isHyphen(chars[next])
        && !Chars.isUpper(chars[after])
        && Tokenizer.isArticle(chars, after, next)
        && Chars.isUpper(chars[next + 1]);
  }

  /** Up to five letters, the first a capital, then a number: "Su-24", "PMM-2M", "SS-N-22". */
  private static boolean designation(
      char[] chars, int part, int hyphen, int after, int next, int end) {
    if (hyphen - part > 5 || !Chars.isUpper(chars[part]) && chars[part] != '/') {
      return false;
    }
    if (Chars.isDigit(chars[after])) {
      return true;
    }
    return next - after == 1
        && Chars.isUpper(chars[after])
        && next + 1 < end
        && isHyphen(chars[next])
        && Chars.isDigit(chars[next + 1]);
  }

  /** A token that begins with an Arabic article before a capital: "al-Suwar", "ar-Ra'i". */
  static boolean isArabicName(char[] chars, int from, int to) {
    for (int k = from + 2; k < Math.min(from + 5, to - 1); k++) {
      if (isHyphen(chars[k])) {
        boolean mark = Chars.plain(chars[k + 1]) == '\'' && k + 2 < to;
        return Chars.isUpper(chars[mark ? k + 2 : k + 1]) && Tokenizer.isArticle(chars, from, k);
      }
    }
    return false;
  }
}
