package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.mention.SyntaxTree;

/**
 * Finds every stretch of reported content in a sentence, in one pass over its words: verbs with their clauses,
 * objects and phrases, verbs set in or after what they report, nouns that hold words, adjectives of opinion,
 * "according to" and its like, "citing".
 */
final class ReportFinder {

  private ReportFinder() {}

  /** The reports of a sentence, in the order of their cues. */
  static List<Report> find(Words words) {
    List<Report> found = new ArrayList<>();
    Sayers sayers = new Sayers(words);
    VerbReports verbs = new VerbReports(words, sayers);
    NominalReports nominals = new NominalReports(words, sayers);
    for (int i = 0; i < words.tree.size(); i++) {
      (words.isVerb(i) ? verbs.at(i) : nominals.at(i)).ifPresent(found::add);
    }
    nominals.citing(found);
    nominals.label().ifPresent(found::addFirst);
    return found;
  }

  /** "that X fell" with a subject of its own: a clause that tells something, whatever it hangs on. */
  static boolean isThatClause(Words words, int clause) {
    SyntaxTree tree = words.tree;
    if (tree.find(clause, "nsubj") < 0) {
      return false;
    }
    for (int d : tree.dependents(clause)) {
      if (d < clause && words.lower(d).equals("that") && !tree.is(d, "nsubj") && !tree.is(d, "obj") && !tree.is(d, "det")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The clause that an inserted or final phrase belongs to, wherever the parser hung it: the nearest verb or
   * root that is no mere part of a noun phrase or of another clause, but never beyond what is itself reported.
   */
  static int clauseOf(Words words, int token) {
    SyntaxTree tree = words.tree;
    int at = token;
    while (tree.head(at) >= 0 && !tree.is(at, "ccomp") && !tree.is(at, "parataxis")) {
      at = tree.head(at);
    }
    return at;
  }
}
