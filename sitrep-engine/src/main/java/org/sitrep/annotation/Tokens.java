package org.sitrep.annotation;

import java.util.Set;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** What single tokens are, as the repairs of trees ask. */
final class Tokens {

  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");

  private Tokens() {}

  /** A word that says that a clause stands here. */
  static boolean isFinite(SyntaxTree tree, int token) {
    Upos tag = tree.upos(token);
    return (tag == Upos.VERB || tag == Upos.AUX) && FINITE.contains(tree.xpos(token));
  }

  /** A noun, a name or a number. */
  static boolean isNominal(SyntaxTree tree, int token) {
    Upos tag = tree.upos(token);
    return tag == Upos.NOUN || tag == Upos.PROPN || tag == Upos.NUM;
  }
}
