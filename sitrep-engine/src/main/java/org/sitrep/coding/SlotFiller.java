package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;

/** Fills a draft's slots from the roles that its frame names, then from what stands in the clause. */
final class SlotFiller {

  private static final Set<String> WHERE =
      Set.of("in", "at", "near", "on", "around", "inside", "outside", "along", "over", "across", "within", "south of",
          "north of", "east of", "west of", "throughout", "from", "to", "towards", "toward", "into", "of", "between", "close to",
          "next to", "beside", "behind", "above", "through", "by", "off", "via", "out of", "against");
  private static final Set<String> CORE_ROLES = Set.of("subject", "object", "by", "possessor");
  /** Classes of an object that are places, or say nothing of what it is. */
  private static final Set<String> LOCATIONS = Set.of("place", "named-place", "settlement", "ground", "any", "none");
  private static final Set<String> WORDS_ONLY = Set.of("accusation", "threat");

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;

  SlotFiller(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
  }

  void fill() {
    Predicate p = draft.predicate;
    actors(p);
    for (Predicate effect : p.effects) {
      actors(effect);
    }
    targets(p);
    effects(p);
    sufferers(p);
    opponents(p);
    places(p);
    evidence(p);
  }

  private void effects(Predicate p) {
    for (Predicate effect : p.effects) {
      targets(effect);
      effects(effect);
    }
  }

  private void actors(Predicate p) {
    if (!draft.actors.isEmpty()) {
      return;
    }
    for (String role : p.frame.roles("actor")) {
      for (int token : p.arguments.in(role)) {
        int before = draft.actors.size();
        actor(p, role, token);
        if (draft.actors.size() > before) {
          break;
        }
      }
      if (!draft.actors.isEmpty()) {
        return;
      }
    }
  }

  private void actor(Predicate p, String role, int token) {
    boolean between = role.equals("between") && !p.frame.roles("target").isEmpty();
    for (int t : between ? List.of(token) : words.coordinated(token)) {
      if (isEventNoun(p, t) || role.equals("subject") && speaksOf(p, t)) {
        continue;
      }
      Optional<Participant> doer = doer(t, role);
      doer.ifPresent(a -> {
        draft.addActor(a, role);
        if (!(role.equals("subject") && p.arguments.sharedSubject)) {
          draft.cover(words.phrase(t));
        }
      });
    }
  }

  /** Whether a token is the subject of the verb of saying under whose clause the predicate stands. */
  private boolean speaksOf(Predicate p, int token) {
    int verb = tree.head(token);
    if (verb < 0 || !tree.is(token, "nsubj") || !Speech.isVerb(words, verb) || p.trigger.contains(verb)) {
      return false;
    }
    for (int i = p.token, steps = 0; i >= 0 && steps < 10; i = tree.head(i), steps++) {
      if (tree.head(i) == verb) {
        return tree.is(i, "ccomp") || tree.is(i, "parataxis");
      }
    }
    return false;
  }

  private boolean isEventNoun(Predicate p, int token) {
    return p.host != null && p.host.trigger.contains(token);
  }

  /** The party that a phrase in a doer's place names: a party, or whose weapon it is. */
  private Optional<Participant> doer(int token, String role) {
    boolean weapon = words.lexicon.means(words.lemma(token)).isPresent() || words.lexicon.is(words.lemma(token), "weapon");
    if (weapon || role.equals("possessor")) {
      Optional<Mention.OfActor> own = words.actorAt(token);
      if (own.isPresent()) {
        return Optional.of(words.participant(own.get()));
      }
      Mention.OfActor owner = words.modifierParty(token);
      if (owner != null) {
        return Optional.of(words.participant(owner));
      }
      return Optional.empty();
    }
    if (words.is(token, "party") || words.is(token, "people")) {
      return words.participant(token);
    }
    return Optional.empty();
  }

  private void targets(Predicate p) {
    for (String role : p.frame.roles("target")) {
      List<Integer> tokens = role.equals("between.2") ? second(p) : p.arguments.in(role);
      int before = draft.targets.size();
      for (int token : tokens) {
        target(p, role, token);
      }
      if (draft.targets.size() > before) {
        return;
      }
    }
  }

  private static List<Integer> second(Predicate p) {
    List<Integer> second = new ArrayList<>();
    for (int token : p.arguments.in("between")) {
      List<Integer> all = p.words.coordinated(token);
      second.addAll(all.subList(1, all.size()));
    }
    return second;
  }

  private void target(Predicate p, String role, int token) {
    for (int t : words.coordinated(token)) {
      if (p.trigger.contains(t) || isEventNoun(p, t)) {
        continue;
      }
      Optional<Participant> hit = hit(t, p);
      if (hit.isPresent() && draft.actors.stream().noneMatch(a -> a.key().equals(hit.get().key()))) {
        draft.addTarget(hit.get(), role);
        draft.cover(words.phrase(t));
      }
    }
  }

  /** The party that a phrase names or that what it names belongs to; a thing hit, where nobody is named. */
  private Optional<Participant> hit(int token, Predicate p) {
    if (words.is(token, "party") || words.is(token, "people")) {
      return words.participant(token);
    }
    Mention.OfActor owner = words.modifierParty(token);
    if (owner != null && !words.isPronoun(owner.head())) {
      return Optional.of(words.participant(owner));
    }
    boolean thing = words.is(token, "structure") || words.is(token, "weapon") || words.is(token, "aim")
        || p.frame.object().stream().anyMatch(c -> !LOCATIONS.contains(c) && words.is(token, c));
    if (thing && !words.isNamedPlace(token) && words.isNoun(token)) {
      return words.participant(token);
    }
    return Optional.empty();
  }

