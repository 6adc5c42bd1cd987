package org.sitrep.resolution;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Times;
import org.sitrep.mention.AnnotatedArticle;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Mention;
import org.sitrep.mention.Mention.Anchor;
import org.sitrep.mention.Mention.TimeExpression;
import org.sitrep.mention.Mention.TimeExpression.Absolute;
import org.sitrep.mention.Mention.TimeExpression.MonthDay;
import org.sitrep.mention.Mention.TimeExpression.NoDay;
import org.sitrep.mention.Mention.TimeExpression.Range;
import org.sitrep.mention.Mention.TimeExpression.Relative;
import org.sitrep.mention.Mention.TimeExpression.Weekday;
import org.sitrep.mention.Mention.TimeExpression.YearShifted;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;
import org.sitrep.time.TimeWindow.Precision;

/**
 * Sets times against the day the article speaks from.
 *
 * <ul>
 *   <li>That day is the publication date, else a full date in a dateline or headline, else one that opens
 *       the text.
 *   <li>A day of a month without a year takes the year that a full date or a month with its year gives in
 *       the same or the paragraph before (a chain of such days hands it on); else the document's year, or
 *       the one before where the day would lie ahead of the document. A document without a date leaves it
 *       open.
 *   <li>A weekday is the nearest one not after the document's day, or, under "will", the next one.
 *   <li>"The same day", "a day earlier" count from the last time resolved before, in the same paragraph or
 *       the one before.
 * </ul>
 *
 * Pure and thread-safe.
 */
final class TimeResolver {

  private static final int AHEAD_DAYS = 3;
  private static final String NO_DAY = "is no day of the calendar; no time was set";
  /** A day before this one is kept as stated, and no other time is counted from it. */
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  /**
   * What was resolved.
   *
   * @param date the day the article speaks from
   * @param times each time that could be set on the calendar
   * @param noDays those that name a day which the calendar does not have
   * @param issues times that cannot be
   */
  record Resolved(
      Optional<LocalDate> date, Map<Mention.OfTime, TimeWindow> times, Set<Mention.OfTime> noDays, List<Issue> issues) {}

  /** A bare year that stands no later than this opens its sentence: "In early 2016". */
  private static final int OPENING = 3;

  private final Times times;
  private final Tense tense;

  TimeResolver(Times times) {
    this.times = times;
    this.tense = new Tense(times);
  }

  Resolved resolve(AnnotatedArticle annotated) {
    LocalDate date = date(annotated.article());
    Map<Mention.OfTime, TimeWindow> resolved = new LinkedHashMap<>();
    Set<Mention.OfTime> noDays = new HashSet<>();
    List<Issue> issues = new ArrayList<>(datelines(annotated.article()));
    Context context = new Context(date);
    for (AnnotatedSentence sentence : annotated.sentences()) {
      context.enter(sentence);
      for (Mention.OfTime mention : sentence.list(Mention.OfTime.class)) {
        context.future = tense.isFuture(sentence.tree(), mention.head());
        TimeWindow window = context.window(mention.expression());
        boolean noDay = window == null && isNoDay(mention.expression(), date != null);
        String trouble = noDay ? NO_DAY : window == null ? null : trouble(window, date, context.future);
        if (noDay) {
          noDays.add(mention);
        }
        if (trouble != null) {
          issues.add(issue(annotated.article(), sentence.block(), mention.span(), trouble));
        } else if (window != null) {
          resolved.put(mention, window);
          if (!window.start().isBefore(EARLIEST)) {
            context.remember(mention, window);
          }
        } else if (mention.expression() instanceof Range range && range.from() instanceof Absolute from) {
          context.since(from.window());
        }
      }
    }
    return new Resolved(Optional.ofNullable(date), resolved, noDays, issues);
  }

  /** Also "February 29" where no year that can be meant has one. */
  private static boolean isNoDay(TimeExpression expression, boolean dated) {
    return switch (expression) {
      case NoDay n -> true;
      case MonthDay m -> dated && m.month() > 0 && m.day() > Month.of(m.month()).minLength();
      case YearShifted s -> isNoDay(s.date(), dated);
      case Range r -> isNoDay(r.from(), dated) || r.to().map(to -> isNoDay(to, dated)).orElse(false);
      case Absolute a -> false;
      case Weekday w -> false;
      case Relative r -> false;
    };
  }

  /** Days in datelines, which are no sentences, that the calendar does not have. */
  private List<Issue> datelines(Article article) {
    List<Issue> issues = new ArrayList<>();
    for (int b = 0; b < article.blocks().size(); b++) {
      Block block = article.blocks().get(b);
      if (block.kind() == Block.Kind.DATELINE) {
        for (Times.Found found : times.list(article.text(), block.span())) {
          if (found.expression() instanceof NoDay) {
            issues.add(issue(article, b, found.span(), NO_DAY));
          }
        }
      }
    }
    return issues;
  }

