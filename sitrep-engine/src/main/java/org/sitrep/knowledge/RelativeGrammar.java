package org.sitrep.knowledge;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.TimeGrammar.Match;
import org.sitrep.knowledge.TimeWords.Length;
import org.sitrep.mention.Mention.Anchor;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.mention.Mention.TimeExpression.MonthDay;
import org.sitrep.mention.Mention.TimeExpression.Range;
import org.sitrep.mention.Mention.TimeExpression.Relative;
import org.sitrep.mention.Mention.TimeExpression.Weekday;
import org.sitrep.mention.Mention.TimeExpression.YearShifted;
import org.sitrep.mention.Mention.Unit;

/** Times counted from the day the article speaks from, or from the time named before. */
final class RelativeGrammar {

  private static final Set<String> CLAUSE_END =
      Set.of("", ".", ",", ";", ":", ")", "\"", "”", "!", "?", "-", "and", "but", "when", "in", "at", "near");
  private static final Set<String> BEFORE_WEEKEND = Set.of("over", "at", "during", "on", "through");

  private final TimeWords words;
  private final Numbers numbers;
  private final CalendarGrammar calendar;

  RelativeGrammar(TimeWords words, Numbers numbers) {
    this.words = words;
    this.numbers = numbers;
    calendar = new CalendarGrammar(words);
  }

  /** The longest expression that begins at atom {@code i}. */
  @Nullable Match read(Atoms atoms, int i) {
    Match day = dayWord(atoms, i);
    if (day != null) {
      return day;
    }
    if (atoms.is(i, "the") || atoms.is(i, "that")) {
      Match definite = definite(atoms, i);
      return definite == null ? ago(atoms, i) : definite;
    }
    Match which = which(atoms, i);
    return which == null ? ago(atoms, i) : which;
  }

  /** "yesterday", "tonight", "overnight", "this morning", "last night". */
  private @Nullable Match dayWord(Atoms atoms, int i) {
    String word = atoms.word(i);
    Integer days = words.dayWords.get(word);
    if (days != null) {
      boolean name = atoms.isCapital(i) && i > 0 && atoms.isCapital(i - 1) && !atoms.isGlued(i);
      int end = words.dayParts.contains(atoms.word(i + 1)) ? i + 2 : i + 1;
      return name ? null : new Match(end, i, days(days));
    }
    if (words.nightWords.contains(word)) {
      return new Match(i + 1, i, new Range(days(-1), Optional.of(days(0))));
    }
    boolean part = words.dayParts.contains(atoms.word(i + 1));
    if (part && words.current.contains(word)) {
      return new Match(i + 2, i + 1, days(0));
    }
    boolean lastNight = part && word.equals("last") && !atoms.is(i - 1, "the");
    return lastNight ? new Match(i + 2, i + 1, days(-1)) : null;
  }

  private static Relative days(int amount) {
    return new Relative(amount, Unit.DAY, Anchor.DOCUMENT);
  }

  /** "this week", "last month", "next year", "last Friday", "last August". */
  private @Nullable Match which(Atoms atoms, int i) {
    String word = atoms.word(i);
    int shift = words.current.contains(word) ? 0 : words.last.contains(word) ? -1 : 1;
    if (shift == 1 && !words.next.contains(word)) {
      return null;
    }
    if (words.last.contains(word)) {
      Match past = past(atoms, i, i);
      if (past != null) {
        return past;
      }
    }
    Length length = words.units.get(atoms.word(i + 1));
    if (length != null
        && length.isSingle(atoms.word(i + 1))
        && length.unit() != Unit.DAY
        && !atoms.is(i + 2, "of")) {
      return new Match(i + 2, i + 1, new Relative(shift, length.unit(), Anchor.DOCUMENT));
    }
    Match named = calendar.read(atoms, i + 1);
    if (named != null && named.expression() instanceof Weekday w && w.shift() == 0) {
      return new Match(named.end(), named.anchor(), new Weekday(w.day(), shift));
    }
    return named != null && named.expression() instanceof MonthDay m && shift <= 0 ? month(named, m, shift) : null;
  }

  private static Match month(Match named, MonthDay date, int shift) {
    return shift == 0
        ? new Match(named.end(), named.anchor(), new YearShifted(date, 0))
        : named;
  }

  /** "[the] past two weeks", "the last 24 hours", "the past week": from then until the document's day. */
  private @Nullable Match past(Atoms atoms, int i, int start) {
    int at = i + 1;
    Numbers.Number number = numbers.read(atoms, at);
    Integer loose = number == null ? words.looseNumbers.get(atoms.word(at)) : null;
    int of = atoms.is(at + 1, "of") ? at + 2 : at + 1;
    int unit = number != null ? number.end() : loose != null ? of : at;
    Length length = words.units.get(atoms.word(unit));
    if (length == null || atoms.is(unit + 1, "of")) {
      return null;
    }
    boolean bare = number == null && loose == null;
    boolean week = length.isSingle(atoms.word(unit)) && length.unit() != Unit.DAY && length.unit() != Unit.WEEKEND;
    if (bare && (!week || (i == start && !atoms.is(i, "past")))) {
      return null;
    }
    int amount = number != null ? (int) Math.min(number.high(), 400) : loose != null ? loose : 1;
    Relative from = days(-inDays(length, amount));
    return new Match(unit + 1, unit, new Range(from, Optional.empty()));
  }

