package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How parties stand to each other, by date. */
final class Affiliations {

  enum Relation {
    PART_OF,
    ALLY_OF,
    BACKED_BY,
    OPPOSED_TO
  }

  /** Days on which something held; open ends are {@link LocalDate#MIN} and {@link LocalDate#MAX}. */
  record Period(LocalDate from, LocalDate until) {
    static final Period ALWAYS = new Period(LocalDate.MIN, LocalDate.MAX);

    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(Period other) {
      return !from.isAfter(other.until) && !other.from.isAfter(until);
    }

    static Period of(Csv.Row row) {
      LocalDate from = day(row, "from", false).orElse(LocalDate.MIN);
      LocalDate until = day(row, "until", true).orElse(LocalDate.MAX);
      if (until.isBefore(from)) {
        throw row.error("ends before it begins: " + from + " to " + until);
      }
      return new Period(from, until);
    }

    private static Optional<LocalDate> day(Csv.Row row, String column, boolean end) {
      String cell = row.get(column);
      if (cell.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            switch (cell.length()) {
              case 4 -> LocalDate.of(Integer.parseInt(cell), end ? 12 : 1, end ? 31 : 1);
              case 7 -> end ? YearMonth.parse(cell).atEndOfMonth() : YearMonth.parse(cell).atDay(1);
              default -> LocalDate.parse(cell);
            });
      } catch (DateTimeException | NumberFormatException e) {
        throw row.error("\"" + column + "\" is no date: " + cell + "; write 2017-10-20, 2017-10 or 2017");
      }
    }
  }

  /** One row. */
  record Tie(String actor, Relation relation, String other, Period period, Path file, int line) {}

  static final String EVERYBODY = "*";

  private final Map<String, List<Tie>> byActor = new HashMap<>();
  private final Map<String, List<Tie>> byOther = new HashMap<>();
  private final Function<String, Optional<Tie>> byName;
  private final List<LocalDate> turns;

  /**
   * Reads the packs.
   *
   * @param byName the tie that an id itself states ("tr.forces" is part of "tr")
   */
  Affiliations(List<Path> packs, Function<String, Optional<Tie>> byName) {
    this.byName = byName;
    for (Path pack : packs) {
      for (Csv.Row row : Roles.rows(pack, "affiliations.csv")) {
        Tie tie =
            new Tie(
                row.require("actor"),
                relation(row),
                row.require("other"),
                Period.of(row),
                row.file(),
                row.line());
        byActor.computeIfAbsent(tie.actor(), k -> new ArrayList<>()).add(tie);
        byOther.computeIfAbsent(tie.other(), k -> new ArrayList<>()).add(tie);
      }
    }
    turns = byActor.values().stream().flatMap(List::stream).map(tie -> tie.period().from()).distinct().sorted().toList();
  }

  private static Relation relation(Csv.Row row) {
    try {
      return Relation.valueOf(row.require("relation").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.error("no relation: " + row.get("relation"));
    }
  }

  /**
   * The days on which some tie begins, in order, {@link LocalDate#MIN} among them where one has no beginning:
   * between two of them nothing new begins.
   */
  List<LocalDate> turns() {
    return turns;
  }

  List<Tie> all() {
    return byActor.values().stream().flatMap(List::stream).toList();
  }

  /** The parties to which {@code actor} stands in a relation on a day, as the rows state it. */
  private List<String> others(String actor, Relation relation, LocalDate day) {
    List<String> found = new ArrayList<>();
    List<Tie> ties = byActor.getOrDefault(actor, List.of());
    boolean stated = false;
    for (Tie tie : ties) {
      stated |= tie.relation() == Relation.PART_OF;
      if (tie.relation() == relation && tie.period().contains(day)) {
        found.add(tie.other());
      }
    }
    Optional<Tie> own = byName.apply(actor);
    if (own.isPresent() && own.get().relation() == relation && !found.contains(own.get().other())) {
      boolean replaced = stated && relation == Relation.PART_OF && !found.isEmpty();
      if (!replaced) {
        found.add(own.get().other());
      }
    }
    return found;
  }

  /** {@code actor} and all that it is part of on a day, the nearest first. */
  Set<String> wholes(String actor, LocalDate day) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(actor));
    while (!open.isEmpty()) {
      String next = open.removeFirst();
      if (seen.add(next)) {
        open.addAll(others(next, Relation.PART_OF, day));
      }
    }
    return seen;
  }

  /** The side: the last whole along the first row of each. */
  String side(String actor, LocalDate day) {
    return day.equals(Actors.UNKNOWN_DAY) ? always(actor) : sideOn(actor, day);
  }

  /** The side on which an actor was on all days; itself where that changed. */
  private String always(String actor) {
    List<String> sides = turns.stream().map(turn -> sideOn(actor, turn)).distinct().limit(2).toList();
    return sides.size() == 1 ? sides.getFirst() : actor;
  }

  private String sideOn(String actor, LocalDate day) {
    String at = actor;
    Set<String> seen = new LinkedHashSet<>();
    while (seen.add(at)) {
      List<String> up = others(at, Relation.PART_OF, day);
      if (up.isEmpty()) {
        return at;
      }
      at = up.getFirst();
    }
    return ring(at, day);
  }

  /** The first in the alphabet of those who are, by a mistake of the rows, part of each other. */
  private String ring(String in, LocalDate day) {
    String first = in;
    String at = others(in, Relation.PART_OF, day).getFirst();
    while (!at.equals(in)) {
      first = at.compareTo(first) < 0 ? at : first;
      at = others(at, Relation.PART_OF, day).getFirst();
    }
    return first;
  }

  /** Whether one of the wholes of {@code a} stands in the relation to one of the wholes of {@code b}. */
  boolean related(String a, String b, Relation relation, LocalDate day) {
    Set<String> wholes = wholes(b, day);
    for (String whole : wholes(a, day)) {
      for (String other : others(whole, relation, day)) {
        if (wholes.contains(other) || other.equals(EVERYBODY)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean mutual(String a, String b, Relation relation, LocalDate day) {
    return related(a, b, relation, day) || related(b, a, relation, day);
  }
}
