package org.sitrep.pipeline;

import java.util.List;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;

/**
 * What claims together came to.
 *
 * @param events the happenings that they are about, in canonical order
 * @param ledger who is said to hold what
 */
public record Fused(List<Event> events, ControlLedger ledger) {

  public Fused {
    events = List.copyOf(events);
  }
}
