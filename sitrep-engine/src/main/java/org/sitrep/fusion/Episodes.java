package org.sitrep.fusion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * Strings events of one place and the same sides together. A province is no one place, and a month no one day:
 * events known no better than that are in no episode. Immutable and thread-safe.
 */
final class Episodes {

  private static final int GAP_DAYS = 3;
  private static final double WIDEST_KM = 25;
  private static final int LONGEST_DAYS = 7;

  private final Sides sides;

  Episodes(Sides sides) {
    this.sides = sides;
  }

  private record Day(Event event, Location place, TimeWindow time, List<String> sides) {

    static final Comparator<Day> IN_ORDER =
        Comparator.comparing((Day d) -> d.time.start())
            .thenComparing(d -> d.time.end())
            .thenComparing(d -> d.event.id());

    String key() {
      return place.place().map(p -> p.id()).orElseGet(() -> Accounts.fold(place.name())) + '|' + String.join("|", sides);
    }
  }

  List<Episode> of(List<Event> events) {
    Map<String, List<Day>> fronts = new TreeMap<>();
    for (Event event : events) {
      day(event).ifPresent(d -> fronts.computeIfAbsent(d.key(), k -> new ArrayList<>()).add(d));
    }
    List<Episode> episodes = new ArrayList<>();
    fronts.values().forEach(days -> string(days, episodes));
    episodes.sort(Comparator.comparing(Episode::start).thenComparing(Episode::id));
    return episodes;
  }

  private Optional<Day> day(Event event) {
    if (event.place().isEmpty() || event.time().isEmpty()) {
      return Optional.empty();
    }
    Location place = event.place().get();
    TimeWindow time = event.time().get();
    TreeSet<String> taking = new TreeSet<>();
    Stream.concat(event.actors().stream(), event.targets().stream())
        .flatMap(p -> p.actor().flatMap(a -> sides.side(a, time.start())).stream())
        .forEach(taking::add);
    boolean vague = ChronoUnit.DAYS.between(time.start(), time.end()) >= LONGEST_DAYS || place.km() > WIDEST_KM;
    return taking.isEmpty() || vague
        ? Optional.empty()
        : Optional.of(new Day(event, place, time, List.copyOf(taking)));
  }

  private static void string(List<Day> days, List<Episode> episodes) {
    days.sort(Day.IN_ORDER);
    List<Day> run = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (Day day : days) {
      if (!run.isEmpty() && ChronoUnit.DAYS.between(last, day.time.start()) > GAP_DAYS) {
        episodes.add(episode(run, last));
        run.clear();
        last = LocalDate.MIN;
      }
      run.add(day);
      last = day.time.end().isAfter(last) ? day.time.end() : last;
    }
    if (!run.isEmpty()) {
      episodes.add(episode(run, last));
    }
  }

  private static Episode episode(List<Day> run, LocalDate last) {
    Day first = run.getFirst();
    return new Episode(
        "p" + first.event.id().substring(1),
        first.place,
        first.sides,
        first.time.start(),
        last,
        run.stream().map(d -> d.event.id()).toList());
  }
}
