package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;

/**
 * One line of the control ledger: on someone's word, a side came to hold or lost a place.
 *
 * @param place the place
 * @param holder key of the side said to hold it; the loser for {@link Kind#LOST}, the besieged for {@link
 *     Kind#BESIEGED}
 * @param holderName the side's name
 * @param kind what the claim says of it
 * @param standing whose interest the word serves
 * @param certainty how far that word commits; only {@link Certainty#CERTAIN} moves control
 * @param since the day it is said to hold from, where known
 * @param known the day the word was published, where known
 * @param root who vouches for it
 * @param claim id of the claim
 */
public record ControlEntry(
    Location place,
    String holder,
    String holderName,
    Kind kind,
    Standing standing,
    Certainty certainty,
    Optional<LocalDate> since,
    Optional<LocalDate> known,
    String root,
    String claim) {

  /** What is said of the holder. */
  public enum Kind {
    TAKEN,
    HELD,
    LOST,
    BESIEGED
  }

  /** Whose interest a word serves. */
  public enum Standing {
    /** The holder's own side says so. */
    CLAIMED,
    /** The losing side says so. */
    CONCEDED,
    /** Neither side says so. */
    NEUTRAL
  }

  /**
   * The name of its root; the id where its claim is not handed over.
   *
   * @param byId claims by their ids
   */
  public String rootName(Map<String, Claim> byId) {
    Claim told = byId.get(claim);
    return told == null ? root : Claim.rootNames(List.of(told)).getOrDefault(root, root);
  }
}
