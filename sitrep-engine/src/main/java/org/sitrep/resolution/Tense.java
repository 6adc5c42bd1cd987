package org.sitrep.resolution;

import java.util.Locale;
import org.sitrep.knowledge.Times;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Whether a word stands under a verb that looks ahead. */
final class Tense {

  private final Times times;

  Tense(Times times) {
    this.times = times;
  }

  /** Whether the nearest verb above {@code token} has "will", or hangs from "is scheduled to" and such. */
  boolean isFuture(SyntaxTree tree, int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < tree.size(); steps++) {
      if (tree.upos(at) == Upos.VERB) {
        return isAhead(tree, at);
      }
      at = tree.head(at);
    }
    return false;
  }

  private boolean isAhead(SyntaxTree tree, int verb) {
    boolean infinitive = false;
    for (int d : tree.dependents(verb)) {
      String form = tree.form(d).toLowerCase(Locale.ROOT);
      if (tree.is(d, "aux") && times.isFuture(form)) {
        return true;
      }
      infinitive |= tree.is(d, "mark") && form.equals("to");
    }
    int above = tree.head(verb);
    boolean planned = times.isPlan(tree.lemma(verb));
    boolean under = above >= 0 && infinitive && times.isPlan(tree.lemma(above));
    return planned || under;
  }
}
