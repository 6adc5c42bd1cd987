package org.sitrep.claim;

import java.util.OptionalInt;

/**
 * A stated loss of people.
 *
 * @param fate what became of them
 * @param low the fewest stated
 * @param high the most stated; empty where open ("at least 5")
 * @param group who they were, as worded, or empty
 */
public record Casualties(Fate fate, int low, OptionalInt high, String group) {

  /** What became of them. */
  public enum Fate {
    KILLED,
    WOUNDED,
    CAPTURED,
    DISPLACED
  }

  /** Whether the two ranges share a number. */
  public boolean agreesWith(Casualties other) {
    return fate == other.fate
        && low <= other.high.orElse(Integer.MAX_VALUE)
        && other.low <= high.orElse(Integer.MAX_VALUE);
  }
}
