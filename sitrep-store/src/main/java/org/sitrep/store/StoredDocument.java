package org.sitrep.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/**
 * A document as it was read: what the document page shows.
 *
 * @param head what is known about it
 * @param text its characters as given
 * @param blocks all its parts in order, each with its cleaned text
 * @param comments the readers' thread; never evidence
 */
public record StoredDocument(
    Head head, String text, List<StoredBlock> blocks, List<StoredComment> comments) {

  public StoredDocument {
    blocks = List.copyOf(blocks);
    comments = List.copyOf(comments);
  }

  /**
   * What is known about a document.
   *
   * @param digest SHA-256 of the bytes read
   * @param doc its id
   * @param url its address, where known
   * @param publisher the outlet, where known
   * @param published the day of publication, where known
   * @param headline its headline, where one was found
   * @param author whom its byline names, where it does
   * @param modified when it says that it was last changed, where it does
   * @param claims number of claims coded from it
   * @param comments number of readers' comments below it
   */
  public record Head(
      String digest,
      String doc,
      Optional<String> url,
      Optional<String> publisher,
      Optional<LocalDate> published,
      Optional<String> headline,
      Optional<String> author,
      Optional<Instant> modified,
      int claims,
      int comments) {}

  /**
   * A part of the page.
   *
   * @param kind what it is
   * @param span where it stands in the document as given, in UTF-16 units
   * @param text its cleaned characters
   */
  public record StoredBlock(Block.Kind kind, Span span, String text) {}

  /**
   * A reader's comment.
   *
   * @param author a keyed hash of the name, where one was printed
   * @param time as printed, where it was
   * @param text what was written
   * @param votes readers' votes as printed, for less against, where printed
   * @param parent the number of the comment answered, from 0, where known
   * @param depth how deep the page indents it, from 0
   */
  public record StoredComment(
      Optional<String> author,
      Optional<String> time,
      String text,
      Optional<Integer> votes,
      Optional<Integer> parent,
      int depth) {}

  /**
   * When a snapshot of a document was there.
   *
   * @param number from 1, the oldest
   * @param digest of the snapshot
   * @param seen when it was first seen in this place of the order: fetched, or else read
   */
  public record Version(int number, String digest, Instant seen) {}
}
