package org.sitrep.annotation;

import java.util.Set;
import org.sitrep.knowledge.Counts;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends clauses of outcome that a statistical parser takes for noun phrases. News leaves verbs out ("ten were
 * killed and five wounded", "left 17 people dead and 27 injured", "killed six, wounded eight"), puts much between
 * the counted and what befell them ("three people, including a judge, were on Friday killed"), and its words
 * of outcome are adjectives elsewhere. Where one stands after the number of those whom it befell, or right
 * before it, it becomes the verb that governs them.
 *
 * <p>Pure and thread-safe.
 */
final class OutcomeRepair {

  private static final Set<String> LISTS = Set.of("and", ",", "but", "while", "&", ";");
  private static final Set<String> BE = Set.of("were", "was", "been", "are", "is", "being");
  private static final Set<String> LOOSE = Set.of("advcl", "parataxis", "dep", "orphan", "list");

  private final Counts counts;
  private final Lexicon lexicon;
  private final OutcomePhrases phrases;

  OutcomeRepair(Counts counts, Lexicon lexicon) {
    this.counts = counts;
    this.lexicon = lexicon;
    this.phrases = new OutcomePhrases(counts, lexicon);
  }

  SyntaxTree apply(SyntaxTree parsed) {
    SyntaxTree tree = parsed;
    for (int i = 0; i < tree.size(); i++) {
      if (counts.outcome(word(tree, i)).isPresent()) {
        tree = outcome(passive(tree, i), i);
      } else if (lexicon.is(word(tree, i), "toll") && !tree.is(i, "nsubj")) {
        tree = toll(tree, i);
      }
    }
    return tree;
  }

  private static String word(SyntaxTree tree, int i) {
    return OutcomePhrases.word(tree, i);
  }

  private SyntaxTree outcome(SyntaxTree parsed, int i) {
    SyntaxTree tree = left(parsed, i);
    String word = word(tree, i);
    if (word.equals("dead") && word(tree, i - 1).equals("shot")) {
      return shotDead(tree, i);
    }
    boolean passive = isPassive(tree, i);
    int object = isHurt(tree, i) ? tree.head(i) : passive ? -1 : phrases.after(tree, i);
    if (object >= 0) {
      return done(tree, i, object);
    }
    boolean active = tree.upos(i) == Upos.VERB && tree.find(i, "obj") >= 0 && !passive;
    int counted = active || word.endsWith("ing") || isHarm(tree, i) || modifiesNext(tree, i) ? -1 : phrases.before(tree, i);
    return counted < 0 ? tree : suffered(tree, i, counted);
  }

  /** "The blast left ten people, including a girl, injured": the outcome says how they were left. */
  private SyntaxTree left(SyntaxTree tree, int outcome) {
    int verb = tree.find(outcome, "ccomp");
    if (verb < 0 || verb > outcome || !lexicon.cue("grammar.leaving", tree.lemma(verb)) || tree.find(outcome, "nsubj") >= 0) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[verb] = tree.head(outcome);
    draft.relations[verb] = tree.relation(outcome);
    draft.heads[outcome] = verb;
    draft.relations[outcome] = "xcomp";
    for (int d : tree.dependents(outcome)) {
      if (d != verb && d > outcome) {
        draft.heads[d] = verb;
      }
    }
    return draft.buildIfTree();
  }

  /** "The toll since the raid on May 3 reached 166": the verb that says the number is the toll's. */
  private SyntaxTree toll(SyntaxTree tree, int toll) {
    for (int i = toll + 1; i < tree.size(); i++) {
      int number = Set.of("to", "at").contains(word(tree, i + 1)) ? i + 2 : i + 1;
      if (tree.upos(i) == Upos.VERB && tree.under(i, toll) && phrases.isCount(tree, number)) {
        TreeDraft draft = new TreeDraft(tree);
        draft.xpos[i] = "VBD";
        draft.heads[i] = tree.head(toll);
        draft.relations[i] = tree.relation(toll);
        draft.heads[toll] = i;
        draft.relations[toll] = "nsubj";
        draft.heads[number] = tree.is(number, "nummod") ? tree.head(number) : i;
        draft.relations[number] = tree.is(number, "nummod") ? "nummod" : number == i + 1 ? "obj" : "obl";
        return draft.build();
      }
    }
    return tree;
  }

  private static boolean isPassive(SyntaxTree tree, int i) {
    return tree.find(i, "aux:pass") >= 0 || BE.contains(word(tree, i - 1));
  }

  /** What was done to somebody has no object: "were killed following raids", "ten killed, six houses burnt". */
  private static SyntaxTree passive(SyntaxTree tree, int i) {
    int object = tree.find(i, "obj");
    if (object < i || tree.upos(i) != Upos.VERB || tree.find(i, "nsubj:pass") < 0 && !word(tree, i + 1).equals("following")
        || !tree.xpos(i).equals("VBN")) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    if (word(tree, i + 1).equals("following") && tree.head(i + 1) == object) {
      draft.relations[object] = "obl";
      draft.relations[i + 1] = "case";
      draft.upos[i + 1] = Upos.ADP;
    } else if (tree.find(i, "aux:pass") >= 0) {
      draft.relations[object] = "parataxis";
    }
    return draft.build();
  }

  private boolean isHarm(SyntaxTree tree, int i) {
    return counts.outcome(word(tree, i)).filter("sustain"::equals).isPresent();
  }

  /** "Two women sustained injuries": no attribute of the injuries. */
  private boolean isHurt(SyntaxTree tree, int i) {
    int noun = tree.head(i);
    return isHarm(tree, i) && tree.is(i, "amod") && noun > i && tree.upos(noun) == Upos.NOUN && lexicon.is(tree.lemma(noun), "injury");
  }

  /** "27 injured civilians": an adjective after all. */
  private static boolean modifiesNext(SyntaxTree tree, int i) {
    int noun = tree.head(i);
    return tree.is(i, "amod") && noun > i && noun - i <= 3 && tree.upos(noun) == Upos.NOUN;
  }

  /** The nearest verb before an outcome that began the list of deeds, or -1. */
  private static int verbBefore(SyntaxTree tree, int outcome) {
    for (int i = outcome - 2; i >= 0; i--) {
      if (tree.upos(i) == Upos.VERB && !tree.is(i, "amod") && !tree.is(i, "case")) {
        return i;
      }
    }
    return -1;
  }

  /** The counted become the passive subject of the outcome, or it describes them. */
  private SyntaxTree suffered(SyntaxTree tree, int outcome, int counted) {
    TreeDraft draft = new TreeDraft(tree);
    draft.participle(outcome, counts.outcome(word(tree, outcome)).orElseThrow());
    int top = whole(tree, OutcomePhrases.top(tree, counted, outcome), outcome);
    if (tree.upos(top) == Upos.ADJ) {
      draft.upos[top] = Upos.NOUN;
      draft.xpos[top] = "NN";
    }
    int head = tree.head(outcome);
    if (tree.under(top, outcome) && top != outcome) {
      subject(draft, tree, top, outcome);
      toVerb(draft, tree, outcome);
    } else if (head >= 0 && phrases.isTime(tree, head) && tree.head(top) == head) {
      onDay(draft, tree, outcome, top);
    } else if (tree.is(top, "obj")) {
      draft.heads[outcome] = tree.head(top);
      draft.relations[outcome] = "xcomp";
    } else if (tree.is(top, "conj") || tree.head(top) < 0) {
      draft.heads[outcome] = tree.head(top);
      draft.relations[outcome] = tree.relation(top);
      subject(draft, tree, top, outcome);
      toVerb(draft, tree, outcome);
    } else if (tree.upos(tree.head(top)) == Upos.PUNCT && verbBefore(tree, outcome) >= 0) {
      draft.heads[outcome] = verbBefore(tree, outcome);
      draft.relations[outcome] = "conj";
      subject(draft, tree, top, outcome);
    } else if (head >= 0 && tree.head(top) == head && counts.isHedge(word(tree, head))) {
      draft.relations[outcome] = "xcomp"; // "are feared killed"
    } else if (!tree.is(outcome, "xcomp") && (tree.upos(outcome) != Upos.VERB || LOOSE.contains(tree.relation(outcome)))) {
      draft.heads[outcome] = top;
      draft.relations[outcome] = "acl";
    }
    withFirst(draft, tree, outcome);
    return draft.build();
  }

  /** "78 people, including ten women, were killed": those counted first, of whom the others are part. */
  private int whole(SyntaxTree tree, int part, int outcome) {
    int including = tree.find(part, "case");
    if (including < 2 || !word(tree, including).equals("including")) {
      return part;
    }
    int before = tree.is(including - 1, "punct") ? including - 2 : including - 1;
    int whole = OutcomePhrases.top(tree, before, outcome);
    return whole < including && Tokens.isNominal(tree, whole) && tree.find(whole, "case") < 0 ? whole : part;
  }

  /** "said that one was killed and three wounded": joined to the outcome told first, not to the word of saying. */
  private void withFirst(TreeDraft draft, SyntaxTree tree, int outcome) {
    int first = verbBefore(tree, outcome);
    int head = draft.heads[outcome];
    boolean said = first >= 0 && head >= 0 && head < first && draft.relations[outcome].equals("conj") && tree.is(first, "ccomp");
    if (said && tree.head(first) == head && counts.outcome(word(tree, first)).isPresent() && tree.find(outcome, "mark") < 0) {
      draft.heads[outcome] = first;
    }
  }

  /** "Ten were on Friday evening killed": no evening is what ten people were. */
  private static void onDay(TreeDraft draft, SyntaxTree tree, int outcome, int top) {
    int day = tree.head(outcome);
    draft.heads[outcome] = tree.head(day);
    draft.relations[outcome] = tree.relation(day);
    for (int d : tree.dependents(day)) {
      if (d != outcome && !tree.is(d, "case") && !tree.is(d, "compound") && !tree.is(d, "amod")) {
        draft.heads[d] = outcome;
        draft.relations[d] = tree.is(d, "cop") ? "aux:pass" : tree.relation(d);
      }
    }
    draft.heads[day] = outcome;
    draft.relations[day] = "obl";
    draft.heads[top] = outcome;
    draft.relations[top] = "nsubj:pass";
  }

  /** What else the parser took for the subject describes the counted, or is a time. */
  private void subject(TreeDraft draft, SyntaxTree tree, int counted, int outcome) {
    for (int d : tree.dependents(outcome)) {
      if (d != counted && d < outcome && tree.is(d, "nsubj")) {
        boolean time = phrases.isTime(tree, d);
        draft.relations[d] = time ? "obl:unmarked" : phrases.isCount(tree, d) && d < counted ? "nummod" : "nmod";
        draft.heads[d] = time || tree.under(counted, d) ? outcome : counted;
      }
    }
    draft.heads[counted] = outcome;
    draft.relations[counted] = "nsubj:pass";
  }

  /** A coordinated outcome is coordinated with a verb; one that the parser could not place, with the one before. */
  private static void toVerb(TreeDraft draft, SyntaxTree tree, int outcome) {
    int head = draft.heads[outcome];
    boolean loose = LOOSE.contains(draft.relations[outcome]);
    if (loose && head >= 0 && head < outcome && tree.upos(head) == Upos.VERB && tree.find(outcome, "mark") < 0) {
      draft.relations[outcome] = "conj";
      return;
    }
    for (int i = 0; i < 3 && head >= 0 && draft.relations[outcome].equals("conj") && tree.upos(head) != Upos.VERB; i++) {
      head = tree.head(head);
    }
    if (head >= 0 && head != outcome && draft.relations[outcome].equals("conj")) {
      draft.heads[outcome] = head;
    }
  }

  /** The counted after an outcome become its object; it takes the place that the parser gave them. */
  private SyntaxTree done(SyntaxTree tree, int outcome, int counted) {
    int object = OutcomePhrases.top(tree, counted, tree.size());
    boolean gerund = word(tree, outcome).endsWith("ing");
    boolean verb = tree.upos(outcome) == Upos.VERB && !tree.is(outcome, "amod");
    boolean astray = tree.is(outcome, "conj") && tree.upos(tree.head(outcome)) != Upos.VERB;
    boolean right = verb && !astray && tree.head(object) == outcome && tree.is(object, "obj");
    if (word(tree, outcome).equals("dead") || gerund && !verb || right) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.participle(outcome, counts.outcome(word(tree, outcome)).orElseThrow());
    draft.xpos[outcome] = gerund ? "VBG" : "VBD";
    int first = LISTS.contains(word(tree, outcome - 1)) && !(gerund && tree.is(outcome, "advcl")) ? verbBefore(tree, outcome) : -1;
    if (first >= 0 && !tree.under(first, outcome) && !tree.under(first, object)) {
      draft.heads[outcome] = first;
      draft.relations[outcome] = "conj";
    } else if (tree.under(outcome, object) && object > outcome) {
      replace(draft, tree, outcome, object);
    } else if (tree.under(outcome, object)) {
      return tree;
    }
    object(draft, tree, outcome, object);
    return draft.build();
  }

  private void object(TreeDraft draft, SyntaxTree tree, int outcome, int object) {
    draft.heads[object] = outcome;
    draft.relations[object] = "obj";
    for (int d : tree.dependents(object)) {
      if (d > outcome && d < phrases.afterTime(tree, outcome + 1)) {
        boolean preposition = tree.is(d, "case");
        draft.heads[d] = preposition ? d + 1 : outcome;
        draft.relations[d] = preposition ? "case" : "obl";
      }
    }
    for (int d : tree.dependents(outcome)) {
      if (d < outcome && tree.relation(d).equals("nsubj:pass")) {
        draft.relations[d] = "nsubj";
      }
    }
  }

  /** "Gunmen shot dead five drivers": the verb and its result, with the shot as the object. */
  private SyntaxTree shotDead(SyntaxTree tree, int dead) {
    int shot = dead - 1;
    int counted = phrases.after(tree, dead);
    int described = tree.is(dead, "amod") && tree.head(dead) > dead ? tree.head(dead) : -1;
    int object = counted >= 0 ? OutcomePhrases.top(tree, counted, tree.size()) : described;
    TreeDraft draft = new TreeDraft(tree);
    draft.participle(shot, "shoot");
    draft.xpos[shot] = isPassive(tree, shot) ? "VBN" : "VBD";
    draft.heads[dead] = shot;
    draft.relations[dead] = "xcomp";
    if (object < 0 || tree.under(dead, shot) && tree.head(object) == shot) {
      return tree.under(shot, dead) ? tree : draft.build();
    }
    if (tree.under(shot, object)) {
      replace(draft, tree, shot, object);
    } else if (!tree.under(object, shot)) {
      return tree;
    }
    draft.heads[object] = shot;
    draft.relations[object] = "obj";
    return draft.build();
  }

  /** The outcome stands where the counted stood, or above the noun that they were taken to describe. */
  private static void replace(TreeDraft draft, SyntaxTree tree, int outcome, int object) {
    int head = tree.head(object);
    boolean doer = head >= 0 && head < outcome
        && (tree.upos(head) == Upos.NOUN || tree.upos(head) == Upos.PROPN || tree.xpos(head).equals("VBG") && tree.head(head) < 0);
    draft.heads[outcome] = doer ? tree.head(head) : head;
    draft.relations[outcome] = doer ? tree.relation(head) : head < 0 ? "root" : tree.relation(object);
    if (doer) {
      draft.upos[head] = tree.upos(head) == Upos.VERB ? Upos.NOUN : tree.upos(head);
      draft.heads[head] = outcome;
      draft.relations[head] = "nsubj";
      return;
    }
    for (int d : tree.dependents(object)) {
      if (d < outcome && (tree.upos(d) == Upos.NOUN || tree.upos(d) == Upos.PROPN) && tree.find(d, "case") < 0) {
        draft.heads[d] = outcome;
        draft.relations[d] = "nsubj";
      }
    }
  }
}
