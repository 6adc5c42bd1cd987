package org.sitrep.evaluation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings names to a form in which their spellings can be compared. */
final class Fold {

  private static final Pattern MARKS = Pattern.compile("[’'`ʿʾ\\-_“”\"()]");
  private static final Pattern ARTICLES = words("the|a|an|al|el|ad|as|at|ar|ash");
  private static final Pattern ARABIC_ARTICLES = words("ez|es|er|et|ed|en|al|el|az|as|ar|at|ad|an");
  private static final Pattern SPACE = Pattern.compile("[\\s\\x1c-\\x1f\\x85\\p{Z}]+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouyw ]");
  private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

  /** The combining mark of the highest class: after it every other mark of a class moves before it. */
  private static final String LAST_MARK = "\u0345";

  private Fold() {}

  /** Whole words in any script; letters, numbers and the underscore make a word. */
  private static Pattern words(String alternatives) {
    return Pattern.compile("(?<![\\p{L}\\p{N}_])(?:" + alternatives + ")(?![\\p{L}\\p{N}_])");
  }

  /** Lower case without accents, quotes, hyphens, full stops and articles. */
  static String name(String written) {
    StringBuilder bare = new StringBuilder();
    Normalizer.normalize(written, Normalizer.Form.NFKD).codePoints().filter(c -> !isCombining(c)).forEach(bare::appendCodePoint);
    String s = bare.toString().toLowerCase(Locale.ROOT);
    s = MARKS.matcher(s).replaceAll(" ").replace(".", "");
    s = ARTICLES.matcher(s).replaceAll(" ");
    return SPACE.matcher(s).replaceAll(" ").strip();
  }

  /** The consonants of a folded place name, for its many spellings: Deir ez-Zor, Deir Ezzor, Dayr az Zawr. */
  static String skeleton(String folded) {
    String s = ARABIC_ARTICLES.matcher(folded).replaceAll("");
    s = VOWELS.matcher(s).replaceAll("");
    return REPEATED.matcher(s).replaceAll("$1");
  }

  /** Whether a code point has a canonical combining class other than 0. */
  private static boolean isCombining(int codePoint) {
    int type = Character.getType(codePoint);
    if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
      return false;
    }
    String mark = Character.toString(codePoint);
    return mark.equals(LAST_MARK) || Normalizer.normalize(LAST_MARK + mark, Normalizer.Form.NFD).startsWith(mark);
  }
}