  private static Issue issue(Article article, int block, Span span, String trouble) {
    return new Issue(Issue.Kind.TIME, article.doc(), article.line(block), "\"" + span.of(article.text()) + "\" " + trouble);
  }

  private static @Nullable String trouble(TimeWindow window, @Nullable LocalDate date, boolean future) {
    boolean ahead = date != null && window.start().isAfter(date.plusDays(AHEAD_DAYS));
    return ahead && !future ? "lies after the document's date; no time was set" : null;
  }

  private @Nullable LocalDate date(Article article) {
    if (article.published().isPresent()) {
      return article.published().get();
    }
    for (Block.Kind kind : List.of(Block.Kind.DATELINE, Block.Kind.HEADLINE)) {
      for (Block block : article.blocks()) {
        Optional<LocalDate> date =
            block.kind() == kind ? times.findDate(article.text(), block.span()) : Optional.empty();
        if (date.isPresent()) {
          return date.get();
        }
      }
    }
    return opening(article);
  }

  /** A full date that opens the first paragraph, as a dateline does: no verb can stand before it. */
  private @Nullable LocalDate opening(Article article) {
    for (Block block : article.blocks()) {
      if (block.kind() != Block.Kind.BODY && block.kind() != Block.Kind.STANDFIRST) {
        continue;
      }
      String text = article.text();
      for (Times.Found found : times.list(text, block.span())) {
        String before = new Span(block.span().start(), found.span().start()).of(text);
        boolean opens = before.length() <= 60 && before.chars().noneMatch(c -> c == '.' || c == '!') && !hasLowerWord(before);
        if (opens && found.expression() instanceof Absolute a && a.window().precision() == Precision.DAY) {
          return a.window().start();
        }
      }
      return null;
    }
    return null;
  }

