package org.sitrep.watching;

import java.time.Instant;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.page.Watched;

/** Takes what comes in. Called by the thread that runs the round; what it takes is kept when it returns. */
public interface Desk {

  /** An article with bytes that were not there at the last visit; perhaps long ago. */
  void take(Capture capture);

  /** An article that is as it was at the last visit. */
  void unchanged(Watched article, Instant when);

  /** An article that is there no more (404, 410); told once. */
  void gone(Watched article, Instant when);

  /** A feed that is not polled though this was asked for: it failed, and it is not time to try again. */
  void leftAlone(Watched feed);

  /** Something that could not be fetched or read. */
  void trouble(Issue issue);
}
