package org.sitrep.annotation;

import java.util.Locale;
import java.util.Set;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Lexicon;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Tells where the name of a state or of its seat of government is a place rather than a party. */
final class PlaceSense {

  private static final Set<String> APPENDED =
      Set.of("appos", "nmod", "list", "flat", "dep", "nmod:unmarked", "obl:unmarked", "parataxis");

  private final Actors actors;
  private final Lexicon lexicon;
  private final SyntaxTree tree;

  PlaceSense(Actors actors, Lexicon lexicon, SyntaxTree tree) {
    this.actors = actors;
    this.lexicon = lexicon;
    this.tree = tree;
  }

  /** Whether a state or its adjective stands for land here. */
  boolean isPlace(Mention.OfActor mention) {
    if (mention.ids().isEmpty() || !actors.isState(mention.ids().getFirst())) {
      return false;
    }
    int head = mention.head();
    if (mention.form() == Mention.Form.DEMONYM) {
      return modifiesLand(head);
    }
    return isBareName(mention) && (ownsPlace(head) || hasPlaceCase(head) || hasDirection(head) || isAppended(mention) || modifiesLand(head));
  }

  /** Whether a seat of government acts, speaks or is addressed, so that the state is meant. */
  boolean isGovernment(int token) {
    int verb = tree.head(token);
    if (verb < 0) {
      return false;
    }
    if (tree.is(token, "conj")) {
      return isGovernment(verb);
    }
    String relation = tree.relation(token);
    if (relation.equals("nsubj")) {
      return tree.upos(verb) == Upos.VERB && !lexicon.cue("states.place_verbs", lemma(verb)) && tree.find(token, "case") < 0;
    }
    if (tree.is(token, "nmod:poss")) {
      return !modifiesLand(token) && !lexicon.is(lemma(verb), "place");
    }
    if (relation.equals("obj")) {
      return lexicon.cue("states.party_object_verbs", lemma(verb));
    }
    int preposition = tree.find(token, "case");
    if (preposition < 0) {
      return false;
    }
    String word = tree.form(preposition).toLowerCase(Locale.ROOT);
    return relation.equals("obl:agent")
        || word.equals("between")
        || word.equals("with")
        || word.equals("by") && tree.is(token, "nmod");
  }

  private static boolean isBareName(Mention.OfActor mention) {
    return mention.form() == Mention.Form.NAME;
  }

  /** "the Syrian border", "Iraq's desert", "the north of Syria". */
  private boolean modifiesLand(int token) {
    int noun = tree.head(token);
    boolean modifier =
        tree.is(token, "amod") || tree.is(token, "compound") || tree.is(token, "nmod");
    return noun >= 0 && modifier && lexicon.cue("states.land", lemma(noun));
  }

  /** "Syria's Jarablus": the state a named place lies in. */
  private boolean ownsPlace(int token) {
    int owned = tree.head(token);
    return tree.is(token, "nmod:poss")
        && (owned == token + 2 && tree.upos(owned) == Upos.PROPN && tree.dependents(owned).length < 3
            || lexicon.cue("states.divisions", lemma(owned)));
  }

  private boolean hasPlaceCase(int token) {
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "case") && lexicon.cue("states.place_cases", tree.form(d).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return tree.is(token, "conj") && tree.head(token) >= 0 && hasPlaceCase(tree.head(token));
  }

  private boolean hasDirection(int token) {
    for (int d : tree.dependents(token)) {
      if ((tree.is(d, "amod") || tree.is(d, "compound")) && lexicon.cue("states.directions", lemma(d))) {
        return true;
      }
    }
    return false;
  }

  /** "Idlib, Syria": the state after a place of its own. */
  private boolean isAppended(Mention.OfActor mention) {
    int first = mention.first();
    boolean comma = first >= 2 && tree.form(first - 1).equals(",") && tree.upos(first - 2) == Upos.PROPN;
    if (!comma || tree.find(mention.head(), "case") >= 0) {
      return false;
    }
    int after = mention.last() + 1;
    boolean closed = after == tree.size() || tree.upos(after) == Upos.PUNCT && !tree.form(after).equals("-");
    boolean listed = tree.is(mention.head(), "conj") && first > 2;
    return APPENDED.contains(tree.relation(mention.head())) || closed && !listed;
  }

  private String lemma(int token) {
    return tree.lemma(token).toLowerCase(Locale.ROOT);
  }
}
