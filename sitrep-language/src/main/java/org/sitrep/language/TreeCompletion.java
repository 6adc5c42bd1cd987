package org.sitrep.language;

import org.sitrep.mention.Upos;

/**
 * Makes one tree of what the transitions leave: of the tokens still without a head, one becomes the root and
 * the others depend on it, with the labels that the model finds best. What was hung on a punctuation mark goes to the
 * word above the mark.
 */
final class TreeCompletion {

  /** Scores the transitions as if one token were on top of the stack and another next. */
  interface Labeller {
    /** The best label for an arc between two tokens. */
    int label(int left, int right, boolean rightIsHead);
  }

  private TreeCompletion() {}

  static void complete(Configuration c, Sentence s, Tags tags, int rootLabel, Labeller labeller) {
    int main = 0;
    int rank = Integer.MAX_VALUE;
    for (int i = 0; i < c.top; i++) {
      int token = c.stack[i];
      int own = rank(tags.upos()[s.tag[token]]);
      if (c.head[token] == 0 && own < rank) {
        main = token;
        rank = own;
      }
    }
    c.head[main] = c.root;
    c.label[main] = rootLabel;
    for (int i = 0; i < c.top; i++) {
      int token = c.stack[i];
      if (c.head[token] == 0) {
        boolean before = token < main;
        int label = before ? labeller.label(token, main, true) : labeller.label(main, token, false);
        c.head[token] = main;
        c.label[token] = label;
      }
    }
    lift(c, s, tags, labeller);
  }

  /** Nothing but a mark depends on a mark; a mark that is the root leaves that to the first of its words. */
  private static void lift(Configuration c, Sentence s, Tags tags, Labeller labeller) {
    for (int i = 1; i <= s.n; i++) {
      int head = c.head[i];
      if (isMark(s, tags, i) || head == c.root || !isMark(s, tags, head)) {
        continue;
      }
      while (head != c.root && isMark(s, tags, head)) {
        int above = c.head[head];
        if (above == c.root) {
          c.head[head] = i;
          c.label[i] = c.label[head];
          c.label[head] = labeller.label(Math.min(i, head), Math.max(i, head), i > head);
        }
        head = above;
      }
      c.head[i] = head;
      if (head != c.root) {
        c.label[i] = labeller.label(Math.min(i, head), Math.max(i, head), i < head);
      }
    }
  }

  private static boolean isMark(Sentence s, Tags tags, int token) {
    return tags.upos()[s.tag[token]] == Upos.PUNCT;
  }

  private static int rank(Upos upos) {
    return switch (upos) {
      case VERB -> 0;
      case AUX, NOUN, PROPN, ADJ, PRON, NUM -> 1;
      case ADV, INTJ, X, SYM, DET -> 2;
      case ADP, SCONJ, CCONJ, PART -> 3;
      case PUNCT -> 4;
    };
  }
}
