package org.sitrep.evaluation;

import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.knowledge.Counts;
import org.sitrep.text.Span;

/** What a reader without grammar would take: the first number that stands shortly before a word. */
final class FirstNumber {

  private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
  private static final int NEAR = 6;

  private final Counts counts;

  FirstNumber(Counts counts) {
    this.counts = counts;
  }

  /** Gives for a text the first number that stands at most six words before one of {@code words}, else 0. */
  ToIntFunction<String> before(String... words) {
    Set<String> wanted = Set.of(words);
    return text -> {
      for (Counts.Quantity number : counts.list(text, new Span(0, text.length()))) {
        Matcher word = WORD.matcher(text).region(number.span().end(), text.length());
        for (int i = 0; i <= NEAR && word.find(); i++) {
          if (wanted.contains(word.group().toLowerCase(Locale.ROOT))) {
            return (int) Math.min(number.low(), Integer.MAX_VALUE);
          }
        }
      }
      return 0;
    };
  }
}
