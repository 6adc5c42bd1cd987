package org.sitrep.source;

import java.util.Optional;

/**
 * Whoever vouches for a claim in the end: ten sites that cite one agency are one root.
 *
 * @param key what all claims of one root share
 * @param name the name to show
 * @param named whether anybody is named; "activists" are nobody, and one weak root for each bloc of publishers
 * @param known whether the packs know the source or party
 * @param leaning key of the party whose voice it is or whom it favours, where that is known
 */
public record Root(String key, String name, boolean named, boolean known, Optional<String> leaning) {

  /** Whether it is known to favour nobody. */
  public boolean isNeutral() {
    return named && known && leaning.isEmpty();
  }
}
