package org.sitrep.annotation;

import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends what a statistical parser gets wrong in news idiom, where the words alone decide:
 *
 * <ul>
 *   <li>a bare weekday or direction after an object ("carried out a strike Wednesday in X", "made progress north of
 *       X"), read as one compound noun;
 *   <li>a time before the subject ("Last weekend, the army and its allies"), read as the subject;
 *   <li>a noun read as a verb or pronoun ("according to reports", "the WHO");
 *   <li>an infinitive read as an adjective or noun ("managed to free the hostages").
 * </ul>
 *
 * Pure and thread-safe.
 */
final class TreeRepair {

  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private static final Set<String> DIRECTIONS =
      Set.of("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest");

  private final Lexicon lexicon;
  private final ClauseRepair clauses;

  TreeRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.clauses = new ClauseRepair(lexicon);
  }

  SyntaxTree apply(SyntaxTree tree) {
    return clauses.apply(phrases(tree));
  }

  private SyntaxTree phrases(SyntaxTree tree) {
    TreeDraft draft = null;
    for (int i = 1; i < tree.size(); i++) {
      if (isFrontedTime(tree, i)) {
        draft = draft == null ? new TreeDraft(tree) : draft;
        fronted(draft, tree, i);
      } else if (isBareDay(tree, i)) {
        draft = draft == null ? new TreeDraft(tree) : draft;
        day(draft, tree, i);
      } else if (isNoun(tree, i)) {
        draft = draft == null ? new TreeDraft(tree) : draft;
        noun(draft, tree, i);
      } else if (isInfinitive(tree, i)) {
        draft = draft == null ? new TreeDraft(tree) : draft;
        infinitive(draft, tree, i);
      }
    }
    return draft == null ? tree : draft.build();
  }

  /** No third person follows "to", and no pronoun follows "the". */
  private static boolean isNoun(SyntaxTree tree, int token) {
    boolean verb = tree.xpos(token).equals("VBZ") && tree.form(token - 1).equals("to");
    return verb || tree.xpos(token).equals("WP") && tree.form(token - 1).equalsIgnoreCase("the");
  }

  private static void noun(TreeDraft draft, SyntaxTree tree, int token) {
    boolean name = tree.xpos(token).equals("WP");
    draft.upos[token] = name ? Upos.PROPN : Upos.NOUN;
    draft.xpos[token] = name ? "NNP" : "NNS";
  }

  /** "Last weekend, the army and its allies made ...": a time read as the subject, the subject as its gloss. */
  private boolean isFrontedTime(SyntaxTree tree, int token) {
    return token <= 4
        && lexicon.cue("grammar.times", tree.lemma(token).toLowerCase(Locale.ROOT))
        && tree.is(token, "nsubj")
        && token + 1 < tree.size()
        && tree.form(token + 1).equals(",")
        && tree.find(token, "appos") > token;
  }

  private static void fronted(TreeDraft draft, SyntaxTree tree, int token) {
    int subject = tree.find(token, "appos");
    draft.heads[subject] = tree.head(token);
    draft.relations[subject] = tree.relation(token);
    draft.relations[token] = "obl:unmarked";
    for (int d : tree.dependents(token)) {
      if (d > subject) {
        draft.heads[d] = subject;
      }
    }
  }

  private static boolean isBareDay(SyntaxTree tree, int day) {
    String form = tree.form(day).toLowerCase(Locale.ROOT);
    boolean direction = DIRECTIONS.contains(form) && day + 1 < tree.size() && tree.form(day + 1).equals("of");
    if (!(DAYS.contains(form) || direction) || tree.head(day) < 0) {
      return false;
    }
    int before = day - 1;
    return tree.head(before) == day
        && tree.is(before, "compound")
        && (tree.upos(before) == Upos.NOUN || tree.upos(before) == Upos.PROPN)
        && tree.find(day, "case") < 0
        && tree.upos(tree.head(day)) == Upos.VERB;
  }

  /** The noun takes the weekday's place; the weekday becomes an adjunct of the verb. */
  private static void day(TreeDraft draft, SyntaxTree tree, int day) {
    int noun = day - 1;
    int verb = tree.head(day);
    draft.heads[noun] = verb;
    draft.relations[noun] = tree.is(day, "obl") && day > verb ? "obj" : tree.relation(day);
    for (int d : tree.dependents(day)) {
      if (d < noun) {
        draft.heads[d] = noun;
      } else if (d > day && tree.is(d, "nmod") && !tree.form(day + 1).equals("of")) {
        draft.heads[d] = noun;
      } else if (d > day && tree.is(d, "nmod")) {
        draft.heads[d] = day;
      } else if (d > day) {
        draft.heads[d] = verb;
      }
    }
    draft.heads[day] = verb;
    draft.relations[day] = "obl:unmarked";
  }

  private boolean isInfinitive(SyntaxTree tree, int token) {
    int next = token + 1;
    if (!tree.form(token - 1).equals("to") || next >= tree.size() || tree.head(token) < 0) {
      return false;
    }
    Upos tag = tree.upos(token);
    String lemma = tree.lemma(token).toLowerCase(Locale.ROOT);
    boolean wrong = (tag == Upos.ADJ || tag == Upos.NOUN) && lexicon.cue("grammar.infinitives", lemma);
    boolean object = tree.upos(next) == Upos.DET || tree.upos(next) == Upos.PRON || tree.upos(next) == Upos.NUM
        || tree.upos(next) == Upos.PROPN || tree.upos(next) == Upos.NOUN;
    return wrong && object && tree.upos(tree.head(token)) == Upos.VERB && tree.head(token) < token;
  }

  /** The word becomes a verb below the one before it, and takes over what stands after it. */
  private static void infinitive(TreeDraft draft, SyntaxTree tree, int token) {
    int verb = tree.head(token);
    draft.upos[token] = Upos.VERB;
    draft.xpos[token] = "VB";
    draft.relations[token] = "xcomp";
    draft.upos[token - 1] = Upos.PART;
    draft.relations[token - 1] = "mark";
    draft.heads[token - 1] = token;
    boolean first = true;
    for (int d : tree.dependents(verb)) {
      boolean bare = tree.find(d, "case") < 0;
      if (d > token && (tree.is(d, "obj") || tree.is(d, "obl"))) {
        draft.heads[d] = token;
        if (bare && first) {
          draft.relations[d] = "obj";
        }
        first = false;
      }
    }
    for (int d : tree.dependents(token)) {
      if (d > token && first && tree.find(d, "case") < 0 && (tree.upos(d) == Upos.NOUN || tree.upos(d) == Upos.PROPN)) {
        draft.relations[d] = "obj";
        first = false;
      }
    }
  }
}
