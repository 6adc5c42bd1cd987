package org.sitrep.watching;

import java.time.Instant;

/** How time is let pass; tests let it pass at once. */
@FunctionalInterface
public interface Pause {

  /** Returns at that time or later; at once where it is past. */
  void until(Instant time) throws InterruptedException;
}
