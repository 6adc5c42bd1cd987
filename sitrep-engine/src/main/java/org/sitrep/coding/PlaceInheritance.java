package org.sitrep.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation;
import org.sitrep.mention.SyntaxTree;

/**
 * Gives a draft whose clause names no place that of "the village" it points to, of its sentence, of the paragraph's
 * label, of what was told before, or of the whole article, as far as one is possible there.
 */
final class PlaceInheritance {

  private static final Set<String> PLACELESS = Set.of("agreement", "negotiation", "protest", "riot", "accusation", "threat");
  private static final Set<String> GOING = Set.of("place: to", "place: towards", "place: toward", "place: into", "place: from", "place: out of");
  private static final Set<String> APART = Set.of("while", "whereas", "although", "though", "after", "before", "since");

  private static final int CLIMB = 6;
  private static final String TOLD = "place: told before";
  private static final String ONLY = "place: the article's only one, in no sentence of its own";

  private final List<Draft> drafts;
  private final EventTypes types;
  private final List<Words> sentences;
  private final Map<Integer, List<OfPlace>> labels = new HashMap<>();

  PlaceInheritance(List<Draft> drafts, List<Words> sentences, EventTypes types) {
    this.drafts = drafts;
    this.types = types;
    this.sentences = sentences;
    for (Words words : sentences) {
      boolean label = words.tree.form(words.tree.size() - 1).equals(":");
      boolean first = !labels.containsKey(words.sentence.block());
      labels.computeIfAbsent(words.sentence.block(), b -> label && first
          ? words.sentence.list(OfPlace.class).stream().filter(m -> words.article.places().containsKey(m)).toList()
          : List.of());
    }
  }

  void place(Draft draft, int index) {
    if (draft.rules.contains("place: " + PlaceReader.ORIGIN_OF)) {
      pointed(draft);
    }
    if (!draft.places.isEmpty() || PLACELESS.contains(draft.type)) {
      return;
    }
    if (isFormer(draft.predicate) || pointed(draft)) {
      return;
    }
    Draft near = placedInSentence(draft, index);
    if (near != null) {
      draft.places.addAll(near.places);
      draft.rules.add("place: sentence");
      return;
    }
    if (onlyPlace(draft, index) || draft.type.equals("accusation") || labelled(draft) || isGeneral(draft.predicate)) {
      return;
    }
    if (!toldBefore(draft, index)) {
      onlyInArticle(draft);
    }
  }

  private boolean toldBefore(Draft draft, int index) {
    return toldBefore(draft, index, true) || toldBefore(draft, index, false);
  }

  private boolean toldBefore(Draft draft, int index, boolean bounded) {
    for (int i = index - 1; i >= 0; i--) {
      Draft before = drafts.get(i);
      if (before.words().sentence.block() < draft.words().sentence.block() - 1) {
        return false;
      }
      if (!before.places.isEmpty() && (!bounded || isBounded(before))) {
        draft.places.addAll(before.places);
        draft.rules.add(TOLD);
        return true;
      }
    }
    return false;
  }

  /** Not a road, a river or a direction towards something. */
  private static boolean isBounded(Draft draft) {
    boolean going = draft.rules.stream().anyMatch(GOING::contains) && !draft.type.equals("capture");
    return !going && draft.places.getFirst().place().map(p -> p.feature() != Feature.ROAD && p.feature() != Feature.RIVER).orElse(true);
  }

  /** "Was previously arrested": nothing of what is told around it. */
  private static boolean isFormer(Predicate p) {
    return anyAbove(p, d -> p.words.cue("grammar.formerly", d));
  }

  /** "Has flown 800 missions", "similar attacks": what is not of the happening told before. */
  private static boolean isGeneral(Predicate p) {
    for (int d : p.words.tree.dependents(p.token)) {
      if (p.words.cue("grammar.alike", d)) {
        return true;
      }
    }
    return !p.nominal && p.arguments.passive
        ? false
        : anyAbove(p, d -> p.words.tree.is(d, "aux") && (p.words.lower(d).equals("has") || p.words.lower(d).equals("have")));
  }

