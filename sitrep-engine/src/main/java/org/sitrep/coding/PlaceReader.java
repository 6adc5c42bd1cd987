package org.sitrep.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.Form;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.SyntaxTree;

/**
 * Finds the place of a draft in its own clause: in the roles that the frame names, then in what hangs on the predicate,
 * then in the clause that governs it. Of the places of one phrase the most specific counts.
 */
final class PlaceReader {

  private static final Set<String> WHERE =
      Set.of("in", "at", "near", "on", "around", "inside", "outside", "along", "over", "across", "within", "south of",
          "north of", "east of", "west of", "throughout", "from", "to", "towards", "toward", "into", "of", "between", "close to",
          "next to", "beside", "behind", "above", "through", "by", "off", "via", "out of", "against", "targeting");
  private static final Set<String> AT =
      Set.of("in", "at", "near", "on", "around", "inside", "outside", "along", "over", "across", "within", "throughout",
          "between", "close to", "next to", "into", "through");
  private static final Set<String> ORIGIN = Set.of("from", "of", "by");
  private static final Set<String> WHENCE = Set.of("from", "by");
  private static final Set<String> ENDS = Set.of("with", "to", "and");
  private static final Set<String> FROM_OR_IN = Set.of("from", "in");
  private static final Set<String> CORE_ROLES = Set.of("subject", "object", "by", "possessor");
  static final String ORIGIN_OF = "sentence's people";
  private static final String JOINED = "sentence's joined clause";
  private static final String GOVERNING = "sentence's governing clause";
  private static final int DEPTH = 5;

  private final Draft draft;
  private final Words words;
  private final SyntaxTree tree;
  private final PlaceChoice choice;

  PlaceReader(Draft draft) {
    this.draft = draft;
    this.words = draft.words();
    this.tree = words.tree;
    this.choice = new PlaceChoice(words.article);
  }

  void read() {
    Predicate p = draft.predicate;
    roles(p);
    aims(p);
    obliques(p);
    for (Predicate effect : p.effects) {
      if (draft.places.isEmpty()) {
        roles(effect);
        obliques(effect);
      }
    }
    for (int token : p.arguments.possessors) {
      if (draft.places.isEmpty() && words.isNamedPlace(token) && words.actorAt(token).isEmpty()) {
        place(token, "possessor");
      }
    }
    around(p);
    joined(p);
    governing(p);
    origins(p);
  }

  /** "A child from X was killed": where nothing says where, it happened where people are from. */
  private void origins(Predicate p) {
    for (int token : List.of(p.arguments.object, p.arguments.subject)) {
      if (token >= 0) {
        Set<OfPlace> found = new LinkedHashSet<>();
        collect(token, DEPTH, true, found);
        found.removeIf(m -> !choice.isAtHome(m));
        take(List.copyOf(found), ORIGIN_OF);
      }
    }
  }

  /** The places that the frame expects in the core of the clause. */
  private void roles(Predicate p) {
    for (String role : p.frame.roles("place")) {
      if (CORE_ROLES.contains(role) && draft.places.isEmpty()) {
        p.arguments.in(role).forEach(t -> place(t, role));
        p.arguments.in(role).forEach(t -> state(t, role));
      }
    }
  }

  /** "Attacked Israel": a state hit is a place too. */
  private void state(int token, String role) {
    if (role.equals("object") && draft.places.isEmpty() && words.actorAt(token).filter(a -> a.head() == token && a.form() == Form.NAME).isPresent()) {
      words.placeAt(token).filter(m -> m.feature().isEmpty() && choice.isCountry(m)).ifPresent(m -> take(List.of(m), role));
    }
  }

  /** "Fired missiles from the direction of the sea, targeting X". */
  private void aims(Predicate p) {
    if (!p.frame.type().family().equals("fight")) {
      return;
    }
    List<OfPlace> found = new ArrayList<>();
    int verb = words.isVerb(p.token) || tree.head(p.token) < 0 ? p.token : verbAbove(p.token);
    for (int i = p.token + 1; i < tree.size(); i++) {
      boolean aim = words.isVerb(i) && words.lemma(i).equals("target") && (tree.is(i, "acl") || tree.is(i, "advcl")) && tree.under(i, verb);
      if (aim) {
        for (int d : tree.dependents(i)) {
          if (tree.is(d, "obj") || tree.is(d, "obl") && words.preposition(d).isEmpty()) {
            words.coordinated(d).forEach(t -> found.addAll(inPhrase(t)));
          }
        }
      }
    }
    take(found, "targeting");
  }

