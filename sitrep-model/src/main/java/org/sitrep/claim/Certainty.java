package org.sitrep.claim;

/** How far the innermost holder commits to a claim. */
public enum Certainty {
  /** Stated as fact. */
  CERTAIN,
  /** "likely", "reportedly", "apparently". */
  PROBABLE,
  /** "may", "could", "unconfirmed", "if". */
  POSSIBLE,
  /** It did not happen, or the holder denies it. */
  DENIED,
  /** It has not happened yet: "will", "aims to", "threatened". */
  PLANNED;

  /** Whether the claim speaks of something that took place or is the case. */
  public boolean isFactual() {
    return this != PLANNED;
  }
}
