package org.sitrep.language;

/**
 * Greedy arc-eager parsing. Immutable and thread-safe; what a call needs is in its {@link Workspace}.
 */
final class Parser {

  private final Weights weights;
  private final Tags tags;
  private final int rootLabel;

  Parser(Weights weights, Tags tags) {
    this.weights = weights;
    this.tags = tags;
    this.rootLabel = tags.relations().indexOf("root");
  }

  /** Parses the tagged sentence of {@code work}; heads and labels are then in its configuration. */
  void parse(Workspace work) {
    Sentence s = work.sentence;
    Configuration c = work.configuration;
    ParserFeatures features = work.parserFeatures;
    c.start(s.n);
    features.start(s);
    while (!c.done()) {
      if (c.forced()) {
        c.apply(Configuration.SHIFT);
      } else {
        int count = features.extract(c, work.features);
        weights.score(count, work);
        c.apply(best(c, work.scores));
      }
    }
    TreeCompletion.complete(c, s, tags, rootLabel, (l, r, right) -> label(work, l, r, right));
  }

  private static int best(Configuration c, int[] scores) {
    int best = Configuration.SHIFT;
    int from;
    if (c.headless()) {
      from = Configuration.FIRST_ARC;
    } else {
      best = scores[Configuration.REDUCE] > scores[best] ? Configuration.REDUCE : best;
      from = Configuration.FIRST_ARC + c.labels;
    }
    int classes = c.classes();
    for (int t = from; t < classes; t++) {
      if (scores[t] > scores[best]) {
        best = t;
      }
    }
    return best;
  }

  private int label(Workspace work, int left, int right, boolean rightIsHead) {
    Configuration c = work.configuration;
    int count = work.parserFeatures.extract(c, left, right, work.features);
    weights.score(count, work);
    int from = rightIsHead ? c.leftArc(0) : c.rightArc(0);
    int best = -1;
    for (int l = 0; l < c.labels; l++) {
      if (l != rootLabel && (best < 0 || work.scores[from + l] > work.scores[from + best])) {
        best = l;
      }
    }
    return best;
  }
}
