package org.sitrep.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.mention.Mention.Unit;

/** The lexicon of time: words and what they stand for. */
final class TimeWords {

  /**
   * A unit of length.
   *
   * @param amount how many of {@code unit} one is
   * @param unit the calendar's unit
   * @param hours whether it is counted in hours, of which 24 make a {@code unit}
   */
  record Length(int amount, Unit unit, boolean hours) {

    /** Whether {@code word} is one calendar unit ("week", not "weeks", "hour", "decade"). */
    boolean isSingle(String word) {
      return amount == 1 && !hours && !word.endsWith("s");
    }
  }

  /** First and last month of a season; the last is smaller where it runs over New Year. */
  record Season(int first, int last) {}

  final Map<String, Integer> months;
  final Map<String, Integer> weekdays;
  final Map<String, Integer> weekdayAbbreviations;
  final Map<String, Integer> parts;
  final Map<String, Integer> partNouns;
  final Map<String, Integer> looseNumbers;
  final Map<String, Integer> dayWords;
  final Map<String, Season> seasons = new HashMap<>();
  final Map<String, Length> units = new HashMap<>();
  final Set<String> monthBefore;
  final Set<String> monthAlone;
  final Set<String> dayBefore;
  final Set<String> yearBefore;
  final Set<String> nightWords;
  final Set<String> dayParts;
  final Set<String> current;
  final Set<String> last;
  final Set<String> next;
  final Set<String> ago;
  final Set<String> earlier;
  final Set<String> later;
  final Set<String> same;
  final Set<String> future;
  final Set<String> plans;
  final Map<String, List<String[]>> names = new HashMap<>();

  TimeWords(YamlEntry yaml) {
    months = numbers(yaml.get("months"), 1, 12);
    weekdays = numbers(yaml.get("weekdays"), 1, 7);
    weekdayAbbreviations = numbers(yaml.get("weekday_abbreviations"), 1, 7);
    parts = numbers(yaml.get("parts"), 1, 3);
    partNouns = numbers(yaml.get("part_nouns"), 1, 3);
    looseNumbers = numbers(yaml.get("loose_numbers"), 1, 99);
    dayWords = numbers(yaml.get("day_words"), -365, 365);
    yaml.get("seasons").entries().forEach((w, v) -> seasons.put(w, season(v)));
    yaml.get("units").entries().forEach((w, v) -> units.put(w, length(v)));
    monthBefore = words(yaml, "month_before");
    monthAlone = words(yaml, "month_alone");
    dayBefore = words(yaml, "day_before");
    yearBefore = words(yaml, "year_before");
    nightWords = words(yaml, "night_words");
    dayParts = words(yaml, "day_parts");
    current = words(yaml, "this");
    last = words(yaml, "last");
    next = words(yaml, "next");
    ago = words(yaml, "ago");
    earlier = words(yaml, "earlier");
    later = words(yaml, "later");
    same = words(yaml, "same");
    future = words(yaml, "future");
    plans = words(yaml, "plans");
    yaml.get("names").words().stream().map(Atoms::phrase).forEach(n -> names.computeIfAbsent(n[0], k -> new ArrayList<>()).add(n));
  }

  private static Set<String> words(YamlEntry yaml, String entry) {
    return new HashSet<>(yaml.get(entry).words());
  }

  private static Map<String, Integer> numbers(YamlEntry yaml, int least, int most) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Map.Entry<String, YamlEntry> e : yaml.entries().entrySet()) {
      long value = e.getValue().number();
      if (value < least || value > most) {
        throw e.getValue().error("is " + value + "; write " + least + " to " + most);
      }
      numbers.put(e.getKey(), (int) value);
    }
    return numbers;
  }

  private static Season season(YamlEntry yaml) {
    List<YamlEntry> months = yaml.items();
    if (months.size() != 2) {
      throw yaml.error("is no season; write [first month, last month]");
    }
    return new Season((int) months.getFirst().number(), (int) months.getLast().number());
  }

  private static Length length(YamlEntry yaml) {
    List<YamlEntry> length = yaml.items();
    if (length.size() != 2) {
      throw yaml.error("is no length; write [amount, unit]");
    }
    String unit = length.getLast().word();
    boolean hours = unit.equals("hour");
    try {
      Unit whole = hours ? Unit.DAY : Unit.valueOf(unit.toUpperCase(Locale.ROOT));
      return new Length((int) length.getFirst().number(), whole, hours);
    } catch (IllegalArgumentException e) {
      throw yaml.error("has no unit \"" + unit + "\"; write hour, day, weekend, week, month or year");
    }
  }
}
