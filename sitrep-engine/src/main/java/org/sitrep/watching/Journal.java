package org.sitrep.watching;

import java.util.List;
import org.sitrep.page.Watched;

/** Where the plan of visits is kept between rounds and restarts. Called by one thread. */
public interface Journal {

  /** All that was ever watched. */
  List<Watched> list();

  /** Keeps what is known of an address, in place of what was known. */
  void save(Watched watched);
}
