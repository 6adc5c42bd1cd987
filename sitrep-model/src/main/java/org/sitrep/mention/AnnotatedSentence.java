package org.sitrep.mention;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sitrep.page.Block;

/**
 * A sentence with its tree and all that it mentions.
 *
 * @param tree tokens and dependencies
 * @param mentions in the order of the text
 * @param block the block it stands in, counted within the article
 * @param kind what kind of block that is
 */
public record AnnotatedSentence(
    SyntaxTree tree, List<Mention> mentions, int block, Block.Kind kind) {

  public AnnotatedSentence {
    mentions = List.copyOf(mentions);
  }

  /** The mentions of one kind, in order. */
  public <M extends Mention> List<M> list(Class<M> kind) {
    List<M> found = new ArrayList<>();
    for (Mention mention : mentions) {
      if (kind.isInstance(mention)) {
        found.add(kind.cast(mention));
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** The mention of one kind whose tokens include {@code token}, if any. */
  public <M extends Mention> Optional<M> find(Class<M> kind, int token) {
    return list(kind).stream().filter(m -> m.first() <= token && token <= m.last()).findFirst();
  }
}
