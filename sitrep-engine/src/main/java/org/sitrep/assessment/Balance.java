package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlEntry.Standing;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;

/**
 * What the entries of one place allow to conclude at its latest date. One use; not thread-safe.
 *
 * <p>Entries are gone through in order of time. A word that suffices, or two independent roots, moves control
 * and ends what others were said to hold before. A side's own word only stands beside what holds; a later
 * claim takes the place of an earlier mere claim of another side, as both may have been so in turn. A
 * besieged place is still held.
 */
final class Balance {

  /** Who is said to hold the place, with the words that say so. */
  private final Map<String, List<Posting>> holders = new LinkedHashMap<>();
  /** Who is said to have left it. */
  private final Map<String, List<Posting>> losers = new LinkedHashMap<>();

  private Balance() {}

  /** The state that follows from the entries of one place, in order; empty where none is certain. */
  static Optional<ControlState> of(List<Posting> postings) {
    Balance balance = new Balance();
    List<Posting> certain =
        postings.stream().filter(p -> p.isCertain() && p.entry().kind() != Kind.BESIEGED).toList();
    for (Posting posting : certain) {
      if (posting.entry().kind() == Kind.LOST) {
        balance.lose(posting);
      } else {
        balance.hold(posting);
      }
    }
    return certain.isEmpty() ? Optional.empty() : Optional.of(balance.state(certain));
  }

  private void hold(Posting posting) {
    String holder = posting.entry().holder();
    List<Posting> words = holders.computeIfAbsent(holder, h -> new ArrayList<>());
    words.add(posting);
    losers.remove(holder);
    boolean firm = isFirm(words);
    holders.entrySet().removeIf(
        e ->
            !e.getKey().equals(holder)
                && endsBefore(e.getValue(), posting)
                && (firm || !isFirm(e.getValue())));
  }

  private void lose(Posting posting) {
    String loser = posting.entry().holder();
    List<Posting> words = losers.computeIfAbsent(loser, l -> new ArrayList<>());
    words.add(posting);
    List<Posting> held = holders.getOrDefault(loser, List.of());
    if (isFirm(words) && (held.isEmpty() || !begins(held).isAfter(day(posting)))) {
      holders.remove(loser);
    }
  }

  /** On the word of a source that suffices, or of two independent roots. */
  private static boolean isFirm(List<Posting> words) {
    return words.stream().anyMatch(Posting::suffices)
        || words.stream().map(p -> p.entry().root()).distinct().count() > 1;
  }

  private static boolean endsBefore(List<Posting> words, Posting posting) {
    return words.stream().allMatch(w -> day(w).isBefore(day(posting)));
  }

  private static LocalDate begins(List<Posting> words) {
    return words.stream().map(Balance::day).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
  }

  private static LocalDate day(Posting posting) {
    return posting.day().orElse(LocalDate.MAX);
  }

  private ControlState state(List<Posting> certain) {
    List<Map.Entry<String, List<Posting>>> ranked =
        holders.entrySet().stream()
            .sorted(
                Comparator.comparing((Map.Entry<String, List<Posting>> e) -> !isFirm(e.getValue()))
                    .thenComparing(
                        e -> e.getValue().stream().map(p -> p.entry().root()).distinct().count(),
                        Comparator.reverseOrder())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    List<Posting> words =
        ranked.isEmpty()
            ? losers.values().stream().flatMap(List::stream).toList()
            : ranked.stream().flatMap(e -> e.getValue().stream()).toList();
    List<Posting> base = words.isEmpty() ? certain : words;
    return new ControlState(
        base.getFirst().entry().place(),
        status(ranked, base),
        ranked.stream().map(Map.Entry::getKey).toList(),
        base.stream().flatMap(p -> p.day().stream()).max(Comparator.naturalOrder()),
        distinct(base.stream().map(p -> p.entry().root())),
        distinct(base.stream().map(p -> p.entry().claim())));
  }

  private static Status status(List<Map.Entry<String, List<Posting>>> ranked, List<Posting> base) {
    if (ranked.size() > 1) {
      return Status.CONTESTED;
    }
    if (!isFirm(base)) {
      return Status.CLAIMED;
    }
    boolean neutral =
        base.stream().anyMatch(p -> p.suffices() && p.entry().standing() == Standing.NEUTRAL);
    boolean conceded = base.stream().anyMatch(p -> p.entry().standing() == Standing.CONCEDED);
    return conceded && !neutral ? Status.CONCEDED : Status.ASSESSED;
  }

  private static List<String> distinct(Stream<String> values) {
    return values.distinct().toList();
  }
}
