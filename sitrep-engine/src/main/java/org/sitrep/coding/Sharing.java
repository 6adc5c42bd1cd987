package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.mention.SyntaxTree;

/**
 * Fills parties, means and times that a clause leaves open from other claims of the text, as far as only one
 * candidate is possible: the clause that an event noun hangs on, the same doer's other fight in the sentence, the
 * only one who does such a thing in the whole text. Drafts are in the order of the text.
 */
final class Sharing {

  /** Types whose doer a text names once and then leaves out. */
  static final Set<String> ATTACKS =
      Set.of("air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "ground_attack", "siege", "surveillance");
  /** Types that have an opponent. */
  private static final Set<String> OPPOSED = Set.of("advance", "capture", "clash", "ground_attack", "siege");
  private static final Set<String> AFTER = Set.of("after", "following", "during", "amid", "in", "with", "because of", "despite", "due to");

  private final List<Draft> drafts;
  private final List<Words> sentences;
  private final EventTypes types;

  Sharing(List<Draft> drafts, List<Words> sentences, EventTypes types) {
    this.drafts = drafts;
    this.sentences = sentences;
    this.types = types;
  }

  void apply() {
    for (int i = 0; i < drafts.size(); i++) {
      means(i);
    }
    for (Draft draft : drafts) {
      mutual(draft);
      turnedViolent(draft);
      governed(draft);
      opponent(draft);
      pronoun(draft);
    }
    for (Draft draft : drafts) {
      onCivilians(draft);
      onlyDoer(draft);
    }
    new SharedTimes(drafts, sentences).apply();
  }

  /** "bombed": how, the same doer's other attacks in the text say, the nearest before it first. */
  private void means(int index) {
    Draft draft = drafts.get(index);
    Predicate p = draft.predicate;
    if (p.meansStated || !p.frame.byMeans() || p.trigger.size() > 1 || !p.words.cue("grammar.unsaid", p.token) || Repulse.isBeatenOff(p)) {
      return; // what is beaten off comes on the ground, unless its means are stated
    }
    Draft told = null;
    for (int i = 0; i < drafts.size(); i++) {
      Draft other = drafts.get(i);
      boolean same = other != draft && other.predicate.meansStated && ATTACKS.contains(other.type)
          && (draft.actors.isEmpty() ? !isAnother(draft, other) : sharesActor(draft, other));
      if (same && (told == null || i < index)) {
        told = other;
      }
    }
    if (told != null && !told.type.equals(draft.type)) {
      draft.type = told.type;
      draft.rules.add("type: means told elsewhere");
    }
  }

  /** Whether an attack has a time of its own that is not the other's: "March's attack". */
  private static boolean isAnother(Draft draft, Draft other) {
    return draft.predicate.nominal && draft.time != null && !draft.time.equals(other.time);
  }

  /** "Gunfire between the army and rebels": no side attacks alone. */
  private static void mutual(Draft draft) {
    boolean between = draft.predicate.arguments.in("between").stream().anyMatch(t -> draft.words().coordinated(t).size() > 1);
    if (draft.type.equals("ground_attack") && draft.predicate.nominal && between) {
      draft.type = "clash";
      draft.rules.add("type: between two sides");
    }
  }

  /** "Protesters gathered ... and clashed with police": one demonstration, a violent one. */
  private void turnedViolent(Draft draft) {
    boolean violent = draft.type.equals("protest")
        && drafts.stream().anyMatch(other -> other.words() == draft.words() && other.type.equals("riot"));
    if (violent) {
      draft.type = "riot";
      draft.rules.add("type: turned violent");
    }
  }

  /** "Gunmen killed a farmer": small arms turned on civilians. Codebook, "violence against civilians". */
  private static void onCivilians(Draft draft) {
    boolean harmed = draft.type.equals("ground_attack") && draft.predicate.meansStated && !draft.casualties.isEmpty() && !draft.targets.isEmpty();
    Parties parties = new Parties(draft.words());
    if (harmed && draft.targets.stream().anyMatch(parties::isUnarmed) && draft.targets.stream().noneMatch(parties::isArmed)) {
      draft.type = "violence_against_civilians";
      draft.rules.add("type: civilians by small arms");
    }
  }

  static boolean isSameDoer(Draft a, Draft b) {
    return a.actors.isEmpty() || b.actors.isEmpty() || sharesActor(a, b);
  }

  private static boolean sharesActor(Draft a, Draft b) {
    return a.actors.stream().anyMatch(x -> b.actors.stream().anyMatch(y -> Parties.same(x, y)));
  }

  /** "advanced after heavy clashes with the rebels": who clashed is who advanced. */
  private void governed(Draft draft) {
    Predicate p = draft.predicate;
    if (!draft.actors.isEmpty() || !p.nominal || !isHostile(draft) || !AFTER.contains(p.words.preposition(p.token))) {
      return;
    }
    Draft above = above(draft);
    if (above != null && isHostile(above)) {
      above.actors.stream()
          .filter(a -> draft.targets.stream().noneMatch(t -> t.key().equals(a.key())))
          .forEach(a -> draft.addActor(a, "clause above"));
    }
  }

  private boolean isHostile(Draft draft) {
    String family = types.get(draft.type).family();
    return family.equals("fight") || family.equals("territory");
  }

  private @Nullable Draft above(Draft draft) {
    SyntaxTree tree = draft.words().tree;
    int token = draft.predicate.token;
    for (int i = 0; i < 4 && token >= 0; i++) {
      token = tree.head(token);
      for (Draft other : drafts) {
        if (other != draft && other.words() == draft.words() && other.predicate.trigger.contains(token)) {
          return other;
        }
      }
    }
    return null;
  }

  /** Whom a side fights in one half of a sentence it fights in the other. */
  private void opponent(Draft draft) {
    if (!draft.targets.isEmpty() || !OPPOSED.contains(draft.type) || draft.actors.isEmpty()) {
      return;
    }
    for (Draft other : drafts) {
      boolean beside = other != draft && other.words() == draft.words() && OPPOSED.contains(other.type) && sharesActor(draft, other);
      if (beside) {
        other.targets.stream()
            .filter(t -> t.actor().isPresent() && draft.actors.stream().noneMatch(a -> a.key().equals(t.key())))
            .forEach(t -> draft.addTarget(t, "same fight"));
      }
    }
  }

  /** "raided the house of a rebel, arresting him": who was spoken of just before. */
  private void pronoun(Draft draft) {
    int object = draft.predicate.arguments.object;
    if (!draft.targets.isEmpty() || object < 0 || !draft.words().isPronoun(object)) {
      return;
    }
    int index = drafts.indexOf(draft);
    Draft before = index > 0 ? drafts.get(index - 1) : null;
    if (before != null && before.words() == draft.words()) {
      before.targets.stream()
          .filter(t -> draft.actors.stream().noneMatch(a -> a.key().equals(t.key())))
          .forEach(t -> draft.addTarget(t, "sentence"));
    }
  }

  /** Whoever alone does such a thing in the text. */
  private void onlyDoer(Draft draft) {
    if (!draft.actors.isEmpty() || !ATTACKS.contains(draft.type) || draft.type.equals("ground_attack")) {
      return;
    }
    List<Participant> doers = new ArrayList<>();
    for (Draft other : drafts) {
      if (!other.type.equals(draft.type) || other.certainty == Certainty.DENIED || Inheritance.isElsewhere(draft, other)) {
        continue;
      }
      for (Participant doer : other.actors) {
        if (doers.stream().noneMatch(d -> Parties.same(d, doer))) {
          doers.add(doer);
        }
      }
    }
    boolean hit = doers.size() == 1 && draft.targets.stream().anyMatch(t -> Parties.same(doers.getFirst(), t));
    if (doers.size() == 1 && !hit) {
      draft.addActor(doers.getFirst(), "the text's only one");
    }
  }
}
