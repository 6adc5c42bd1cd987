package org.sitrep.coding;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Actor;

/** What the participants of a sentence are: one party or two, armed or not, of a state or not. */
final class Parties {

  private static final Set<Actor.Kind> NONSTATE = Set.of(Actor.Kind.GROUP, Actor.Kind.MILITIA, Actor.Kind.FIGHTERS);
  private static final Set<Actor.Kind> UNARMED = Set.of(Actor.Kind.CIVILIANS, Actor.Kind.BODY);

  private final Words words;

  Parties(Words words) {
    this.words = words;
  }

  /** The same party, or arms of one: a state and its air force. */
  static boolean same(Participant a, Participant b) {
    return a.key().equals(b.key()) || a.actor().isPresent() && b.actor().isPresent() && root(a.key()).equals(root(b.key()));
  }

  private static String root(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  boolean isNonState(Participant party) {
    return kind(party).map(NONSTATE::contains).orElseGet(() -> !isOfClass(party, "statecraft"));
  }

  boolean isUnarmed(Participant party) {
    return kind(party).map(UNARMED::contains).orElseGet(() -> isOfClass(party, "civilian") && !isOfClass(party, "fighter"));
  }

  boolean isArmed(Participant party) {
    return kind(party).map(k -> !UNARMED.contains(k)).orElseGet(() -> isOfClass(party, "fighter"));
  }

  /** Whether the words of a party's phrase hold a noun of a class. */
  boolean isOfClass(Participant party, String nounClass) {
    String surface = party.surface().toLowerCase(Locale.ROOT);
    for (int i = 0; i < words.tree.size(); i++) {
      boolean own = words.lexicon.is(words.lemma(i), nounClass) || words.lexicon.is(words.lower(i), nounClass);
      if (own && surface.contains(words.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Actor.Kind> kind(Participant party) {
    return words.article.actors().values().stream()
        .filter(a -> party.actor().filter(a.id()::equals).isPresent())
        .map(Actor::kind)
        .findFirst();
  }
}