  private int verbAbove(int token) {
    int at = token;
    for (int i = 0; i < DEPTH && tree.head(at) >= 0; i++) {
      at = tree.head(at);
      if (words.isVerb(at)) {
        return at;
      }
    }
    return token;
  }

  /** The phrases with the prepositions that the frame expects, the first after the predicate before all others. */
  private void obliques(Predicate p) {
    List<OfPlace> near = new ArrayList<>();
    Set<OfPlace> hung = new LinkedHashSet<>();
    p.arguments.obliques.stream()
        .filter(o -> p.frame.roles("place").contains(o.preposition()) && !isHolder(o.token()))
        .sorted(Comparator.comparingInt(o -> nearness(p, o.token())))
        .forEach(o -> near.addAll(inPhrase(o.token())));
    if (!near.isEmpty()) {
      p.arguments.obliques.stream().map(o -> tree.head(o.token())).filter(h -> h >= 0 && words.is(h, "people"))
          .forEach(h -> collect(h, DEPTH, true, hung));
      hung.removeIf(m -> near.stream().noneMatch(n -> choice.isIn(m, n)));
      near.addAll(hung);
    }
    take(near, "in");
  }

  /** Any place phrase that hangs on the predicate's clause. */
  private void around(Predicate p) {
    for (Arguments.Oblique o : p.arguments.obliques) {
      boolean sides = o.preposition().equals("between") && p.frame.roles("actor").contains("between");
      boolean blame = draft.type.equals("accusation") && o.preposition().equals("as");
      if (draft.places.isEmpty() && (blame || WHERE.contains(o.preposition())) && !sides && !isHolder(o.token())) {
        place(o.token(), o.preposition());
      } else if (sides) {
        besideSides(o.token());
      }
    }
    if (p.arguments.object >= 0) {
      place(p.arguments.object, "within");
    }
    if (p.arguments.subject >= 0 && !isDeed(p)) {
      place(p.arguments.subject, "within");
    }
  }

  /** "According to activists in X": where those are who say so. */
  private boolean isHolder(int token) {
    int at = token;
    for (int i = 0; i < DEPTH && tree.is(at, "nmod") && tree.head(at) >= 0; i++) {
      at = tree.head(at);
      if (words.preposition(at).equals("according to")) {
        return true;
      }
    }
    return false;
  }

  /** "Between A and B in X": what stands by the last of the sides. */
  private void besideSides(int token) {
    for (int side : words.coordinated(token)) {
      for (int d : tree.list(side, "nmod")) {
        if (AT.contains(words.preposition(d))) {
          place(d, words.preposition(d));
        }
      }
    }
  }

  /** Whether the subject is somebody who attacks: where they stand is not where the attack falls. */
  private static boolean isDeed(Predicate p) {
    return p.frame.type().family().equals("fight") && p.frame.roles("actor").contains("subject");
  }

  /** "Three were killed and ten wounded in X": what stands after the last of joined clauses holds for all. */
  private void joined(Predicate p) {
    for (int d : tree.list(p.token, "conj")) {
      if (draft.places.isEmpty() && tree.find(d, "nsubj") < 0) {
        clause(d, JOINED);
      }
    }
  }

  /** "Gunmen stormed a hotel in X, killing five": the place of the clause that this one hangs on. */
  private void governing(Predicate p) {
    int at = p.token;
    for (int i = 0; i < DEPTH && draft.places.isEmpty(); i++) {
      int head = tree.head(at);
      boolean hung = tree.is(at, "advcl") || tree.is(at, "acl") || tree.is(at, "conj") || tree.is(at, "xcomp") || tree.is(at, "parataxis")
          || tree.is(at, "obl") || tree.is(at, "nmod") || tree.is(at, "obj") || tree.is(at, "nsubj");
      if (head < 0 || !hung || words.cue("attribution.verbs.neutral", head)) {
        return;
      }
      if (words.isVerb(head)) {
        clause(head, GOVERNING);
      }
      at = head;
    }
  }

  /** The places in the object and the obliques of a verb. */
  private void clause(int verb, String rule) {
    List<OfPlace> found = new ArrayList<>();
    int object = tree.find(verb, "obj");
    if (object >= 0) {
      found.addAll(inPhrase(object));
    }
    for (int d : tree.list(verb, "obl")) {
      if (AT.contains(words.preposition(d))) {
        found.addAll(inPhrase(d));
      }
    }
    take(found, rule);
  }

