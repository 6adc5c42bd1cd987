package org.sitrep.revision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * One version of a document, as far as it is compared.
 *
 * @param digest of the snapshot
 * @param seen when it was seen
 * @param published the day of publication that it states
 * @param modified when it says that it was last changed
 * @param segments its parts in order, without readers' comments
 * @param claims all claims coded from it
 */
public record Edition(
    String digest,
    Instant seen,
    Optional<LocalDate> published,
    Optional<Instant> modified,
    List<Segment> segments,
    List<Claim> claims) {

  /**
   * A part of the page.
   *
   * @param kind what it is
   * @param span where it stands in the document as given, in UTF-16 units; claims' evidence counts alike
   * @param text its cleaned characters
   */
  public record Segment(Block.Kind kind, Span span, String text) {}

  public Edition {
    segments = List.copyOf(segments);
    claims = List.copyOf(claims);
  }
}
