package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.claim.Interest;

/** What a source stands to gain from a word that favours a party. */
@FunctionalInterface
interface Interests {

  /**
   * The interest of a source.
   *
   * @param root key of the source or party whose word it is
   * @param favoured key of the party that the word favours
   * @param day of what the word tells, where it is known
   * @return empty where nothing is known of the source, so that it cannot be called neutral
   */
  Optional<Interest> of(String root, String favoured, Optional<LocalDate> day);
}