  /** The first phrase after the predicate comes before later ones, and those before what stands in front. */
  private static int nearness(Predicate p, int token) {
    return token > p.token ? token : 10_000 - token;
  }

  private void place(int token, String rule) {
    List<OfPlace> found = new ArrayList<>();
    for (int t : words.coordinated(token)) {
      found.addAll(inPhrase(t));
    }
    take(found, rule);
  }

  /** Takes the most specific of some places, with those joined to it by "and". */
  private void take(List<OfPlace> found, String rule) {
    boolean own = !rule.equals(JOINED) && !rule.equals(GOVERNING) && !rule.equals(ORIGIN_OF);
    List<OfPlace> kept = choice.specific(found);
    List<OfPlace> specific = found.stream().filter(m -> kept.stream().anyMatch(k -> k == m || isJoined(m, k) || isJoined(k, m))).toList();
    if (!draft.places.isEmpty() || specific.isEmpty()) {
      return;
    }
    OfPlace first = specific.getFirst();
    draft.rules.add("place: " + rule);
    add(first, own);
    for (OfPlace other : specific) {
      if (isJoined(first, other)) {
        add(other, own);
      }
    }
  }

  private boolean isJoined(OfPlace first, OfPlace other) {
    int top = top(other);
    return top(first) == top || first.first() <= top && top <= first.last(); // "the cities of A, B and C"
  }

  /** The first of the phrases that a place's phrase is joined to. */
  private int top(OfPlace mention) {
    int at = mention.head();
    for (int i = 0; i < DEPTH; i++) {
      boolean inside = tree.is(at, "compound") || tree.is(at, "flat");
      if (!tree.is(at, "conj") && !inside || tree.head(at) < 0) {
        return at;
      }
      at = tree.head(at);
    }
    return at;
  }

  private void add(OfPlace mention, boolean own) {
    Location location = choice.at(mention);
    if (location != null && draft.places.stream().noneMatch(l -> l.surface().equals(location.surface()))) {
      draft.places.add(location);
      if (own) {
        draft.cover(mention.span());
        draft.cover(words.phrase(mention.head()));
      }
    }
  }

  /** The places that a phrase is or holds ("positions in X", "the X area", "a market in X, Y province"). */
  private Set<OfPlace> inPhrase(int token) {
    Set<OfPlace> found = new LinkedHashSet<>();
    collect(token, DEPTH, false, found);
    return found;
  }

  private void collect(int token, int depth, boolean origins, Set<OfPlace> found) {
    if (words.isNamedPlace(token) && !words.namesParty(token)) {
      words.placeAt(token).filter(m -> choice.at(m) != null).ifPresent(found::add);
    }
    boolean whither = words.cue("grammar.whence", token) && FROM_OR_IN.contains(words.preposition(token)); // "from the direction of"
    if (depth == 0 || whither) {
      return;
    }
    boolean verb = words.isVerb(token);
    boolean people = !origins && words.is(token, "people") && words.placeAt(token).isEmpty();
    for (int d : tree.dependents(token)) {
      boolean inside = tree.is(d, "nmod") || tree.is(d, "compound") || tree.is(d, "appos") || tree.is(d, "flat") || tree.is(d, "amod")
          || tree.is(d, "obl") || tree.is(d, "conj") && words.placeAt(token).isPresent();
      boolean located = tree.is(d, "acl") && tree.find(d, "obj") < 0;
      boolean origin = people && (tree.is(d, "compound") || ORIGIN.contains(words.preposition(d)));
      boolean whence = verb && WHENCE.contains(words.preposition(d));
      if ((inside || located) && !origin && !whence && !(tree.relation(d).equals("nmod:poss") && words.actorAt(d).isPresent())) {
        collect(d, depth - 1, origins, found);
      } else if (tree.is(d, "acl") && words.cue("grammar.linking", d)) {
        linked(d, depth - 1, origins, found);
      }
    }
  }

  /** "The road linking X with Y": the places at its ends. */
  private void linked(int verb, int depth, boolean origins, Set<OfPlace> found) {
    for (int d : tree.dependents(verb)) {
      if (tree.is(d, "obj") || tree.is(d, "obl") && ENDS.contains(words.preposition(d))) {
        collect(d, depth, origins, found);
      }
    }
  }
}
