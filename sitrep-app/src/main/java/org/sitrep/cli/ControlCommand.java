package org.sitrep.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.assessment.Assessment;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlState;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.ControlExchange;
import org.sitrep.flow.Issue;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "control",
    description = "Says who is said to hold which place on a day, as known on a day, and on whose word.",
    footer = {
      "",
      "claimed: the holder's own side or an unknown source says so. conceded: the losing side does.",
      "assessed: a neutral source or two independent ones do. contested: two sides are said to hold it,",
      "or somebody says they do not. unknown: nothing heard for long. ruled: a person has decided.",
      "",
      "Examples:",
      "  sitrep control",
      "  sitrep control --at 2017-09-23 --known-by 2017-09-24",
      "  sitrep control --according-to \"Syrian Observatory\" --according-to Amaq    side by side",
      "  sitrep control Maadan               its course, by speaker",
      "  sitrep control --ledger --json      every entry"
    })
final class ControlCommand implements Callable<Integer> {

  private static final int SHOWN = 5;
  private static final int NAMED = 12;

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(arity = "0..1", paramLabel = "PLACE", description = "Name or id of a place: its course over time, by speaker.")
  private @Nullable String course;

  @Option(names = "--at", paramLabel = "DAY", description = "The day asked about, as 2017-09-24 (default: the latest).")
  private @Nullable LocalDate at;

  @Option(names = "--known-by", paramLabel = "DAY", description = "Leave out what became known later.")
  private @Nullable LocalDate knownBy;

  @Option(
      names = "--according-to",
      paramLabel = "NAME",
      description = "The world by the word of this source or party alone; of several, side by side.")
  private List<String> speakers = List.of();

  @Option(names = "--place", paramLabel = "NAME", description = "Name or id of a place.")
  private List<String> places = List.of();

  @Option(names = "--ledger", description = "Every entry instead of what follows from them.")
  private boolean ledger;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ControlCommand() {}

  /** All that is needed for an answer. */
  private record Desk(
      Console console, Assessment assessment, List<ControlEntry> entries, List<Ruling> rulings, ControlLines lines) {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    if (course != null && (ledger || !places.isEmpty())) {
      throw new UsageException("PLACE asks for the course of one place; use it without --ledger and --place");
    }
    Assessment assessment = new Assessment(Workshop.knowledge(sitrep.home()));
    List<ControlEntry> entries;
    List<Ruling> rulings;
    try (Store open = store.openExisting(console)) {
      entries = open.listControl();
      rulings = open.listRulings();
    }
    Desk desk = new Desk(console, assessment, entries, rulings, new ControlLines(assessment.holderNames(entries, rulings)));
    if (entries.isEmpty() && rulings.isEmpty()) {
      console.say("no claim speaks of control");
      return Exit.OK;
    }
    return answer(desk);
  }

  private int answer(Desk desk) {
    Map<String, Set<String>> roots = new LinkedHashMap<>();
    for (String speaker : speakers) {
      roots.put(speaker, desk.assessment().rootsOf(speaker, desk.entries()));
      if (roots.get(speaker).isEmpty()) {
        desk.console().warn("nobody called \"" + speaker + "\" says anything of control; there " + whoSpeaks(desk));
        return Exit.NO_INPUT;
      }
    }
    Set<String> keys = new TreeSet<>();
    List<String> asked = course == null ? places : List.of(course);
    for (String place : asked) {
      Set<String> found = keysOf(place, desk);
      if (found.isEmpty()) {
        desk.console().warn("nothing is told of who holds \"" + place + "\"");
        return Exit.NO_INPUT;
      }
      keys.addAll(found);
    }
    doubts(desk, keys);
    boolean any =
        ledger
            ? ledger(desk, keys, roots.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
            : course != null ? course(desk, keys, roots) : roots.size() > 1 ? columns(desk, keys, roots) : states(desk, keys, roots);
    if (!any) {
      desk.console().say("nothing is told of who held what by then");
      return Exit.NO_INPUT;
    }
    return Exit.OK;
  }

  private static Set<String> keysOf(String place, Desk desk) {
    Set<String> keys = new TreeSet<>(desk.assessment().placesOf(place, desk.entries()));
    desk.rulings().stream()
        .filter(r -> r.subject() == Ruling.Subject.PLACE && r.id().equals(place))
        .forEach(r -> keys.add(r.id()));
    return keys;
  }

  private static String whoSpeaks(Desk desk) {
    Map<String, Long> named = new TreeMap<>(desk.entries().stream().collect(Collectors.groupingBy(ControlEntry::rootName, Collectors.counting())));
    List<String> most =
        named.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED)
            .map(Map.Entry::getKey)
            .toList();
    return (most.size() == 1 ? "is " : "are ") + String.join(", ", most) + (named.size() > NAMED ? " and others" : "");
  }

  private Question question(Set<String> roots) {
    return new Question(Optional.ofNullable(at), Optional.ofNullable(knownBy), roots);
  }

  private void doubts(Desk desk, Set<String> keys) {
    List<ControlEntry> entries =
        desk.entries().stream()
            .filter(e -> keys.isEmpty() || keys.contains(e.placeKey()))
            .toList();
    List<Issue> doubts = desk.assessment().check(entries);
    doubts.stream().limit(SHOWN).forEach(d -> desk.console().warn(d.message()));
    if (doubts.size() > SHOWN) {
      desk.console().warn((doubts.size() - SHOWN) + " more of this sort");
    }
  }

