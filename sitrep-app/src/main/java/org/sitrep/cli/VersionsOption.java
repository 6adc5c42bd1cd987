package org.sitrep.cli;

import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code --all-versions}: claims of superseded versions, too, each marked as such. */
final class VersionsOption {

  @Option(
      names = "--all-versions",
      description = "Claims of superseded versions of a document, too, marked as such; no event has any.")
  private boolean all;

  Filter of(Filter filter) {
    return all ? filter.withAllVersions() : filter;
  }

  /** The digests of superseded snapshots, as far as their claims are asked for. */
  Set<String> superseded(Store open) {
    return all ? open.listSuperseded() : Set.of();
  }

  /** The claim's object, with a mark where it is superseded; as it was where nobody asked for those. */
  ObjectNode marked(ObjectNode object, Claim claim, Set<String> superseded) {
    return all ? object.put("digest", claim.digest()).put("superseded", superseded.contains(claim.digest())) : object;
  }
}
