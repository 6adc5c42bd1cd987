package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.Optional;

/** How parties stand to each other on a day. */
@FunctionalInterface
interface Relations {

  /** Whether two parties fight each other; false where they are of one side, empty where nobody says. */
  Optional<Boolean> opposed(String a, String b, LocalDate day);

  /** Whether a key is that of a party, and no description that leaves the side open ("militants", "her unit"). */
  default boolean isNamed(String holder) {
    return true;
  }
}
