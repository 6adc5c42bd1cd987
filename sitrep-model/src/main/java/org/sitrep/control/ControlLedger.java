package org.sitrep.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds which place, on whose word: append-only, in the order of valid time, then of knowledge.
 *
 * @param entries all that was said
 * @param states what follows for each place on one day
 */
public record ControlLedger(List<ControlEntry> entries, List<ControlState> states) {

  public ControlLedger {
    entries = List.copyOf(entries);
    states = List.copyOf(states);
  }

  /** The names of holders, by their ids. */
  public Map<String, String> holderNames() {
    Map<String, String> names = new HashMap<>();
    entries.forEach(e -> names.putIfAbsent(e.holder(), e.holderName()));
    return names;
  }
}
