package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.mention.SyntaxTree;

/**
 * Leaves out event nouns that only point back ("the Turkish strikes were condemned"): the text tells of such a thing
 * elsewhere with all that the noun adds. Codebook, "The unit".
 */
final class Repetition {

  private final List<Draft> drafts;
  private final EventTypes types;

  private Repetition(List<Draft> drafts, EventTypes types) {
    this.drafts = drafts;
    this.types = types;
  }

  static List<Draft> drop(List<Draft> drafts, EventTypes types) {
    Repetition repetition = new Repetition(drafts, types);
    List<Draft> kept = new ArrayList<>();
    for (Draft draft : drafts) {
      if (!repetition.repeats(draft)) {
        kept.add(draft);
      }
    }
    return kept;
  }

  private boolean repeats(Draft draft) {
    return isNounAgain(draft) || isDeathAgain(draft);
  }

  /** "The general died ...": somebody definite whose death has just been told. */
  private boolean isDeathAgain(Draft draft) {
    Predicate p = draft.predicate;
    if (p.nominal || p.frame.fate().isEmpty() || !p.effects.isEmpty() || draft.casualties.size() != 1 || own(draft, "place") + own(draft, "time") > 0) {
      return false;
    }
    int whom = p.arguments.object >= 0 && p.frame.roles("target").contains("object") ? p.arguments.object : p.arguments.subject;
    return whom >= 0 && isDefinite(p.words, whom)
        && drafts.stream().anyMatch(other -> other != draft && drafts.indexOf(other) < drafts.indexOf(draft)
            && other.casualties.stream().anyMatch(c -> c.fate() == draft.casualties.getFirst().fate() && c.low() == draft.casualties.getFirst().low()));
  }

  private static boolean isDefinite(Words words, int token) {
    return words.isPronoun(token)
        || words.tree.list(token, "det").stream().anyMatch(d -> words.lower(d).equals("the") || words.lower(d).equals("this"));
  }

  private boolean isNounAgain(Draft draft) {
    if (!draft.predicate.nominal || isCarried(draft.predicate) || TimeReader.isFormer(draft.predicate) || !draft.predicate.effects.isEmpty() || !draft.casualties.isEmpty() || !isFight(draft)) {
      return false;
    }
    return drafts.stream().anyMatch(other -> other != draft && !isNounLater(draft, other) && covers(other, draft));
  }

  /** "launched an attack", "the attack was carried out by": the verb asserts what the noun names. */
  private static boolean isCarried(Predicate p) {
    SyntaxTree tree = p.words.tree;
    int head = tree.head(p.token);
    for (int d : tree.list(p.token, "acl")) {
      if (p.words.cue("grammar.support.doer", d)) {
        return true;
      }
    }
    boolean argument = tree.is(p.token, "obj") || tree.is(p.token, "nsubj");
    return argument && head >= 0 && (p.words.cue("grammar.support.doer", head) || p.words.cue("grammar.support.sufferer", head)
        || p.words.cue("grammar.support.happen", head)) || tree.is(p.token, "root");
  }

  /** Of two nouns that say the same the first stays. */
  private boolean isNounLater(Draft draft, Draft other) {
    return other.predicate.nominal && drafts.indexOf(other) > drafts.indexOf(draft);
  }

  private boolean isFight(Draft draft) {
    return types.get(draft.type).family().equals("fight");
  }

  private boolean covers(Draft told, Draft draft) {
    boolean kind = told.type.equals(draft.type) || isFight(told) && draft.type.equals("ground_attack") && !draft.predicate.meansStated;
    boolean place = own(draft, "place") == 0 || draft.places.stream().allMatch(p -> told.places.stream().anyMatch(q -> q.name().equals(p.name())));
    boolean time = own(draft, "time") == 0 || draft.time != null && draft.time.equals(told.time);
    boolean sure = told.certainty == draft.certainty || draft.certainty == Certainty.CERTAIN;
    return sure && kind && place && time && within(draft.actors, told.actors) && within(draft.targets, told.targets);
  }

  private static boolean within(List<Participant> parties, List<Participant> told) {
    return parties.stream().allMatch(p -> told.stream().anyMatch(t -> Parties.same(t, p)));
  }

  /** How many values of a slot the clause itself states. */
  private static long own(Draft draft, String slot) {
    return draft.rules.stream().filter(r -> r.startsWith(slot) && Coder.isOwn(r)).count();
  }
}
