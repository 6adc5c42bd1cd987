package org.sitrep.ingestion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.time.MonthNames;

/**
 * The day in a time as feeds write it: RFC 3339, RFC 822 (two-digit years, any or no weekday, any zone), and
 * what is like them. The day is the one that is written; zones do not shift it. Days whose order cannot be
 * known (03/04/2017) are none.
 */
final class FeedDays {

  private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})[-/.]?(0\\d|1[0-2])[-/.]?([0-3]\\d)(?!\\d{7})");
  private static final Pattern DAY_FIRST = Pattern.compile("(?<!\\d)(\\d{1,2})[ -]+(\\p{L}{3,9})\\.?,?[ -]+(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,9})\\.?\\s+(\\d{1,2})\\p{L}{0,2},?\\s+(?:\\d{1,2}:\\d\\d(?::\\d\\d)?\\s+(?:\\p{L}+\\s+)?)?(\\d{4})");
  private static final int PIVOT = 70;
  private static final int LONGEST = 200;

  private FeedDays() {}

  static Optional<LocalDate> parse(String stated) {
    String text = stated.length() > LONGEST ? stated.substring(0, LONGEST) : stated;
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return of(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
    }
    Optional<LocalDate> dayFirst =
        DAY_FIRST.matcher(text).results().flatMap(m -> of(m.group(3), MonthNames.number(m.group(2)), m.group(1)).stream()).findFirst();
    return dayFirst.or(() ->
        MONTH_FIRST.matcher(text).results().flatMap(m -> of(m.group(3), MonthNames.number(m.group(1)), m.group(2)).stream()).findFirst());
  }

  private static Optional<LocalDate> of(String year, int month, String day) {
    int y = Integer.parseInt(year);
    int full = year.length() > 2 ? y : y < PIVOT ? 2000 + y : 1900 + y;
    try {
      return Optional.of(LocalDate.of(full, month, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
