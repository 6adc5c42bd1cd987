package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.Actors;

/** How parties stand to each other by the affiliations of the packs. Immutable and thread-safe. */
record Affiliated(Actors actors) implements Relations {

  @Override
  public Optional<Boolean> opposed(String a, String b, LocalDate day) {
    return actors.opposed(a, b, day);
  }

  /** Fighters and people of no stated side are none; a name that no pack knows is told by its capitals. */
  @Override
  public boolean isNamed(String holder) {
    return actors
        .find(holder)
        .map(a -> a.kind() != Actor.Kind.FIGHTERS && a.kind() != Actor.Kind.CIVILIANS)
        .orElseGet(() -> holder.chars().anyMatch(Character::isUpperCase));
  }
}
