package org.sitrep.segmentation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Layout;

/** Whether a line has the looks of a poster's name. */
final class Names {

  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 5;
  /** "ada (20417)", "Ben (not verified)". */
  private static final Pattern BRACKETS = Pattern.compile("\\s\\((?:\\d{1,9}|[\\p{L} ]{3,14})\\)$");

  private final Layout layout;
  private final Dates dates;

  Names(Layout layout) {
    this.layout = layout;
    this.dates = new Dates(layout);
  }

  /** Whether it can be a name where something else says that it is one: short, no sentence. */
  boolean mayBeName(String line) {
    return line.length() <= LONGEST && !line.isEmpty() && line.split("[\\s\\u00a0]+").length <= MOST_WORDS && !line.startsWith("http")
        && "?!:;\"“”".chars().noneMatch(c -> line.indexOf(c) >= 0) && line.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Short, no sentence, no small words, capitals or a single handle. */
  boolean looksLikeName(String name) {
    String line = BRACKETS.matcher(name).replaceFirst("");
    if (line.length() > LONGEST || line.length() < 2 || !opens(line) || closesBadly(line)) {
      return false;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (layout.is(Layout.Word.NO_NAME, lower)
        || dates.isDateline(line)
        || layout.is(Layout.Phrase.FURNITURE, line)
        || layout.is(Layout.Phrase.REPLY_LABEL, line)
        || layout.is(Layout.Phrase.FORM, line)
        || layout.is(Layout.Phrase.THREAD, line)
        || layout.is(Layout.Phrase.CAPTION, line)
        || layout.is(Layout.Phrase.RELATED, line)) {
      return false;
    }
    return words(line.split("[\\s\\u00a0]+"));
  }

  private boolean words(String[] words) {
    if (words.length > MOST_WORDS) {
      return false;
    }
    int lower = 0;
    int signs = 0;
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      int c = word.codePointAt(0);
      if (!Character.isLetterOrDigit(c)) {
        signs++;
      } else if (Character.isLowerCase(c)) {
        lower++;
      }
      boolean small = layout.is(Layout.Word.NEVER_IN_NAME, word.toLowerCase(Locale.ROOT));
      if (small && (i > 0 || words.length == 1 || Character.isLowerCase(c)) && !isParticle(words, i)) {
        return false;
      }
    }
    if (signs > 1 || (signs == 1 && words.length < 3)) {
      return false;
    }
    return lower == 0 || (words.length <= 2 && (lower == words.length || lower <= 1))
        || lower == 1 && words.length >= 3;
  }

  /** "Vlad the Great": a small word between two capitals. */
  private static boolean isParticle(String[] words, int i) {
    return i > 0
        && i < words.length - 1
        && (words[i].equals("the") || words[i].equals("of"))
        && Character.isUpperCase(words[i + 1].codePointAt(0));
  }

  private static boolean opens(String line) {
    int c = line.codePointAt(0);
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean closesBadly(String line) {
    char last = line.charAt(line.length() - 1);
    if (last == '.') {
      return line.length() < 2 || !Character.isUpperCase(line.charAt(line.length() - 2));
    }
    for (int i = 0; i < line.length(); i++) {
      if ("?!,:;\"“”/|()…".indexOf(line.charAt(i)) >= 0) {
        return true;
      }
    }
    return line.chars().allMatch(c -> !Character.isLetter(c)) || line.startsWith("http");
  }
}
