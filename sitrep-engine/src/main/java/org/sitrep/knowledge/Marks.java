package org.sitrep.knowledge;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the names that pages give their elements (class, id, role, itemprop) say about what stands in them: the lists
 * {@code *_marks} of {@code layout/*.yml}. A name is split into words at hyphens, underscores and capitals; a mark is one
 * to three of such words in a row, joined by hyphens. Immutable and thread-safe.
 */
public final class Marks {

  /** Sorts of elements. */
  public enum Mark {
    /** The article's text. */
    ARTICLE,
    /** Readers' comments and the forms for them. */
    COMMENT,
    /** Menus, links to other pages, buttons, boxes: nothing of the article. */
    FURNITURE,
    /** The text to a picture, a map or a film. */
    CAPTION,
    /** Who made a picture. */
    CREDIT,
    /** Who wrote it. */
    BYLINE,
    /** When it was published. */
    DATELINE,
    /** The summary below the headline. */
    STANDFIRST,
    /** Text quoted from elsewhere, or a post shown within the article. */
    QUOTE,
    /** A name that stands in the way of others: what carries it says nothing by its furniture words. */
    NEUTRAL
  }

  private static final int LONGEST = 3;
  private static final int MOST_WORDS = 12;
  private static final String ENDING = "_marks";

  private final Map<String, Set<Mark>> marks = new HashMap<>();

  Marks(Map<String, Set<String>> entries) {
    for (Mark mark : Mark.values()) {
      for (String phrase : entries.getOrDefault(group(mark), Set.of())) {
        marks.computeIfAbsent(phrase, k -> EnumSet.noneOf(Mark.class)).add(mark);
      }
    }
  }

  static Set<String> groups() {
    return Arrays.stream(Mark.values()).map(Marks::group).collect(Collectors.toSet());
  }

  private static String group(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT) + ENDING;
  }

  /** What one name says; empty for most names. */
  public Set<Mark> of(String name) {
    List<String> words = words(name);
    Set<Mark> found = EnumSet.noneOf(Mark.class);
    for (int i = 0; i < words.size(); i++) {
      String phrase = "";
      for (int k = i; k < Math.min(words.size(), i + LONGEST); k++) {
        phrase = k == i ? words.get(k) : phrase + '-' + words.get(k);
        found.addAll(marks.getOrDefault(phrase, Set.of()));
      }
    }
    return found;
  }

  private static List<String> words(String name) {
    String spread = name.length() > 200 ? name.substring(0, 200) : name;
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < spread.length(); i++) {
      char c = spread.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(spread.charAt(i - 1))) {
        out.append(' ');
      }
      out.append(Character.isLetter(c) ? Character.toLowerCase(c) : ' ');
    }
    return Arrays.stream(out.toString().split(" ")).filter(w -> !w.isEmpty()).limit(MOST_WORDS).toList();
  }
}
