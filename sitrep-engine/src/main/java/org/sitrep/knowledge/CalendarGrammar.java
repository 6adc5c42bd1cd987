package org.sitrep.knowledge;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.TimeGrammar.Match;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.mention.Mention.TimeExpression.Absolute;
import org.sitrep.mention.Mention.TimeExpression.MonthDay;
import org.sitrep.mention.Mention.TimeExpression.Weekday;
import org.sitrep.mention.Mention.TimeExpression.YearShifted;
import org.sitrep.time.TimeWindow;
import org.sitrep.time.TimeWindow.Precision;

/** Dates, months, seasons, years and weekdays as they stand on the calendar. */
final class CalendarGrammar {

  /** A day or days of a month ("3", "3rd", "3-5"), and the atom after them. */
  record Days(int first, int last, int end) {}

  private final TimeWords words;
  private final NoDayGrammar missing;

  CalendarGrammar(TimeWords words) {
    this.words = words;
    missing = new NoDayGrammar(words);
  }

  /** The longest expression that begins at atom {@code i}. */
  @Nullable Match read(Atoms atoms, int i) {
    Match none = missing.read(atoms, atoms.is(i, "the") ? i + 1 : i);
    return none == null ? existing(atoms, i) : none;
  }

  private @Nullable Match existing(Atoms atoms, int i) {
    if (atoms.isNumber(i)) {
      Match numeric = numeric(atoms, i);
      Match day = numeric == null ? dayMonth(atoms, i) : numeric;
      return day == null ? year(atoms, i) : day;
    }
    if (atoms.is(i, "the")) {
      Match day = dayMonth(atoms, i + 1);
      Match part = day == null ? part(atoms, i + 1) : day;
      return part == null ? dayAlone(atoms, i) : part;
    }
    if (words.parts.containsKey(atoms.word(i)) || words.partNouns.containsKey(atoms.word(i))) {
      return part(atoms, i);
    }
    if (words.seasons.containsKey(atoms.word(i))) {
      return season(atoms, i);
    }
    Match month = month(atoms, i);
    return month == null ? weekday(atoms, i) : month;
  }

  static @Nullable LocalDate start(MonthDay date, int year) {
    return date(year, date.month(), Math.max(1, date.day()));
  }

