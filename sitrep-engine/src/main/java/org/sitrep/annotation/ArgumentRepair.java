package org.sitrep.annotation;

import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends arguments that a statistical parser hangs on the wrong word or under the wrong name:
 *
 * <ul>
 *   <li>the subject of an auxiliary is that of its verb ("X has for months threatened");
 *   <li>a phrase after a preposition is no subject ("for months"), nor is a part of those counted ("78 people, including ten
 *       women, were killed");
 *   <li>a time is no object ("withdraw the next morning");
 *   <li>a name in capitals is no auxiliary ("IS recaptured X").
 * </ul>
 *
 * Pure and thread-safe.
 */
final class ArgumentRepair {

  private static final Set<String> PREPOSITIONS = Set.of("for", "in", "on", "at", "from", "to", "during", "after", "since", "until");

  private final Lexicon lexicon;

  ArgumentRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  SyntaxTree apply(SyntaxTree parsed) {
    SyntaxTree tree = parsed;
    boolean capitals = isCapitals(parsed);
    for (int i = 0; i < tree.size(); i++) {
      if (tree.upos(i) == Upos.AUX) {
        tree = auxiliary(tree, i, capitals);
      } else if (tree.is(i, "nsubj")) {
        tree = subject(tree, i);
      } else if (tree.is(i, "obj") && isDated(tree, i)) {
        TreeDraft draft = new TreeDraft(tree);
        draft.relations[i] = "obl:unmarked";
        tree = draft.build();
      }
    }
    return tree;
  }

  private static boolean isCapitals(SyntaxTree tree) {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.form(i).chars().anyMatch(Character::isLowerCase)) {
        return false;
      }
    }
    return true;
  }

  private static SyntaxTree auxiliary(SyntaxTree tree, int aux, boolean capitals) {
    int verb = tree.head(aux);
    if (verb < 0 || !tree.is(aux, "aux")) {
      return tree;
    }
    int known = tree.find(verb, "nsubj");
    boolean bereft = known < 0 || tree.upos(known) == Upos.SCONJ;
    String form = tree.form(aux);
    if (!capitals && bereft && form.length() > 1 && form.chars().allMatch(Character::isUpperCase)) {
      TreeDraft draft = new TreeDraft(tree);
      draft.upos[aux] = Upos.PROPN;
      draft.xpos[aux] = "NNP";
      draft.lemmas[aux] = form;
      draft.relations[aux] = "nsubj";
      if (known >= 0) {
        draft.relations[known] = "mark";
      }
      return draft.build();
    }
    int subject = tree.find(aux, "nsubj");
    if (subject < 0) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[subject] = verb;
    return draft.build();
  }

  private static SyntaxTree subject(SyntaxTree tree, int subject) {
    int preposition = tree.find(subject, "case");
    if (preposition < 0 || preposition > subject) {
      return tree;
    }
    String word = tree.form(preposition).toLowerCase(Locale.ROOT);
    if (word.equals("including")) {
      return part(tree, subject);
    }
    int verb = tree.head(subject);
    boolean another = verb >= 0 && tree.list(verb, "nsubj").stream().anyMatch(d -> d != subject && tree.find(d, "case") < 0);
    if (!PREPOSITIONS.contains(word) || !another) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.relations[subject] = "obl";
    return draft.build();
  }

  /** What "including" brings in is part of the phrase before it, which takes its place. */
  private static SyntaxTree part(SyntaxTree tree, int part) {
    int verb = tree.head(part);
    for (int whole = part - 1; whole >= 0; whole--) {
      boolean beside = tree.head(whole) == verb && Tokens.isNominal(tree, whole) && tree.find(whole, "case") < 0;
      if (beside) {
        TreeDraft draft = new TreeDraft(tree);
        draft.relations[whole] = tree.relation(part);
        draft.heads[part] = whole;
        draft.relations[part] = "nmod";
        return draft.build();
      }
    }
    return tree;
  }

  private boolean isDated(SyntaxTree tree, int object) {
    if (!lexicon.cue("grammar.times", tree.lemma(object).toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int d : tree.dependents(object)) {
      if (d < object && lexicon.cue("grammar.dating", tree.form(d).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
