package org.sitrep.annotation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends clauses whose verb the parser missed:
 *
 * <ul>
 *   <li>a full sentence without a verb, whose only verb was read as a participle after its subject ("Thousands of
 *       people marched in X.");
 *   <li>a participle of harm read as an adjective ("five more injured", "ten were wounded");
 *   <li>a subject after a time, read as the time's gloss ("At 10:30, a drone targeted");
 *   <li>a phrase with its preposition, read as a clause ("Speaking after the fall of X, Y said:");
 *   <li>a relative clause, read as joined to the verb before it ("in X, which is held by Y");
 *   <li>a noun after "and" that was joined to the verb, not to the noun before ("killed a farmer and two of his guests");
 *   <li>an object behind an adverbial, read as something else ("captured on Thursday a key town").
 * </ul>
 *
 * Pure and thread-safe.
 */
final class ClauseRepair {

  private final Lexicon lexicon;
  private final Map<String, String> participles = new HashMap<>();

  ClauseRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
    lexicon.cues("grammar.suffered").forEach(v -> participles.put(v.endsWith("e") ? v + "d" : v + "ed", v));
  }

  SyntaxTree apply(SyntaxTree tree) {
    TreeDraft draft = new TreeDraft(tree);
    boolean changed = missingVerb(draft, tree);
    for (int i = 0; i < tree.size(); i++) {
      changed |=
          harmed(draft, tree, i)
              || noClause(draft, tree, i)
              || joined(draft, tree, i)
              || relative(draft, tree, i)
              || lateObject(draft, tree, i)
              || lostSubject(draft, tree, i);
    }
    return changed ? draft.buildIfTree() : tree;
  }

  private boolean missingVerb(TreeDraft draft, SyntaxTree tree) {
    int root = tree.root();
    if (tree.upos(root) == Upos.VERB) {
      return isActive(draft, tree, root);
    }
    if (!Tokens.isNominal(tree, root) || tree.find(root, "cop") >= 0 || hasFinite(tree, root)) {
      return false;
    }
    int subject = tree.find(root, "nsubj") < 0 ? root : tree.find(root, "nsubj");
    int verb = participleAfter(tree, subject);
    boolean sentence = tree.form(tree.size() - 1).matches("[.!]");
    if (verb < 0 || !sentence && !lexicon.cue("grammar.intransitive", tree.lemma(verb))) {
      return false;
    }
    boolean passive = lexicon.cue("grammar.suffered", tree.lemma(verb)) && tree.find(verb, "obj") < 0;
    draft.heads[verb] = SyntaxTree.NO_HEAD;
    draft.relations[verb] = "root";
    draft.xpos[verb] = passive ? "VBN" : "VBD";
    draft.heads[root] = verb;
    draft.relations[root] = "obl";
    draft.heads[subject] = verb;
    draft.relations[subject] = passive ? "nsubj:pass" : "nsubj";
    for (int d : tree.dependents(subject)) {
      if (d > verb) {
        draft.heads[d] = verb;
      }
    }
    return true;
  }

  /** "Demonstrators rallied": nobody is rallied. */
  private boolean isActive(TreeDraft draft, SyntaxTree tree, int root) {
    int subject = tree.find(root, "nsubj");
    boolean odd = subject >= 0 && tree.relation(subject).equals("nsubj:pass") && tree.find(root, "aux") < 0
        && lexicon.cue("grammar.intransitive", tree.lemma(root).toLowerCase(Locale.ROOT));
    if (odd) {
      draft.xpos[root] = "VBD";
      draft.relations[subject] = "nsubj";
    }
    return odd;
  }

  private static boolean hasFinite(SyntaxTree tree, int root) {
    for (int i = 0; i < tree.size(); i++) {
      boolean relative = tree.relation(i).equals("acl:relcl") || tree.is(i, "aux") || tree.is(i, "cop");
      if (i != root && Tokens.isFinite(tree, i) && !relative && !tree.is(i, "advcl") && !tree.is(i, "acl") && !tree.is(i, "ccomp")) {
        return true;
      }
    }
    return false;
  }

  /** The participle that follows a phrase or one of its nouns at once, and describes it. */
  private static int participleAfter(SyntaxTree tree, int phrase) {
    for (int i = phrase + 1; i + 1 < tree.size(); i++) {
      boolean participle = tree.relation(i).equals("acl") && (tree.xpos(i).equals("VBN") || tree.xpos(i).equals("VBD"));
      if (participle && tree.under(i, phrase) && Tokens.isNominal(tree, i - 1) && tree.under(i - 1, phrase) && !tree.form(i + 1).equals("by")) {
        return i;
      }
      if (tree.upos(i) == Upos.VERB || tree.upos(i) == Upos.PUNCT) {
        return -1;
      }
    }
    return -1;
  }

  private boolean harmed(TreeDraft draft, SyntaxTree tree, int token) {
    String verb = participles.get(tree.form(token).toLowerCase(Locale.ROOT));
    if (verb == null || tree.is(token, "amod")) {
      return false;
    }
    if (tree.upos(token) == Upos.VERB) {
      return bareParticiple(draft, tree, token);
    }
    int copula = tree.find(token, "cop");
    boolean beside = tree.is(token, "conj") && tree.head(token) >= 0 && tree.upos(tree.head(token)) == Upos.VERB;
    if (copula < 0 && !beside) {
      return false;
    }
    draft.participle(token, verb);
    for (int d : tree.dependents(token)) {
      if (d == copula) {
        draft.relations[d] = "aux:pass";
      } else if (tree.is(d, "nsubj") || beside && d < token && tree.is(d, "nummod")) {
        draft.relations[d] = "nsubj:pass";
      }
    }
    return true;
  }

  /** "and two others injured": whoever stands before it suffers. */
  private static boolean bareParticiple(TreeDraft draft, SyntaxTree tree, int token) {
    int subject = tree.find(token, "nsubj");
    boolean bare = subject >= 0 && tree.relation(subject).equals("nsubj") && tree.is(token, "conj") && tree.find(token, "obj") < 0
        && tree.find(token, "aux") < 0 && tree.find(token, "ccomp") < 0;
    if (bare) {
      draft.relations[subject] = "nsubj:pass";
    }
    return bare;
  }

  private boolean lateObject(TreeDraft draft, SyntaxTree tree, int token) {
    int verb = tree.head(token);
    boolean odd = tree.is(token, "xcomp") || tree.is(token, "obl") || tree.is(token, "dep");
    if (!odd || verb < 0 || verb > token || tree.upos(verb) != Upos.VERB || !Tokens.isNominal(tree, token) || tree.upos(token) == Upos.NUM) {
      return false;
    }
    boolean bare = tree.find(token, "case") < 0 && tree.find(token, "mark") < 0 && tree.find(token, "det") >= 0;
    boolean time = lexicon.cue("grammar.times", tree.lemma(token).toLowerCase(Locale.ROOT));
    boolean open = tree.find(verb, "obj") < 0 && tree.find(verb, "ccomp") < 0 && tree.find(verb, "aux:pass") < 0;
    if (!bare || time || !open || !afterAdverbial(tree, verb, token)) {
      return false;
    }
    draft.relations[token] = "obj";
    if (draft.xpos[verb].equals("VBN") && tree.find(verb, "aux") < 0) {
      draft.xpos[verb] = "VBD";
    }
    return true;
  }

  private static boolean noClause(TreeDraft draft, SyntaxTree tree, int token) {
    boolean clause = tree.is(token, "ccomp") || tree.is(token, "advcl");
    boolean phrase = clause && Tokens.isNominal(tree, token) && tree.find(token, "case") >= 0 && tree.find(token, "cop") < 0 && tree.find(token, "nsubj") < 0;
    if (phrase) {
      draft.relations[token] = "obl";
    }
    return phrase;
  }

  private static boolean relative(TreeDraft draft, SyntaxTree tree, int token) {
    int subject = tree.find(token, "nsubj");
    boolean which = tree.is(token, "conj") && tree.find(token, "cc") < 0 && subject > 1 && tree.xpos(subject).equals("WDT")
        && tree.form(subject - 1).equals(",") && Tokens.isNominal(tree, subject - 2);
    if (which) {
      draft.heads[token] = subject - 2;
      draft.relations[token] = "acl:relcl";
    }
    return which;
  }

  private static boolean joined(TreeDraft draft, SyntaxTree tree, int token) {
    int verb = tree.head(token);
    boolean loose = tree.is(token, "conj") || tree.is(token, "obl") || tree.is(token, "obj") || tree.is(token, "dep");
    if (verb < 0 || verb > token || !loose || !Tokens.isNominal(tree, token) || tree.upos(verb) != Upos.VERB || isClausal(tree, token)) {
      return false;
    }
    int and = firstOf(tree, token) - 1;
    int before = and > verb && tree.upos(and) == Upos.CCONJ ? and - 1 : -1;
    while (before > verb && tree.head(before) != verb) {
      before = tree.head(before);
    }
    boolean beside = before > verb && before < and && Tokens.isNominal(tree, before) && tree.is(before, "obj") && tree.find(token, "case") < 0;
    if (beside) {
      draft.heads[token] = before;
      draft.relations[token] = "conj";
      draft.heads[and] = token;
      draft.relations[and] = "cc";
    }
    return beside;
  }

  private static boolean isClausal(SyntaxTree tree, int token) {
    return tree.find(token, "nsubj") >= 0 || tree.find(token, "cop") >= 0 || tree.find(token, "obj") >= 0 || tree.find(token, "aux") >= 0;
  }

  /** The first token of what hangs on a token without a gap, its conjunction left out. */
  private static int firstOf(SyntaxTree tree, int token) {
    int first = token;
    while (first > 0 && tree.upos(first - 1) != Upos.CCONJ && tree.under(first - 1, token)) {
      first--;
    }
    return first;
  }

  private static boolean lostSubject(TreeDraft draft, SyntaxTree tree, int token) {
    int time = tree.head(token);
    int verb = time < 0 ? -1 : tree.head(time);
    boolean gloss = tree.is(token, "appos") && verb > token && tree.is(time, "obl");
    boolean finite = gloss && Tokens.isFinite(tree, verb) && tree.find(verb, "nsubj") < 0;
    if (!finite || tree.find(token, "det") < 0 || tree.upos(token) == Upos.NUM) {
      return false;
    }
    draft.heads[token] = verb;
    draft.relations[token] = "nsubj";
    return true;
  }

  private static boolean afterAdverbial(SyntaxTree tree, int verb, int token) {
    for (int d : tree.dependents(verb)) {
      if (d > verb && d < token && (tree.is(d, "obl") || tree.is(d, "advmod"))) {
        return true;
      }
    }
    return false;
  }
}
