package org.sitrep.fusion;

/**
 * Who did it to whom, as numbers in ascending order.
 *
 * @param actors the sides of the doers that the pack knows
 * @param targets the sides of those it was done to
 * @param described the other parties, as described
 * @param named names among these
 */
record Parties(long[] actors, long[] targets, long[] described, long[] named) {

  boolean hasBoth() {
    return actors.length > 0 && targets.length > 0;
  }

  /** Doers that both state, and that have none in common. */
  boolean doersDiffer(Parties other) {
    return differ(actors, other.actors);
  }

  /** Targets that both state, and that have none in common. */
  boolean targetsDiffer(Parties other) {
    return differ(targets, other.targets);
  }

  private static boolean differ(long[] a, long[] b) {
    return a.length > 0 && b.length > 0 && !Numbers.share(a, b);
  }
}