  private static int inDays(Length length, int amount) {
    int days = length.amount() * amount;
    return length.hours()
        ? Math.round(days / 24f)
        : switch (length.unit()) {
          case DAY -> days;
          case WEEK, WEEKEND -> 7 * days;
          case MONTH -> 30 * days;
          case YEAR -> 365 * days;
        };
  }

  /** "the same day", "that night", "the next day", "the day before", "the weekend", "the past month". */
  private @Nullable Match definite(Atoms atoms, int i) {
    boolean that = atoms.is(i, "that");
    String word = atoms.word(i + 1);
    boolean same = words.same.contains(word);
    if (that || same) {
      int at = same ? i + 2 : i + 1;
      Unit unit = unitOrDay(atoms, at);
      return unit == null ? null : new Match(at + 1, at, new Relative(0, unit, Anchor.PREVIOUS));
    }
    Unit unit = unitOrDay(atoms, i + 2);
    boolean back = word.equals("previous") || word.equals("preceding");
    boolean forward = word.equals("next") || word.equals("following");
    if (unit != null && (back || forward) && !atoms.is(i + 3, "of")) {
      return new Match(i + 3, i + 2, new Relative(back ? -1 : 1, unit, Anchor.PREVIOUS));
    }
    if (words.last.contains(word)) {
      return past(atoms, i + 1, i);
    }
    if (word.equals("weekend") && BEFORE_WEEKEND.contains(atoms.word(i - 1))) {
      return new Match(i + 2, i + 1, new Relative(0, Unit.WEEKEND, Anchor.DOCUMENT));
    }
    return word.equals("day") ? dayBefore(atoms, i) : null;
  }

  private @Nullable Unit unitOrDay(Atoms atoms, int i) {
    if (words.dayParts.contains(atoms.word(i))) {
      return Unit.DAY;
    }
    Length length = words.units.get(atoms.word(i));
    return length != null && length.isSingle(atoms.word(i)) ? length.unit() : null;
  }

  private @Nullable Match dayBefore(Atoms atoms, int i) {
    boolean before = atoms.is(i + 2, "before");
    if (!before && !atoms.is(i + 2, "after")) {
      return null;
    }
    Integer from = words.dayWords.get(atoms.word(i + 3));
    if (from != null && from != 0) {
      return new Match(i + 4, i + 3, days(from + (before ? -1 : 1)));
    }
    return CLAUSE_END.contains(atoms.word(i + 3))
        ? new Match(i + 3, i + 1, new Relative(before ? -1 : 1, Unit.DAY, Anchor.PREVIOUS))
        : null;
  }

  /** "three days ago", "a day earlier", "two weeks later". */
  private @Nullable Match ago(Atoms atoms, int i) {
    boolean one = atoms.is(i, "a") || atoms.is(i, "an");
    Numbers.Number number = numbers.read(atoms, i);
    int at = number != null ? number.end() : one ? i + 1 : i;
    Length length = at == i ? null : words.units.get(atoms.word(at));
    if (length == null || (number != null && number.high() > 400)) {
      return null;
    }
    String word = atoms.word(at + 1);
    boolean open = CLAUSE_END.contains(atoms.word(at + 2));
    boolean than = atoms.is(at + 2, "than") || atoms.is(at + 2, "to");
    boolean before = word.equals("before") || word.equals("prior") ? open : words.earlier.contains(word);
    boolean after = word.equals("after") ? open : words.later.contains(word);
    int low = number == null ? 1 : (int) number.low();
    int high = number == null ? 1 : (int) number.high();
    if (words.ago.contains(word)) {
      return new Match(at + 2, at, counted(length, -low, -high, Anchor.DOCUMENT));
    }
    if (before && !than) {
      return new Match(at + 2, at, counted(length, -low, -high, Anchor.PREVIOUS));
    }
    return after && !than
        ? new Match(at + 2, at, counted(length, low, high, Anchor.PREVIOUS))
        : null;
  }

  private static TimeExpression counted(Length length, int a, int b, Anchor anchor) {
    Relative near = new Relative(amount(length, a), length.unit(), anchor);
    if (a == b) {
      return near;
    }
    Relative far = new Relative(amount(length, b), length.unit(), anchor);
    return a < 0 ? new Range(far, Optional.of(near)) : new Range(near, Optional.of(far));
  }

  private static int amount(Length length, int number) {
    int amount = number * length.amount();
    return length.hours() ? Math.round(amount / 24f) : amount;
  }
}
