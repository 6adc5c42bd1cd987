package org.sitrep.event;

import java.util.List;

/** Versions of one happening that cannot all be right, side by side, each with who says so. */
public sealed interface Contradiction {

  /** The versions, in canonical order; at least two. */
  List<Version> versions();

  /**
   * One version.
   *
   * @param value what is said ("5", "rebels", "2018-11-08")
   * @param claims ids of the claims that say so
   * @param roots who vouches for it
   */
  record Version(String value, List<String> claims, List<String> roots) {
    public Version {
      claims = List.copyOf(claims);
      roots = List.copyOf(roots);
    }
  }

  /** Different numbers of one fate. */
  record Count(org.sitrep.claim.Casualties.Fate fate, List<Version> versions) implements Contradiction {}

  /** It succeeded, or it was repelled. */
  record Outcome(List<Version> versions) implements Contradiction {}

  /** Different doers. */
  record Blame(List<Version> versions) implements Contradiction {}

  /** It happened, or it did not. */
  record Polarity(List<Version> versions) implements Contradiction {}

  /** Different days. */
  record Timing(List<Version> versions) implements Contradiction {}

  /** Different places. */
  record Whereabouts(List<Version> versions) implements Contradiction {}

  /** Different victims or opponents. */
  record Participants(List<Version> versions) implements Contradiction {}
}
