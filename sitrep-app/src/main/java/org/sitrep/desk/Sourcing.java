package org.sitrep.desk;

import java.util.List;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.reliability.Reliability;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

/** Learns from a whole store how sources did. */
public final class Sourcing {

  private Sourcing() {}

  /** What the claims, events and rulings of a store teach. */
  public static Reliability learn(Knowledge knowledge, Store store) {
    List<Claim> claims = store.listClaims(Filter.ALL);
    List<Event> events = store.listEvents(Filter.ALL);
    return Reliability.learn(knowledge, claims, events, store.listRulings());
  }
}
