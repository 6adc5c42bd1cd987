package org.sitrep.segmentation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.time.MonthNames;

/**
 * A time as a page states it.
 *
 * @param day the day there, at the place whose clock it was written by
 * @param instant the same as an instant, where an hour is stated
 */
record Moment(LocalDate day, Optional<Instant> instant) {

  private static final int LONGEST = 80;
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final Pattern LOOSE =
      Pattern.compile("(\\d{4})[-/.](\\d{2})[-/.](\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d{1,9})?)? ?(Z|[+-]\\d{2}:?\\d{2})?(?:\\D.*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?\\d{6}Z?)?");
  private static final Pattern IN_ADDRESS = Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/?#-]|$)");
  private static final Pattern NAMED_IN_ADDRESS =
      Pattern.compile("/(?<y>(?:19|20)\\d{2})/(?:(?<m>[a-z]{3,9})/(?<d>\\d{1,2})(?:[/?#]|$)|(?<d2>\\d{1,2})-(?<m2>[a-z]{3,9})[/?#-])");

  /** Reads a time in any of the forms that pages use; empty where it is none. */
  static Optional<Moment> of(String stated) {
    String text = stated.strip();
    if (text.length() < 8 || text.length() > LONGEST) {
      return Optional.empty();
    }
    List<Function<String, Optional<Moment>>> forms = List.of(Moment::loose, Moment::compact, Moment::mail, Moment::words);
    for (Function<String, Optional<Moment>> form : forms) {
      try {
        Optional<Moment> read = form.apply(text);
        if (read.isPresent()) {
          return read;
        }
      } catch (DateTimeException e) {
        // another form may fit
      }
    }
    return Optional.empty();
  }

  /** Whether a stated time has the shape of one, but its day is on no calendar ("2017-02-30"). */
  static boolean isNoDay(String stated) {
    String text = stated.strip();
    if (text.length() > LONGEST) {
      return false;
    }
    Matcher loose = LOOSE.matcher(text);
    Matcher compact = COMPACT.matcher(text);
    Matcher shape = loose.matches() ? loose : compact;
    return shape == loose || compact.matches() ? calendar(shape).isEmpty() : Dates.isNoDay(text);
  }

  /** The day in an address such as ".../2019/03/21/docks", ".../2019/mar/21/docks" or ".../2019/21-march-docks". */
  static Optional<Moment> inAddress(String address) {
    String own = address.length() > 2000 ? "" : address;
    Matcher m = IN_ADDRESS.matcher(own);
    return m.find() ? calendar(m) : namedInAddress(NAMED_IN_ADDRESS.matcher(own));
  }

  private static Optional<Moment> namedInAddress(Matcher m) {
    if (!m.find()) {
      return Optional.empty();
    }
    boolean monthFirst = m.group("m") != null;
    int month = MonthNames.number(m.group(monthFirst ? "m" : "m2"));
    int day = Integer.parseInt(m.group(monthFirst ? "d" : "d2"));
    try {
      return Optional.of(new Moment(LocalDate.of(Integer.parseInt(m.group("y")), month, day), Optional.empty()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a page can have been published then: not before the web, not after it was fetched. */
  boolean isPossible(Optional<Instant> fetched) {
    return !day.isBefore(FIRST)
        && fetched.map(f -> !day.isAfter(f.atOffset(ZoneOffset.ofHours(14)).toLocalDate())).orElse(true)
        && fetched.map(f -> instant.map(i -> !i.isAfter(f)).orElse(true)).orElse(true);
  }

  private static Optional<Moment> loose(String text) {
    Matcher m = LOOSE.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
    if (m.group(4) == null || m.group(5) == null) {
      return Optional.of(new Moment(day, Optional.empty()));
    }
    LocalDateTime local = LocalDateTime.parse(day + "T" + m.group(4));
    return Optional.of(new Moment(day, Optional.of(local.toInstant(ZoneOffset.of(m.group(5))))));
  }

  private static Optional<Moment> compact(String text) {
    Matcher m = COMPACT.matcher(text);
    return m.matches() ? calendar(m) : Optional.empty();
  }

  private static Optional<Moment> calendar(Matcher m) {
    try {
      return Optional.of(new Moment(LocalDate.of(number(m, 1), number(m, 2), number(m, 3)), Optional.empty()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> mail(String text) {
    OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH));
    return Optional.of(new Moment(time.toLocalDate(), Optional.of(time.toInstant())));
  }

  private static Optional<Moment> words(String text) {
    return Dates.find(text).map(day -> new Moment(day, Optional.empty()));
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
