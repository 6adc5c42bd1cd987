package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Distance;
import org.sitrep.text.Span;

/**
 * The words of number and how they are read: quantities with their fewest and most as the codebook sets
 * them, distances, and which nouns mean people. Works on characters, so that it does not depend on a
 * tokeniser. Immutable and thread-safe.
 */
public final class Counts {

  /** The file in the common pack. */
  static final String FILE = "counts/en.yml";

  /**
   * A quantity as written.
   *
   * @param span its characters, bounds included ("at least nine")
   * @param low the fewest it allows
   * @param high the most it allows; infinite where open
   * @param bound what stands before or after the number
   * @param countable whether people or things may be counted by it; decimals, ages, parts of names, times of
   *     day and the like are only measures
   * @param yearLike whether it may be a bare year
   */
  public record Quantity(
      Span span, double low, double high, Bound bound, boolean countable, boolean yearLike) {}

  /** How a quantity is bounded. */
  public enum Bound {
    /** "five", "only five". */
    EXACT,
    /** "about five". */
    ABOUT,
    /** "at least five". */
    LEAST,
    /** "more than five". */
    ABOVE,
    /** "up to five". */
    MOST,
    /** "fewer than five". */
    BELOW
  }

  /**
   * A distance as written.
   *
   * @param span its characters
   * @param distance what they say
   */
  public record StatedDistance(Span span, Distance distance) {}

  private record Phrase(String[] words, Bound bound, boolean verb) {}

  private final Numbers numbers;
  private final Map<String, List<Phrase>> before;
  private final Map<String, List<Phrase>> after;
  private final Set<String> nobody;
  private final Set<String> losses;
  private final Set<String> people;
  private final Set<String> notPeople;
  private final Set<String> measures;
  private final Set<String> extents;
  private final Map<String, String> outcomes = new HashMap<>();
  private final Set<String> hedges;
  private final Map<String, String> distances = new HashMap<>();
  private final NumberContext context;

  private Counts(YamlEntry yaml) {
    numbers = new Numbers(yaml);
    before = phrases(yaml.get("bounds"));
    after = phrases(yaml.get("bounds_after"));
    nobody = new HashSet<>(yaml.get("nobody").words());
    losses = new HashSet<>(yaml.get("losses").words());
    people = new HashSet<>(yaml.get("people").words());
    notPeople = new HashSet<>(yaml.get("not_people").words());
    measures = new HashSet<>(yaml.get("measures").words());
    extents = new HashSet<>(yaml.get("extents").words());
    yaml.get("outcomes").entries().forEach((form, verb) -> outcomes.put(form, verb.word()));
    hedges = new HashSet<>(yaml.get("hedges").words());
    yaml.get("distances").entries().forEach((unit, w) -> w.words().forEach(s -> distances.put(s, unit)));
    context = new NumberContext(yaml);
  }

  /** Reads the words of the common pack. */
  static Counts load(Path common) {
    return new Counts(YamlEntry.read(common.resolve(FILE)));
  }

