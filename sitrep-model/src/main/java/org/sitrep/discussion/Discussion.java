package org.sitrep.discussion;

import java.util.List;

/**
 * What the readers of one page said, counted; never evidence.
 *
 * @param doc the document below which they wrote
 * @param posts number of comments
 * @param authors number of different names, unknown ones left out
 * @param repeated texts that stand there more than once, with how often
 */
public record Discussion(String doc, int posts, int authors, List<Repeated> repeated) {

  public Discussion {
    repeated = List.copyOf(repeated);
  }

  /** A text posted more than once. */
  public record Repeated(String digest, int times) {}
}
