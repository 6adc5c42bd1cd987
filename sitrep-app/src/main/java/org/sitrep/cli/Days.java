package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/** Days for a message. */
final class Days {

  private static final int SHOWN = 8;

  private Days() {}

  /** "days that have something: 2017-09-23 to 2017-09-26, 2018-11-08": all, or those nearest to {@code day}. */
  static String near(NavigableSet<LocalDate> days, LocalDate day) {
    if (days.isEmpty()) {
      return "no day has anything";
    }
    List<Stretch> stretches = stretches(days);
    List<Stretch> nearest =
        stretches.stream()
            .sorted(Comparator.comparingLong((Stretch s) -> s.distance(day)))
            .limit(SHOWN)
            .sorted(Comparator.comparing(Stretch::first))
            .toList();
    String left = stretches.size() > SHOWN ? "the nearest days that have something: " : "days that have something: ";
    return left + nearest.stream().map(Stretch::toString).collect(Collectors.joining(", "));
  }

  /** Days without a gap. */
  private record Stretch(LocalDate first, LocalDate last) {

    long distance(LocalDate day) {
      long before = first.toEpochDay() - day.toEpochDay();
      long after = day.toEpochDay() - last.toEpochDay();
      return Math.max(0, Math.max(before, after));
    }

    @Override
    public String toString() {
      return first.equals(last) ? first.toString() : first + " to " + last;
    }
  }

  private static List<Stretch> stretches(NavigableSet<LocalDate> days) {
    List<Stretch> found = new ArrayList<>();
    for (LocalDate day : days) {
      if (!found.isEmpty() && found.getLast().last().plusDays(1).equals(day)) {
        found.set(found.size() - 1, new Stretch(found.getLast().first(), day));
      } else {
        found.add(new Stretch(day, day));
      }
    }
    return found;
  }
}
