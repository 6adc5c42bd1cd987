package org.sitrep.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The inflection of English nouns and verbs, for making sentences; {@link Inflection} undoes it. */
final class Forms {

  private final Map<String, String[]> irregular = new HashMap<>();

  /** With irregular verbs as lines of base, past and participle; the first of several forms counts. */
  Forms(List<String> irregularVerbs) {
    for (String line : irregularVerbs) {
      String[] forms = line.split(" ");
      irregular.put(forms[0], new String[] {forms[1].split("/")[0], forms[2].split("/")[0]});
    }
  }

  /** The plural of a noun, the third person of a verb. */
  static String withS(String base) {
    if (base.matches(".*(s|x|z|ch|sh|o)")) {
      return base + "es";
    }
    return base.matches(".*[^aeiou]y") ? cut(base) + "ies" : base + "s";
  }

  /** The form of a verb with a Penn tag; {@code stem} is what endings with a vowel are added to. */
  String verb(String base, String stem, String tag) {
    String[] past = irregular.get(base);
    return switch (tag) {
      case "VBZ" -> withS(base);
      case "VBG" -> stem.endsWith("ie") ? cut(cut(stem)) + "ying" : cutE(stem) + "ing";
      case "VBD" -> past == null ? regularPast(stem) : past[0];
      case "VBN" -> past == null ? regularPast(stem) : past[1];
      default -> base;
    };
  }

  /** What endings with a vowel are added to: the base, its consonant doubled after a single short vowel. */
  static String stem(String base) {
    return base.matches("[^aeiou]+[aeiou][^aeiouwxy]") || base.equals("begin") || base.equals("set")
        ? base + base.charAt(base.length() - 1)
        : base;
  }

  private static String regularPast(String stem) {
    return stem.matches(".*[^aeiou]y") ? cut(stem) + "ied" : (stem.endsWith("e") ? cut(stem) : stem) + "ed";
  }

  private static String cutE(String stem) {
    return stem.endsWith("e") && !stem.endsWith("ee") ? cut(stem) : stem;
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }
}
