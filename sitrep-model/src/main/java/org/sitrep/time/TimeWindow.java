package org.sitrep.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something happened, as whole days, both ends included.
 *
 * @param start the first day it may have happened
 * @param end the last day it may have happened
 * @param precision how exactly the words state it
 */
public record TimeWindow(LocalDate start, LocalDate end, Precision precision) {

  /** How exactly a time is stated; the codes are those of UCDP's {@code date_prec}. */
  public enum Precision {
    DAY(1),
    DAYS(2),
    WEEK(3),
    MONTH(4),
    YEAR(5);

    private final int code;

    Precision(int code) {
      this.code = code;
    }

    /** UCDP's {@code date_prec}, 1 to 5. */
    public int code() {
      return code;
    }
  }

  public TimeWindow {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("ends before it starts: " + start + " to " + end);
    }
  }

  /** One day. */
  public static TimeWindow day(LocalDate day) {
    return new TimeWindow(day, day, Precision.DAY);
  }

  /** From the first to the last day, with the precision that its length allows. */
  public static TimeWindow between(LocalDate start, LocalDate end) {
    long days = ChronoUnit.DAYS.between(start, end) + 1;
    Precision precision =
        days == 1
            ? Precision.DAY
            : days <= 6
                ? Precision.DAYS
                : days == 7 ? Precision.WEEK : days <= 31 ? Precision.MONTH : Precision.YEAR;
    return new TimeWindow(start, end, precision);
  }

  /** Whether it is of a few days, a week at most: not of a month, a year or longer. */
  public boolean isOfFewDays() {
    return precision.code() <= Precision.WEEK.code();
  }

  /** Whether the two share a day. */
  public boolean overlaps(TimeWindow other) {
    return !start.isAfter(other.end) && !other.start.isAfter(end);
  }

  /** Days between the nearest ends; 0 where they overlap. */
  public long gapDays(TimeWindow other) {
    if (overlaps(other)) {
      return 0;
    }
    return start.isAfter(other.end)
        ? ChronoUnit.DAYS.between(other.end, start)
        : ChronoUnit.DAYS.between(end, other.start);
  }

  /** "2017-09-24", or "2017-09-23/2017-09-24". */
  @Override
  public String toString() {
    return start.equals(end) ? start.toString() : start + "/" + end;
  }
}
