package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.Optional;

/** On whose side a party stands: a brigade is its army. */
@FunctionalInterface
interface Sides {

  /** The side of a party on a day; empty where its name leaves the side open ("militants"). */
  Optional<String> side(String party, LocalDate day);
}
