package org.sitrep.segmentation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.AuthorLine;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.ThreadMarkup.Word;

/** Reads names and times off the short lines that sign a comment in a page's markup. */
final class Signatures {

  private static final int LONGEST = 50;
  private static final Pattern LABEL = Pattern.compile("\\s*#?\\s*\\d{1,5}\\s*[-–—:.|]*\\s*(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("^(?:#?\\d{1,5}[.):]?\\s+|[#•·|>»–—-]+\\s*)+");
  private static final Pattern CLOCK = Pattern.compile("(?i)\\d{1,2}[:.h]\\d\\d(?:[:.]\\d\\d)?(?:\\s?[ap]\\.?m\\.?)?(?-i:\\s[A-Z]{2,4}\\b)?");
  private static final Pattern FIGURES = Pattern.compile("(?i)(?:\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s+)?\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b");
  private static final Pattern AGO = Pattern.compile("(?i)\\b(?:\\d+|an?)\\s+\\p{L}{1,10}(?:,?\\s+(?:and\\s+)?\\d+\\s+\\p{L}{1,10})?\\s+ago\\b");
  private static final Pattern DAY =
      Pattern.compile(
          "(?i)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s+)?"
              + "(?:\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?[ .-]+)?\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?[ ,.-]*"
              + "\\d{1,4}(?:st|nd|rd|th)?(?:,?[ -]+\\d{4})?\\b");

  private final Layout layout;
  private final Names names;

  Signatures(Layout layout) {
    this.layout = layout;
    this.names = new Names(layout);
  }

  /** "Posted by Ann on 3 May 2016". */
  Optional<AuthorLine> line(String text) {
    String line = NUMBER.matcher(text).replaceFirst("");
    return layout.findAuthorLine(line).filter(a -> isName(name(a.name()))).filter(a -> a.time().filter(t -> !isTime(t)).isEmpty())
        .map(a -> new AuthorLine(name(a.name()), a.time().map(this::time), a.to()));
  }

  /** Without what is printed around a name. */
  String name(String text) {
    String name = withoutNumber(NUMBER.matcher(text).replaceFirst(""));
    for (boolean again = true; again; ) {
      String lower = name.toLowerCase(Locale.ROOT);
      String before = name;
      for (String word : layout.threads().words(Word.BEFORE_AUTHOR)) {
        if (lower.startsWith(word + " ")) {
          name = name.substring(word.length()).strip();
          break;
        }
      }
      for (String word : layout.threads().words(Word.AFTER_AUTHOR)) {
        boolean sign = !Character.isLetterOrDigit(word.codePointAt(0));
        if (name.toLowerCase(Locale.ROOT).endsWith(sign ? word : " " + word)) {
          name = name.substring(0, name.length() - word.length()).strip();
          break;
        }
      }
      again = !name.equals(before) && !name.isEmpty();
    }
    return name;
  }

  /** Without "Comment #3 -" before it. */
  private String withoutNumber(String text) {
    for (String word : layout.threads().words(Word.NUMBERED)) {
      Matcher label = LABEL.matcher(text);
      if (text.regionMatches(true, 0, word, 0, word.length()) && label.find(word.length()) && label.start() == word.length()) {
        return text.substring(label.end());
      }
    }
    return text;
  }

  /** Whether it can be a name that a selector or a class name points to. */
  boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && !layout.threads().is(Word.NO_AUTHOR, text.toLowerCase(Locale.ROOT)) && hasName(text) && !isTime(text)
        && !layout.is(Phrase.REPLY_LABEL, text) && !layout.is(Phrase.THREAD, text) && !layout.is(Phrase.FORM, text);
  }

  /** Whether it looks like a name with nothing else to say so. */
  boolean looksLikeName(String text) {
    return isName(text) && names.looksLikeName(text);
  }

  private static boolean hasName(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  boolean isTime(String text) {
    return text.length() >= 3 && (timeIn(text).filter(t -> t.length() * 2 > text.length()).isPresent() || layout.is(Phrase.COMMENT_TIME, text));
  }

  /** A time as printed, without the words around it; "" where it is none. */
  String time(String text) {
    return layout.is(Phrase.COMMENT_TIME, text) ? text : timeIn(text).orElse("");
  }

  /** From the first to the last sign of a day or an hour. */
  Optional<String> timeIn(String text) {
    if (text.length() < 4 || text.length() > 200 || !Layout.hasDigit(text) && !text.endsWith("ago")) {
      return Optional.empty();
    }
    int from = Integer.MAX_VALUE;
    int to = -1;
    boolean day = false;
    for (Pattern pattern : new Pattern[] {DAY, FIGURES, AGO, CLOCK}) {
      Matcher m = pattern.matcher(text);
      while (m.find() && (to < 0 || m.start() - to < 16 && from - m.end() < 16)) {
        from = Math.min(from, m.start());
        to = Math.max(to, m.end());
        day |= pattern != CLOCK;
      }
    }
    return day || to >= 0 && to - from > 5 ? Optional.of(text.substring(from, to)) : Optional.empty();
  }
}
