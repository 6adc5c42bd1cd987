package org.sitrep.annotation;

import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** A tree being mended. */
final class TreeDraft {

  final String[] lemmas;
  final Upos[] upos;
  final String[] xpos;
  final int[] heads;
  final String[] relations;
  private final SyntaxTree tree;

  TreeDraft(SyntaxTree tree) {
    this.tree = tree;
    int n = tree.size();
    lemmas = new String[n];
    upos = new Upos[n];
    xpos = new String[n];
    heads = new int[n];
    relations = new String[n];
    for (int i = 0; i < n; i++) {
      lemmas[i] = tree.lemma(i);
      upos[i] = tree.upos(i);
      xpos[i] = tree.xpos(i);
      heads[i] = tree.head(i);
      relations[i] = tree.relation(i);
    }
  }

  /** Makes a token a past participle. */
  void participle(int token, String lemma) {
    upos[token] = Upos.VERB;
    xpos[token] = "VBN";
    lemmas[token] = lemma;
  }

  /** The tree as mended; as it was, where the mending would close a circle of heads. */
  SyntaxTree buildIfTree() {
    return isTree() ? build() : tree;
  }

  private boolean isTree() {
    for (int i = 0; i < heads.length; i++) {
      int steps = 0;
      for (int at = i; at >= 0; at = heads[at]) {
        if (++steps > heads.length) {
          return false;
        }
      }
    }
    return true;
  }

  SyntaxTree build() {
    int n = tree.size();
    int[] starts = new int[n];
    int[] ends = new int[n];
    String[] forms = new String[n];
    for (int i = 0; i < n; i++) {
      starts[i] = tree.start(i);
      ends[i] = tree.end(i);
      forms[i] = tree.form(i);
    }
    return new SyntaxTree(starts, ends, forms, lemmas, upos, xpos, heads, relations);
  }
}
