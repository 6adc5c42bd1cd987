package org.sitrep.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.page.Block;
import org.sitrep.revision.Edition;
import org.sitrep.revision.Revision;
import org.sitrep.revision.Revisions;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import org.sitrep.store.StoredDocument.Version;

/** Compares versions of documents of a store. Not thread-safe. */
public final class Comparing {

  /** What changed between two versions, with their places in the order. */
  public record Step(String doc, Version from, Version to, Revision revision) {}

  private final Store store;
  private final Revisions revisions;
  private final Map<String, Edition> editions = new HashMap<>();

  /** Over a store, by the wording of its packs. */
  public Comparing(Store store, Revisions revisions) {
    this.store = store;
    this.revisions = revisions;
  }

  /** Each version with the one before. */
  public List<Step> steps(String doc, List<Version> versions) {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < versions.size(); i++) {
      steps.add(step(doc, versions.get(i - 1), versions.get(i)));
      editions.remove(versions.get(i - 1).digest());
    }
    return steps;
  }

  /** One version with a later one. */
  public Step step(String doc, Version from, Version to) {
    return new Step(doc, from, to, revisions.compare(edition(from), edition(to)));
  }

  private Edition edition(Version version) {
    return editions.computeIfAbsent(version.digest(), digest -> load(version));
  }

  private Edition load(Version version) {
    StoredDocument document = store.findDocument(version.digest()).orElseThrow();
    return new Edition(
        version.digest(),
        version.seen(),
        document.head().published(),
        document.head().modified(),
        document.blocks().stream()
            .filter(b -> b.kind() != Block.Kind.COMMENT)
            .map(b -> new Edition.Segment(b.kind(), b.span(), b.text()))
            .toList(),
        store.listClaimsOf(version.digest()));
  }
}
