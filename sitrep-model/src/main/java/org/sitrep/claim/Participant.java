package org.sitrep.claim;

import java.util.Optional;

/**
 * A party to a claim.
 *
 * @param surface as written
 * @param name the name of the pack's actor, or the surface where no pack knows it
 * @param actor the pack's actor
 */
public record Participant(String surface, String name, Optional<String> actor) {

  /** What two mentions of one party share: the actor's id, else the name. */
  public String key() {
    return actor.orElse(name);
  }
}