  /** "repelled an attack", "came under fire": whoever suffers the event is its target. */
  private void sufferers(Predicate p) {
    if (p.nominal && draft.targets.isEmpty() && p.arguments.object >= 0
        && !p.frame.roles("target").contains("object") && !p.frame.type().family().equals("words")) {
      target(p, "sufferer", p.arguments.object);
    }
  }

  /** "The army and rebels clashed": with nobody else named, the second party is the opponent. */
  private void opponents(Predicate p) {
    if (p.type.equals("clash") && draft.actors.isEmpty() && draft.targets.size() > 1 && !p.effects.isEmpty()) {
      draft.actors.add(draft.targets.removeFirst());
      draft.rules.add("actor: whom the victims fought");
      return;
    }
    if (p.type.equals("clash") && draft.targets.isEmpty() && draft.actors.size() > 1) {
      draft.targets.addAll(draft.actors.subList(1, draft.actors.size()));
      draft.actors.subList(1, draft.actors.size()).clear();
      draft.rules.add("target: second party");
    }
  }

  private void places(Predicate p) {
    if (WORDS_ONLY.contains(draft.type)) {
      return;
    }
    for (String role : p.frame.roles("place")) {
      if (CORE_ROLES.contains(role)) {
        p.arguments.in(role).forEach(t -> place(t, role));
        if (!draft.places.isEmpty()) {
          return;
        }
      }
    }
    p.arguments.obliques.stream()
        .filter(o -> p.frame.roles("place").contains(o.preposition()))
        .sorted(java.util.Comparator.comparingInt(o -> nearness(p, o.token())))
        .forEach(o -> {
          if (draft.places.isEmpty()) {
            place(o.token(), o.preposition());
          }
        });
    if (!draft.places.isEmpty()) {
      return;
    }
    for (Predicate effect : p.effects) {
      for (String role : effect.frame.roles("place")) {
        if (draft.places.isEmpty()) {
          effect.arguments.in(role).forEach(t -> place(t, role));
        }
      }
    }
    for (int token : p.arguments.possessors) {
      if (draft.places.isEmpty() && words.isNamedPlace(token) && words.actorAt(token).isEmpty()) {
        place(token, "possessor");
      }
    }
    if (draft.places.isEmpty()) {
      around(p);
    }
  }

  /** Any place phrase that hangs on the predicate's clause. */
  private void around(Predicate p) {
    for (Arguments.Oblique o : p.arguments.obliques) {
      if (draft.places.isEmpty() && WHERE.contains(o.preposition())) {
        place(o.token(), o.preposition());
      }
    }
    for (int token : List.of(p.arguments.object, p.arguments.subject)) {
      if (draft.places.isEmpty() && token >= 0) {
        below(token, 3);
      }
    }
  }

  private void below(int token, int depth) {
    for (int d : tree.dependents(token)) {
      if (draft.places.isEmpty() && depth > 0 && (tree.is(d, "nmod") || tree.is(d, "acl") || tree.is(d, "obl") || tree.is(d, "appos"))) {
        if (WHERE.contains(words.preposition(d))) {
          place(d, "within");
        }
        below(d, depth - 1);
      }
    }
  }

  /** The first phrase after the predicate comes before later ones, and those before what stands in front. */
  private static int nearness(Predicate p, int token) {
    return token > p.token ? token : 10_000 - token;
  }

  private void place(int token, String rule) {
    boolean first = true;
    for (int t : words.coordinated(token)) {
      Optional<Mention.OfPlace> mention = mentionIn(t);
      if (mention.isPresent() && !words.namesParty(t)) {
        Location location = words.article.places().get(mention.get());
        if (location != null && draft.places.stream().noneMatch(l -> l.surface().equals(location.surface()))) {
          draft.places.add(location);
          draft.cover(mention.get().span());
          draft.cover(words.phrase(t));
          if (first) {
            draft.rules.add("place: " + rule);
            first = false;
          }
        }
      }
    }
  }

  /** The place mention that a phrase is, or that its head noun contains ("positions in X", "the X area"). */
  private Optional<Mention.OfPlace> mentionIn(int token) {
    if (words.placeAt(token).isPresent()) {
      return words.isNamedPlace(token) ? words.placeAt(token) : Optional.empty();
    }
    for (int d : tree.dependents(token)) {
      boolean name = tree.is(d, "compound") || tree.is(d, "appos") || tree.is(d, "flat") || tree.is(d, "nmod") || tree.is(d, "amod")
          || tree.is(d, "obl");
      if (name && words.isNamedPlace(d) && words.actorAt(d).isEmpty()) {
        return words.placeAt(d);
      }
    }
    for (int d : tree.dependents(token)) {
      if (tree.is(d, "nmod") || tree.is(d, "obl") || tree.is(d, "acl")) {
        Optional<Mention.OfPlace> deeper = mentionIn(d);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  private void evidence(Predicate p) {
    for (int t : p.trigger) {
      draft.cover(tree.span(t));
    }
    for (Predicate effect : p.effects) {
      evidence(effect);
    }
  }
}
