package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/**
 * The words of time and how they are put together: dates, weekdays, relative times and ranges. What is no
 * point on the calendar is left alone: durations ("for nearly a year"), ages, times of day. Works on
 * characters, so that it does not depend on a tokeniser. Immutable and thread-safe.
 *
 * <p>Numeric dates that are written with a year first are read as ISO 8601; others by value where one of
 * the numbers is above 12, else with the day first.
 */
public final class Times {

  /** The file in the common pack. */
  static final String FILE = "time/en.yml";

  /**
   * A time as written.
   *
   * @param span its characters
   * @param anchor the characters of the word that carries it: month, weekday, unit, or year
   * @param expression what it says
   */
  public record Found(Span span, Span anchor, TimeExpression expression) {}

  private final TimeWords words;
  private final TimeGrammar grammar;

  private Times(TimeWords words, Numbers numbers) {
    this.words = words;
    this.grammar = new TimeGrammar(words, numbers);
  }

  /** Reads the words of the common pack. */
  static Times load(Path common) {
    YamlEntry numbers = YamlEntry.read(common.resolve(Counts.FILE));
    return new Times(new TimeWords(YamlEntry.read(common.resolve(FILE))), new Numbers(numbers));
  }

  /** Whether an auxiliary, lower case, puts its verb ahead ("will"). */
  public boolean isFuture(String auxiliary) {
    return words.future.contains(auxiliary);
  }

  /** Whether a verb, in dictionary form, puts what hangs from it ahead ("schedule"). */
  public boolean isPlan(String verb) {
    return words.plans.contains(verb);
  }

  /** All times in {@code within}, in order, without overlap; the longest reading wins, also over a name ("September 11, 2017"). */
  public List<Found> list(String text, Span within) {
    Atoms atoms = Atoms.of(text, within);
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < atoms.size()) {
      int after = grammar.afterName(atoms, i);
      TimeGrammar.@Nullable Match match = grammar.read(atoms, i);
      boolean name = after > i && (match == null || match.end() <= after);
      if (name) {
        i = after;
        continue;
      }
      if (match == null) {
        i++;
        continue;
      }
      found.add(
          new Found(
              atoms.span(i, match.end()), atoms.span(match.anchor(), match.anchor() + 1), match.expression()));
      i = match.end();
    }
    return found;
  }

  /** The first full date of one day in {@code within} ("25 September 2017"), if any. */
  public Optional<LocalDate> findDate(String text, Span within) {
    return list(text, within).stream()
        .map(Found::expression)
        .filter(TimeExpression.Absolute.class::isInstance)
        .map(e -> ((TimeExpression.Absolute) e).window())
        .filter(w -> w.precision() == TimeWindow.Precision.DAY)
        .map(TimeWindow::start)
        .findFirst();
  }
}
