package org.sitrep.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.text.AlignedText;

/**
 * The outlet's own part of a page: all that annotation and the stages after it ever see.
 *
 * @param doc the document's id
 * @param digest digest of the capture it was read from
 * @param url its address, where known
 * @param publisher the outlet, where known
 * @param published the day of publication, where known
 * @param aligned the text that block spans refer to, with the way back to the document as given
 * @param blocks article blocks only (see {@link Block.Kind#isArticle()} and datelines), in order
 */
public record Article(
    String doc,
    String digest,
    Optional<String> url,
    Optional<String> publisher,
    Optional<LocalDate> published,
    AlignedText aligned,
    List<Block> blocks) {

  public Article {
    blocks = List.copyOf(blocks);
  }

  /** The text that block spans refer to. */
  public String text() {
    return aligned.text();
  }

  /** The line of the document as given on which a block begins; 0 where there is no such block. */
  public int line(int block) {
    return block < blocks.size() ? blocks.get(block).firstLine() : 0;
  }
}
