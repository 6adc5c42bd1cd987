package org.sitrep.cli;

import org.sitrep.event.CasualtyPolicy;
import picocli.CommandLine.Option;

/** How losses are summed up. */
final class CasualtiesOption {

  @Option(
      names = "--casualties",
      paramLabel = "POLICY",
      defaultValue = "range",
      description = {
        "How losses are summed up (default: ${DEFAULT-VALUE}): range (lowest to highest), acled (the most cautious",
        "number of dead), ucdp (low, best, high), airwars (civilians apart). Never a mean, never a sum."
      })
  private CasualtyPolicy policy = CasualtyPolicy.RANGE;

  CasualtyPolicy policy() {
    return policy;
  }
}
