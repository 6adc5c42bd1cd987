package org.sitrep.fusion;

import java.util.List;
import java.util.Set;
import org.sitrep.claim.Claim;

/**
 * Whoever keeps the claims that are in events already: what {@link Fusion#update} asks of them. They keep, of each
 * claim, the keys that {@link Fusion#keys} gives and the component that the last {@link Update} named. Documents
 * come whole: with all their claims that may make an event. Order does not matter.
 */
public interface Known {

  /** All claims of all documents that have a claim filed under one of these keys. */
  List<Claim> documentsUnder(Set<Long> keys);

  /** All claims of all documents that have a claim in the component of one of these claims. */
  List<Claim> components(Set<String> claimIds);
}
