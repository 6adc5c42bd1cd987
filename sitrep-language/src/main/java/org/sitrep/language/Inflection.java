package org.sitrep.language;

import java.util.List;

/** The regular inflection of English, undone. All forms are lower case. */
final class Inflection {

  private static final String VOWELS = "aeiou";

  private Inflection() {}

  /** Typographic apostrophes as plain ones. */
  static String plain(String form) {
    return form.replace('\u2019', '\'').replace('\u2018', '\'');
  }

  /** The base of a form with a Penn tag. */
  static String base(String form, String xpos) {
    return switch (xpos) {
      case "VBZ", "NNS" -> withoutS(form);
      case "VBD", "VBN" -> form.endsWith("ied") && form.length() > 4 ? cut(form, 3) + "y" : form.endsWith("ed") && form.length() > 3 ? stem(cut(form, 2)) : form;
      case "VBG" -> form.endsWith("ing") && form.length() > 4 ? stem(cut(form, 3)) : form;
      case "JJR", "RBR" -> form.endsWith("ier") ? cut(form, 3) + "y" : form.endsWith("er") && form.length() > 4 ? stem(cut(form, 2)) : form;
      case "JJS", "RBS" -> form.endsWith("iest") ? cut(form, 4) + "y" : form.endsWith("est") && form.length() > 5 ? stem(cut(form, 3)) : form;
      default -> form;
    };
  }

  /** All bases that a form may have, whatever is likely. */
  static List<String> candidates(String form, String xpos) {
    int ending =
        switch (xpos) {
          case "VBD", "VBN" -> form.endsWith("ed") ? 2 : 0;
          case "VBG" -> form.endsWith("ing") ? 3 : 0;
          case "VBZ", "NNS" -> form.endsWith("s") ? 1 : 0;
          default -> 0;
        };
    if (ending == 0) {
      return List.of();
    }
    String stem = cut(form, ending);
    if (ending == 1) {
      return stem.endsWith("e") ? List.of(stem, cut(stem, 1)) : List.of(stem);
    }
    int n = stem.length();
    boolean doubled = n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2);
    return doubled ? List.of(stem, stem + "e", cut(stem, 1)) : List.of(stem, stem + "e");
  }

  private static String cut(String form, int by) {
    return form.substring(0, form.length() - by);
  }

  private static String withoutS(String form) {
    if (!form.endsWith("s") || form.endsWith("ss") || form.length() < 3) {
      return form;
    }
    if (form.endsWith("ies") && form.length() > 4) {
      return cut(form, 3) + "y";
    }
    boolean sibilant =
        form.endsWith("sses") || form.endsWith("shes") || form.endsWith("ches") || form.endsWith("xes")
            || form.endsWith("zzes") || form.endsWith("oes");
    return cut(form, sibilant ? 2 : 1);
  }

  /** A stem as a word: doubled consonants undone, a silent e put back. */
  private static String stem(String stem) {
    int n = stem.length();
    if (n < 2) {
      return stem;
    }
    char last = stem.charAt(n - 1);
    char before = stem.charAt(n - 2);
    if (last == before && "bdgmnprt".indexOf(last) >= 0) {
      return cut(stem, 1);
    }
    return needsE(stem, last, before, n) ? stem + "e" : stem;
  }

  private static boolean needsE(String stem, char last, char before, int n) {
    boolean vowelBefore = VOWELS.indexOf(before) >= 0;
    if (last == 'u' || last == 'v' || last == 'c' || last == 'z' && before != 'z') {
      return true;
    }
    if (last == 's') {
      return !(before == 's') && (vowelBefore || "nrlp".indexOf(before) >= 0) && !stem.endsWith("ocus");
    }
    if (last == 'g') {
      return "rdl".indexOf(before) >= 0 || vowelBefore || stem.endsWith("ang") && !stem.endsWith("hang") && n > 4;
    }
    if (last == 'l' && "bcdfgkptsz".indexOf(before) >= 0) {
      return true;
    }
    if (!vowelBefore || "wxy".indexOf(last) >= 0 || "aeio".indexOf(last) >= 0) {
      return false;
    }
    return silent(stem, last, n);
  }

  /** One vowel and one consonant at the end: "captur(e)", "retak(e)", but "open", "develop". */
  private static boolean silent(String stem, char last, int n) {
    boolean single = n < 3 || VOWELS.indexOf(stem.charAt(n - 3)) < 0 || stem.startsWith("qu", n - 4 < 0 ? 0 : n - 4);
    if (!single) {
      return false;
    }
    if (vowelGroups(stem) == 1) {
      return true;
    }
    String two = stem.substring(n - 2);
    return switch (last) {
      case 't' -> two.equals("at") || two.equals("ut") || two.equals("ot");
      case 'r' -> two.equals("ur") || two.equals("ir");
      case 'k', 'm', 'b', 'p' -> !(two.equals("om") || two.equals("op") || two.equals("ip") || two.equals("um"));
      case 'd' -> !two.equals("ed");
      case 'n' -> two.equals("in") || two.equals("un");
      case 'l' -> two.equals("il") || two.equals("ul");
      default -> false;
    };
  }

  private static int vowelGroups(String stem) {
    int groups = 0;
    boolean in = false;
    for (int i = 0; i < stem.length(); i++) {
      boolean vowel = VOWELS.indexOf(stem.charAt(i)) >= 0 || stem.charAt(i) == 'y' && i > 0;
      groups += vowel && !in ? 1 : 0;
      in = vowel;
    }
    return groups;
  }
}