  /** Whether a word hangs on the predicate's verb or on one that it is joined to. */
  private static boolean anyAbove(Predicate p, java.util.function.IntPredicate test) {
    SyntaxTree tree = p.words.tree;
    int verb = p.token;
    while (!p.words.isVerb(verb) && tree.head(verb) >= 0) {
      verb = tree.head(verb);
    }
    for (int i = 0; i < 6 && verb >= 0; i++) {
      for (int d : tree.dependents(verb)) {
        if (test.test(d)) {
          return true;
        }
      }
      boolean joined = tree.is(verb, "conj") || tree.relation(verb).equals("acl") || tree.is(verb, "obj") && i > 0;
      if (!joined) {
        return false;
      }
      verb = tree.head(verb);
    }
    return false;
  }

  private @Nullable Draft placedInSentence(Draft draft, int index) {
    for (int d : new int[] {-1, 1, -2, 2}) {
      int i = index + d;
      if (i >= 0 && i < drafts.size() && drafts.get(i).words() == draft.words() && !drafts.get(i).places.isEmpty()
          && lends(drafts.get(i), draft)) {
        return drafts.get(i);
      }
    }
    return null;
  }

  /** Not where one goes elsewhere, nor across "while". */
  private static boolean lends(Draft lender, Draft draft) {
    boolean own = lender.rules.stream().noneMatch(r -> r.equals(TOLD) || r.equals(ONLY));
    boolean going = lender.rules.stream().anyMatch(GOING::contains);
    return own && !(going && (isApart(lender) || isApart(draft)));
  }

  private static boolean isApart(Draft draft) {
    Words words = draft.words();
    int at = draft.predicate.token;
    for (int i = 0; i < 3 && at >= 0; i++) {
      int mark = words.tree.find(at, "mark");
      if (words.tree.is(at, "advcl") && mark >= 0 && APART.contains(words.lower(mark))) {
        return true;
      }
      at = words.tree.head(at);
    }
    return false;
  }

  /** "The village was shelled": the last village named before. */
  private boolean pointed(Draft draft) {
    Predicate p = draft.predicate;
    int[] pointer = {-1};
    p.arguments.obliques.forEach(o -> pointer[0] = pointer[0] < 0 ? pointer(p.words, o.token(), 2) : pointer[0]);
    for (int token : new int[] {p.arguments.object, p.arguments.subject}) {
      if (pointer[0] < 0 && token >= 0) {
        pointer[0] = pointer(p.words, token, 2);
      }
    }
    for (int i = p.token + 1; i < p.words.tree.size() && pointer[0] < 0 && !p.words.isVerb(i); i++) {
      pointer[0] = p.words.preposition(i).isEmpty() ? -1 : pointer(p.words, i, 0);
    }
    if (pointer[0] < 0) {
      return false;
    }
    OfPlace antecedent = antecedent(p.words, pointer[0]);
    Location location = antecedent == null ? null : p.words.article.places().get(antecedent);
    if (location == null) {
      return false;
    }
    draft.places.clear();
    draft.places.add(location);
    draft.rules.add("place: pointed to in a sentence before");
    return true;
  }

