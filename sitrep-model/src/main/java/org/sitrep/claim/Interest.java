package org.sitrep.claim;

/**
 * What a source stands to gain from a claim. Reliability is learned apart for each value: without it, agreement among
 * sources mostly measures whose side a claim favours.
 */
public enum Interest {
  /** The claim favours the source's own side. */
  SELF_SERVING,
  /** The claim favours a side opposed to the source's. */
  AGAINST_INTEREST,
  /** Neither. */
  NEUTRAL
}