  static @Nullable LocalDate end(MonthDay date, int year) {
    int length = YearMonth.of(year, date.month()).lengthOfMonth();
    return date(year, date.month(), date.day() == 0 ? length : Math.min(length, date.lastDay()));
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** "17 September 2016", "the 5th of May", "3-5 May", "3, 4 and 5 May". */
  private @Nullable Match dayMonth(Atoms atoms, int i) {
    Days days = days(atoms, i);
    if (days == null || (atoms.isGlued(i) && !"(-".contains(atoms.word(i - 1)))) {
      return null;
    }
    int at = atoms.is(days.end, "of") ? days.end + 1 : days.end;
    at = atoms.is(at, "-") ? at + 1 : at;
    Integer month = monthAt(atoms, at);
    return month == null ? null : withYear(atoms, month, days, afterMonth(atoms, at), at);
  }

  private @Nullable Match month(Atoms atoms, int i) {
    Integer month = monthAt(atoms, i);
    if (month == null) {
      return null;
    }
    int after = afterMonth(atoms, i);
    int the = atoms.is(after, "the") ? after + 1 : after;
    Days days = days(atoms, the);
    if (days != null && NoDayGrammar.has(month, days.first) && !atoms.is(days.end, "%")) {
      return withYear(atoms, month, days, days.end, i);
    }
    int at = atoms.is(after, ",") || atoms.is(after, "of") ? after + 1 : after;
    if (isYear(atoms, at)) {
      return new Match(at + 1, i, month(atoms.number(at), month));
    }
    MonthDay whole = new MonthDay(month, 0, 0);
    Match shifted = shifted(atoms, whole, after, i);
    if (shifted != null) {
      return shifted;
    }
    return words.monthBefore.contains(atoms.word(i - 1)) || atoms.is(after, ":") ? new Match(after, i, whole) : null;
  }

  private static TimeExpression month(int year, int month) {
    YearMonth m = YearMonth.of(year, month);
    return new Absolute(new TimeWindow(m.atDay(1), m.atEndOfMonth(), Precision.MONTH));
  }

  private @Nullable Match withYear(Atoms atoms, int month, Days days, int end, int anchor) {
    MonthDay date = new MonthDay(month, days.first, days.last);
    int at = atoms.is(end, ",") || atoms.is(end, "of") ? end + 1 : end;
    if (isYear(atoms, at)) {
      LocalDate start = start(date, atoms.number(at));
      LocalDate last = end(date, atoms.number(at));
      return start == null || last == null || last.isBefore(start)
          ? null
          : new Match(at + 1, anchor, new Absolute(TimeWindow.between(start, last)));
    }
    if (start(date, 2000) == null) {
      return null;
    }
    Match shifted = shifted(atoms, date, end, anchor);
    return shifted == null ? new Match(end, anchor, date) : shifted;
  }

  /** "... last year", "... of this year". */
  private @Nullable Match shifted(Atoms atoms, MonthDay date, int end, int anchor) {
    int at = atoms.is(end, ",") || atoms.is(end, "of") ? end + 1 : end;
    at = atoms.is(at, "the") ? at + 1 : at;
    if (!atoms.is(at + 1, "year")) {
      return null;
    }
    String which = atoms.word(at);
    Integer years =
        words.last.contains(which)
            ? Integer.valueOf(-1)
            : words.current.contains(which) ? Integer.valueOf(0) : words.next.contains(which) ? 1 : null;
    return years == null ? null : new Match(at + 2, anchor, new YearShifted(date, years));
  }

  /** Whether three numbers joined by one sign begin at atom {@code i}. */
  static boolean isNumeric(Atoms atoms, int i) {
    String sign = atoms.word(i + 1);
    boolean shape =
        (sign.equals("-") || sign.equals(".") || sign.equals("/"))
            && atoms.is(i + 3, sign)
            && atoms.isGlued(i + 1)
            && atoms.isGlued(i + 2)
            && atoms.isGlued(i + 3)
            && atoms.isGlued(i + 4)
            && atoms.isNumber(i + 2)
            && atoms.isNumber(i + 4);
    boolean open = atoms.isGlued(i) && !"([\"'".contains(atoms.word(i - 1));
    boolean goesOn = atoms.isGlued(i + 5) && atoms.isLetters(i + 5) && !atoms.is(i + 5, "t");
    return shape && !open && !goesOn;
  }

  /** "2016-09-17", "17.09.2016", "9/17/2016". */
  private static @Nullable Match numeric(Atoms atoms, int i) {
    if (!isNumeric(atoms, i)) {
      return null;
    }
    String sign = atoms.word(i + 1);
    int a = atoms.number(i);
    int b = atoms.number(i + 2);
    int c = atoms.number(i + 4);
    boolean yearFirst = atoms.length(i) == 4;
    int year = yearFirst ? a : atoms.length(i + 4) == 2 && !sign.equals("-") ? 2000 + c : c;
    if (year < 1000 || year > 2999) {
      return null;
    }
    boolean monthFirst = yearFirst || b > 12;
    int month = yearFirst ? b : monthFirst ? a : b;
    int day = yearFirst ? c : monthFirst ? b : a;
    LocalDate date = date(year, month, day);
    return date == null ? null : new Match(i + 5, i, new Absolute(TimeWindow.day(date)));
  }

  /** "early August", "mid-2016", "the end of May 2017". */
  private @Nullable Match part(Atoms atoms, int i) {
    Integer noun = atoms.is(i + 1, "of") ? words.partNouns.get(atoms.word(i)) : null;
    Integer part = noun == null ? words.parts.get(atoms.word(i)) : noun;
    if (part == null) {
      return null;
    }
    boolean link = noun != null || atoms.is(i + 1, "-") || atoms.is(i + 1, "in");
    int at = link ? i + 2 : i + 1;
    Integer month = monthAt(atoms, at);
    if (month != null && days(atoms, afterMonth(atoms, at)) == null) {
      Days days = part == 1 ? new Days(1, 10, at) : part == 2 ? new Days(11, 20, at) : new Days(21, 31, at);
      return withYear(atoms, month, days, afterMonth(atoms, at), at);
    }
    if (isYear(atoms, at)) {
      int from = 1 + (part - 1) * 4;
      YearMonth first = YearMonth.of(atoms.number(at), from);
      TimeWindow window =
          new TimeWindow(first.atDay(1), first.plusMonths(3).atEndOfMonth(), Precision.YEAR);
      return new Match(at + 1, at, new Absolute(window));
    }
    return words.weekdays.containsKey(atoms.word(at)) ? weekday(atoms, at) : null;
  }

  /** "the summer of 2014". */
  private @Nullable Match season(Atoms atoms, int i) {
    TimeWords.Season season = words.seasons.get(atoms.word(i));
    int at = atoms.is(i + 1, "of") || atoms.is(i + 1, ",") ? i + 2 : i + 1;
    if (season == null || !isYear(atoms, at)) {
      return null;
    }
    YearMonth first = YearMonth.of(atoms.number(at), season.first());
    YearMonth last = YearMonth.of(atoms.number(at) + (season.last() < season.first() ? 1 : 0), season.last());
    return new Match(
        at + 1, i, new Absolute(new TimeWindow(first.atDay(1), last.atEndOfMonth(), Precision.YEAR)));
  }

  /** "in 2017", "2014-2016". */
  private @Nullable Match year(Atoms atoms, int i) {
    if (!isYear(atoms, i) || !words.yearBefore.contains(atoms.word(i - 1)) || isBeforeNoun(atoms, i)) {
      return null;
    }
    LocalDate start = LocalDate.of(atoms.number(i), 1, 1);
    int to = atoms.is(i + 1, "-") || atoms.is(i + 1, "to") || atoms.is(i + 1, "and") ? i + 2 : i;
    boolean range =
        to > i && isYear(atoms, to) && atoms.number(to) > atoms.number(i) && (!atoms.is(i + 1, "and") || atoms.is(i - 1, "between"));
    LocalDate end = LocalDate.of(atoms.number(range ? to : i), 12, 31);
    return new Match(range ? to + 1 : i + 1, i, new Absolute(new TimeWindow(start, end, Precision.YEAR)));
  }

  /** "of 2000 people", "by 2011 rebels": a lower-case word right after that is no function word. */
  private static boolean isBeforeNoun(Atoms atoms, int i) {
    return atoms.isLetters(i + 1) && atoms.word(i + 1).endsWith("s") && atoms.length(i + 1) > 3
        && !atoms.isCapital(i + 1) && !atoms.is(i + 1, "was");
  }

  /** "Friday", "Sunday night", "Sat, 17 Sep", "Friday last week". */
  private @Nullable Match weekday(Atoms atoms, int i) {
    Integer full = words.weekdays.get(atoms.word(i));
    Integer day = full == null ? words.weekdayAbbreviations.get(atoms.word(i)) : full;
    if (day == null || !atoms.isCapital(i) && full == null) {
      return null;
    }
    int end = words.dayParts.contains(atoms.word(i + 1)) ? i + 2 : i + 1;
    int at = full == null && atoms.is(end, ".") ? end + 1 : end;
    at = atoms.is(at, ",") ? at + 1 : at;
    at = atoms.is(at, "the") || atoms.is(at, "on") ? at + 1 : at;
    Match none = missing.read(atoms, at);
    Match date = none != null ? none : atoms.isNumber(at) ? read(atoms, at) : month(atoms, at);
    if (date != null && (full == null || !isWholeMonth(date.expression()))) {
      return date;
    }
    if (full == null) {
      return null;
    }
    boolean lastWeek = words.last.contains(atoms.word(end)) && atoms.is(end + 1, "week");
    Weekday weekday = new Weekday(DayOfWeek.of(day), lastWeek ? -1 : 0);
    return new Match(lastWeek ? end + 2 : end, i, weekday);
  }

  private static boolean isWholeMonth(TimeExpression expression) {
    return expression instanceof MonthDay m && m.day() == 0
        || expression instanceof Absolute a && a.window().precision().code() > 3;
  }

  /** "on the 17th", where no month follows. */
  private static @Nullable Match dayAlone(Atoms atoms, int i) {
    Days days = days(atoms, i + 1);
    if (days == null || days.end != i + 3 || !atoms.is(i - 1, "on") || atoms.isLetters(days.end)
        || atoms.is(days.end, "-")) {
      return null;
    }
    return new Match(days.end, i + 1, new MonthDay(0, days.first, days.last));
  }

  private @Nullable Integer monthAt(Atoms atoms, int i) {
    return monthAt(words, atoms, i);
  }

  static @Nullable Integer monthAt(TimeWords words, Atoms atoms, int i) {
    Integer month = atoms.isCapital(i) ? words.months.get(atoms.word(i)) : null;
    boolean compound = month != null && atoms.is(i + 1, "-") && atoms.isGlued(i + 1) && atoms.isLetters(i + 2)
        && !words.months.containsKey(atoms.word(i + 2));
    return compound ? null : month;
  }

  static int afterMonth(Atoms atoms, int month) {
    boolean abbreviated = atoms.length(month) <= 4 && atoms.is(month + 1, ".") && atoms.isGlued(month + 1);
    return abbreviated && (atoms.isNumber(month + 2) || atoms.is(month + 2, ",")) ? month + 2 : month + 1;
  }

  static @Nullable Days days(Atoms atoms, int i) {
    Days first = day(atoms, i);
    if (first == null) {
      return null;
    }
    int at = first.end;
    while (atoms.is(at, ",") && day(atoms, at + 1) != null) {
      at += 2;
    }
    String link = atoms.word(at);
    boolean linked =
        link.equals("-") || link.equals("to") || link.equals("and") || link.equals("or") || link.equals("until");
    int next = atoms.is(at + 1, "the") ? at + 2 : at + 1;
    Days last = linked ? day(atoms, next) : null;
    return last != null && last.first > first.first && !isHyphenated(atoms, last.end)
        ? new Days(first.first, last.first, last.end)
        : first;
  }

  private static boolean isHyphenated(Atoms atoms, int i) {
    return atoms.is(i, "-") && atoms.isGlued(i) && atoms.isLetters(i + 1);
  }

  private static @Nullable Days day(Atoms atoms, int i) {
    int day = atoms.length(i) <= 2 ? atoms.number(i) : -1;
    if (day < 1 || day > 31) {
      return null;
    }
    String suffix = atoms.isGlued(i + 1) ? atoms.word(i + 1) : "";
    boolean ordinal =
        suffix.equals("st") || suffix.equals("nd") || suffix.equals("rd") || suffix.equals("th");
    boolean decimal = (suffix.equals(".") || suffix.equals(":")) && atoms.isGlued(i + 2) && atoms.isNumber(i + 2);
    return decimal || (!ordinal && atoms.isGlued(i + 1) && atoms.isLetters(i + 1))
        ? null
        : new Days(day, day, ordinal ? i + 2 : i + 1);
  }

  static boolean isYear(Atoms atoms, int i) {
    int year = atoms.length(i) == 4 ? atoms.number(i) : -1;
    boolean glued = atoms.isGlued(i + 1) && (atoms.isLetters(i + 1) || atoms.isNumber(i + 2) && atoms.isGlued(i + 2)
        && ",.:".contains(atoms.word(i + 1)));
    return year >= 1000 && year < 2200 && !glued;
  }
}
