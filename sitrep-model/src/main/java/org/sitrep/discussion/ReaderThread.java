package org.sitrep.discussion;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.text.Span;

/**
 * The posts below one page, with the lines of the article that they may quote.
 *
 * @param doc the document's id
 * @param digest digest of its capture
 * @param published the day it speaks from, where known
 * @param article the article, block by block
 * @param posts in the order of the page
 * @param remarks what was found in each post, where that has been looked for; else empty
 */
public record ReaderThread(
    String doc,
    String digest,
    Optional<LocalDate> published,
    List<Line> article,
    List<Post> posts,
    List<Remark> remarks) {

  public ReaderThread {
    article = List.copyOf(article);
    posts = List.copyOf(posts);
    remarks = List.copyOf(remarks);
  }

  /** The same thread with what was found in it. */
  public ReaderThread with(List<Remark> found) {
    return new ReaderThread(doc, digest, published, article, posts, found);
  }

  /**
   * A part of the article.
   *
   * @param block its number among the parts of the page
   * @param line its first line in the document, from 1; 0 where the document has no lines
   * @param span where it stands in the document as given, in UTF-16 units
   * @param text its cleaned characters
   */
  public record Line(int block, int line, Span span, String text) {}
}
