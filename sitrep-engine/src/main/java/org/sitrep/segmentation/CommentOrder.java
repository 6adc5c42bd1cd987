package org.sitrep.segmentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sitrep.page.Comment;

/** Puts comments in an order by what is printed with them; those that state nothing stand last, as on the page. */
final class CommentOrder {

  private static final Pattern AGE = Pattern.compile("(\\d{1,4}|\\p{L}{1,3})\\s?(\\p{L}+)");
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d\\d)(?::\\d\\d)?\\s*([ap])?", Pattern.CASE_INSENSITIVE);
  private static final double MINUTES = 24 * 60;

  private final Map<String, Double> ages;

  CommentOrder(Map<String, Double> ages) {
    this.ages = ages;
  }

  /** Numbers of the comments, the newest first. */
  List<Integer> newest(List<Comment> comments) {
    List<Double> times = comments.stream().map(c -> c.time().map(this::when).orElse(-1e9)).toList();
    return sorted(comments.size(), Comparator.comparingDouble(i -> -times.get(i)));
  }

  /** Numbers of the comments, those with most votes first. */
  static List<Integer> mostVoted(List<Comment> comments) {
    return sorted(comments.size(), Comparator.comparingInt(i -> -comments.get(i).votes().orElse(Integer.MIN_VALUE + 1)));
  }

  private static List<Integer> sorted(int size, Comparator<Integer> by) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    numbers.sort(by);
    return numbers;
  }

  /** Days since 1970, or days before now, which are negative: no thread prints both. */
  private double when(String time) {
    Optional<LocalDate> day = Dates.find(time);
    if (day.isPresent()) {
      return day.get().toEpochDay() + clock(time);
    }
    Matcher m = AGE.matcher(time);
    while (m.find()) {
      Double unit = unit(m.group(2).toLowerCase(Locale.ROOT));
      if (unit != null) {
        return -unit * (Character.isDigit(m.group(1).charAt(0)) ? Integer.parseInt(m.group(1)) : 1);
      }
    }
    return -1e9;
  }

  private @Nullable Double unit(String word) {
    Double unit = ages.get(word);
    return unit == null && word.endsWith("s") ? ages.get(word.substring(0, word.length() - 1)) : unit;
  }

  private static double clock(String time) {
    Matcher m = CLOCK.matcher(time);
    if (!m.find()) {
      return 0;
    }
    int hour = Integer.parseInt(m.group(1));
    if (m.group(3) != null) {
      hour = hour % 12 + (m.group(3).equalsIgnoreCase("p") ? 12 : 0);
    }
    return (hour * 60 + Integer.parseInt(m.group(2))) / MINUTES;
  }
}
