package org.sitrep.cli;

import java.nio.file.Path;
import java.util.List;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.reliability.Reliability;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

/** Learns from a whole store how sources did. */
final class Sourcing {

  private Sourcing() {}

  /** What the claims, events and rulings of a store teach. */
  static Reliability learn(Path home, Store store) {
    List<Claim> claims = store.listClaims(Filter.ALL);
    List<Event> events = store.listEvents(Filter.ALL);
    return Reliability.learn(Workshop.knowledge(home), claims, events, store.listRulings());
  }
}
