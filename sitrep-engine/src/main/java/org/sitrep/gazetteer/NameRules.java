package org.sitrep.gazetteer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which of a place's many names a reader of English or Arabic may meet, and how a division is called for short. */
final class NameRules {

  static final int SHORTEST = 2;
  static final int LONGEST = 100;

  private static final int LONGEST_LATIN = 60;
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)^(?:(?:governorate|gouvernorat|province|district|muhafazat|muhafazah|mohafazat|mintaqat) "
              + "(?:of |de |d')?)?(.+?)(?: (?:governorate|province|district|subdistrict))?$");

  private NameRules() {}

  /** Of the Latin script, and rather a name than a code. */
  static boolean isLatin(String name) {
    if (name.length() < 3 || name.length() > LONGEST_LATIN) {
      return false;
    }
    boolean letters = false;
    boolean capital = false;
    boolean code = name.length() <= 4;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER) {
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
          return false;
        }
        capital |= !letters && Character.isUpperCase(c);
        letters = true;
      } else if (!isBesideLetters(c)) {
        return false;
      }
      code &= c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return letters && capital && !code;
  }

  private static boolean isBesideLetters(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.MODIFIER_LETTER || type == Character.MODIFIER_SYMBOL
        || c >= '0' && c <= '9' || " .'’‘ʿʾ`´/-".indexOf(c) >= 0;
  }

  static boolean isArabic(String name) {
    if (name.length() < SHORTEST || name.length() > LONGEST_LATIN) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean arabic = Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC || Character.getType(c) == Character.NON_SPACING_MARK;
      if (c != ' ' && !arabic) {
        return false;
      }
    }
    return true;
  }

  static boolean isRead(String name) {
    return isLatin(name) || isArabic(name);
  }

  /** A division's name without "Governorate", "Province". */
  static String bare(String name) {
    return GENERIC.matcher(name).replaceFirst("$1");
  }

  /** Without what would break a row (line ends, tabs, bars) and the marks that only turn the writing; single blanks. */
  static String tidy(String name) {
    return name.replaceAll("[\\p{Cf}&&[^\u200c\u200d]]", "").replace('|', ' ').replaceAll("[\\s\\p{Cntrl}\u00a0]+", " ").strip();
  }

  /** A name as part of an id. */
  static String slug(String name) {
    StringBuilder out = new StringBuilder();
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-' && Character.getType(c) != Character.NON_SPACING_MARK
          && "'’‘`".indexOf(c) < 0) {
        out.append('-');
      }
    }
    int n = out.length();
    return n > 0 && out.charAt(n - 1) == '-' ? out.substring(0, n - 1) : out.toString();
  }

  /** "EUPHRATES RIVER", as labels on a map are, to "Euphrates River". */
  static String title(String name) {
    boolean capitals = name.length() > 3 && name.equals(name.toUpperCase(Locale.ROOT)) && !name.equals(name.toLowerCase(Locale.ROOT));
    if (!capitals) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    boolean first = true;
    for (char c : name.toCharArray()) {
      out.append(first ? c : Character.toLowerCase(c));
      first = c == ' ' || c == '-';
    }
    return out.toString();
  }
}
