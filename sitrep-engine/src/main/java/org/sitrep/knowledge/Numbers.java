package org.sitrep.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one written number: digits, words ("one hundred and five") or a vague word ("dozens"). */
final class Numbers {

  /**
   * A number as written.
   *
   * @param end the atom after it
   * @param low the fewest it stands for
   * @param high the most it stands for
   * @param scale the last multiplier in it ("million"), else 1
   * @param digits whether it begins with digits
   * @param decimal whether it has a fraction and no multiplier
   */
  record Number(int end, double low, double high, double scale, boolean digits, boolean decimal) {}

  private record Vague(String[] words, double low, double high) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Long> multipliers = new HashMap<>();
  private final Map<String, List<Vague>> vague = new HashMap<>();

  Numbers(YamlEntry yaml) {
    yaml.get("numbers").entries().forEach((w, v) -> numbers.put(w, (int) v.number()));
    yaml.get("multipliers").entries().forEach((w, v) -> multipliers.put(w, v.number()));
    yaml.get("vague")
        .entries()
        .forEach(
            (phrase, v) -> {
              List<YamlEntry> range = v.items();
              if (range.size() != 2 || range.getFirst().number() > range.getLast().number()) {
                throw v.error("is no range; write [fewest, most]");
              }
              String[] words = Atoms.phrase(phrase);
              vague
                  .computeIfAbsent(words[0], k -> new ArrayList<>())
                  .add(new Vague(words, range.getFirst().number(), range.getLast().number()));
            });
    vague.values().forEach(v -> v.sort(Comparator.comparing(e -> -e.words.length)));
  }

  /** Whether a word alone is a number. */
  boolean isWord(String word) {
    return numbers.containsKey(word)
        || multipliers.containsKey(word)
        || vague.getOrDefault(word, List.of()).stream().anyMatch(v -> v.words.length == 1);
  }

  /** The number that begins at atom {@code i}, the longest reading. */
  @Nullable Number read(Atoms atoms, int i) {
    for (Vague v : vague.getOrDefault(atoms.word(i), List.of())) {
      if (atoms.is(i, v.words)) {
        return new Number(i + v.words.length, v.low, v.high, 1, false, false);
      }
    }
    return atoms.isNumber(i) ? digits(atoms, i) : words(atoms, i);
  }

  private @Nullable Number digits(Atoms atoms, int i) {
    if (atoms.length(i) > 9) {
      return null;
    }
    double value = atoms.number(i);
    int end = i + 1;
    boolean decimal = false;
    String sign = atoms.word(end);
    if (atoms.length(i) <= 3 && isGroup(atoms, end, sign)) {
      while (isGroup(atoms, end, sign)) {
        value = value * 1000 + atoms.number(end + 1);
        end += 2;
      }
    } else if (atoms.length(i) <= 3 && atoms.isThinSpaced(end) && atoms.length(end) == 3 && atoms.isNumber(end)) {
      value = value * 1000 + atoms.number(end);
      end++;
    }
    if (atoms.is(end, ".") && atoms.isGlued(end) && atoms.isNumber(end + 1) && atoms.isGlued(end + 1)) {
      decimal = true;
      value += atoms.number(end + 1) / Math.pow(10, atoms.length(end + 1));
      end += 2;
    }
    double scale = 1;
    Long multiplier = atoms.is(end, "k") && atoms.isGlued(end) ? Long.valueOf(1000) : multipliers.get(atoms.word(end));
    if (multiplier != null) {
      scale = multiplier;
      end++;
    }
    return new Number(end, value * scale, value * scale, scale, true, decimal && scale == 1);
  }

  /** Whether a group of three digits follows; a full stop groups in the European way. */
  private static boolean isGroup(Atoms atoms, int end, String sign) {
    return (sign.equals(",") || sign.equals("."))
        && atoms.is(end, sign)
        && atoms.isGlued(end)
        && atoms.isGlued(end + 1)
        && atoms.isNumber(end + 1)
        && atoms.length(end + 1) == 3
        && !atoms.is(end - 1, "0");
  }

  private @Nullable Number words(Atoms atoms, int i) {
    double total = 0;
    double current = 0;
    double scale = 1;
    int end = i;
    boolean any = false;
    int at = atoms.is(i, "a") && multipliers.containsKey(atoms.word(i + 1)) ? i + 1 : i;
    while (true) {
      int next = at;
      if (any && atoms.is(next, "-") && atoms.isGlued(next) && atoms.isGlued(next + 1)) {
        next++;
      } else if (scale > 1 && atoms.is(next, "and") && numbers.containsKey(atoms.word(next + 1))) {
        next++;
      }
      Integer number = numbers.get(atoms.word(next));
      Long multiplier = multipliers.get(atoms.word(next));
      if (number != null && fits(current, number, any)) {
        current += number;
      } else if (multiplier != null && multiplier <= 100) {
        current = Math.max(1, current) * multiplier;
        scale = multiplier;
      } else if (multiplier != null) {
        total += Math.max(1, current) * multiplier;
        current = 0;
        scale = multiplier;
      } else {
        break;
      }
      any = true;
      at = next + 1;
      end = at;
      if (multiplier != null && multiplier == 12) {
        break;
      }
    }
    return any ? new Number(end, total + current, total + current, scale, false, false) : null;
  }

  private static boolean fits(double current, int number, boolean any) {
    double room = current % 100;
    return !any || (room == 0 && (current > 0 || number > 0)) || (room >= 20 && room % 10 == 0 && number < 10);
  }
}
