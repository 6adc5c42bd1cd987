package org.sitrep.language;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Greedy tagging from left to right. Immutable and thread-safe; what a call needs is in its {@link
 * Workspace}.
 */
final class Tagger {

  private final Weights weights;
  private final TaggerFeatures features;
  private final Tags tags;
  private final int name;
  private final int preposition;
  private final Set<Integer> prepositions;

  Tagger(Weights weights, Tags tags) {
    this.weights = weights;
    this.features = new TaggerFeatures(weights.classes());
    this.tags = tags;
    this.name = tags.tags().indexOf("PROPN|NNP");
    this.preposition = tags.tags().indexOf("ADP|IN");
    this.prepositions =
        Lines.read("prepositions.txt").stream()
            .map(w -> Chars.wordHash(w.toCharArray(), 0, w.length()))
            .collect(Collectors.toUnmodifiableSet());
  }

  void tag(Sentence s, Workspace work) {
    for (int i = 1; i <= s.n; i++) {
      if (prepositions.contains(s.word[i])) {
        s.tag[i] = preposition;
      } else if (s.tag[i] < 0) {
        int count = features.extract(s, i, work.features);
        weights.score(count, work);
        int best = best(work.scores, weights.classes());
        boolean common = !tags.xpos()[best].startsWith("NNP");
        s.tag[i] = common && Hyphens.isArabicName(s.chars, s.from[i], s.to[i]) ? name : best;
      }
    }
  }

  private static int best(int[] scores, int classes) {
    int best = 0;
    for (int t = 1; t < classes; t++) {
      if (scores[t] > scores[best]) {
        best = t;
      }
    }
    return best;
  }
}
