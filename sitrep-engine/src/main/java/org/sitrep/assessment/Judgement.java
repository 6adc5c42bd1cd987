package org.sitrep.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlEntry.Standing;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.mention.Location;

/** What the words on one place come to on a day. One use; not thread-safe. */
final class Judgement {

  private final List<ControlEntry> words;
  private final Sides sides;
  private final LocalDate at;
  private final List<ControlEntry> latest;

  /**
   * Words on one place.
   *
   * @param words certain or denied, none later than the day, in order, copies on the word of their root
   */
  Judgement(List<ControlEntry> words, Sides sides, LocalDate at) {
    this.words = words;
    this.sides = sides;
    this.at = at;
    this.latest = latest(words);
  }

  /** The latest word of each root. */
  private List<ControlEntry> latest(List<ControlEntry> all) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    all.forEach(w -> days.merge(w.root(), day(w), (a, b) -> a.isAfter(b) ? a : b));
    return all.stream().filter(w -> day(w).equals(days.get(w.root()))).toList();
  }

  private LocalDate day(ControlEntry word) {
    return word.day().orElse(at);
  }

  /** By all words together. */
  ControlState together(Course course, int silentDays) {
    LocalDate heard = words.stream().map(this::day).max(Comparator.naturalOrder()).orElse(at);
    List<ControlEntry> claims = claims(course);
    if (ChronoUnit.DAYS.between(heard, at) > silentDays || (course.isFaded() && claims.isEmpty())) {
      return state(Status.UNKNOWN, List.of(), latest, List.of(), course);
    }
    return course.holder() == Course.NONE ? unsettled(course, claims) : settled(course, claims);
  }

  /** Words that a side holds the place, later than what is settled. */
  private List<ControlEntry> claims(Course course) {
    LocalDate settled = course.settled();
    return latest.stream()
        .filter(w -> w.isFor() && sides.side(w) != course.holder())
        .filter(w -> settled == null || course.isFaded() || isSince(w, settled, course.leaver()))
        .toList();
  }

  /** What the leaver's side said on the day it left is overtaken; others may have come on that day. */
  private boolean isSince(ControlEntry word, LocalDate settled, int leaver) {
    return sides.side(word) == leaver ? day(word).isAfter(settled) : !day(word).isBefore(settled);
  }

  private ControlState settled(Course course, List<ControlEntry> rivals) {
    LocalDate settled = course.settled() == null ? at : course.settled();
    Set<String> agreed = new LinkedHashSet<>(course.grounds().stream().map(ControlEntry::root).toList());
    List<ControlEntry> denials =
        latest.stream()
            .filter(w -> !w.isFor() && w.certainty() == Certainty.DENIED && sides.side(w) == course.holder())
            .filter(w -> !day(w).isBefore(settled) && !agreed.contains(w.root()))
            .toList();
    List<Integer> holders = new ArrayList<>(List.of(course.holder()));
    rivals.forEach(w -> holders.add(sides.side(w)));
    List<ControlEntry> base = concat(course.grounds(), rivals, denials);
    Status status =
        rivals.isEmpty() && denials.isEmpty() ? firm(course.grounds()) : Status.CONTESTED;
    return state(status, holders, base, course.grounds(), course);
  }

  private ControlState unsettled(Course course, List<ControlEntry> claims) {
    Optional<LocalDate> newest = claims.stream().map(this::day).max(Comparator.naturalOrder());
    if (newest.isPresent()) {
      Map<Integer, LocalDate> said = new LinkedHashMap<>();
      claims.forEach(w -> said.merge(sides.side(w), day(w), (a, b) -> a.isAfter(b) ? a : b));
      List<Integer> holders = said.keySet().stream().filter(s -> newest.get().equals(said.get(s))).toList();
      List<ControlEntry> theirs = claims.stream().filter(w -> holders.contains(sides.side(w))).toList();
      List<ControlEntry> against = against(holders, theirs);
      boolean contested = holders.size() > 1 || !against.isEmpty();
      List<ControlEntry> begun = holders.stream().flatMap(s -> course.pro(s).stream()).toList();
      return state(contested ? Status.CONTESTED : Status.CLAIMED, holders, concat(theirs, against, List.of()), begun, course);
    }
    if (course.leaver() != Course.NONE) {
      return state(firm(course.grounds()), List.of(), course.grounds(), course.grounds(), course);
    }
    return state(Course.suffice(latest) ? firm(latest) : Status.CLAIMED, List.of(), latest, latest, course);
  }

  /** Others who say, no earlier, that these sides do not hold the place. */
  private List<ControlEntry> against(List<Integer> holders, List<ControlEntry> theirs) {
    LocalDate first = theirs.stream().map(this::day).min(Comparator.naturalOrder()).orElse(at);
    Set<String> speakers = new LinkedHashSet<>(theirs.stream().map(ControlEntry::root).toList());
    return latest.stream()
        .filter(w -> !w.isFor() && holders.contains(sides.side(w)))
        .filter(w -> !day(w).isBefore(first) && !speakers.contains(w.root()))
        .toList();
  }

  private static Status firm(List<ControlEntry> grounds) {
    boolean neutral = grounds.stream().anyMatch(w -> w.suffices() && w.standing() == Standing.NEUTRAL);
    boolean conceded = grounds.stream().anyMatch(w -> w.suffices() && w.standing() == Standing.CONCEDED);
    return conceded && !neutral ? Status.CONCEDED : Status.ASSESSED;
  }

  /** By these words alone, whoever speaks: the latest counts, and its interest does not. */
  ControlState alone() {
    List<Integer> holders = new ArrayList<>();
    List<ControlEntry> base = new ArrayList<>();
    LocalDate before = LocalDate.MIN;
    for (ControlEntry word : words) {
      boolean later = day(word).isAfter(before);
      if (word.isFor()) {
        if (later && !holders.equals(List.of(sides.side(word)))) {
          holders.clear();
          base.clear();
        }
        holders.add(sides.side(word));
        base.add(word);
      } else {
        holders.removeIf(s -> s == sides.side(word));
        base.removeIf(w -> w.isFor() && sides.side(w) == sides.side(word));
        base.add(word);
      }
      before = day(word);
    }
    boolean several = holders.stream().distinct().count() > 1;
    boolean conceded = !base.isEmpty() && base.getLast().standing() == Standing.CONCEDED;
    Status status = several ? Status.CONTESTED : conceded ? Status.CONCEDED : Status.CLAIMED;
    return state(status, holders, base.isEmpty() ? words : base, base, null);
  }

  private ControlState state(
      Status status,
      List<Integer> holders,
      List<ControlEntry> base,
      List<ControlEntry> begun,
      @Nullable Course course) {
    return new ControlState(
        place(words.getLast()),
        status,
        holders.stream().distinct().map(sides::lead).toList(),
        since(begun.isEmpty() ? base : begun),
        distinct(base.stream().map(ControlEntry::root)),
        distinct(base.stream().map(ControlEntry::claim)),
        latest,
        course == null ? List.of() : course.belief().shares(),
        words.stream().flatMap(w -> w.day().stream()).max(Comparator.naturalOrder()),
        Optional.empty());
  }

  /** The first change on which the state rests, else the first word. */
  private static Optional<LocalDate> since(List<ControlEntry> base) {
    Optional<LocalDate> change =
        base.stream().filter(w -> w.kind() != Kind.HELD).flatMap(w -> w.day().stream()).min(Comparator.naturalOrder());
    return change.or(() -> base.stream().flatMap(w -> w.day().stream()).min(Comparator.naturalOrder()));
  }

  /** A part of a place goes under the words for it. */
  static Location place(ControlEntry word) {
    Location at = word.place();
    return word.placeName().equals(at.name())
        ? at
        : new Location(
            at.surface(), word.placeName(), at.status(), at.place(), at.lat(), at.lon(), at.km(), at.step(),
            at.candidates());
  }

  private static List<ControlEntry> concat(List<ControlEntry> a, List<ControlEntry> b, List<ControlEntry> c) {
    return Stream.of(a, b, c).flatMap(List::stream).distinct().toList();
  }

  private static List<String> distinct(Stream<String> values) {
    return values.distinct().toList();
  }
}
