package org.sitrep.reliability;

import java.util.Set;
import org.sitrep.source.Resolved.Ground;

/**
 * That a happening was settled: whether it happened, and on what ground.
 *
 * @param weight from 0 to 1
 * @param restsOn keys of the roots on whose word the verdict rests, and which therefore prove nothing by it
 * @param why for people
 */
record Verdict(boolean happened, Ground ground, double weight, Set<String> restsOn, String why) {

  Verdict {
    restsOn = Set.copyOf(restsOn);
  }
}
