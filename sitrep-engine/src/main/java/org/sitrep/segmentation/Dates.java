package org.sitrep.segmentation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;
import org.sitrep.time.MonthNames;

/** Finds days that are written out in full: day, month by name, year, in any order; or ISO. */
final class Dates {

  private static final String MONTHS = months();
  /** "Aug 7, 2022", without a word's end after it: what follows may be glued to it. */
  static final String MONTH_DAY_YEAR = "(?:" + MONTHS + ") \\d{1,2}, (?:19|20)\\d\\d";
  private static final Pattern FULL =
      Pattern.compile(
          "\\b(?<iso>(?:19|20)\\d\\d-\\d\\d-\\d\\d)\\b"
              + "|\\b(?<d1>\\d{1,2})(?:st|nd|rd|th)?[ .,-]{1,2}(?<m1>" + MONTHS
              + ")\\.?[ ,،-]{1,3}(?<y1>(?:19|20)\\d\\d)\\b"
              + "|\\b(?<m2>" + MONTHS + ")\\.?[ ]{1,2}(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?[ ]{1,2}"
              + "(?<y2>(?:19|20)\\d\\d)\\b",
          Pattern.CASE_INSENSITIVE);
  /** "9:01 PM · Aug 7, 2022", with or without what was said before and how often it was seen right after. */
  private static final Pattern STAMP =
      Pattern.compile("\\d{1,2}:\\d\\d ?[AP]M\\s?[·•]\\s?(" + MONTHS + ") (\\d{1,2}), ((?:19|20)\\d\\d)", Pattern.CASE_INSENSITIVE);
  /** "— Name (@name) August 7, 2022". */
  private static final Pattern QUOTED =
      Pattern.compile("\\(@\\w{1,40}\\) (" + MONTHS + ") (\\d{1,2}), ((?:19|20)\\d\\d)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?:" + MONTHS + ")\\.?,? (?:19|20)\\d\\d", Pattern.CASE_INSENSITIVE);
  private static final Pattern REST = Pattern.compile("(?i)[\\d\\s:.,،|()+–—-]*(?:(?:[ap]\\.?m\\.?|at|on|utc|gmt|est|edt|ist|day|"
      + days() + ")[\\d\\s:.,،|()+–—-]*)*");
  private static final int LONGEST = 120;

  private final Layout layout;

  Dates(Layout layout) {
    this.layout = layout;
  }

  /** The first full date in a line; empty where there is none or it is no day of the calendar. */
  static Optional<LocalDate> find(String line) {
    Matcher m = FULL.matcher(line.length() > 400 ? line.substring(0, 400) : line);
    return m.find() ? Optional.ofNullable(day(m)) : Optional.empty();
  }

  /** Whether a line has the shape of a full date of which the calendar knows nothing ("February 30, 2017"). */
  static boolean isNoDay(String line) {
    Matcher m = FULL.matcher(line.length() > 400 ? line.substring(0, 400) : line);
    return m.find() && day(m) == null;
  }

  /** The day with which a post ends. */
  static Optional<LocalDate> stamp(String line) {
    return monthDayYear(STAMP.matcher(line));
  }

  /** Where the stamp of a post begins in a line; -1 where there is none. */
  static int stampStart(String line) {
    Matcher m = STAMP.matcher(line);
    return m.find() ? m.start() : -1;
  }

  /** The day of a post quoted in an article. */
  static Optional<LocalDate> quoted(String line) {
    return monthDayYear(QUOTED.matcher(line));
  }

  private static Optional<LocalDate> monthDayYear(Matcher m) {
    Optional<LocalDate> last = Optional.empty();
    while (m.find()) {
      try {
        last = Optional.of(LocalDate.of(Integer.parseInt(m.group(3)), MonthNames.number(m.group(1)), Integer.parseInt(m.group(2))));
      } catch (DateTimeException e) {
        // "February 30": no day
      }
    }
    return last;
  }

  /** Whether a line holds a date and hardly anything else. */
  boolean isDateline(String line) {
    if (line.length() > LONGEST || !Layout.hasDigit(line)) {
      return false;
    }
    Matcher m = FULL.matcher(line);
    if (!m.find()) {
      return false;
    }
    String before = line.substring(0, m.start()).strip();
    String label = before.replaceAll("[\\s:,–—|-]+$", "");
    boolean clear = label.isEmpty()
        || layout.is(Layout.Phrase.DATE_LABEL, label)
        || REST.matcher(label).matches();
    String after = line.substring(m.end());
    Matcher second = FULL.matcher(after);
    if (second.find()) {
      String between = after.substring(0, second.start()).replaceAll("[\\s:,–—|()-]+", " ").strip();
      return clear && (between.isEmpty() || layout.is(Layout.Phrase.DATE_LABEL, between)
          || REST.matcher(between).matches() || between.length() < 24);
    }
    return clear && REST.matcher(after).matches();
  }

  /** Whether a line is a month and a year. */
  static boolean isMonth(String line) {
    return line.length() < 24 && MONTH_YEAR.matcher(line).matches();
  }

  private static @Nullable LocalDate day(Matcher m) {
    try {
      if (m.group("iso") != null) {
        return LocalDate.parse(m.group("iso"));
      }
      boolean dayFirst = m.group("d1") != null;
      return LocalDate.of(
          Integer.parseInt(m.group(dayFirst ? "y1" : "y2")),
          MonthNames.number(m.group(dayFirst ? "m1" : "m2")),
          Integer.parseInt(m.group(dayFirst ? "d1" : "d2")));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String months() {
    List<String> names = new ArrayList<>();
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      names.add(full);
      names.add(month == Month.SEPTEMBER ? "Sept?" : full.substring(0, 3));
    }
    return String.join("|", names);
  }

  private static String days() {
    List<String> names = new ArrayList<>();
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      String full = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      names.add(full);
      names.add(full.substring(0, 3));
    }
    return String.join("|", names);
  }
}
