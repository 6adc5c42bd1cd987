package org.sitrep.revision;

import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.page.Block;

/**
 * What changed from one version of a document to a later one.
 *
 * @param older the earlier version
 * @param newer the later version
 * @param sentences changes of the wording, in the order of the later version; what went before what came
 * @param claims changes of what is claimed: changed slots first, then lost, then gained claims
 * @param notice the sentence by which the later version owns up to a change, where it is new there
 * @param modified whether the later version states another time of its last change
 */
public record Revision(
    Edition older,
    Edition newer,
    List<SentenceChange> sentences,
    List<ClaimChange> claims,
    Optional<String> notice,
    boolean modified) {

  /** How a sentence or a claim of one version is found in the other. */
  public enum Sort {
    /** Sentence: worded otherwise. Claim: with another value in a slot. */
    CHANGED,
    /** Only in the earlier version. */
    LOST,
    /** Only in the later version. */
    GAINED,
    /** A sentence that stands elsewhere, perhaps slightly reworded. */
    MOVED
  }

  /**
   * A changed sentence.
   *
   * @param sort how
   * @param kind the part of the page that it belongs to (the later version's, where it is in both)
   * @param before its words in the earlier version, or empty
   * @param after its words in the later version, or empty
   * @param trivial whether nobody need look: white space, punctuation, a typing error, a time reckoned from
   *     now, page furniture; never where a claim of it changed
   */
  public record SentenceChange(Sort sort, Block.Kind kind, String before, String after, boolean trivial) {}

  /**
   * A changed claim.
   *
   * @param sort how; claims are not moved
   * @param before the claim in the earlier version, where there is one
   * @param after the claim in the later version, where there is one
   * @param slots what changed, in the order of the codebook; empty unless the claim is in both
   */
  public record ClaimChange(Sort sort, Optional<Claim> before, Optional<Claim> after, List<SlotChange> slots) {

    public ClaimChange {
      slots = List.copyOf(slots);
    }
  }

  /**
   * A slot with another value.
   *
   * @param slot "type", "actor", "target", "place", "time", "source", "certainty", "killed" ...
   * @param before what it held, as written where the names are alike; "(none)" where nothing
   * @param after what it holds now
   */
  public record SlotChange(String slot, String before, String after) {

    /** "killed 5 -> 7". */
    @Override
    public String toString() {
      return slot + ": " + before + " -> " + after;
    }
  }

  public Revision {
    sentences = List.copyOf(sentences);
    claims = List.copyOf(claims);
  }

  /** The claims with a changed slot. */
  public List<ClaimChange> changed() {
    return of(Sort.CHANGED);
  }

  /** The claims of one sort of change. */
  public List<ClaimChange> of(Sort sort) {
    return claims.stream().filter(c -> c.sort() == sort).toList();
  }

  /** Whether the page itself says that it was changed: by a notice or by the time of its last change. */
  public boolean isAnnounced() {
    return modified || notice.isPresent();
  }

  /** Whether a claim says something else now and the page does not say so. */
  public boolean isUnannounced() {
    return !isAnnounced() && !changed().isEmpty();
  }

  /** Whether nobody need look: no claim and no sentence changed but for trifles. */
  public boolean isTrivial() {
    return claims.isEmpty() && sentences.stream().allMatch(SentenceChange::trivial);
  }
}
