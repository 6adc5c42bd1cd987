package org.sitrep.annotation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/**
 * Mends the subjects of verbs:
 *
 * <ul>
 *   <li>two side by side ("two soldiers and an officer were killed"), or the first below the second ("a woman and her
 *       two children"): the others are coordinated with the first;
 *   <li>the one read as the subject of a participle set between it and its verb ("Troops, working with allies, took X");
 *   <li>the noun before a relative pronoun, read as a second subject of the relative clause ("The town, which was taken by X,
 *       was shelled"): it is the subject of the verb after it;
 *   <li>an adjective that follows the subject ("Soldiers loyal to X have seized Y");
 *   <li>a time beside the subject ("the toll since Friday reached").
 * </ul>
 *
 * Pure and thread-safe.
 */
final class SubjectRepair {

  private static final int REACH = 12;
  private static final Set<String> AND = Set.of("and", "&", "or");

  private final Lexicon lexicon;

  SubjectRepair(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  SyntaxTree apply(SyntaxTree parsed) {
    SyntaxTree tree = parsed;
    for (int verb = 0; verb < tree.size(); verb++) {
      if (tree.upos(verb) == Upos.VERB) {
        tree = subjects(time(described(parted(relative(tree, verb), verb), verb), verb), verb);
      }
    }
    return tree;
  }

  private static SyntaxTree relative(SyntaxTree tree, int verb) {
    int which = relativePronoun(tree, verb);
    int noun = which < 0 ? -1 : nounBefore(tree, verb, which);
    int after = tree.head(verb);
    boolean main = after > verb && tree.upos(after) == Upos.VERB && tree.find(after, "nsubj") < 0 && (Tokens.isFinite(tree, after) || tree.find(after, "aux") >= 0);
    if (noun < 0 || !main) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[noun] = after;
    draft.relations[noun] = tree.find(after, "aux:pass") >= 0 ? "nsubj:pass" : "nsubj";
    draft.heads[verb] = noun;
    draft.relations[verb] = "acl:relcl";
    return draft.build();
  }

  /** A relative pronoun that a verb has as its subject or object, or -1. */
  private static int relativePronoun(SyntaxTree tree, int verb) {
    for (int d : tree.dependents(verb)) {
      if (d < verb && (tree.is(d, "nsubj") || tree.is(d, "obj")) && (tree.xpos(d).equals("WDT") || tree.xpos(d).equals("WP"))) {
        return d;
      }
    }
    return -1;
  }

  private static int nounBefore(SyntaxTree tree, int verb, int pronoun) {
    for (int d : tree.dependents(verb)) {
      if (d < pronoun && tree.is(d, "nsubj") && Tokens.isNominal(tree, d) && tree.form(pronoun - 1).equals(",")) {
        return d;
      }
    }
    return -1;
  }

  private static SyntaxTree parted(SyntaxTree tree, int verb) {
    if (tree.find(verb, "nsubj") >= 0) {
      return tree;
    }
    for (int d : tree.list(verb, "advcl")) {
      int subject = tree.find(d, "nsubj");
      boolean between = d < verb && tree.xpos(d).equals("VBG") && subject >= 0 && subject < d && tree.form(d - 1).equals(",");
      if (between) {
        TreeDraft draft = new TreeDraft(tree);
        draft.heads[subject] = verb;
        return draft.build();
      }
    }
    return tree;
  }

  /** "Soldiers loyal to X have seized Y": no adjective is the subject, the noun that it follows is. */
  private static SyntaxTree described(SyntaxTree tree, int verb) {
    for (int adjective : tree.list(verb, "nsubj")) {
      int noun = tree.upos(adjective) == Upos.ADJ && adjective < verb ? tree.find(adjective, "nsubj") : -1;
      if (noun >= 0 && noun == adjective - 1 && Tokens.isNominal(tree, noun)) {
        TreeDraft draft = new TreeDraft(tree);
        draft.heads[noun] = verb;
        draft.relations[noun] = tree.relation(adjective);
        draft.heads[adjective] = noun;
        draft.relations[adjective] = "amod";
        return draft.build();
      }
    }
    return tree;
  }

  private SyntaxTree time(SyntaxTree tree, int verb) {
    List<Integer> subjects = tree.list(verb, "nsubj");
    TreeDraft draft = new TreeDraft(tree);
    for (int d : subjects) {
      if (subjects.size() > 1 && lexicon.cue("grammar.times", tree.form(d).toLowerCase(Locale.ROOT))) {
        draft.relations[d] = "obl:unmarked";
      }
    }
    return subjects.size() > 1 ? draft.build() : tree;
  }

  private static SyntaxTree subjects(SyntaxTree tree, int verb) {
    int last = -1;
    for (int d : tree.dependents(verb)) {
      if (d < verb && tree.is(d, "nsubj") && Tokens.isNominal(tree, d)) {
        last = d;
      }
    }
    if (last < 0) {
      return tree;
    }
    int and = andBefore(tree, last);
    int first = and < 0 ? -1 : firstMember(tree, verb, last, and);
    if (first < 0) {
      return tree;
    }
    TreeDraft draft = new TreeDraft(tree);
    draft.heads[first] = verb;
    draft.relations[first] = tree.relation(last);
    draft.heads[last] = first;
    draft.relations[last] = "conj";
    draft.heads[and] = last;
    draft.relations[and] = "cc";
    return draft.build();
  }

  /** The "and" right before a phrase, or -1. */
  private static int andBefore(SyntaxTree tree, int noun) {
    int from = noun;
    for (int d : tree.dependents(noun)) {
      if (d < from && !tree.is(d, "cc") && !tree.is(d, "nmod") && !tree.is(d, "punct")) {
        from = d;
      } else if (tree.relation(d).equals("nmod:poss") && d < from) {
        from = d;
      }
    }
    return from > 0 && AND.contains(tree.form(from - 1)) ? from - 1 : -1;
  }

  /** The phrase before "and" that hangs from the same verb, or from the phrase after it without a preposition. */
  private static int firstMember(SyntaxTree tree, int verb, int last, int and) {
    for (int d : tree.dependents(verb)) {
      boolean subject = tree.relation(d).equals(tree.relation(last)) && and - d < REACH;
      boolean bare = d == and - 1 && (tree.is(d, "nmod") || tree.is(d, "obl")) && tree.find(d, "case") < 0;
      if (d < and && Tokens.isNominal(tree, d) && (subject || bare)) {
        return d;
      }
    }
    int before = and - 1;
    boolean below = before >= 0 && tree.head(before) == last && tree.is(before, "nmod") && tree.find(before, "case") < 0;
    return below && Tokens.isNominal(tree, before) && !tree.relation(before).equals("nmod:poss") ? before : -1;
  }
}
