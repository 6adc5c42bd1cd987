package org.sitrep.assessment;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.knowledge.ControlWeights.Partial;

/**
 * Words that say that less than the place named is meant: "half of the town", "three villages near the town".
 * Immutable and thread-safe.
 */
final class Portions {

  private static final String OTHERS = "(?:\\s+[\\p{L}\\p{N}'’-]+){0,4}?\\s*$";

  private final Pattern share;
  private final Pattern thing;
  private final Pattern alone;

  Portions(Partial words) {
    String shares = "\\b(" + String.join("|", words.shares()) + ")\\b";
    String things = "\\b(" + String.join("|", words.things()) + ")\\b";
    share = Pattern.compile(shares + "\\s+(of|in|within|inside)\\b" + OTHERS, Pattern.UNICODE_CHARACTER_CLASS);
    thing = Pattern.compile(things + "\\s+(?!of\\b|and\\b)" + OTHERS.replace("(?:\\s+", "(?:\\s*"), Pattern.UNICODE_CHARACTER_CLASS);
    alone = Pattern.compile(things, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * The words for a portion before a place; empty where the place itself is meant.
   *
   * @param quote the evidence
   * @param surface the words for the place
   * @param name the place's name alone
   */
  String find(String quote, String surface, String name) {
    String text = quote.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    String place = surface.toLowerCase(Locale.ROOT).strip();
    int at = text.indexOf(place);
    int named = name.isBlank() ? -1 : text.indexOf(name.toLowerCase(Locale.ROOT).strip(), Math.max(0, at));
    if (at < 0 && named < 0) {
      return found(alone, text);
    }
    String before = text.substring(0, Math.max(at, named));
    String found = found(share, before);
    return found.isEmpty() ? found(thing, before) : found;
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
