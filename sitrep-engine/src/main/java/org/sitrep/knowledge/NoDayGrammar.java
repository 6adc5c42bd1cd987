package org.sitrep.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.CalendarGrammar.Days;
import org.sitrep.knowledge.TimeGrammar.Match;
import org.sitrep.mention.Mention.TimeExpression.NoDay;

/**
 * Days that no calendar has: "February 30", "31st of April", "September 45, 2017", "2017-02-30". After "in" or "during" a
 * month stands alone, and the number after it counts something; a number above 31 is a day only under "on", with an
 * ordinal ending, or before a year.
 */
final class NoDayGrammar {

  private static final int LONGEST_MONTH = 31;
  private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th");
  private static final NoDay NO_DAY = new NoDay();

  private final TimeWords words;

  NoDayGrammar(TimeWords words) {
    this.words = words;
  }

  /** A day that does not exist and begins at atom {@code i}; null where none does. */
  @Nullable Match read(Atoms atoms, int i) {
    if (!atoms.isNumber(i)) {
      return monthFirst(atoms, i);
    }
    Match numeric = numeric(atoms, i);
    return numeric == null ? dayFirst(atoms, i) : numeric;
  }

  /** Whether a month has such a day in some year. */
  static boolean has(int month, int day) {
    return day <= Month.of(month).maxLength();
  }

  private @Nullable Match monthFirst(Atoms atoms, int i) {
    Integer month = CalendarGrammar.monthAt(words, atoms, i);
    if (month == null) {
      return null;
    }
    int after = CalendarGrammar.afterMonth(atoms, i);
    Days days = days(atoms, atoms.is(after, "the") ? after + 1 : after);
    if (days == null || isNumberGoingOn(atoms, days.end())) {
      return null;
    }
    int end = withYear(atoms, days.end());
    boolean firm = end > days.end() || isOrdinal(atoms, days.end() - 1);
    boolean alone = words.monthAlone.contains(atoms.word(i - 1));
    boolean named = firm || (!alone && (days.first() <= LONGEST_MONTH || words.dayBefore.contains(atoms.word(i - 1))));
    boolean joined = days.first() == days.last() || !isListed(atoms, after, days.end());
    return named && isMissing(month, days, joined, year(atoms, end, days.end())) ? new Match(end, i, NO_DAY) : null;
  }

  private @Nullable Match dayFirst(Atoms atoms, int i) {
    Days days = atoms.isGlued(i) && !"(-".contains(atoms.word(i - 1)) ? null : days(atoms, i);
    if (days == null) {
      return null;
    }
    int of = atoms.is(days.end(), "of") || atoms.is(days.end(), "-") ? days.end() + 1 : days.end();
    Integer month = CalendarGrammar.monthAt(words, atoms, of);
    if (month == null) {
      return null;
    }
    int after = CalendarGrammar.afterMonth(atoms, of);
    int end = withYear(atoms, after);
    boolean on = words.dayBefore.contains(atoms.word(atoms.is(i - 1, "the") ? i - 2 : i - 1));
    boolean named = days.first() <= LONGEST_MONTH || end > after || isOrdinal(atoms, days.end() - 1) || on;
    return named && isMissing(month, days, true, year(atoms, end, after)) ? new Match(end, of, NO_DAY) : null;
  }

  /** "30.02.2017", "2017-13-05": in the shape of a date with the year in full. */
  private static @Nullable Match numeric(Atoms atoms, int i) {
    if (!CalendarGrammar.isNumeric(atoms, i) || atoms.length(i + 2) > 2) {
      return null;
    }
    boolean yearFirst = atoms.length(i) == 4 && atoms.length(i + 4) <= 2;
    boolean yearLast = atoms.length(i + 4) == 4 && atoms.length(i) <= 2;
    int year = atoms.number(yearFirst ? i : i + 4);
    if (yearFirst == yearLast || year < 1000 || year > 2999) {
      return null;
    }
    int middle = atoms.number(i + 2);
    int outer = atoms.number(yearFirst ? i + 4 : i);
    boolean exists = exists(year, middle, outer) || (yearLast && exists(year, outer, middle));
    return exists ? null : new Match(i + 5, i, NO_DAY);
  }

  private static boolean exists(int year, int month, int day) {
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isMissing(int month, Days days, boolean joined, int year) {
    int length = year > 0 ? YearMonth.of(year, month).lengthOfMonth() : Month.of(month).maxLength();
    return days.first() > length || (joined && days.last() > length);
  }

  /** Days as on any calendar, else a number of two digits above 31. */
  private static @Nullable Days days(Atoms atoms, int i) {
    Days days = CalendarGrammar.days(atoms, i);
    int number = atoms.length(i) == 2 ? atoms.number(i) : -1;
    if (days != null || number <= LONGEST_MONTH) {
      return days;
    }
    boolean ordinal = atoms.isGlued(i + 1) && ORDINALS.contains(atoms.word(i + 1));
    return !ordinal && atoms.isGlued(i + 1) && atoms.isLetters(i + 1) ? null : new Days(number, number, ordinal ? i + 2 : i + 1);
  }

  private static boolean isOrdinal(Atoms atoms, int i) {
    return ORDINALS.contains(atoms.word(i));
  }

  /** "31,000", "31.5", "45%": no day ends there. */
  private static boolean isNumberGoingOn(Atoms atoms, int end) {
    boolean on = atoms.isGlued(end) && ",.:/-".contains(atoms.word(end)) && atoms.isGlued(end + 1) && atoms.isNumber(end + 1);
    return on || atoms.is(end, "%");
  }

  /** "March 3 and 45": the second number may count something. */
  private static boolean isListed(Atoms atoms, int from, int to) {
    for (int i = from; i < to; i++) {
      if (atoms.is(i, "and") || atoms.is(i, "or")) {
        return true;
      }
    }
    return false;
  }

  private static int withYear(Atoms atoms, int end) {
    int at = atoms.is(end, ",") || atoms.is(end, "of") ? end + 1 : end;
    return CalendarGrammar.isYear(atoms, at) ? at + 1 : end;
  }

  /** The year that {@link #withYear} found; 0 where it found none. */
  private static int year(Atoms atoms, int end, int before) {
    return end > before ? atoms.number(end - 1) : 0;
  }
}
