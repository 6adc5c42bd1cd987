package org.sitrep.coding;

import org.sitrep.claim.Participant;

/** Tells whether two participants are one party. */
final class Parties {

  private Parties() {}

  /** The same party, or arms of one: a state and its air force. */
  static boolean same(Participant a, Participant b) {
    return a.key().equals(b.key()) || a.actor().isPresent() && b.actor().isPresent() && root(a.key()).equals(root(b.key()));
  }

  private static String root(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
