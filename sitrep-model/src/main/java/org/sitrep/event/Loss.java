package org.sitrep.event;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Casualties.Fate;

/**
 * What one claim states of one loss, as a row of its own. Rows are set side by side; nothing adds them up or
 * takes their mean, for two rows may speak of the same people, of some of them, or of others.
 *
 * @param root who vouches for it, copies traced to their origin
 * @param claim id of the claim
 * @param fate what became of them
 * @param low the fewest stated
 * @param high the most stated; empty where open
 * @param cautious the fewest by the cautious reading of a vague word ("dozens" as 12 and not 24); else the low
 * @param side key of the side whose people they are, where the words say so
 * @param population id of the population ("fighters", "officers"); "people" where the words leave it open
 * @param within ids of the populations that this one is a part of, the nearest first
 * @param group who they were, as worded, or empty
 */
public record Loss(
    String root,
    String claim,
    Fate fate,
    int low,
    OptionalInt high,
    int cautious,
    Optional<String> side,
    String population,
    List<String> within,
    String group) {

  /** How a number is qualified. */
  public enum Qualifier {
    EXACTLY,
    AT_LEAST,
    AT_MOST,
    BETWEEN
  }

  public Loss {
    within = List.copyOf(within);
  }

  /** How the number is qualified: "at most" where nobody at all is within the range. */
  public Qualifier qualifier() {
    if (high.isEmpty()) {
      return Qualifier.AT_LEAST;
    }
    int most = high.getAsInt();
    return most == low ? Qualifier.EXACTLY : low == 0 ? Qualifier.AT_MOST : Qualifier.BETWEEN;
  }

  /** The most stated; where open, the largest number there is. */
  public int most() {
    return high.orElse(Integer.MAX_VALUE);
  }

  /** Whether both may speak of the very same people: one fate, one population, no two different sides. */
  public boolean mayBeSame(Loss other) {
    return fate == other.fate && population.equals(other.population) && !isOtherSide(other);
  }

  /** Whether these are some of those that {@code whole} speaks of: officers among fighters. */
  public boolean isPartOf(Loss whole) {
    return fate == whole.fate && within.contains(whole.population) && !isOtherSide(whole);
  }

  /**
   * Whether the two cannot both be right: the same people counted differently, or more of a part than of the
   * whole. Different populations exclude nothing.
   */
  public boolean excludes(Loss other) {
    if (mayBeSame(other)) {
      return low > other.most() || other.low > most();
    }
    return (isPartOf(other) && low > other.most()) || (other.isPartOf(this) && other.low > most());
  }

  /** "5 (soldiers)", "at least 3", "2-4 (officers)". */
  public String text() {
    String number =
        switch (qualifier()) {
          case AT_LEAST -> "at least " + low;
          case EXACTLY -> Integer.toString(low);
          case AT_MOST, BETWEEN -> low + "-" + high.orElse(low);
        };
    return group.isEmpty() ? number : number + " (" + group + ")";
  }

  /** The same as the claim states it. */
  public Casualties casualties() {
    return new Casualties(fate, low, high, group);
  }

  private boolean isOtherSide(Loss other) {
    return side.isPresent() && other.side.isPresent() && !side.equals(other.side);
  }
}
