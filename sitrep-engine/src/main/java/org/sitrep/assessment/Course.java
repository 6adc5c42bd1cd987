package org.sitrep.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.knowledge.ControlWeights;

/**
 * The words on one place gone through day by day: who is assessed to hold it, since when, on which grounds.
 * The filter proposes; a change of what is assessed needs a neutral or against-interest word, or two
 * independent roots; silence alone makes it unknown. One use; not thread-safe.
 */
final class Course {

  /** Stands for nobody. */
  static final int NONE = -1;

  private final ControlWeights weights;
  private final Sides sides;
  private final Forward belief;
  /** For each side, the words for and against its holding the place that no change has made old. */
  private final Map<Integer, List<ControlEntry>> pro = new HashMap<>();
  private final Map<Integer, List<ControlEntry>> contra = new HashMap<>();
  private final Map<Saying, LocalDate> spoken = new HashMap<>();
  private @Nullable LocalDate last;
  private @Nullable LocalDate heard;

  private int holder = NONE;
  private int leaver = NONE;
  private boolean faded;
  /** Whether words, and not silence, made it likeliest that nobody knows: that alone moves nothing. */
  private boolean doubted;
  private @Nullable LocalDate settled;
  private List<ControlEntry> grounds = List.of();

  Course(ControlWeights weights, Sides sides) {
    this.weights = weights;
    this.sides = sides;
    this.belief = new Forward(weights, sides);
  }

  /**
   * Goes through words, certain or denied, in order of their days, and on to a day.
   *
   * @param words copies on the word of their root
   */
  void run(List<ControlEntry> words, LocalDate until) {
    Map<LocalDate, List<ControlEntry>> days = new TreeMap<>();
    for (ControlEntry word : words) {
      days.computeIfAbsent(word.day().orElse(until), k -> new ArrayList<>()).add(word);
    }
    days.forEach(this::day);
    carry(until);
  }

  /** Goes on to a day of which nothing is said. */
  void carry(LocalDate day) {
    if (last != null) {
      belief.carry(ChronoUnit.DAYS.between(last, day));
    }
    last = day;
    if (holder != NONE && (belief.isLost() && !doubted || isSilent(day))) {
      holder = NONE;
      faded = true;
    }
  }

  private boolean isSilent(LocalDate day) {
    return heard != null && ChronoUnit.DAYS.between(heard, day) > weights.silentDays();
  }

  /** Goes on to a day of which these words are said. */
  void day(LocalDate day, List<ControlEntry> words) {
    carry(day);
    List<ControlEntry> distinct = distinct(words);
    belief.weigh(distinct, distinct.stream().map(w -> freshness(w, day)).toList());
    for (ControlEntry word : distinct) {
      spoken.put(saying(word), day);
    }
    distinct.forEach(w -> enter(w, day));
    for (int side = 0; side < sides.size(); side++) {
      settle(side, day);
    }
    heard = day;
    doubted = belief.isLost();
  }

  /** What a root says of a side, however often it says it. */
  private record Saying(String root, int side, boolean isFor) {}

  private Saying saying(ControlEntry word) {
    return new Saying(word.root(), sides.side(word), word.isFor());
  }

  private record Manner(Saying saying, Kind kind, Certainty certainty) {}

  /** One word of each root on each side. */
  private List<ControlEntry> distinct(List<ControlEntry> words) {
    if (words.size() == 1) {
      return words;
    }
    Map<Manner, ControlEntry> distinct = new LinkedHashMap<>();
    words.forEach(w -> distinct.putIfAbsent(new Manner(saying(w), w.kind(), w.certainty()), w));
    return List.copyOf(distinct.values());
  }

  /** Who says the same again adds as much as has faded since. */
  private double freshness(ControlEntry word, LocalDate day) {
    LocalDate before = spoken.get(saying(word));
    return before == null ? 1 : 1 - weights.stay(ChronoUnit.DAYS.between(before, day));
  }

  private void enter(ControlEntry word, LocalDate day) {
    int side = sides.side(word);
    words(word.isFor() ? contra : pro, side).removeIf(w -> w.root().equals(word.root()));
    words(word.isFor() ? pro : contra, side).add(word);
    if (word.isFor() && word.kind() == Kind.TAKEN) {
      pro.forEach(
          (other, held) -> {
            if (other != side && other != holder) {
              held.removeIf(w -> isBefore(w, day));
            }
          });
    }
  }

  private void settle(int side, LocalDate day) {
    List<ControlEntry> against = words(contra, side);
    if (isFresh(against, day) && suffice(against) && !belief.believes(side)) {
      // Who was never said to hold a place leaves it to whoever is.
      boolean held = holder == side || (holder == NONE && !words(pro, side).isEmpty());
      if (held && (holder == side || !isOnlyDenied(against))) {
        leaver = isOnlyDenied(against) ? leaver : side;
        change(NONE, against, day);
      }
      words(pro, side).removeIf(w -> !day.equals(w.day().orElse(day)));
    }
    List<ControlEntry> support = words(pro, side);
    boolean isNew = holder != side;
    List<ControlEntry> today = support.stream().filter(w -> w.day().orElse(day).equals(day)).toList();
    if (!today.isEmpty() && suffice(isNew ? support : today) && belief.believes(side)) {
      change(side, support, day);
      if (isNew) {
        leaver = NONE;
        pro.forEach((other, held) -> held.removeIf(w -> other != side && isBefore(w, day)));
      }
    }
  }

  private void change(int to, List<ControlEntry> why, LocalDate day) {
    holder = to;
    faded = false;
    settled = day;
    grounds = List.copyOf(why);
  }

  private static boolean isFresh(List<ControlEntry> words, LocalDate day) {
    return words.stream().anyMatch(w -> w.day().orElse(day).equals(day));
  }

  private static boolean isOnlyDenied(List<ControlEntry> words) {
    return words.stream().allMatch(w -> w.certainty() == Certainty.DENIED && w.kind() == Kind.TAKEN);
  }

  /** The hard rule: a word that is enough by itself, or two independent roots with a name. */
  static boolean suffice(List<ControlEntry> words) {
    return words.stream().anyMatch(ControlEntry::suffices)
        || words.stream().filter(ControlEntry::isNamed).map(ControlEntry::root).distinct().count() > 1;
  }

  private static boolean isBefore(ControlEntry word, LocalDate day) {
    return word.day().map(d -> d.isBefore(day)).orElse(false);
  }

  private static List<ControlEntry> words(Map<Integer, List<ControlEntry>> of, int side) {
    return of.computeIfAbsent(side, k -> new ArrayList<>());
  }

  /** The side assessed to hold the place, or {@link #NONE}. */
  int holder() {
    return holder;
  }

  /** The side assessed to have left it, while nobody is assessed to hold it. */
  int leaver() {
    return leaver;
  }

  /** Whether what was assessed has faded for want of words. */
  boolean isFaded() {
    return faded;
  }

  /** The last day on which what is assessed was settled; null where it never was. */
  @Nullable LocalDate settled() {
    return settled;
  }

  /** The words on which what is assessed rests. */
  List<ControlEntry> grounds() {
    return grounds;
  }

  /** The words for a side that no change has made old. */
  List<ControlEntry> pro(int side) {
    return List.copyOf(words(pro, side));
  }

  Forward belief() {
    return belief;
  }
}
