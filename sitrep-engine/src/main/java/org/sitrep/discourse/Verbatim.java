package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.Shingles;
import org.sitrep.text.Span;

/**
 * Finds what a text quotes from given sources word by word: runs of at least {@link #FEWEST_WORDS} words, and
 * shorter ones that stand in quotation marks by themselves.
 */
final class Verbatim {

  /** Shorter runs are shared by chance. */
  static final int FEWEST_WORDS = 8;

  /** The fewest words in quotation marks that point to a place in a source. */
  private static final int FEWEST_IN_MARKS = 4;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKED = Pattern.compile("[“\"«„]([^“”\"«»„]{2,2000})[”\"»“]");
  private static final Pattern LINE = Pattern.compile("(?m)^\\s*>+(.+)$");

  /**
   * A quoted stretch.
   *
   * @param span where it stands
   * @param source the number of its source, or -1 for one that is not given
   * @param words how many words it has
   * @param marked whether it stands in quotation marks, or behind ">"
   */
  record Quoted(Span span, int source, int words, boolean marked) {}

  private final Map<Long, Integer> runs = new HashMap<>();
  private final List<String> plain = new ArrayList<>();

  Verbatim(List<String> sources) {
    sources.forEach(this::add);
  }

  /** Adds a source, with the next number. */
  void add(String text) {
    int source = plain.size();
    String words = Shingles.plain(text);
    plain.add(" " + words + " ");
    String[] all = words.split(" ", -1);
    for (int i = 0; i + FEWEST_WORDS <= all.length; i++) {
      runs.putIfAbsent(Shingles.number(all, i, FEWEST_WORDS), source);
    }
  }

  /** Everything that {@code text} quotes, also what it marks as quoted from elsewhere, in no order. */
  List<Quoted> in(String text) {
    List<Quoted> found = new ArrayList<>(longRuns(text));
    marked(text, MARKED, found);
    marked(text, LINE, found);
    return found;
  }

  /** Everything in quotation marks, be it one word: not the writer's own, or not meant as it stands. */
  static List<Span> marks(String text) {
    return MARKED.matcher(text).results().map(m -> new Span(m.start(1), m.end(1))).toList();
  }

  private List<Quoted> longRuns(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    List<String> list = new ArrayList<>();
    while (m.find()) {
      spans.add(new Span(m.start(), m.end()));
      list.add(m.group().toLowerCase(Locale.ROOT));
    }
    String[] words = list.toArray(String[]::new);
    List<Quoted> found = new ArrayList<>();
    for (int i = 0; i + FEWEST_WORDS <= words.length; i++) {
      Integer source = runs.get(Shingles.number(words, i, FEWEST_WORDS));
      if (source != null) {
        Span run = spans.get(i).cover(spans.get(i + FEWEST_WORDS - 1));
        Quoted last = found.isEmpty() ? null : found.getLast();
        if (last != null && last.source == source && last.span.overlaps(run)) {
          found.set(
              found.size() - 1, new Quoted(last.span.cover(run), source, last.words + 1, false));
        } else {
          found.add(new Quoted(run, source, FEWEST_WORDS, false));
        }
      }
    }
    return found;
  }

  private void marked(String text, Pattern marks, List<Quoted> found) {
    Matcher m = marks.matcher(text);
    while (m.find()) {
      String words = Shingles.plain(m.group(1));
      int count = words.isEmpty() ? 0 : words.split(" ", -1).length;
      if (count < FEWEST_IN_MARKS) {
        continue;
      }
      Span span = new Span(m.start(1), m.end(1));
      int source = source(words);
      if (found.stream().noneMatch(q -> q.source >= 0 && q.span.overlaps(span))
          && (source >= 0 || count >= FEWEST_WORDS)) {
        found.add(new Quoted(span, source, count, true));
      }
    }
  }

  private int source(String words) {
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i).contains(" " + words + " ")) {
        return i;
      }
    }
    return -1;
  }
}
