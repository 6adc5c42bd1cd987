package org.sitrep.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.language.English;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * A sentence of a version.
 *
 * @param segment index of the part that it stands in
 * @param kind of that part
 * @param text its characters, white space made even
 * @param words its words, numbers and the marks that carry meaning, in order, as written
 * @param sorted the words in lower case, sorted
 */
record Sentence(int segment, Block.Kind kind, String text, List<String> words, String[] sorted) {

  /** A question mark makes a doubt of a statement, and a per cent sign another number of a number. */
  private static final Pattern WORD = Pattern.compile("\\p{N}+(?:[.,]\\p{N}+)*|[\\p{L}\\p{M}\\p{N}]+|[?%]");
  private static final Pattern THOUSANDS = Pattern.compile(",(?=\\p{N}{3}(?!\\p{N}))");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static Sentence of(int segment, Block.Kind kind, String raw) {
    String text = SPACE.matcher(raw.strip()).replaceAll(" ");
    List<String> words = words(text);
    String[] sorted = words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toArray(String[]::new);
    Arrays.sort(sorted);
    return new Sentence(segment, kind, text, words, sorted);
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher m = WORD.matcher(text);
    while (m.find()) {
      words.add(THOUSANDS.matcher(m.group()).replaceAll(""));
    }
    return words;
  }

  /** All sentences of a version's parts, in order. */
  static List<Sentence> list(List<Edition.Segment> segments) {
    List<Sentence> found = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Edition.Segment segment = segments.get(i);
      for (Span span : English.sentences(segment.text(), new Span(0, segment.text().length()))) {
        found.add(of(i, segment.kind(), span.of(segment.text())));
      }
    }
    return found;
  }

  /** What sentences share that differ in white space, punctuation and case only. */
  String key() {
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }

  /** Dice's coefficient of the words of two sentences, each word as often as it occurs. */
  double likeness(Sentence other) {
    int shared = 0;
    for (int i = 0, j = 0; i < sorted.length && j < other.sorted.length; ) {
      int order = sorted[i].compareTo(other.sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = sorted.length + other.sorted.length;
    return all == 0 ? 1 : 2.0 * shared / all;
  }

  /** The share of {@code few} words, sorted, that this sentence has. */
  double holds(String[] few) {
    int shared = 0;
    for (int i = 0, j = 0; i < few.length && j < sorted.length; ) {
      int order = few[i].compareTo(sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return few.length == 0 ? 0 : (double) shared / few.length;
  }
}
