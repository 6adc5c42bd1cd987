package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.Exchange;

/**
 * Control for a terminal.
 *
 * @param names of holders, by their keys
 */
record ControlLines(Map<String, String> names) {

  /** One row of the list of places. */
  List<String> row(ControlState state) {
    return List.of(state.place().name(), Exchange.name(state.status()), who(state), when(state), whose(state));
  }

  /** Who holds it, or what else is said of it. */
  String who(ControlState state) {
    if (!state.holders().isEmpty()) {
      return state.holders().stream().map(h -> names.getOrDefault(h, h)).collect(Collectors.joining(" / "));
    }
    if (state.status() == Status.UNKNOWN) {
      return "nobody knows";
    }
    return against(state)
        .map(w -> (w.kind() == Kind.TAKEN ? "not taken by " : w.kind() == Kind.HELD ? "not held by " : "left by ") + w.holderName())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String when(ControlState state) {
    if (state.status() == Status.UNKNOWN && state.ruling().isEmpty()) {
      return state.heard().map(d -> "last heard of " + d).orElse("no date");
    }
    boolean changed =
        state.ruling().isPresent() || base(state).anyMatch(w -> w.kind() != Kind.HELD && w.stated().isPresent());
    return state.since().map(d -> (changed ? "since " : "as of ") + d).orElse("no date");
  }

  /** On whose word, who says otherwise; of a ruling who decided, why, and what was said after it. */
  private String whose(ControlState state) {
    if (state.ruling().isPresent()) {
      Ruling ruling = state.ruling().get();
      String later = later(state, ruling);
      return "ruled by " + ruling.by() + ": " + ruling.reason() + (later.isEmpty() ? "" : "; said since: " + later);
    }
    if (state.status() == Status.UNKNOWN) {
      return "then " + state.words().stream().map(ControlLines::said).distinct().collect(Collectors.joining("; "));
    }
    List<String> deniers =
        state.holders().isEmpty() ? List.of() : against(state).map(ControlEntry::rootName).distinct().toList();
    String vouch =
        state.rootNames().stream().filter(r -> !deniers.contains(r)).distinct().collect(Collectors.joining(", "));
    return "on the word of " + vouch + (deniers.isEmpty() ? "" : "; contradicted by " + String.join(", ", deniers));
  }

  private static String later(ControlState state, Ruling ruling) {
    LocalDate from = ruling.from().orElse(LocalDate.MIN);
    return state.words().stream()
        .filter(w -> w.day().filter(d -> !d.isBefore(from)).isPresent())
        .map(ControlLines::said)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** "2017-09-23 taken by the army (the monitor)". */
  private static String said(ControlEntry word) {
    return word.day().map(d -> d + " ").orElse("") + what(word) + " (" + word.rootName() + ")";
  }

  private static Stream<ControlEntry> base(ControlState state) {
    return state.words().stream().filter(w -> state.claims().contains(w.claim()));
  }

  private static Stream<ControlEntry> against(ControlState state) {
    return base(state).filter(w -> !w.isFor());
  }

  private static String what(ControlEntry entry) {
    return (entry.certainty() == Certainty.CERTAIN ? "" : Exchange.name(entry.certainty()) + ": ")
        + Exchange.name(entry.kind()) + " by " + entry.holderName();
  }

  /** One row of the ledger. */
  static List<String> row(ControlEntry entry) {
    return List.of(
        entry.day().map(Object::toString).orElse("no date"),
        entry.known().map(d -> "known " + d).orElse("known since ?"),
        entry.placeName(),
        what(entry) + (entry.isPlausible() ? "" : " (day not believed)"),
        Exchange.name(entry.standing()),
        entry.rootName(),
        entry.claim());
  }

  /** The course of a place: speaker, day, what it came to. */
  List<List<String>> rows(List<ControlLane> lanes) {
    List<List<String>> rows = new ArrayList<>();
    for (ControlLane lane : lanes) {
      String speaker = lane.speakerName();
      for (ControlLane.Stretch stretch : lane.stretches()) {
        String ruled = stretch.state().ruling().map(r -> "  ruled by " + r.by() + ": " + r.reason()).orElse("");
        rows.add(
            List.of(
                speaker,
                stretch.from().map(Object::toString).orElse("no date"),
                Exchange.name(stretch.state().status()),
                who(stretch.state()) + ruled));
        speaker = "";
      }
    }
    return rows;
  }

  /** What one speaker says, for a column of its own. */
  String cell(Optional<ControlState> state) {
    return state.map(s -> who(s) + s.since().map(d -> " (" + d + ")").orElse("")).orElse("says nothing");
  }
}
