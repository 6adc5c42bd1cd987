package org.sitrep.coding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.knowledge.EventTypes.SubType;
import org.sitrep.text.Span;

/** Finds the finer kind of a draft: by who did it, to whom, with what, and by the frame it rests on. */
final class SubTypes {

  private static final Set<Actor.Kind> NONSTATE = Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA, Actor.Kind.FIGHTERS);
  private static final Set<Actor.Kind> UNARMED = Set.of(Actor.Kind.CIVILIANS, Actor.Kind.BODY);

  private final Draft draft;
  private final Words words;

  private SubTypes(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
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
      case "actor" -> !draft.actors.isEmpty() && isNonState(draft.actors.getFirst());
      case "target" -> finer.value().equals("civilians") ? suffers(true) : suffers(false);
      case "actor-people" -> names(draft.actors, finer.value());
      case "target-people" -> names(draft.targets, finer.value());
      case "word" -> says(finer.value(), draft.evidence);
      default -> says(finer.value(), words.tree.span());
    };
  }

  private static boolean uses(Predicate p, String frame) {
    return p.frame.id().equals(frame) || p.effects.stream().anyMatch(e -> uses(e, frame));
  }

  private boolean isNonState(Participant party) {
    return kind(party).map(NONSTATE::contains).orElseGet(() -> !isOfClass(party, "statecraft"));
  }

  private Optional<Actor.Kind> kind(Participant party) {
    return words.article.actors().values().stream()
        .filter(a -> party.actor().filter(a.id()::equals).isPresent())
        .map(Actor::kind)
        .findFirst();
  }

  /** Whether the first to suffer is unarmed, or bears arms. */
  private boolean suffers(boolean unarmed) {
    if (draft.targets.isEmpty()) {
      return false;
    }
    Participant first = draft.targets.getFirst();
    Optional<Actor.Kind> kind = kind(first);
    if (kind.isPresent()) {
      return UNARMED.contains(kind.get()) == unarmed;
    }
    return isOfClass(first, unarmed ? "civilian" : "fighter") && !(unarmed && isOfClass(first, "fighter"));
  }

  private boolean names(List<Participant> parties, String nounClass) {
    return parties.stream().anyMatch(p -> isOfClass(p, nounClass));
  }

  /** Whether the words of a party's phrase hold a noun of a class. */
  private boolean isOfClass(Participant party, String nounClass) {
    for (int i = 0; i < words.tree.size(); i++) {
      boolean own = words.lexicon.is(words.lemma(i), nounClass) || words.lexicon.is(words.lower(i), nounClass);
      if (own && party.surface().toLowerCase(Locale.ROOT).contains(words.lower(i))) {
        return true;
      }
    }
    return false;
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
