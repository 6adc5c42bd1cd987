package org.sitrep.event;

import java.util.OptionalInt;
import org.sitrep.claim.Casualties.Fate;

/**
 * What a {@link CasualtyPolicy} makes of the losses of one event.
 *
 * @param fate what became of them
 * @param group whom the figure speaks of: "all", or by the policy "civilians", "fighters", "not stated"
 * @param low the lower bound
 * @param best the one number that the policy would publish; empty where it publishes none
 * @param high the upper bound; empty where open
 */
public record CasualtyFigure(Fate fate, String group, int low, OptionalInt best, OptionalInt high) {

  /** Everybody together. */
  public static final String ALL = "all";
}
