package org.sitrep.event;

import java.time.LocalDate;
import java.util.List;
import org.sitrep.mention.Location;

/**
 * Events of the same sides at the same place, day upon day: what some collections code as one event of some
 * length (UCDP) and others as one event a day (ACLED). It holds no more than its events do.
 *
 * @param id made from the id of its first event
 * @param place where
 * @param sides keys of the sides that took part, in order
 * @param start the first day
 * @param end the last day
 * @param events ids of the events, by day
 */
public record Episode(
    String id, Location place, List<String> sides, LocalDate start, LocalDate end, List<String> events) {

  public Episode {
    sides = List.copyOf(sides);
    events = List.copyOf(events);
  }
}
