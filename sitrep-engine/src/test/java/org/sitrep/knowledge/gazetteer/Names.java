package org.sitrep.knowledge.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which of a place's many names an English reader may meet. */
final class Names {

  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}0-9 .'’‘ʿʾ`´/()-]+");
  private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic}\\p{M} ]+");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,4}");
  private static final Pattern GENERIC =
      Pattern.compile(
          "(?i)^(?:(?:governorate|gouvernorat|province|district|muhafazat|muhafazah|mohafazat|mintaqat) "
              + "(?:of |de |d')?)?(.+?)(?: (?:governorate|province|district|subdistrict))?$");
  private static final List<String> LANGUAGES = List.of("eng", "und", "ara", "kur", "fra", "tur");

  private Names() {}

  /** Whether a name is of the Latin script and looks like a name rather than a code. */
  static boolean isLatin(String name) {
    return name.length() >= 3
        && name.length() <= 60
        && LATIN.matcher(name).matches()
        && !CODE.matcher(name).matches()
        && Character.isUpperCase(name.replaceFirst("^[^\\p{L}]+", " ").strip().codePointAt(0));
  }

  static boolean isArabic(String name) {
    return name.length() >= 2 && ARABIC.matcher(name).matches();
  }

  /** The names of a Who's On First record for English and Arabic readers. */
  static List<String> ofWhosOnFirst(JsonNode names, boolean division) {
    Set<String> kept = new LinkedHashSet<>();
    for (String language : LANGUAGES) {
      for (String key : names.propertyNames()) {
        if (!key.equals(language) && !key.startsWith(language + ":")) {
          continue;
        }
        for (JsonNode name : names.get(key)) {
          String text = name.asString().strip();
          if (isLatin(text) && !text.contains("(")) {
            kept.add(division ? bare(text) : text);
          } else if (language.equals("ara") && isArabic(text)) {
            kept.add(text);
          }
        }
      }
    }
    return List.copyOf(kept);
  }

  /** The first English name, or empty. */
  static String english(JsonNode names) {
    JsonNode english = names.get("eng");
    return english == null || english.isEmpty() ? "" : english.get(0).asString().strip();
  }

  /** The English name of a division that is told from its generic word, or empty. */
  static String ofDivision(JsonNode names) {
    List<String> all = new ArrayList<>();
    for (String key : List.of("eng:variant", "eng")) {
      JsonNode list = names.get(key);
      if (list != null) {
        list.forEach(n -> all.add(n.asString().strip()));
      }
    }
    for (String name : all) {
      if (name.toLowerCase(Locale.ROOT).endsWith(" governorate")) {
        return bare(name);
      }
    }
    return all.isEmpty() ? "" : bare(all.getLast());
  }

  /** A division's name without "Governorate", "Province". */
  static String bare(String name) {
    return GENERIC.matcher(name).replaceFirst("$1");
  }
}
