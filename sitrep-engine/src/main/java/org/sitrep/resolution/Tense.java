package org.sitrep.resolution;

import java.util.Locale;
import java.util.Set;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Whether a word stands under a verb that looks ahead. */
final class Tense {

  private static final Set<String> AHEAD = Set.of("will", "shall", "'ll", "’ll", "won't", "wo", "would");
  private static final Set<String> PLANS =
      Set.of("expect", "schedule", "slate", "plan", "set", "due", "intend", "aim", "vow", "promise");

  private Tense() {}

  /** Whether the nearest verb above {@code token} has "will", or hangs from "is scheduled to" and such. */
  static boolean isFuture(SyntaxTree tree, int token) {
    int at = token;
    for (int steps = 0; at >= 0 && steps < tree.size(); steps++) {
      if (tree.upos(at) == Upos.VERB) {
        return isAhead(tree, at);
      }
      at = tree.head(at);
    }
    return false;
  }

  private static boolean isAhead(SyntaxTree tree, int verb) {
    boolean infinitive = false;
    for (int d : tree.dependents(verb)) {
      String form = tree.form(d).toLowerCase(Locale.ROOT);
      if (tree.is(d, "aux") && AHEAD.contains(form)) {
        return true;
      }
      infinitive |= tree.is(d, "mark") && form.equals("to");
    }
    int above = tree.head(verb);
    boolean planned = PLANS.contains(tree.lemma(verb));
    boolean under = above >= 0 && infinitive && PLANS.contains(tree.lemma(above));
    return planned || under;
  }
}
