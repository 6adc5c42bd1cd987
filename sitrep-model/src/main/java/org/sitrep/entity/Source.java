package org.sitrep.entity;

import java.util.Optional;

/**
 * Someone whose word is reported: an outlet, an agency, a monitor, a party's media, a ministry.
 *
 * @param id short and stable ("amaq")
 * @param name the name to show
 * @param kind what sort of source
 * @param actor the actor whose voice it is or whom it favours, where the pack states one
 */
public record Source(String id, String name, Kind kind, Optional<String> actor) {

  /** Sorts of sources. */
  public enum Kind {
    OUTLET,
    AGENCY,
    PARTY_MEDIA,
    STATE_MEDIA,
    MONITOR,
    OFFICIAL,
    BODY,
    ACTIVISTS,
    WITNESS,
    SOCIAL_MEDIA
  }
}
