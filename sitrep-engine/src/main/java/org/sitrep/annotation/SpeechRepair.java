package org.sitrep.annotation;

import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends how a statistical parser hangs the words that attribute a sentence, where the words alone decide:
 *
 * <ul>
 *   <li>a speaker and a verb of saying after the clause that they report ("..., a source in the council told the
 *       agency."), read as one more object or as the main clause over what comes before it;
 *   <li>a speaker and a verb of saying set between the subject and its verb ("The rebels, the mayor said, left.");
 *   <li>"according to" with its phrase before the clause, read as the subject.
 * </ul>
 *
 * Pure and thread-safe.
 */
final class SpeechRepair {

  private static final int LONGEST_SPEAKER = 16;
  private static final Set<String> SEPARATORS = Set.of(",", "—", "–", "--", "\"", "”", "“");

  private final Lexicon lexicon;
  private final SayingRepair clauses;

  SpeechRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.clauses = new SayingRepair(lexicon);
  }

  SyntaxTree apply(SyntaxTree tree) {
    SyntaxTree mended = clauses.apply(fronted(tree));
    int verb = finalVerb(mended);
    return resumed(verb < 0 ? mended : closing(mended, verb));
  }

  /** "They took it, the mayor said, and killed ten": what goes on after the saying is of those before it. */
  private SyntaxTree resumed(SyntaxTree tree) {
    for (int verb = 3; verb < tree.size() - 2; verb++) {
      int clause = isSaying(tree, verb) && isSeparator(tree, verb + 1) ? clauseBefore(tree, verb) : -1;
      int next = clause < 0 ? -1 : resumption(tree, verb);
      if (next >= 0) {
        TreeDraft draft = new TreeDraft(tree);
        draft.heads[clause] = tree.head(verb);
        draft.relations[clause] = tree.relation(verb);
        draft.heads[verb] = clause;
        draft.relations[verb] = "parataxis";
        draft.heads[next] = clause;
        return draft.buildIfTree();
      }
    }
    return tree;
  }

  private boolean isSaying(SyntaxTree tree, int verb) {
    return Tokens.isFinite(tree, verb) && lexicon.cue("attribution.inserted", tree.lemma(verb).toLowerCase(Locale.ROOT));
  }

  /** The clause that a saying set off by marks reports, where it stands before the speaker; else -1. */
  private static int clauseBefore(SyntaxTree tree, int verb) {
    int comma = separator(tree, verb);
    int subject = tree.find(verb, "nsubj");
    int clause = tree.find(verb, "ccomp");
    return comma > 0 && subject > comma && subject < verb && clause >= 0 && clause < comma ? clause : -1;
  }

  /** The verb joined to a verb of saying by "and" after the mark, without a doer and itself no saying; else -1. */
  private int resumption(SyntaxTree tree, int verb) {
    for (int d : tree.dependents(verb)) {
      boolean joined = d > verb + 2 && tree.is(d, "conj") && tree.upos(verb + 2) == Upos.CCONJ;
      if (joined && tree.upos(d) == Upos.VERB && tree.find(d, "nsubj") < 0 && tree.find(d, "ccomp") < 0 && !isSaying(tree, d)) {
        return d;
      }
    }
    return -1;
  }

  private static String lower(SyntaxTree tree, int token) {
    return tree.form(token).toLowerCase(Locale.ROOT);
  }

  /** What can head the phrase for a speaker. */
  static boolean isSpeaker(SyntaxTree tree, int token) {
    return Tokens.isNominal(tree, token) || tree.upos(token) == Upos.PRON;
  }

  static boolean isSeparator(SyntaxTree tree, int token) {
    return SEPARATORS.contains(tree.form(token));
  }

  /** The last verb of saying that has nothing to report but what stands before it, or -1. */
  private int finalVerb(SyntaxTree tree) {
    for (int i = tree.size() - 1; i > 2; i--) {
      if (Tokens.isFinite(tree, i) && tree.upos(i) == Upos.VERB && lexicon.cue("attribution.inserted", tree.lemma(i).toLowerCase(Locale.ROOT))) {
        int comma = separator(tree, i);
        boolean closes = comma > 1 && endsAfter(tree, i) && hasClause(tree, comma) && !isSound(tree, i, comma);
        return closes || comma > 0 && isInserted(tree, i, comma) ? i : -1;
      }
    }
    return -1;
  }

  /** The mark before the speaker of a verb, if between the two there is nothing but a noun phrase; else -1. */
  private static int separator(SyntaxTree tree, int verb) {
    boolean noun = false;
    for (int i = verb - 1; i >= 0 && verb - i < LONGEST_SPEAKER; i--) {
      if (isSeparator(tree, i)) {
        Upos first = tree.upos(i + 1);
        return noun && first != Upos.ADP && first != Upos.SCONJ && first != Upos.CCONJ ? i : -1;
      }
      Upos tag = tree.upos(i);
      boolean relative = tree.xpos(i).startsWith("W");
      boolean participle = tag == Upos.VERB && !Tokens.isFinite(tree, i) && tree.is(i, "amod");
      boolean have = tag == Upos.AUX && i == verb - 1;
      if (relative || tag == Upos.SCONJ || tag == Upos.VERB && !participle || tag == Upos.AUX && !have) {
        return -1;
      }
      noun |= isSpeaker(tree, i);
    }
    return -1;
  }

  /** Whether a verb is followed by no object or clause: by the end, a time, a phrase, for "tell" by a hearer. */
  private boolean endsAfter(SyntaxTree tree, int verb) {
    boolean hearer = tree.lemma(verb).equals("tell");
    for (int i = verb + 1; i < tree.size(); i++) {
      Upos tag = tree.upos(i);
      if (tag == Upos.PUNCT && !tree.form(i).equals("-") && !tree.form(i).equals("(")) {
        return i > verb + 1 || !tree.form(i).equals(":");
      }
      boolean first = i == verb + 1;
      boolean time = lexicon.cue("grammar.times", tree.lemma(i).toLowerCase(Locale.ROOT)) || tree.is(i, "obl:unmarked");
      boolean adjunct = tag == Upos.ADP || tag == Upos.ADV || time || hearer;
      if (Tokens.isFinite(tree, i) || tag == Upos.SCONJ || first && !adjunct) {
        return false;
      }
    }
    return true;
  }

  /** Whether a main clause stands before the speaker, not only "when ..." or "after ...". */
  private static boolean hasClause(SyntaxTree tree, int comma) {
    boolean subordinate = tree.upos(0) == Upos.SCONJ || tree.is(0, "mark") || tree.xpos(0).startsWith("W");
    for (int i = 0; i < comma; i++) {
      if (isSeparator(tree, i)) {
        subordinate = false;
      } else if (Tokens.isFinite(tree, i) && !subordinate) {
        return true;
      }
    }
    return false;
  }

  /** Whether verb and speaker stand between marks, with the clause's verb still to come. */
  private static boolean isInserted(SyntaxTree tree, int verb, int comma) {
    int root = tree.root();
    boolean marked = verb + 1 < tree.size() && isSeparator(tree, verb + 1);
    return marked && root > verb && isClause(tree, root) && !hasClause(tree, comma) && tree.head(verb) == root;
  }

  /** Whether the tree already has it so. */
  private static boolean isSound(SyntaxTree tree, int verb, int comma) {
    int subject = tree.find(verb, "nsubj");
    if (subject < comma || subject > verb) {
      return false;
    }
    int head = tree.head(verb);
    boolean hung = head >= 0 && head < comma && tree.is(verb, "parataxis");
    int clause = tree.find(verb, "ccomp");
    clause = clause < 0 ? tree.find(verb, "parataxis") : clause;
    return hung || clause >= 0 && clause < comma;
  }

  private SyntaxTree closing(SyntaxTree tree, int verb) {
    int comma = separator(tree, verb);
    int speaker = headOf(tree, comma + 1, verb);
    int main = mainVerb(tree, verb, comma);
    if (speaker < 0 || main < 0) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    for (int i = 0; i < tree.size(); i++) {
      int head = tree.head(i);
      boolean before = i < comma;
      if (before && i != main && (head == verb || head > comma && head < verb)) {
        draft.heads[i] = main;
        draft.relations[i] = subject(draft, tree, i, main);
      } else if (i > comma && i < verb && i != speaker && (head <= comma || head > verb)) {
        draft.heads[i] = speaker;
        draft.relations[i] = tree.upos(i) == Upos.PROPN || tree.upos(i) == Upos.NOUN ? "compound" : tree.relation(i);
      } else if (i > verb && head > comma && head < verb && tree.upos(i) != Upos.PUNCT) {
        draft.heads[i] = verb;
      } else if (i > verb && head == verb && tree.is(i, "nsubj")) {
        draft.relations[i] = "obj"; // "told Reuters"
      }
    }
    if (tree.head(main) > comma || tree.under(main, verb)) {
      draft.heads[main] = SyntaxTree.NO_HEAD;
      draft.relations[main] = "root";
    }
    draft.heads[speaker] = verb;
    draft.relations[speaker] = "nsubj";
    draft.heads[verb] = main;
    draft.relations[verb] = "parataxis";
    return draft.buildIfTree();
  }

  /** What a word before the mark is to the main verb: its subject, but where it has one already. */
  private static String subject(TreeDraft draft, SyntaxTree tree, int token, int main) {
    int own = tree.find(main, "nsubj");
    if (!tree.is(token, "nsubj") || own < 0) {
      return tree.relation(token);
    }
    if (own < main) {
      return "dep";
    }
    draft.relations[own] = "obj";
    return "nsubj";
  }

  /** The word that the others of a stretch hang on. */
  static int headOf(SyntaxTree tree, int from, int to) {
    int found = -1;
    for (int i = from; i < to; i++) {
      boolean outside = tree.head(i) < from || tree.head(i) >= to;
      if (outside && isSpeaker(tree, i) && (found < 0 || tree.is(i, "nsubj"))) {
        found = i;
      }
    }
    return found;
  }

  /** The verb of the clause before the mark. */
  private static int mainVerb(SyntaxTree tree, int verb, int comma) {
    int root = tree.root();
    if ((root < comma || isInserted(tree, verb, comma)) && !tree.under(root, verb)) {
      return root;
    }
    for (int d : tree.dependents(verb)) {
      if (d < comma && (tree.is(d, "ccomp") || tree.is(d, "parataxis") || tree.is(d, "csubj"))) {
        return d;
      }
    }
    for (int i = 0; i < comma; i++) {
      if (tree.upos(i) == Upos.VERB && tree.find(i, "mark") < 0 && isClause(tree, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isClause(SyntaxTree tree, int verb) {
    boolean finite = Tokens.isFinite(tree, verb);
    for (int d : tree.dependents(verb)) {
      finite |= tree.is(d, "aux");
      if (tree.is(d, "nsubj") && tree.xpos(d).startsWith("W")) {
        return false;
      }
    }
    return finite;
  }

  /** "According to reports, five died": the phrase belongs to the clause after it. */
  private static SyntaxTree fronted(SyntaxTree tree) {
    int at = tree.size() > 4 && isSeparator(tree, 0) ? 1 : 0;
    if (tree.size() < 5 || !lower(tree, at).equals("according") || !lower(tree, at + 1).equals("to")) {
      return tree;
    }
    int comma = at + 2;
    while (comma < tree.size() && !tree.form(comma).equals(",")) {
      comma++;
    }
    int source = headOf(tree, at + 2, comma);
    int main = tree.root();
    if (source < 0 || comma >= tree.size() - 1 || main <= comma || tree.head(source) == main && tree.is(source, "obl")) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[at] = source;
    draft.relations[at] = "case";
    draft.heads[at + 1] = at;
    draft.relations[at + 1] = "fixed";
    draft.heads[source] = main;
    draft.relations[source] = "obl";
    for (int i = comma + 1; i < tree.size(); i++) {
      if (i != main && tree.head(i) >= at && tree.head(i) < comma) {
        draft.heads[i] = main;
      }
    }
    return draft.buildIfTree();
  }
}
