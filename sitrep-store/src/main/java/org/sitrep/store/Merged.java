package org.sitrep.store;

import java.util.List;
import org.sitrep.flow.Issue;

/**
 * What came of taking another store over.
 *
 * @param documents snapshots taken over
 * @param already snapshots that were here already
 * @param claims of the snapshots taken over
 * @param sightings times at which a snapshot was seen, of those that were here already, too
 * @param posts readers' posts taken over
 * @param erased pages whose comments were erased there, and now are here
 * @param rulings people's rulings taken over
 * @param issues issues taken over
 * @param moved places that stand elsewhere in the other store
 */
public record Merged(
    int documents,
    int already,
    int claims,
    int sightings,
    int posts,
    int erased,
    int rulings,
    int issues,
    List<Issue> moved) {

  public Merged {
    moved = List.copyOf(moved);
  }
}
