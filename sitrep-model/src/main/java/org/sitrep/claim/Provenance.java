package org.sitrep.claim;

import java.util.List;

/**
 * What made a claim: the frame and, for each slot, the rule that filled it.
 *
 * @param frame pack file and entry ("common:capture/capture.v")
 * @param rules slot and rule, in the order they were applied ("actor: subject")
 */
public record Provenance(String frame, List<String> rules) {

  public Provenance {
    rules = List.copyOf(rules);
  }
}
