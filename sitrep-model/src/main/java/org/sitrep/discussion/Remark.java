package org.sitrep.discussion;

import java.util.List;
import java.util.Optional;

/**
 * What was found in one post: the part of the analysis that is kept, since finding it takes the coder.
 *
 * @param number the post's place in the thread
 * @param propositions what it asserts outright
 * @param corrections those of them that it puts outright in the place of something else ("wrong, it was ...")
 * @param quoted places of evidence in the article that it quotes word by word, by block
 * @param quotesPost the number of the earlier post that it quotes word by word
 * @param quotesOutside whether it holds a quotation that stands neither in the article nor in the thread
 * @param rejects whether it calls untrue what it quotes, or, where it quotes nothing and answers nobody, the
 *     page as a whole
 */
public record Remark(
    int number,
    List<Proposition> propositions,
    List<Proposition> corrections,
    List<Integer> quoted,
    Optional<Integer> quotesPost,
    boolean quotesOutside,
    boolean rejects) {

  public Remark {
    propositions = List.copyOf(propositions);
    corrections = List.copyOf(corrections);
    quoted = List.copyOf(quoted);
  }
}
