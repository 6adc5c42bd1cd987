package org.sitrep.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the parser with a dynamic oracle and exploration: from the second pass on it mostly follows its own
 * moves, so that it learns what to do after a mistake (Goldberg and Nivre 2013).
 */
final class TransitionTrainer {

  private static final double FOLLOW_OWN_MOVE = 0.9;

  private final Alphabets alphabets;
  private final Lexicon lexicon;
  private final long seed;

  TransitionTrainer(Alphabets alphabets, Lexicon lexicon, long seed) {
    this.alphabets = alphabets;
    this.lexicon = lexicon;
    this.seed = seed;
  }

  void train(TrainingWeights weights, List<GoldTree> trees, int[][] tags, int epochs) {
    Tags all = alphabets.toTags();
    Workspace work = new Workspace(all);
    Random random = new Random(seed);
    float[] scores = new float[256];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      order.add(i);
    }
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(order, random);
      long wrong = 0;
      for (int i : order) {
        wrong += learn(weights, trees.get(i), tags[i], work, scores, epoch == 0 ? null : random);
      }
      System.err.printf(
          java.util.Locale.ROOT,
          "pass %d: %d mistakes, %d features%n", epoch + 1, wrong, weights.size());
    }
  }

  private int learn(
      TrainingWeights weights,
      GoldTree tree,
      int[] tags,
      Workspace work,
      float[] scores,
      @org.jspecify.annotations.Nullable Random explore) {
    Sentence s = work.sentence;
    s.fill(tree.forms());
    s.prepare(lexicon);
    System.arraycopy(tags, 0, s.tag, 1, tags.length);
    Oracle oracle = new Oracle(tree.heads(), alphabets.relationIds(tree));
    Configuration c = work.configuration;
    c.start(s.n);
    work.parserFeatures.start(s);
    int wrong = 0;
    while (!c.done()) {
      if (c.forced()) {
        c.apply(Configuration.SHIFT);
        continue;
      }
      int count = work.parserFeatures.extract(c, work.features);
      weights.score(work.features, count, scores);
      int own = best(c, scores);
      int gold = oracle.best(c, scores);
      weights.tick();
      if (own != gold) {
        weights.update(work.features, count, gold, own);
        wrong++;
      }
      boolean follow = explore != null && explore.nextDouble() < FOLLOW_OWN_MOVE;
      c.apply(follow ? own : gold);
    }
    return wrong;
  }

  private static int best(Configuration c, float[] scores) {
    int best = Configuration.SHIFT;
    int from = Configuration.FIRST_ARC;
    if (!c.headless()) {
      best = scores[Configuration.REDUCE] > scores[best] ? Configuration.REDUCE : best;
      from += c.labels;
    }
    for (int t = from; t < c.classes(); t++) {
      best = scores[t] > scores[best] ? t : best;
    }
    return best;
  }
}
