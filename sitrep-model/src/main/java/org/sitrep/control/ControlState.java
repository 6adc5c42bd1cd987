package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;

/**
 * What the ledger allows to say of one place at its latest date.
 *
 * @param place the place
 * @param status how firm it is
 * @param holders keys of the sides said to hold it, the best supported first
 * @param since the day the latest change is dated to, where known
 * @param roots who vouches for it
 * @param claims the claims it rests on
 */
public record ControlState(
    Location place,
    Status status,
    List<String> holders,
    Optional<LocalDate> since,
    List<String> roots,
    List<String> claims) {

  /** How firm a holder is. */
  public enum Status {
    /** Only the holder's own side says so. */
    CLAIMED,
    /** The losing side says so. */
    CONCEDED,
    /** A neutral or opposed root, or two independent roots, say so. */
    ASSESSED,
    /** Two sides are said to hold it. */
    CONTESTED
  }

  public ControlState {
    holders = List.copyOf(holders);
    roots = List.copyOf(roots);
    claims = List.copyOf(claims);
  }

  /**
   * The names of its roots, in their order; the id of one none of whose claims is handed over.
   *
   * @param byId claims by their ids
   */
  public List<String> rootNames(Map<String, Claim> byId) {
    Map<String, String> names =
        Claim.rootNames(claims.stream().filter(byId::containsKey).map(byId::get).toList());
    return roots.stream().map(r -> names.getOrDefault(r, r)).toList();
  }
}
