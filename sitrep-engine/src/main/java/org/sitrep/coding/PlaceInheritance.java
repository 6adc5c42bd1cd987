package org.sitrep.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.mention.Mention;

/** Gives a draft whose clause names no place that of the sentence, of the paragraph's label, or of what was told before. */
final class PlaceInheritance {

  private final List<Draft> drafts;
  private final EventTypes types;
  private final Map<Integer, List<Mention.OfPlace>> labels = new HashMap<>();

  PlaceInheritance(List<Draft> drafts, List<Words> sentences, EventTypes types) {
    this.drafts = drafts;
    this.types = types;
    for (Words words : sentences) {
      boolean label = words.tree.form(words.tree.size() - 1).equals(":");
      boolean first = !labels.containsKey(words.sentence.block());
      labels.computeIfAbsent(words.sentence.block(), b -> label && first
          ? words.sentence.list(Mention.OfPlace.class).stream().filter(m -> words.article.places().containsKey(m)).toList()
          : List.of());
    }
  }

  void place(Draft draft, int index) {
    if (!draft.places.isEmpty() || types.get(draft.type).family().equals("words")) {
      return;
    }
    Draft near = placedInSentence(draft, index);
    if (near != null) {
      draft.places.addAll(near.places);
      draft.rules.add("place: sentence");
      return;
    }
    if (onlyPlace(draft) || labelled(draft)) {
      return;
    }
    for (int i = index - 1; i >= 0; i--) {
      Draft before = drafts.get(i);
      if (before.words().sentence.block() < draft.words().sentence.block() - 1) {
        return;
      }
      if (!before.places.isEmpty()) {
        draft.places.addAll(before.places);
        draft.rules.add("place: told before");
        return;
      }
    }
  }

  private @Nullable Draft placedInSentence(Draft draft, int index) {
    for (int d : new int[] {-1, 1, -2, 2}) {
      int i = index + d;
      if (i >= 0 && i < drafts.size() && drafts.get(i).words() == draft.words() && !drafts.get(i).places.isEmpty()) {
        return drafts.get(i);
      }
    }
    return null;
  }

  /** A sentence that mentions one place only. */
  private static boolean onlyPlace(Draft draft) {
    Words words = draft.words();
    List<Mention.OfPlace> named =
        words.sentence.list(Mention.OfPlace.class).stream()
            .filter(m -> words.isNamedPlace(m.head()) && words.article.places().containsKey(m))
            .filter(m -> !words.tree.is(m.head(), "nmod:poss"))
            .toList();
    if (named.size() == 1) {
      draft.places.add(java.util.Objects.requireNonNull(words.article.places().get(named.getFirst())));
      draft.rules.add("place: the sentence's only one");
      return true;
    }
    return false;
  }

  /** "Homs province: Clashes broke out": the label's place. */
  private boolean labelled(Draft draft) {
    List<Mention.OfPlace> label = labels.getOrDefault(draft.words().sentence.block(), List.of());
    if (label.size() != 1) {
      return false;
    }
    draft.places.add(java.util.Objects.requireNonNull(draft.words().article.places().get(label.getFirst())));
    draft.rules.add("place: label of the paragraph");
    return true;
  }
}
