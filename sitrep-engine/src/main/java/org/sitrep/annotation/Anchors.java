package org.sitrep.annotation;

import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/** Where characters stand among a sentence's tokens, and by which token they hang in its tree. */
final class Anchors {

  private Anchors() {}

  /** The first token that shares a character with {@code span}. */
  static int first(SyntaxTree tree, Span span) {
    int i = 0;
    while (i < tree.size() - 1 && tree.end(i) <= span.start()) {
      i++;
    }
    return i;
  }

  /** The last token that shares a character with {@code span}. */
  static int last(SyntaxTree tree, Span span) {
    int i = tree.size() - 1;
    while (i > 0 && tree.start(i) >= span.end()) {
      i--;
    }
    return i;
  }

  /**
   * The token by which tokens {@code first} to {@code last} hang in the tree: {@code wanted} where it
   * hangs outside, else the first one above it within that does, else {@code wanted}.
   */
  static int head(SyntaxTree tree, int first, int last, int wanted) {
    int at = wanted;
    for (int steps = first; steps <= last; steps++) {
      int up = tree.head(at);
      if (up < first || up > last) {
        return at;
      }
      at = up;
    }
    return wanted;
  }
}
