package org.sitrep.event;

import java.time.Instant;
import java.util.List;

/**
 * What became of an event's id. Ids are made from the earliest claim, so they change when an earlier claim is
 * read, and when events merge or split; whoever noted an old id is led on.
 *
 * @param from the id that no event has any more
 * @param to ids of the events that hold its claims now; empty where none does
 * @param reason why it changed
 * @param when it changed
 */
public record Redirect(String from, List<String> to, Reason reason, Instant when) {

  /** Why an id is no event's any more. */
  public enum Reason {
    /** The same event has an earlier claim now, or has lost its earliest. */
    RENAMED,
    /** It is a part of another event. */
    MERGED,
    /** Its claims are in several events. */
    SPLIT,
    /** Its document has a later version that says the same. */
    NEW_VERSION,
    /** Its document has a later version that tells the same happening otherwise. */
    EDITED,
    /** None of its claims counts any more. */
    WITHDRAWN
  }

  public Redirect {
    to = List.copyOf(to);
  }
}
