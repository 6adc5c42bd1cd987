package org.sitrep.coding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;

/** Finds the place of a draft in its own clause: in the roles that the frame names, then in what hangs on the predicate. */
final class PlaceReader {

  private static final Set<String> WHERE =
      Set.of("in", "at", "near", "on", "around", "inside", "outside", "along", "over", "across", "within", "south of",
          "north of", "east of", "west of", "throughout", "from", "to", "towards", "toward", "into", "of", "between", "close to",
          "next to", "beside", "behind", "above", "through", "by", "off", "via", "out of", "against");
  private static final Set<String> CORE_ROLES = Set.of("subject", "object", "by", "possessor");
  private static final Set<String> WORDS_ONLY = Set.of("accusation", "threat");

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;

  PlaceReader(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
  }

  void read() {
    Predicate p = draft.predicate;
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
}
