package org.sitrep.coding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.mention.SyntaxTree;

/**
 * Fills slots that a clause leaves open from what stands around it: the sentence, then the paragraph, and for
 * the place the document, as far as one candidate is possible there. Drafts are in the order of the text.
 */
final class Inheritance {

  private static final String TOLD_BEFORE = "type: as told before";
  private static final String MEANS_BEFORE = "type: means told before";
  private static final Set<String> VAGUE = Set.of("ground_attack", "killing", "destruction", "air_strike", "shelling", "bombing");
  private static final Set<String> VAGUE_ITSELF = Set.of("ground_attack", "clash");
  private static final Set<String> DEFINITE = Set.of("the", "this", "that", "these", "those");

  private final List<Draft> drafts;
  private final EventTypes types;
  private final PlaceInheritance places;

  Inheritance(List<Draft> drafts, List<Words> sentences, EventTypes types) {
    this.drafts = drafts;
    this.types = types;
    this.places = new PlaceInheritance(drafts, sentences, types);
  }

  void apply() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Draft before = fightBefore(i);
      if (before != null) {
        type(draft, before);
        parties(draft, before);
      }
      means(draft, i);
      places.place(draft, i);
      time(draft, i);
    }
  }

  /** An attack of unstated means is made with those of the same doer's attacks told before it. */
  private void means(Draft draft, int index) {
    if (!draft.type.equals("ground_attack") || !isVague(draft.predicate) || draft.predicate.meansStated || draft.certainty == Certainty.PLANNED
        || !draft.predicate.frame.byMeans() || Repulse.isBeatenOff(draft.predicate)) {
      return;
    }
    for (int i = index - 1; i >= 0; i--) {
      Draft before = drafts.get(i);
      boolean same = draft.actors.isEmpty() || sharesActor(draft, before);
      if (isFight(before) && before.predicate.frame.byMeans() && same) {
        if (before.predicate.meansStated || before.rules.contains(MEANS_BEFORE) || before.rules.contains(TOLD_BEFORE)) {
          draft.type = before.type;
          draft.rules.add(MEANS_BEFORE);
        }
        return;
      }
    }
  }

  /** Words for an attack that say nothing of how it was made. */
  private static boolean isVague(Predicate p) {
    return p.trigger.size() == 1 && p.words.cue("grammar.vague", p.token);
  }

  private static boolean sharesActor(Draft a, Draft b) {
    return a.actors.stream().anyMatch(x -> b.actors.stream().anyMatch(y -> x.key().equals(y.key())));
  }

  private boolean isFight(Draft draft) {
    return types.get(draft.type).family().equals("fight");
  }

  private @Nullable Draft fightBefore(int index) {
    Draft draft = drafts.get(index);
    for (int i = index - 1; i >= 0; i--) {
      Draft before = drafts.get(i);
      if (before.words().sentence.block() < draft.words().sentence.block() - 1) {
        return null;
      }
      if (isFight(before) && before.certainty != Certainty.PLANNED) {
        return before;
      }
    }
    return null;
  }

  /** Deaths without means, and "the attack", are of the attack told just before. */
  private void type(Draft draft, Draft before) {
    Predicate p = draft.predicate;
    boolean adjacent = draft.words().index - before.words().index <= 2;
    boolean effect = p.frame.byMeans() && !p.meansStated && p.frame.fate().isPresent() && !draft.casualties.isEmpty() && !hasCause(p);
    boolean vaguer = VAGUE.contains(draft.type) && !VAGUE_ITSELF.contains(before.type);
    boolean pointer = p.nominal && p.frame.byMeans() && !p.meansStated && vaguer && isDefinite(p)
        && (draft.actors.isEmpty() || before.actors.isEmpty() || sharesActor(draft, before));
    if (adjacent && (effect || pointer) && !before.type.equals("killing") && !before.type.equals("destruction")) {
      draft.rules.add(TOLD_BEFORE);
      draft.type = before.type;
      if (draft.time == null && !draft.noDay && before.time != null) {
        draft.time = before.time;
        draft.rules.add("time: told before");
      }
    }
  }

  /** "The war has left thousands dead": an outcome of something else than the attack told before. */
  private static boolean hasCause(Predicate p) {
    int subject = p.arguments.subject;
    return subject >= 0 && p.words.cue("grammar.plight", subject);
  }

  private static boolean isDefinite(Predicate p) {
    for (int d : p.words.tree.dependents(p.token)) {
      if (p.words.tree.is(d, "det")) {
        return DEFINITE.contains(p.words.lower(d));
      }
    }
    return false;
  }

  /** The same attack has the same parties, where the clause names none. */
  private static void parties(Draft draft, Draft before) {
    if (!draft.type.equals(before.type) || draft.words().index - before.words().index > 2 || isElsewhere(draft, before)) {
      return;
    }
    if (draft.actors.isEmpty()) {
      before.actors.stream()
          .filter(a -> draft.targets.stream().noneMatch(t -> t.key().equals(a.key())))
          .forEach(a -> draft.addActor(a, "told before"));
      if (draft.actors.isEmpty() && draft.type.equals("clash")) {
        before.targets.stream()
            .filter(a -> draft.targets.stream().noneMatch(t -> t.key().equals(a.key())))
            .forEach(a -> draft.addActor(a, "told before"));
      }
    }
    boolean pointer = draft.predicate.nominal && draft.casualties.stream().noneMatch(c -> c.fate() == Casualties.Fate.KILLED);
    if (draft.targets.isEmpty() && pointer && isDefinite(draft.predicate)) {
      before.targets.stream()
          .filter(a -> draft.actors.stream().noneMatch(t -> t.key().equals(a.key())))
          .forEach(a -> draft.addTarget(a, "told before"));
    }
  }

  /** What somebody else tells of a place far off is of another attack. */
  static boolean isElsewhere(Draft draft, Draft before) {
    return !draft.attribution.equals(before.attribution) && !draft.places.isEmpty()
        && before.places.stream().anyMatch(p -> PlaceChoice.isFar(p, draft.places.getFirst()));
  }

  private void time(Draft draft, int index) {
    if (draft.time != null || draft.noDay || index == 0) {
      return;
    }
    for (int d : new int[] {-1, 1}) {
      int i = index + d;
      if (i >= 0 && i < drafts.size() && drafts.get(i).words() == draft.words() && drafts.get(i).time != null
          && !draft.type.equals("control") && drafts.get(i).attribution.equals(draft.attribution)
          && !isAside(drafts.get(i).predicate, draft.predicate)) {
        draft.time = drafts.get(i).time;
        draft.rules.add("time: sentence");
        return;
      }
    }
  }

  /** "The town, which X had captured in May, was shelled": what a clause tells of a noun has a time of its own, unless the noun is the happening. */
  private static boolean isAside(Predicate lender, Predicate other) {
    SyntaxTree tree = lender.words.tree;
    for (int i = lender.token; i >= 0; i = tree.head(i)) {
      if (tree.relation(i).equals("acl:relcl")) {
        return tree.head(i) != other.token && !tree.under(other.token, i);
      }
    }
    return false;
  }
}
