package org.sitrep.annotation;

import java.util.List;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;

/** Finds mentions of one kind in a sentence. Pure and thread-safe. */
interface Spotter {

  /**
   * The mentions in a sentence, in order and without overlap among themselves.
   *
   * @param tree the sentence; its offsets are offsets in {@code text}
   * @param text the article's text
   */
  List<? extends Mention> spot(SyntaxTree tree, String text);
}
