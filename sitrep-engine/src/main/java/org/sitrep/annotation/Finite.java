package org.sitrep.annotation;

import java.util.Set;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Words that say that a clause stands here. */
final class Finite {

  private static final Set<String> TAGS = Set.of("VBD", "VBZ", "VBP", "MD");

  private Finite() {}

  static boolean is(SyntaxTree tree, int token) {
    Upos tag = tree.upos(token);
    return (tag == Upos.VERB || tag == Upos.AUX) && TAGS.contains(tree.xpos(token));
  }
}
