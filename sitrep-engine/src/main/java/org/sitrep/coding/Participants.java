package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Actor;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.mention.Upos;

/** Whom the phrases of a sentence name: the party itself, the one it belongs to, or a description. */
final class Participants {

  private final Words words;
  private final SyntaxTree tree;

  Participants(Words words) {
    this.words = words;
    this.tree = words.tree;
  }

  /** The party that a phrase names or belongs to, if it is one. */
  Optional<Participant> participant(int phrase) {
    int token = words.core(phrase);
    Mention.OfActor own = words.actorAt(token).orElse(null);
    if (own != null && words.article.actors().get(own) == null) {
      Mention.OfActor named = modifierParty(token);
      own = tree.upos(own.head()) == Upos.PRON || named != null && named.form() == Mention.Form.NAME ? named : own;
      if (own == null) {
        return Optional.empty();
      }
    }
    if (own == null) {
      own = modifierParty(token);
      if (own == null || isPossessive(own)) {
        return own != null && !words.isParty(token) && !words.isCivilian(token)
            ? Optional.of(participant(own))
            : plain(token);
      }
      if (words.isCivilian(token) && own.form() == Mention.Form.DEMONYM || isFrom(own, token)) {
        return plain(token);
      }
    }
    return Optional.of(participant(own));
  }

  /** "Leaders of X and Y": the parties joined to the one that a phrase belongs to. */
  List<Participant> joined(int phrase) {
    List<Participant> all = new ArrayList<>();
    int token = words.core(phrase);
    if (words.actorAt(token).isPresent()) {
      return all;
    }
    for (int d : tree.list(token, "nmod")) {
      if (words.actorAt(d).isPresent() && words.hasCase(d, Set.of("of", "from"))) {
        List<Integer> list = words.coordinated(d);
        list.subList(1, list.size()).forEach(t -> words.actorAt(t).ifPresent(a -> all.add(participant(a))));
      }
    }
    return all;
  }

  /** "A US pastor": a state's name before a person who neither fights nor serves it only says whence. */
  private boolean isFrom(Mention.OfActor state, int person) {
    Actor actor = words.article.actors().get(state);
    boolean before = state.head() < person && (tree.is(state.head(), "compound") || tree.is(state.head(), "amod"));
    return before && actor != null && actor.kind() == Actor.Kind.STATE && words.isCivilian(person);
  }

  private boolean isPossessive(Mention.OfActor mention) {
    return tree.is(mention.head(), "nmod:poss");
  }

  private Optional<Participant> plain(int token) {
    if (words.isPronoun(token) || tree.upos(token) == Upos.NUM || words.isIndefinite(token)) {
      return Optional.empty();
    }
    String surface = words.described(token);
    return Optional.of(new Participant(surface, surface, Optional.empty()));
  }

  /** The party of a mention, as the packs know it. */
  Participant participant(Mention.OfActor mention) {
    Actor actor = words.article.actors().get(mention);
    return new Participant(
        mention.surface(),
        actor == null ? mention.surface() : actor.name(),
        Optional.ofNullable(actor).map(Actor::id));
  }

  /** "A UN-sponsored school" is not the UN's own. */
  private boolean isAside(int token) {
    String form = words.lower(token);
    int hyphen = form.lastIndexOf('-');
    return hyphen > 0 && words.lexicon.cue("grammar.aside", form.substring(hyphen + 1));
  }

  /** "A market in X, which is held by Y": what is held is the place named right before. */
  private boolean isOfPlace(int token, int clause) {
    boolean apart = tree.relation(clause).equals("acl:relcl") && tree.find(clause, "punct") >= 0 && tree.find(clause, "punct") < clause;
    for (int i = token + 1; apart && i < clause; i++) {
      if (words.isNamedPlace(i) && tree.head(i) == token) {
        return true;
      }
    }
    return false;
  }

  /** A party named before or after a head noun: "rebel fighters", "fighters of the group", "Russia's general". */
  Mention.@Nullable OfActor modifierParty(int token) {
    Mention.OfActor found = null;
    for (int d : tree.dependents(token)) {
      boolean before =
          tree.is(d, "compound") || tree.is(d, "amod") || tree.is(d, "nmod:poss") || tree.is(d, "flat");
      boolean after = tree.is(d, "nmod") && words.hasCase(d, Set.of("of", "from", "belonging")) || tree.is(d, "appos");
      boolean aside = before && isAside(d);
      boolean sort = tree.is(d, "compound") && words.isCivilian(d) && words.lexicon.is(words.lemma(token), "fighter"); // "women fighters"
      if (sort) {
        continue;
      }
      if (words.actorAt(d).isPresent() && (before || after) && !aside) {
        found = words.actorAt(d).orElse(null);
        break;
      }
      if (found == null && before && !aside) {
        found = modifierParty(d);
      }
      int holding = tree.is(d, "acl") && tree.find(d, "xcomp") >= 0 ? tree.find(d, "xcomp") : d; // "believed to belong to"
      if (found == null && tree.is(d, "acl") && words.lexicon.cue("grammar.holding", words.lemma(holding)) && !isOfPlace(token, d)) {
        for (int agent : tree.list(holding, "obl")) {
          found = words.hasCase(agent, Set.of("by", "to", "with")) ? words.actorAt(agent).orElse(null) : found;
        }
      }
    }
    return found;
  }
}
