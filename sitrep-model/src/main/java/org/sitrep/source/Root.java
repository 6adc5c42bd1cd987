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

  /** Key of all people without a name; with a dot and a key behind it, of those of one side. */
  public static final String UNNAMED = "unnamed";

  /** Key of all publishers without a name. */
  public static final String NAMELESS_PUBLISHER = "@publisher";

  /** Whether a root with this key is somebody who is named. */
  public static boolean isNamed(String key) {
    return !key.equals(UNNAMED) && !key.startsWith(UNNAMED + ".") && !key.equals(NAMELESS_PUBLISHER);
  }

  /** Whether it is known to favour nobody. */
  public boolean isNeutral() {
    return named && known && leaning.isEmpty();
  }
}
