package org.sitrep.reliability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.RootFinder;
import org.sitrep.source.Root;

/**
 * Finds the root of each claim: copies are one testimony, and a testimony is the word of whoever {@link RootFinder} finds
 * for the first attributed one among them. One use, not thread-safe.
 */
final class Roots {

  private final RootFinder finder;
  private final Copies copies;
  private final Map<String, Claim> speakers = new HashMap<>();
  private final Map<String, Root> roots = new HashMap<>();
  private final Map<String, Root> found = new HashMap<>();

  Roots(Knowledge knowledge, List<Claim> ordered) {
    this.finder = new RootFinder(knowledge);
    this.copies = Copies.among(ordered);
    for (Claim claim : ordered) {
      Claim first = speakers.putIfAbsent(copies.witness(claim), claim);
      boolean attributed = claim.attribution().innermost().isPresent();
      if (first != null && attributed && first.attribution().innermost().isEmpty()) {
        speakers.put(copies.witness(claim), claim);
      }
    }
  }

  /** What all copies of a claim share. */
  String testimony(Claim claim) {
    return copies.witness(claim);
  }

  /** Whose word a claim is. */
  Root of(Claim claim) {
    String testimony = copies.witness(claim);
    Root known = roots.get(testimony);
    if (known == null) {
      known = root(speakers.getOrDefault(testimony, claim));
      roots.put(testimony, known);
    }
    return known;
  }

  private Root root(Claim claim) {
    Root made = finder.of(claim);
    return found.computeIfAbsent(made.key(), k -> made);
  }
}
