package org.sitrep.mention;

import java.util.List;
import java.util.Optional;
import org.sitrep.entity.Place;

/**
 * Where a place mention is on the earth, as far as the article allows to say.
 *
 * @param surface as written
 * @param name the name alone
 * @param status whether it was found
 * @param place the place named, when resolved
 * @param lat degrees north of the place meant, moved off the named place where a relation says so
 * @param lon degrees east
 * @param km radius in kilometres within which the place meant lies
 * @param step the step of the matching ladder, or the reason why there is none
 * @param candidates what was considered, the likeliest first
 */
public record Location(
    String surface,
    String name,
    Status status,
    Optional<Place> place,
    double lat,
    double lon,
    double km,
    String step,
    List<Mention.Candidate> candidates) {

  /** Whether a place was found. */
  public enum Status {
    RESOLVED,
    AMBIGUOUS,
    UNLOCATED
  }

  /** The step of a quarter on no map that lies within the town named beside it. */
  public static final String WITHIN = "within";

  public Location {
    candidates = List.copyOf(candidates);
  }

  /** Whether it has coordinates. */
  public boolean isLocated() {
    return status == Status.RESOLVED;
  }
}
