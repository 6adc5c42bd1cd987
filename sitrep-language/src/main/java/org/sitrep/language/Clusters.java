package org.sitrep.language;

import java.util.Map;

/**
 * Words grouped by the company they keep.
 *
 * @param facts by hash of the lower-cased word, {@code coarse << 10 | fine}
 */
record Clusters(Map<Integer, Integer> facts) {

  static final Clusters NONE = new Clusters(Map.of());

  Clusters {
    facts = Map.copyOf(facts);
  }
}
