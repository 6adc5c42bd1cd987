package org.sitrep.control;

import java.util.List;
import java.util.Set;

/**
 * What claims that came or went change in the control ledger: the entries of some claims are taken out, then others
 * are put in. All other entries stay as they are. Immutable.
 *
 * @param restated ids of the claims whose entries go
 * @param entries those that come, in the order of {@link ControlEntry#IN_ORDER}; all entries of a claim come together
 */
public record LedgerChange(Set<String> restated, List<ControlEntry> entries) {

  /** Nothing goes, nothing comes. */
  public static final LedgerChange NOTHING = new LedgerChange(Set.of(), List.of());

  public LedgerChange {
    restated = Set.copyOf(restated);
    entries = List.copyOf(entries);
  }
}
