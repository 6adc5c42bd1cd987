package org.sitrep.source;

/**
 * The letter of the Admiralty system (NATO STANAG 2511): how well a source was borne out so far. Here it is
 * computed from resolved claims alone, never judged by eye.
 */
public enum Letter {
  A,
  B,
  C,
  D,
  E,
  /** Fewer than five resolved claims: nothing is known. */
  F
}
