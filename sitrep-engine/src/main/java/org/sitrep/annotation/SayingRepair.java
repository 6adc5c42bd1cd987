package org.sitrep.annotation;

import java.util.Locale;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends how a statistical parser hangs a verb of saying between its speaker and what it reports:
 *
 * <ul>
 *   <li>a sentence that begins with its speaker, glossed or not ("The defence ministry said ...", "A, a monitor,
 *       said ..."), where the verb was read as describing the speaker, or the gloss as a clause;
 *   <li>a clause without "that" ("said troops were attacked"), whose subject was read as an object;
 *   <li>what a noun tells ("rumours that the army has left the town"), read as a relative clause though nothing is left
 *       for "that" to stand for.
 * </ul>
 *
 * Pure and thread-safe.
 */
final class SayingRepair {

  private final Lexicon lexicon;

  SayingRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  SyntaxTree apply(SyntaxTree tree) {
    SyntaxTree mended = opening(tree);
    for (int i = 0; i < mended.size(); i++) {
      if (mended.upos(i) == Upos.VERB && lexicon.cue("attribution.clausal", lemma(mended, i))) {
        mended = bare(mended, i);
      } else if (tells(mended, i)) {
        mended = told(mended, i);
      }
    }
    return mended;
  }

  /** A noun with "that" right after it, which may tell something. */
  private boolean tells(SyntaxTree tree, int noun) {
    boolean that = noun + 1 < tree.size() && tree.form(noun + 1).equalsIgnoreCase("that");
    return that
        && tree.upos(noun) == Upos.NOUN
        && (lexicon.cue("attribution.nouns", lemma(tree, noun)) || lexicon.cue("certainty.nouns.possible", lemma(tree, noun)));
  }

  private static SyntaxTree told(SyntaxTree tree, int noun) {
    int that = noun + 1;
    int verb = tree.head(that);
    if (verb <= that || tree.head(verb) != noun || !tree.relation(verb).equals("acl:relcl")) {
      return tree;
    }
    boolean whole = tree.is(that, "mark");
    boolean subject = false;
    for (int d : tree.dependents(verb)) {
      subject |= d != that && (tree.is(d, "nsubj") || tree.is(d, "nsubj:pass"));
      whole |= d != that && tree.is(d, "obj");
    }
    if (!subject || !whole) {
      return tree; // "the claim that the army made"
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.relations[that] = "mark";
    draft.relations[verb] = "acl";
    return draft.buildIfTree();
  }

  private static String lemma(SyntaxTree tree, int token) {
    return tree.lemma(token).toLowerCase(Locale.ROOT);
  }

  /** Gives the first verb of saying its speaker, where nothing stands before it but he and a gloss. */
  private SyntaxTree opening(SyntaxTree tree) {
    for (int verb = 1; verb < tree.size(); verb++) {
      if (Tokens.isFinite(tree, verb) && lexicon.cue("attribution.inserted", lemma(tree, verb))) {
        int end = speakerEnd(tree, verb);
        int speaker = end < 1 ? -1 : SpeechRepair.headOf(tree, 0, end);
        boolean describes = tree.head(verb) >= 0 && tree.head(verb) < end;
        boolean bereft = tree.head(verb) < 0 && tree.find(verb, "nsubj") < 0;
        return speaker >= 0 && (describes || bereft) ? opened(tree, verb, speaker, end) : tree;
      }
    }
    return tree;
  }

  /** One past the last word of the phrase at the start of the sentence that can be the verb's speaker, or -1. */
  private static int speakerEnd(SyntaxTree tree, int verb) {
    int end = 0;
    boolean noun = false;
    while (end < verb && !SpeechRepair.isSeparator(tree, end) && !tree.form(end).equals("(")) {
      Upos tag = tree.upos(end);
      boolean odd = tag == Upos.SCONJ || tag == Upos.AUX || tree.xpos(end).startsWith("W") || tag == Upos.VERB && !tree.is(end, "amod");
      if (odd || end == 0 && (tag == Upos.ADP || tag == Upos.ADV || tag == Upos.CCONJ)) {
        return -1;
      }
      noun |= SpeechRepair.isSpeaker(tree, end);
      end++;
    }
    boolean glossed = end < verb - 1 && (SpeechRepair.isSeparator(tree, verb - 1) || tree.form(verb - 1).equals(")"));
    return noun && (end == verb || glossed) ? end : -1;
  }

  private static SyntaxTree opened(SyntaxTree tree, int verb, int speaker, int end) {
    TreeDraft draft = new TreeDraft(tree);
    for (int i = 0; i < tree.size(); i++) {
      int head = tree.head(i);
      if (i == speaker || i == verb) {
        continue;
      }
      boolean outside = head < 0 || head >= verb;
      if (i < end && (head < 0 || head >= end)) {
        draft.heads[i] = speaker;
        draft.relations[i] = SpeechRepair.isSpeaker(tree, i) ? "compound" : tree.relation(i);
      } else if (i >= end && i < verb && outside && tree.upos(i) != Upos.PUNCT) {
        draft.heads[i] = speaker;
        draft.relations[i] = SpeechRepair.isSpeaker(tree, i) ? "appos" : "acl";
      } else if (i > verb && (head < 0 || head < verb)) {
        draft.heads[i] = verb;
        draft.relations[i] = head < 0 ? "ccomp" : tree.relation(i);
      }
    }
    draft.heads[verb] = SyntaxTree.NO_HEAD;
    draft.relations[verb] = "root";
    draft.heads[speaker] = verb;
    draft.relations[speaker] = "nsubj";
    return draft.buildIfTree();
  }

  /** "said troops were attacked": what was read as the object is the subject of the verb after it. */
  private static SyntaxTree bare(SyntaxTree tree, int verb) {
    int object = tree.find(verb, "obj");
    int told = tree.find(verb, "ccomp");
    if (object > verb && told > object && Tokens.isFinite(tree, told) && tree.find(told, "nsubj") < 0 && tree.find(told, "mark") < 0) {
      TreeDraft draft = new TreeDraft(tree); // "says it now holds X"
      draft.heads[object] = told;
      draft.relations[object] = "nsubj";
      return draft.build();
    }
    if (object < verb || told >= 0 || tree.upos(object) == Upos.DET) {
      return tree;
    }
    int clause = clauseAfter(tree, verb, object);
    if (clause < 0) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[clause] = verb;
    draft.relations[clause] = "ccomp";
    draft.heads[object] = clause;
    draft.relations[object] = tree.find(clause, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj";
    for (int i = object + 1; i < clause; i++) {
      if (tree.head(i) == verb && tree.upos(i) != Upos.PUNCT) {
        draft.heads[i] = clause;
      }
    }
    return draft.buildIfTree();
  }

  /** The finite verb after an object that lacks a subject and hangs where the clause would. */
  private static int clauseAfter(SyntaxTree tree, int verb, int object) {
    for (int i = object + 1; i < tree.size(); i++) {
      if (SpeechRepair.isSeparator(tree, i) || tree.upos(i) == Upos.SCONJ || tree.xpos(i).startsWith("W")) {
        return -1;
      }
      if (tree.upos(i) == Upos.VERB && (Tokens.isFinite(tree, i) || tree.find(i, "aux") >= 0)) {
        int head = tree.head(i);
        boolean near = head == verb || head == tree.head(verb) || head == object;
        return near && tree.find(i, "nsubj") < 0 && tree.find(i, "cc") < 0 ? i : -1;
      }
    }
    return -1;
  }
}
