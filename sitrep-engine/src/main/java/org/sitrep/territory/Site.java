package org.sitrep.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.control.ControlArea.Standing;

/**
 * A place that takes part in the division of the ground.
 *
 * @param name its name, for messages
 * @param lat degrees north
 * @param lon degrees east
 * @param reach in metres
 * @param owner who holds it, and how firmly; without sides, nobody is said to
 * @param since the day of its evidence
 */
record Site(String name, double lat, double lon, double reach, Owner owner, Optional<LocalDate> since) {

  /** Whose ground it is. */
  record Owner(List<String> sides, Standing standing) {

    boolean isNobody() {
      return sides.isEmpty();
    }
  }
}
