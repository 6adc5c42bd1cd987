package org.sitrep.coding;

import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.knowledge.EventTypes.SubType;
import org.sitrep.text.Span;

/** Finds the finer kind of a draft: by who did it, to whom, with what, and by the frame it rests on. */
final class SubTypes {

  private final Draft draft;
  private final Words words;
  private final Parties parties;

  private SubTypes(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.parties = new Parties(words);
  }

  static Optional<SubType> of(Draft draft, EventTypes types) {
    List<SubType> below = types.below(draft.type);
    if (below.isEmpty()) {
      return Optional.empty();
    }
    SubTypes reader = new SubTypes(draft);
    return below.stream().filter(reader::holds).findFirst();
  }

  private boolean holds(SubType finer) {
    return switch (finer.test()) {
      case "frame" -> uses(draft.predicate, finer.value());
      case "actor" -> !draft.actors.isEmpty() && parties.isNonState(draft.actors.getFirst());
      case "group-frame" -> uses(draft.predicate, finer.value()) && !draft.actors.isEmpty() && parties.isNonState(draft.actors.getFirst());
      case "target" -> !draft.targets.isEmpty()
          && (finer.value().equals("civilians") ? parties.isUnarmed(draft.targets.getFirst()) : parties.isArmed(draft.targets.getFirst()));
      case "actor-people" -> names(draft.actors, finer.value());
      case "target-people" -> names(draft.targets, finer.value());
      case "beaten" -> Repulse.isBeatenOff(draft.predicate);
      case "word" -> says(finer.value(), draft.evidence);
      default -> says(finer.value(), words.tree.span());
    };
  }

  private static boolean uses(Predicate p, String frame) {
    return p.frame.id().equals(frame) || p.effects.stream().anyMatch(e -> uses(e, frame));
  }

  private boolean names(List<Participant> those, String nounClass) {
    return those.stream().anyMatch(p -> parties.isOfClass(p, nounClass));
  }

  private boolean says(String nounClass, Span where) {
    for (int i = 0; i < words.tree.size(); i++) {
      boolean pair = i > 0 && words.lexicon.is(words.lower(i - 1) + " " + words.lemma(i), nounClass);
      if (where.contains(words.tree.start(i)) && (pair || words.lexicon.is(words.lemma(i), nounClass))) {
        return true;
      }
    }
    return false;
  }
}