  private boolean ledger(Desk desk, Set<String> keys, Set<String> roots) {
    List<ControlEntry> shown =
        desk.entries().stream()
            .filter(e -> keys.isEmpty() || keys.contains(e.placeKey()))
            .filter(e -> roots.isEmpty() || roots.contains(e.root()))
            .filter(e -> at == null || e.day().filter(d -> !d.isAfter(at)).isPresent())
            .filter(e -> knownBy == null || e.known().filter(d -> !d.isAfter(knownBy)).isPresent())
            .toList();
    if (json.isSet()) {
      shown.forEach(e -> desk.console().line(ControlExchange.entry(e)));
    } else {
      Tables.align(shown.stream().map(ControlLines::row).toList()).forEach(desk.console()::line);
    }
    return !shown.isEmpty();
  }

  private List<ControlState> ask(Desk desk, Set<String> keys, Set<String> roots) {
    return desk.assessment().states(desk.entries(), desk.rulings(), question(roots)).stream()
        .filter(s -> keys.isEmpty() || keys.contains(s.placeKey()))
        .toList();
  }

  private boolean states(Desk desk, Set<String> keys, Map<String, Set<String>> roots) {
    Set<String> only = roots.isEmpty() ? Set.of() : roots.values().iterator().next();
    List<ControlState> states = ask(desk, keys, only);
    if (json.isSet()) {
      String speaker = roots.isEmpty() ? null : roots.keySet().iterator().next();
      states.forEach(s -> desk.console().line(json(s, desk, speaker)));
    } else {
      Tables.align(states.stream().map(desk.lines()::row).toList()).forEach(desk.console()::line);
      sayDay(desk, states, only);
    }
    return !states.isEmpty();
  }

  /** Where no day was asked for and much is old by the latest one, another day may be meant. */
  private void sayDay(Desk desk, List<ControlState> states, Set<String> roots) {
    long silent = states.stream().filter(s -> s.status() == ControlState.Status.UNKNOWN && s.ruling().isEmpty()).count();
    if (at == null && silent > 0) {
      desk.console().say(
          "as of " + desk.assessment().day(desk.entries(), question(roots)) + ", the latest day told; of "
              + Tables.count((int) silent, "place") + " nothing had been heard for long: --at DAY asks for another day");
    }
  }

  /** A row for each place, a column for each speaker. */
  private boolean columns(Desk desk, Set<String> keys, Map<String, Set<String>> roots) {
    Map<String, String> names = new TreeMap<>();
    Map<String, Map<String, ControlState>> bySpeaker = new LinkedHashMap<>();
    roots.forEach(
        (speaker, theirs) -> {
          Map<String, ControlState> states = new TreeMap<>();
          for (ControlState state : ask(desk, keys, theirs)) {
            states.put(state.placeKey(), state);
            names.putIfAbsent(state.placeKey(), state.place().name());
          }
          bySpeaker.put(speaker, states);
        });
    if (json.isSet()) {
      bySpeaker.forEach((speaker, states) -> states.values().forEach(s -> desk.console().line(json(s, desk, speaker))));
      return !names.isEmpty();
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(bySpeaker.keySet());
    rows.add(head);
    names.entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            place -> {
              List<String> row = new ArrayList<>(List.of(place.getValue()));
              bySpeaker.values().forEach(s -> row.add(desk.lines().cell(Optional.ofNullable(s.get(place.getKey())))));
              rows.add(row);
            });
    if (!names.isEmpty()) {
      Tables.align(rows).forEach(desk.console()::line);
    }
    return !names.isEmpty();
  }

  private boolean course(Desk desk, Set<String> keys, Map<String, Set<String>> roots) {
    boolean any = false;
    Set<String> theirs = roots.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    for (String key : keys) {
      List<ControlLane> lanes = desk.assessment().lanes(desk.entries(), desk.rulings(), question(theirs), key);
      if (json.isSet()) {
        lanes.forEach(lane -> stretches(lane, desk));
      } else if (!lanes.isEmpty()) {
        desk.console().line((any ? "\n" : "") + lanes.getFirst().stretches().getLast().state().place().name() + " (" + key + ")");
        Tables.align(desk.lines().rows(lanes)).forEach(line -> desk.console().line("  " + line));
      }
      any |= !lanes.isEmpty();
    }
    return any;
  }

  private static void stretches(ControlLane lane, Desk desk) {
    for (ControlLane.Stretch stretch : lane.stretches()) {
      ObjectNode out = json(stretch.state(), desk, null).put("lane", lane.speaker()).put("lane_name", lane.speakerName());
      stretch.from().ifPresent(day -> out.put("from", day.toString()));
      desk.console().line(out);
    }
  }

  private static ObjectNode json(ControlState state, Desk desk, @Nullable String speaker) {
    ObjectNode out = ControlExchange.state(state);
    ArrayNode names = out.putArray("holder_names");
    state.holders().forEach(h -> names.add(desk.lines().names().getOrDefault(h, h)));
    if (speaker != null) {
      out.put("according_to", speaker);
    }
    return out;
  }
}