  /** The definite noun in a phrase that may point to a place. */
  private static int pointer(Words words, int token, int depth) {
    if (words.is(token, "place") && words.placeAt(token).isEmpty() && isDefinite(words, token)) {
      return token;
    }
    if (depth > 0) {
      for (int d : words.tree.dependents(token)) {
        if (words.tree.is(d, "nmod") || words.tree.is(d, "obl") || words.tree.is(d, "compound")) {
          int found = pointer(words, d, depth - 1);
          if (found >= 0) {
            return found;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isDefinite(Words words, int token) {
    boolean definite = false;
    for (int d : words.tree.dependents(token)) {
      if (words.tree.is(d, "nmod") && !words.tree.is(d, "nmod:poss")) {
        return false;
      }
      definite |= words.tree.is(d, "det") && words.cue("grammar.pointing", d);
    }
    return definite;
  }

  private @Nullable OfPlace antecedent(Words words, int pointer) {
    String noun = words.lemma(pointer);
    for (int s = words.index; s >= 0; s--) {
      Words sentence = sentences.get(s);
      List<OfPlace> named = sentence.sentence.list(OfPlace.class);
      for (int i = named.size() - 1; i >= 0; i--) {
        OfPlace mention = named.get(i);
        if ((sentence != words || mention.last() < pointer) && isCalled(mention, noun, words)) {
          return mention;
        }
      }
    }
    return null;
  }

  /** Whether a mention says of its place that it is one of these, or the gazetteer does. */
  private static boolean isCalled(OfPlace mention, String noun, Words words) {
    for (String word : mention.surface().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (word.equals(noun)) {
        return true;
      }
    }
    Location location = words.article.places().get(mention);
    return mention.relation().filter(r -> r.kind() != PlaceRelation.Kind.AROUND).isEmpty() && location != null
        && location.place().filter(p -> p.feature().name().equalsIgnoreCase(noun)).isPresent();
  }

  /** A sentence that names one place only, or else only places that it lies in. */
  private boolean onlyPlace(Draft draft, int index) {
    boolean lent = true;
    for (int i = Math.max(0, index - 3); i < Math.min(drafts.size(), index + 4); i++) {
      Draft other = drafts.get(i);
      lent &= other == draft || other.words() != draft.words() || other.places.isEmpty() || lends(other, draft);
    }
    return lent && only(draft, named(draft.words()), "place: the sentence's only one");
  }

  private void onlyInArticle(Draft draft) {
    List<OfPlace> all = sentences.stream()
        .flatMap(w -> named(w).stream())
        .filter(m -> m.relation().filter(r -> r.kind() == PlaceRelation.Kind.TOWARDS).isEmpty()).toList();
    Map<String, OfPlace> distinct = new java.util.LinkedHashMap<>();
    all.forEach(m -> distinct.merge(m.name(), m, (a, b) -> b.feature().isPresent() ? b : a));
    only(draft, List.copyOf(distinct.values()), ONLY);
  }

  private static boolean only(Draft draft, List<OfPlace> named, String rule) {
    Words words = draft.words();
    List<OfPlace> specific = new PlaceChoice(words.article).specific(named);
    if (specific.size() != 1) {
      return false;
    }
    draft.places.add(java.util.Objects.requireNonNull(words.article.places().get(specific.getFirst())));
    draft.rules.add(rule);
    return true;
  }

  private static List<OfPlace> named(Words words) {
    return words.sentence.list(OfPlace.class).stream()
        .filter(m -> words.isNamedPlace(m.head()) && !words.cue("grammar.continent", m.head()) && words.article.places().containsKey(m))
        .filter(m -> !isSeat(words, m))
        .filter(m -> !words.preposition(m.head()).equals("from") && !isOfOccasion(words, m.head()))
        .filter(m -> !words.tree.is(m.head(), "nmod:poss") || words.tree.upos(words.tree.head(m.head())).equals(org.sitrep.mention.Upos.NOUN))
        .toList();
  }

  /** "A London-based monitor": where somebody has a seat, not where something happened. */
  private static boolean isSeat(Words words, OfPlace mention) {
    int hyphen = mention.last() + 1;
    return hyphen + 1 < words.tree.size() && words.tree.form(hyphen).equals("-") && words.cue("grammar.seated", hyphen + 1);
  }

  /** "In a speech in X": where somebody spoke. */
  private static boolean isOfOccasion(Words words, int place) {
    int at = place;
    for (int i = 0; i < CLIMB && words.tree.is(at, "nmod") && words.tree.head(at) >= 0; i++) {
      at = words.tree.head(at);
      if (words.cue("grammar.occasion", at)) {
        return true;
      }
    }
    return false;
  }

  /** "Homs province: Clashes broke out": the label's place. */
  private boolean labelled(Draft draft) {
    List<OfPlace> label = labels.getOrDefault(draft.words().sentence.block(), List.of());
    if (label.size() != 1) {
      return false;
    }
    draft.places.add(java.util.Objects.requireNonNull(draft.words().article.places().get(label.getFirst())));
    draft.rules.add("place: label of the paragraph");
    return true;
  }
}
