package org.sitrep.event;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.entity.EventType;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * Claims about one happening. All of them are kept; nothing is averaged.
 *
 * @param id made from the canonically earliest claim
 * @param type the most specific type that the claims agree on
 * @param place where, by the most precise claim
 * @param time when, by the most precise claim
 * @param actors who did it, by any claim
 * @param targets to whom, by any claim
 * @param claims in canonical order
 * @param roots who vouches for it, each once however often copied
 * @param losses what each claim states of losses, row by row
 * @param casualties from the lowest to the highest that any claim states, per fate
 * @param contradictions where two claims cannot both be right
 * @param why why these claims are held to be about one happening, in bits
 */
public record Event(
    String id,
    EventType type,
    Optional<Location> place,
    Optional<TimeWindow> time,
    List<Participant> actors,
    List<Participant> targets,
    List<Claim> claims,
    List<String> roots,
    List<Loss> losses,
    List<Casualties> casualties,
    List<Contradiction> contradictions,
    Why why) {

  public Event {
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
    claims = List.copyOf(claims);
    roots = List.copyOf(roots);
    losses = List.copyOf(losses);
    casualties = List.copyOf(casualties);
    contradictions = List.copyOf(contradictions);
  }

  /** The earliest day on which one of its claims was published; empty where that is known of none. */
  public Optional<LocalDate> firstPublished() {
    return claims.stream().flatMap(c -> c.published().stream()).min(Comparator.naturalOrder());
  }

  /** Whether a day's report tells of it: it may have been on that day, or, where nobody says when it was, was first published then. */
  public boolean isOf(LocalDate day) {
    return time
        .map(t -> !day.isBefore(t.start()) && !day.isAfter(t.end()))
        .orElseGet(() -> firstPublished().map(day::equals).orElse(true));
  }
}
