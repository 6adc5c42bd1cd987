package org.sitrep.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.mention.Mention.TimeExpression.Absolute;
import org.sitrep.mention.Mention.TimeExpression.MonthDay;
import org.sitrep.mention.Mention.TimeExpression.NoDay;
import org.sitrep.mention.Mention.TimeExpression.Range;
import org.sitrep.mention.Mention.TimeExpression.Weekday;
import org.sitrep.time.TimeWindow;

/** Single times and what joins them: "since", "from ... to", "between ... and", "Friday and Saturday". */
final class TimeGrammar {

  /**
   * A time that begins at the atom asked for.
   *
   * @param end the atom after it
   * @param anchor the atom that carries it
   * @param expression what it says
   */
  record Match(int end, int anchor, TimeExpression expression) {

    Match to(int newEnd) {
      return new Match(newEnd, anchor, expression);
    }
  }

  private final TimeWords words;
  private final CalendarGrammar calendar;
  private final RelativeGrammar relative;

  TimeGrammar(TimeWords words, Numbers numbers) {
    this.words = words;
    calendar = new CalendarGrammar(words);
    relative = new RelativeGrammar(words, numbers);
  }

  /** The atom after a name that holds a word of time and names no day, or {@code i}. */
  int afterName(Atoms atoms, int i) {
    for (String[] name : words.names.getOrDefault(atoms.word(i), List.of())) {
      if (atoms.is(i, name)) {
        return i + name.length;
      }
    }
    return i;
  }

  /** The longest time that begins at atom {@code i}. */
  @Nullable Match read(Atoms atoms, int i) {
    return switch (atoms.word(i)) {
      case "since" -> since(atoms, i);
      case "from" -> joined(atoms, i + 1, false);
      case "between" -> between(atoms, i + 1);
      default -> {
        Match first = single(atoms, i);
        Match range = first == null ? null : tail(atoms, first, false);
        yield range == null ? first : range;
      }
    };
  }

  private @Nullable Match single(Atoms atoms, int i) {
    Match a = calendar.read(atoms, i);
    Match b = relative.read(atoms, i);
    return a == null || (b != null && b.end() > a.end()) ? b : a;
  }

  private @Nullable Match since(Atoms atoms, int i) {
    Match from = single(atoms, i + 1);
    return from == null || from.expression() instanceof Range || from.expression() instanceof NoDay
        ? from
        : new Match(from.end(), from.anchor(), new Range(from.expression(), Optional.empty()));
  }

  private @Nullable Match between(Atoms atoms, int i) {
    Match first = single(atoms, i);
    if (first != null && isSpan(first.expression())) {
      return first;
    }
    return first == null ? null : tail(atoms, first, true);
  }

  private @Nullable Match joined(Atoms atoms, int i, boolean and) {
    Match first = single(atoms, i);
    if (first == null || isSpan(first.expression())) {
      return first;
    }
    return tail(atoms, first, and);
  }

  private static boolean isSpan(TimeExpression expression) {
    return expression instanceof MonthDay m && m.day() > 0 && m.lastDay() > m.day();
  }

  /** {@code first} joined with the time after it; null where nothing joins. */
  private @Nullable Match tail(Atoms atoms, Match first, boolean between) {
    String link = atoms.word(first.end());
    boolean and = link.equals("and") || link.equals("&") || link.equals("or");
    boolean to =
        link.equals("to") || link.equals("-") || link.equals("until") || link.equals("till")
            || link.equals("through");
    if (between ? !and : !and && !to) {
      return null;
    }
    int next = first.end() + 1;
    Match second = single(atoms, atoms.is(next, "on") || atoms.is(next, "early") ? next + 1 : next);
    if (second == null || (and && !between && !areNeighbours(first, second))) {
      return null;
    }
    TimeExpression range = range(first.expression(), second.expression());
    return range == null ? null : new Match(second.end(), first.anchor(), range);
  }

  private static boolean areNeighbours(Match first, Match second) {
    return first.expression() instanceof Weekday a
        && second.expression() instanceof Weekday b
        && a.day().plus(1) == b.day();
  }

  private static @Nullable TimeExpression range(TimeExpression from, TimeExpression to) {
    if (from instanceof NoDay || to instanceof NoDay) {
      return new NoDay();
    }
    if (from instanceof Absolute a && to instanceof Absolute b) {
      return join(a.window(), b.window());
    }
    if (from instanceof MonthDay m && to instanceof Absolute b) {
      LocalDate start = CalendarGrammar.start(m, b.window().end().getYear());
      LocalDate fit = start != null && start.isAfter(b.window().end()) ? start.minusYears(1) : start;
      return fit == null ? new NoDay() : new Absolute(TimeWindow.between(fit, b.window().end()));
    }
    if (from instanceof Absolute a && to instanceof MonthDay m) {
      LocalDate end = CalendarGrammar.end(m, a.window().start().getYear());
      LocalDate fit = end != null && end.isBefore(a.window().start()) ? end.plusYears(1) : end;
      return fit == null ? null : new Absolute(TimeWindow.between(a.window().start(), fit));
    }
    boolean ranges = from instanceof Range || to instanceof Range;
    return ranges ? null : new Range(from, Optional.of(to));
  }

  private static @Nullable TimeExpression join(TimeWindow from, TimeWindow to) {
    return to.end().isBefore(from.start()) ? null : new Absolute(TimeWindow.between(from.start(), to.end()));
  }
}
