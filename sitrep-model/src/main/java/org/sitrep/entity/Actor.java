package org.sitrep.entity;

/**
 * A party that a knowledge pack lists: a state, a force, an armed group, a body, a people.
 *
 * @param id short and stable, as written in the pack ("sdf")
 * @param name the name to show
 * @param kind what sort of party
 */
public record Actor(String id, String name, Kind kind) {

  /** Sorts of parties. */
  public enum Kind {
    /** A state or its government. */
    STATE,
    /** Armed forces, police or other organs of a state. */
    FORCE,
    /** An organised armed group that is no organ of a state. */
    GROUP,
    /** A militia allied with a state or a party. */
    MILITIA,
    /** Several states or groups acting under one name. */
    COALITION,
    /** Unarmed bodies: ministries, agencies, councils, aid organisations, parties. */
    BODY,
    /** Civilians, residents, prisoners, workers: people without arms. */
    CIVILIANS,
    /** Fighters, militants, soldiers of no stated side. */
    FIGHTERS
  }
}