  private static Map<String, List<Phrase>> phrases(YamlEntry yaml) {
    Map<String, List<Phrase>> phrases = new HashMap<>();
    for (Map.Entry<String, YamlEntry> e : yaml.entries().entrySet()) {
      boolean verb = e.getKey().endsWith("_verb");
      Bound bound;
      try {
        bound = Bound.valueOf(e.getKey().replace("_verb", "").toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException none) {
        throw e.getValue().error("is no bound; write least, above, most, below, about or exact");
      }
      for (String phrase : e.getValue().words()) {
        String[] words = Atoms.phrase(phrase);
        phrases.computeIfAbsent(words[0], k -> new ArrayList<>()).add(new Phrase(words, bound, verb));
      }
    }
    phrases.values().forEach(p -> p.sort(Comparator.comparing(e -> -e.words.length)));
    return phrases;
  }

  /** Whether a noun, in dictionary form, means people ("civilian", "policewoman"). */
  public boolean isPerson(String lemma) {
    String noun = lemma.toLowerCase(Locale.ROOT);
    return people.contains(noun)
        || noun.endsWith("woman")
        || noun.endsWith("women")
        || ((noun.endsWith("man") || noun.endsWith("men")) && noun.length() > 5 && !notPeople.contains(noun))
        || (noun.indexOf('-') > 0 && people.contains(noun.substring(noun.lastIndexOf('-') + 1)));
  }

  /** Whether a noun, in dictionary form, means a loss of people ("casualty", "death"). */
  public boolean isLoss(String lemma) {
    return losses.contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a noun, in dictionary form, is a measure ("percent", "kilometer", "year"). */
  public boolean isMeasure(String lemma) {
    return measures.contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a distance beside a word, in dictionary form, is its size ("a range of 300 km"). */
  public boolean isExtent(String lemma) {
    return extents.contains(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a noun, in dictionary form, makes a name with a number ("Brigade 52", "21 Signal Regiment"). */
  public boolean isDesignator(String lemma) {
    return context.isDesignator(lemma.toLowerCase(Locale.ROOT));
  }

  /** Whether a word alone says that there is nobody ("none", "nobody"). */
  public boolean isNobody(String word) {
    return nobody.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The verb of a word that says what befell those counted ("wounded": "wound"). */
  public Optional<String> outcome(String form) {
    return Optional.ofNullable(outcomes.get(form));
  }

  /** Whether a word may stand between the counted and what befell them ("ten are feared dead"). */
  public boolean isHedge(String form) {
    return hedges.contains(form);
  }

  /** Whether a word alone is a number ("ten", "dozens"). */
  public boolean isNumber(String word) {
    return numbers.isWord(word);
  }

  /** All quantities in {@code within}, in order, without overlap. */
  public List<Quantity> list(String text, Span within) {
    Atoms atoms = Atoms.of(text, within);
    List<Quantity> found = new ArrayList<>();
    int i = 0;
    while (i < atoms.size()) {
      Reading reading = read(atoms, i);
      if (reading != null) {
        found.add(reading.quantity);
        i = reading.end;
      } else {
        i++;
      }
    }
    return found;
  }

  /** All distances in {@code within}, in order. A range ("5 to 7 km") is given by its middle, as "~". */
  public List<StatedDistance> listDistances(String text, Span within) {
    Atoms atoms = Atoms.of(text, within);
    List<StatedDistance> found = new ArrayList<>();
    int i = 0;
    while (i < atoms.size()) {
      Reading reading = read(atoms, i);
      if (reading == null) {
        reading = single(atoms, i);
      }
      if (reading == null) {
        i++;
        continue;
      }
      int unit = atoms.is(reading.end, "-") ? reading.end + 1 : reading.end;
      String measure = distances.get(atoms.word(unit));
      if (measure != null && reading.exact && !isRateOrArea(atoms, unit, i)) {
        found.add(new StatedDistance(atoms.span(i, unit + 1), distance(reading, measure)));
        i = unit + 1;
      } else {
        i = reading.end;
      }
    }
    return found;
  }

  /** The first distance in {@code within}, if any. */
  public Optional<Distance> findDistance(String text, Span within) {
    return listDistances(text, within).stream().map(StatedDistance::distance).findFirst();
  }

  private record Reading(int end, Quantity quantity, double value, boolean exact) {}

  private static Distance distance(Reading reading, String unit) {
    String relation =
        switch (reading.quantity.bound) {
          case EXACT -> "=";
          case ABOUT -> "~";
          case LEAST, ABOVE -> ">";
          case MOST, BELOW -> "<";
        };
    return new Distance(reading.value, unit, relation);
  }

  private boolean isRateOrArea(Atoms atoms, int unit, int first) {
    String next = atoms.word(unit + 1);
    boolean rate = next.equals("/") || next.equals("per") || next.equals("an") || next.equals("²");
    boolean area = atoms.isNumber(unit + 1) && atoms.isGlued(unit + 1);
    return rate || area || context.isMoney(atoms, first, unit);
  }

  /** "a kilometer", "half a mile": no quantity of people, but a distance. */
  private @Nullable Reading single(Atoms atoms, int i) {
    boolean half = atoms.is(i, "half") && atoms.is(i + 1, "a");
    int unit = half ? i + 2 : i + 1;
    if ((!half && !atoms.is(i, "a")) || !distances.containsKey(atoms.word(unit)) || atoms.length(unit) < 3) {
      return null;
    }
    double value = half ? 0.5 : 1;
    return new Reading(
        unit, new Quantity(atoms.span(i, unit), value, value, Bound.EXACT, false, false), value, true);
  }

  private @Nullable Reading read(Atoms atoms, int i) {
    Phrase bound = phrase(before, atoms, i);
    int at = bound == null ? i : i + bound.words.length;
    boolean between = bound == null && atoms.is(i, "between");
    Numbers.Number number = numbers.read(atoms, between ? i + 1 : at);
    if (number == null) {
      return null;
    }
    int start = between ? i + 1 : at;
    Numbers.@Nullable Number to = upper(atoms, start, number, between);
    if (between && to == null) {
      return null;
    }
    int end = to == null ? number.end() : to.end();
    Phrase later = bound == null ? phrase(after, atoms, end) : null;
    if (later != null && later.words[0].equals("-")) {
      later = null;
    }
    Bound how = bound != null ? bound.bound : later != null ? later.bound : Bound.EXACT;
    int done = later == null ? end : end + later.words.length;
    double low = to != null && to.scale() > 1 && number.scale() == 1 && number.low() < to.low() / to.scale()
        ? number.low() * to.scale()
        : number.low();
    double high = to == null ? number.high() : to.high();
    boolean exact = to == null ? number.low() == number.high() : true;
    double value = to == null ? number.low() : (low + high) / 2;
    Bound shown = to != null && how == Bound.EXACT ? Bound.ABOUT : how;
    boolean yearLike = number.digits() && isYear(atoms, start, number.end(), number.low());
    boolean countable = !number.decimal() && context.isCountable(atoms, start, end, done);
    Quantity quantity =
        new Quantity(
            atoms.span(bound != null && bound.verb ? at : i, done), fewest(how, low), most(how, high), shown, countable, yearLike && bound == null);
    return new Reading(done, quantity, value, exact);
  }

  private static boolean isYear(Atoms atoms, int start, int end, double value) {
    return end == start + 1 && atoms.length(start) == 4 && value >= 1900 && value < 2100;
  }

  private static double fewest(Bound bound, double low) {
    return switch (bound) {
      case ABOVE -> low + 1;
      case MOST, BELOW -> 0;
      default -> low;
    };
  }

  private static double most(Bound bound, double high) {
    return switch (bound) {
      case LEAST, ABOVE -> Double.POSITIVE_INFINITY;
      case BELOW -> Math.max(0, high - 1);
      default -> high;
    };
  }

  private static @Nullable Phrase phrase(Map<String, List<Phrase>> phrases, Atoms atoms, int i) {
    for (Phrase p : phrases.getOrDefault(atoms.word(i), List.of())) {
      if (atoms.is(i, p.words)) {
        return p;
      }
    }
    return null;
  }

  /** The second number of a range ("5-7", "five or six", "between 5 and 7"), if there is one. */
  private Numbers.@Nullable Number upper(Atoms atoms, int start, Numbers.Number from, boolean between) {
    int at = from.end();
    String link = atoms.word(at);
    boolean dash = link.equals("-") && atoms.isGlued(at) == atoms.isGlued(at + 1);
    boolean word = link.equals("or") || (link.equals("to") && !atoms.is(start - 1, "from"));
    if (!(between ? link.equals("and") : dash || word)) {
      return null;
    }
    Numbers.Number to = numbers.read(atoms, at + 1);
    return to != null && to.high() > from.low() ? to : null;
  }
}