  private static boolean hasLowerWord(String text) {
    for (String word : text.split("[^\\p{L}]+")) {
      if (word.length() > 1 && Character.isLowerCase(word.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** What was said so far. Used by one thread, for one article. */
  private static final class Context {

    private final @Nullable LocalDate document;
    private @Nullable TimeWindow previous;
    private @Nullable TimeWindow previousDay;
    private boolean first;
    private int previousBlock = Integer.MIN_VALUE;
    private @Nullable Integer year;
    private int yearBlock = Integer.MIN_VALUE;
    private int block;
    boolean future;

    Context(@Nullable LocalDate document) {
      this.document = document;
    }

    void enter(AnnotatedSentence sentence) {
      if (sentence.block() - previousBlock > 1) {
        previous = null;
        previousDay = null;
      }
      block = sentence.block();
      first = true;
    }

    void remember(Mention.OfTime mention, TimeWindow window) {
      TimeExpression expression = mention.expression();
      previous = window;
      previousDay = window.precision().code() <= Precision.DAYS.code() ? window : previousDay;
      previousBlock = block;
      boolean frames = window.precision() != Precision.YEAR || mention.first() <= OPENING; // "Since war broke out in 2011" frames nothing
      boolean states = frames && (expression instanceof Absolute || expression instanceof YearShifted);
      boolean hands = expression instanceof MonthDay && year != null && block - yearBlock <= 1;
      if (((states && first) || hands) && window.start().getYear() == window.end().getYear()) {
        year = window.end().getYear();
        yearBlock = block;
      }
      first = false;
    }

    /** "Since early 2022": the year holds for the months told of next. */
    void since(TimeWindow window) {
      if (first) {
        year = window.start().getYear();
        yearBlock = block;
      }
      first = false;
    }

    @Nullable TimeWindow window(TimeExpression expression) {
      return switch (expression) {
        case Absolute a -> a.window();
        case MonthDay m -> monthDay(m);
        case YearShifted s -> document == null ? null : inYear(s.date(), document.getYear() + s.years());
        case Weekday w -> document == null ? null : TimeWindow.day(weekday(document, w));
        case Relative r -> relative(r);
        case Range r -> range(r);
        case NoDay n -> null;
      };
    }

    private @Nullable TimeWindow range(Range range) {
      TimeWindow from = window(range.from());
      TimeWindow to =
          range.to().isPresent()
              ? window(range.to().get())
              : document == null ? null : TimeWindow.day(document);
      if (from == null || to == null) {
        return null;
      }
      if (!from.start().isAfter(to.end())) {
        return TimeWindow.between(from.start(), to.end());
      }
      LocalDate start =
          range.from() instanceof Weekday ? from.start().minusWeeks(1) : from.start().minusYears(1);
      return start.isAfter(to.end()) || range.to().isEmpty() ? null : TimeWindow.between(start, to.end());
    }

    private LocalDate weekday(LocalDate day, Weekday weekday) {
      DayOfWeek wanted = weekday.day();
      if (weekday.shift() > 0 || (future && weekday.shift() == 0)) {
        return day.with(weekday.shift() > 0 ? TemporalAdjusters.next(wanted) : TemporalAdjusters.nextOrSame(wanted));
      }
      return day.with(
          weekday.shift() < 0 ? TemporalAdjusters.previous(wanted) : TemporalAdjusters.previousOrSame(wanted));
    }

    private @Nullable TimeWindow monthDay(MonthDay date) {
      if (date.month() == 0) {
        return dayAlone(date);
      }
      if (year != null && governs(date)) {
        return inYear(date, nearestYear(date, year));
      }
      if (document == null) {
        return null;
      }
      TimeWindow same = inYear(date, document.getYear());
      boolean ahead = same == null || same.start().isAfter(document.plusDays(AHEAD_DAYS));
      return ahead && !future ? inYear(date, document.getYear() - 1) : same;
    }

    /** "18 December ... On 6 January": over New Year, the year that brings the day nearer. */
    private int nearestYear(MonthDay date, int stated) {
      if (previousDay == null || previousDay.end().getYear() != stated) {
        return stated;
      }
      int months = previousDay.end().getMonthValue() - date.month();
      int fit = months >= 9 ? stated + 1 : months <= -9 ? stated - 1 : stated;
      TimeWindow there = inYear(date, fit);
      return there == null || (document != null && there.start().isAfter(document)) ? stated : fit;
    }

    /** Whether the year stated before holds for a day without one. */
    private boolean governs(MonthDay date) {
      if (year == null || block - yearBlock > 1) {
        return false;
      }
      if (document == null) {
        return true;
      }
      TimeWindow there = inYear(date, year);
      return there != null && block == yearBlock && !there.start().isAfter(document.plusDays(AHEAD_DAYS));
    }

    /** "on the 17th": of the last such month not after the document. */
    private @Nullable TimeWindow dayAlone(MonthDay date) {
      if (document == null) {
        return null;
      }
      YearMonth month = YearMonth.from(document);
      for (int back = 0; back < 3; back++) {
        YearMonth m = month.minusMonths(back);
        if (date.day() <= m.lengthOfMonth() && !m.atDay(date.day()).isAfter(document)) {
          return TimeWindow.day(m.atDay(date.day()));
        }
      }
      return null;
    }

    private static @Nullable TimeWindow inYear(MonthDay date, int year) {
      YearMonth month = YearMonth.of(year, date.month());
      if (date.day() == 0) {
        return new TimeWindow(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
      }
      if (date.day() > month.lengthOfMonth()) {
        return null;
      }
      int last = Math.min(date.lastDay(), month.lengthOfMonth());
      return TimeWindow.between(month.atDay(date.day()), month.atDay(last));
    }

    private @Nullable TimeWindow relative(Relative relative) {
      if (relative.anchor() == Anchor.PREVIOUS) {
        TimeWindow before = relative.unit() == Mention.Unit.DAY ? previousDay : previous;
        return before == null ? null : from(before.start(), relative, before);
      }
      return document == null ? null : from(document, relative, TimeWindow.day(document));
    }

    private TimeWindow from(LocalDate day, Relative relative, TimeWindow anchor) {
      int n = relative.amount();
      boolean now = n == 0 && relative.anchor() == Anchor.DOCUMENT;
      TimeWindow whole =
          switch (relative.unit()) {
            case DAY -> n == 0 ? anchor : TimeWindow.day((n < 0 ? anchor.start() : anchor.end()).plusDays(n));
            case WEEKEND -> weekend(day, n);
            case WEEK -> week(day.plusWeeks(n));
            case MONTH -> month(YearMonth.from(day).plusMonths(n));
            case YEAR -> year(day.getYear() + n);
          };
      if (!now || relative.unit() == Mention.Unit.DAY || relative.unit() == Mention.Unit.WEEKEND) {
        return whole;
      }
      return future
          ? new TimeWindow(day, whole.end(), whole.precision())
          : new TimeWindow(whole.start(), day, whole.precision());
    }

    /** The last weekend begun (0), the last one over (-1), the next one (1). */
    private static TimeWindow weekend(LocalDate day, int shift) {
      LocalDate saturday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
      if (shift < 0 && !saturday.plusDays(1).isBefore(day)) {
        saturday = saturday.minusWeeks(1);
      } else if (shift > 0) {
        saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
      }
      return TimeWindow.between(saturday, saturday.plusDays(1));
    }

    private static TimeWindow week(LocalDate day) {
      LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return new TimeWindow(monday, monday.plusDays(6), Precision.WEEK);
    }

    private static TimeWindow month(YearMonth month) {
      return new TimeWindow(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
    }

    private static TimeWindow year(int year) {
      return new TimeWindow(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
    }
  }
}
