package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;

/** Fills a draft's slots from the roles that its frame names, then from what stands in the clause. */
final class SlotFiller {

  /** What is only said has no place of its own. */
  private static final Set<String> WORDS_ONLY = Set.of("accusation", "threat");

  /** Classes of an object that are places, or say nothing of what it is. */
  private static final Set<String> LOCATIONS = Set.of("place", "named-place", "settlement", "ground", "any", "none");

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;
  private final Participants participants;

  SlotFiller(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
    this.participants = new Participants(words);
  }

  void fill() {
    Predicate p = draft.predicate;
    Assailants.find(p);
    actors(p);
    for (Predicate effect : p.effects) {
      actors(effect);
    }
    targets(p);
    effects(p);
    sufferers(p);
    opponents(p);
    if (!WORDS_ONLY.contains(draft.type)) {
      new PlaceReader(draft).read();
    }
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
      boolean sufferer = role.equals("subject") && p.nominal && t == p.arguments.object || isWhoseFate(p, role);
      if (isEventNoun(p, t) || sufferer || role.equals("subject") && speaksOf(p, t)) {
        continue;
      }
      Optional<Participant> doer = doer(t, role);
      doer.ifPresent(a -> {
        draft.addActor(a, role);
        participants.joined(t).forEach(other -> draft.addActor(other, role));
        if (!(role.equals("subject") && p.arguments.sharedSubject)) {
          draft.cover(words.phrase(t));
        }
      });
    }
  }

  /** "X's death", "X's killing in a raid": whose fate it is, where no others are said to have met it. */
  private static boolean isWhoseFate(Predicate p, String role) {
    return role.equals("possessor") && p.nominal && p.frame.fate().isPresent()
        && (p.words.cue("grammar.passing", p.token) || p.arguments.in("of").isEmpty() && p.arguments.in("among").isEmpty());
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
    if (weapon || role.equals("possessor") || words.is(token, "hold")) {
      Optional<Mention.OfActor> own = words.actorAt(token);
      boolean kind = role.equals("possessor") && (tree.is(token, "compound") || tree.is(token, "amod")) && own.isPresent()
          && new Parties(words).isUnarmed(participants.participant(own.get()));
      if (kind && draft.predicate.frame.type().family().equals("fight")) {
        return Optional.empty();
      }
      if (own.isPresent()) {
        return Optional.of(participants.participant(own.get()));
      }
      Mention.OfActor owner = participants.modifierParty(token);
      if (owner != null) {
        return Optional.of(participants.participant(owner));
      }
      boolean person = tree.relation(token).equals("nmod:poss") && words.isPerson(token) && !words.isTime(token);
      return person ? participants.participant(token) : Optional.empty();
    }
    if (words.is(token, "party") || words.is(token, "people")) {
      return participants.participant(token);
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

  /** "Blew up two car bombs", "clashes with heavy weapons": by what, not whom. */
  private boolean isTool(Predicate p, String role, int token) {
    boolean with = role.equals("with") && (words.is(token, "weapon") || words.is(token, "munition"));
    return with && !words.is(token, "party") || p.type.equals("bombing") && words.is(token, "explosive");
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
      if (p.trigger.contains(t) || isEventNoun(p, t) || isTool(p, role, t)) {
        continue;
      }
      Optional<Participant> hit = hit(t, role, p);
      if (hit.isPresent() && draft.actors.stream().noneMatch(a -> a.key().equals(hit.get().key()))) {
        draft.addTarget(hit.get(), role);
        draft.cover(words.phrase(t));
      }
    }
  }

  /** The party that a phrase names or that what it names belongs to; a thing hit, where nobody is named. */
  private Optional<Participant> hit(int phrase, String role, Predicate p) {
    if (words.is(phrase, "party") || words.is(phrase, "people")) {
      return participants.participant(phrase);
    }
    int token = words.core(phrase);
    Mention.OfActor owner = participants.modifierParty(token);
    if (owner != null && !words.isPronoun(owner.head())) {
      return Optional.of(participants.participant(owner));
    }
    boolean thing = words.is(token, "structure") || !role.equals("of") && words.is(token, "weapon") || words.is(token, "aim")
        || p.frame.object().stream().anyMatch(c -> !LOCATIONS.contains(c) && words.is(token, c));
    if (thing && !words.isNamedPlace(token) && words.isNoun(token)) {
      return participants.participant(token);
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
    if (p.type.equals("clash") && draft.actors.isEmpty() && draft.targets.size() > 1 && !p.effects.isEmpty() && !hitsCivilians(p)) {
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

  /** "A boy and a teacher were killed in the clashes": neither fought. */
  private boolean hitsCivilians(Predicate p) {
    return p.effects.stream()
        .filter(e -> e.arguments.object >= 0)
        .anyMatch(e -> words.coordinated(e.arguments.object).stream().anyMatch(words::isCivilian));
  }

  private void evidence(Predicate p) {
    for (int t : p.trigger) {
      draft.cover(tree.span(t));
    }
    for (int t : List.of(p.arguments.object, p.arguments.subject)) {
      boolean own = t >= 0 && tree.head(t) == p.token;
      if (own && (t == p.arguments.object || !words.isPronoun(t))) {
        draft.cover(words.phrase(t));
      }
    }
    if (p.frame.type().family().equals("words")) {
      p.arguments.obliques.stream().filter(o -> tree.head(o.token()) == p.token).forEach(o -> draft.cover(words.phrase(o.token())));
    }
    for (Predicate effect : p.effects) {
      evidence(effect);
    }
  }
}
