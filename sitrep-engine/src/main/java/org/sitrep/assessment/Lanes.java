package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlLane.Stretch;
import org.sitrep.control.ControlState;
import org.sitrep.event.Ruling;

/**
 * The course of one place over time, a lane for each root and one for all words together.
 *
 * @param words on the place, in order
 */
record Lanes(View view, String key, List<ControlEntry> words) {

  /** The lanes; decisions of people stand in the first. */
  List<ControlLane> draw(Function<LocalDate, Rulings> rulings) {
    List<ControlEntry> said = view.told(words, view.at());
    if (said.isEmpty()) {
      return List.of();
    }
    List<ControlLane> lanes = new ArrayList<>();
    if (!view.alone()) {
      TreeSet<LocalDate> days = days(said);
      earlier(said).forEach(days::add);
      Optional.ofNullable(rulings.apply(view.at()).standing().get(key))
          .flatMap(Ruling::from)
          .filter(day -> !day.isAfter(view.at()))
          .ifPresent(days::add);
      List<Stretch> stretches = new ArrayList<>();
      together(said, days)
          .forEach((day, state) -> add(stretches, Optional.of(day), rulings.apply(day).over(key, state)));
      lanes.add(new ControlLane(ControlLane.ASSESSED, ControlLane.TOGETHER, stretches));
    }
    byRoot(said).forEach((root, theirs) -> lanes.add(lane(root, theirs)));
    return lanes;
  }

  /**
   * The states on days, in one go through the words. Sides and shares of belief on a day do not depend on
   * words of later days; whether descriptions count does, so days before the first named party are asked apart.
   */
  private Map<LocalDate, ControlState> together(List<ControlEntry> said, TreeSet<LocalDate> days) {
    Map<LocalDate, List<ControlEntry>> byDay = new HashMap<>();
    said.forEach(w -> byDay.computeIfAbsent(w.day().orElse(view.at()), k -> new ArrayList<>()).add(w));
    Sides sides = new Sides(said, view.relations());
    Course course = new Course(view.weights(), sides);
    Map<LocalDate, ControlState> states = new LinkedHashMap<>();
    int told = 0;
    for (LocalDate day : days) {
      List<ControlEntry> today = byDay.getOrDefault(day, List.of());
      if (today.isEmpty()) {
        course.carry(day);
      } else {
        course.day(day, today);
      }
      told += today.size();
      if (told > 0) {
        states.put(day, new Judgement(said.subList(0, told), sides, day).together(course, view.weights().silentDays()));
      } else if (!view.told(words, day).isEmpty()) {
        states.put(day, view.state(words, day));
      }
    }
    return states;
  }

  private ControlLane lane(String root, List<ControlEntry> theirs) {
    View alone = new View(view.places(), view.at(), view.isLatest(), true, view.relations(), view.weights());
    List<Stretch> stretches = new ArrayList<>();
    Map<LocalDate, Optional<LocalDate>> days = new LinkedHashMap<>();
    theirs.forEach(w -> days.put(w.day().orElse(view.at()), w.day()));
    days.forEach((day, from) -> add(stretches, from, alone.state(theirs, day)));
    return new ControlLane(root, theirs.getFirst().rootName(), stretches);
  }

  /** The days before the first of these words on which only descriptions are told of. */
  private List<LocalDate> earlier(List<ControlEntry> said) {
    LocalDate first = said.getFirst().day().orElse(LocalDate.MIN);
    return words.stream().flatMap(w -> w.day().stream()).filter(d -> d.isBefore(first)).toList();
  }

  private static Map<String, List<ControlEntry>> byRoot(List<ControlEntry> words) {
    Map<String, List<ControlEntry>> roots = new LinkedHashMap<>();
    words.forEach(w -> roots.computeIfAbsent(w.root(), k -> new ArrayList<>()).add(w));
    return roots;
  }

  /** The days on which something is said, and those on which silence has lasted long enough to tell. */
  private TreeSet<LocalDate> days(List<ControlEntry> said) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (ControlEntry word : said) {
      LocalDate day = word.day().orElse(view.at());
      days.add(day);
      LocalDate silent = day.plusDays(view.weights().silentDays() + 1L);
      if (!silent.isAfter(view.at())) {
        days.add(silent);
      }
    }
    return days;
  }

  private static void add(List<Stretch> stretches, Optional<LocalDate> from, ControlState state) {
    if (stretches.isEmpty() || !isSame(stretches.getLast().state(), state)) {
      stretches.add(new Stretch(from, state));
    }
  }

  private static boolean isSame(ControlState a, ControlState b) {
    return a.status() == b.status() && a.holders().equals(b.holders()) && a.ruling().equals(b.ruling());
  }
}
