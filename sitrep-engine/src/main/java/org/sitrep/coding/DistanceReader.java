package org.sitrep.coding;

import java.util.List;
import org.sitrep.claim.Distance;
import org.sitrep.knowledge.Counts;
import org.sitrep.mention.SyntaxTree;

/**
 * Reads how much ground was gained, or how far from a place something happened: the distance that hangs, along the
 * tree, from the word of happening before any other.
 */
final class DistanceReader {

  private static final int CLIMB = 10;

  private DistanceReader() {}

  /** All distances that a sentence states. */
  static List<Counts.StatedDistance> list(Words words, Counts counts) {
    return counts.listDistances(words.article.annotated().article().text(), words.tree.span());
  }

  static void read(Draft draft, List<Predicate> predicates, List<Counts.StatedDistance> distances, Counts counts) {
    if (draft.predicate.frame.type().family().equals("words")) {
      return;
    }
    Words words = draft.words();
    String text = words.article.annotated().article().text();
    for (Counts.StatedDistance stated : distances) {
      if (draft.distance == null && isOf(draft, predicates, lastToken(words.tree, stated), counts)) {
        draft.distance = bounded(words, stated);
        draft.rules.add("distance: " + stated.span().of(text));
      }
    }
  }

  private static int lastToken(SyntaxTree tree, Counts.StatedDistance stated) {
    int last = tree.size() - 1;
    while (last > 0 && tree.start(last) >= stated.span().end()) {
      last--;
    }
    return last;
  }

  /** Whether the first predicate above a distance speaks for this draft. */
  private static boolean isOf(Draft draft, List<Predicate> predicates, int distance, Counts counts) {
    int token = distance;
    for (int i = 0; i < CLIMB && token >= 0; i++) {
      if (counts.isExtent(draft.words().lemma(token))) {
        return false;
      }
      for (Predicate p : predicates) {
        if (p.trigger.contains(token)) {
          return p.top() == draft.predicate;
        }
      }
      token = draft.words().tree.head(token);
    }
    return false;
  }

  /** "to within 5 km": at most that. */
  private static Distance bounded(Words words, Counts.StatedDistance stated) {
    Distance distance = stated.distance();
    for (int i = 1; i < words.tree.size(); i++) {
      if (words.tree.start(i) >= stated.span().start()) {
        boolean within = words.lower(i - 1).equals("within");
        return within ? new Distance(distance.value(), distance.unit(), "<") : distance;
      }
    }
    return distance;
  }
}
