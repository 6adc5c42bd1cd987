package org.sitrep.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trains the tagger, and tags the training sentences by taggers that have not seen them. */
final class TaggerTrainer {

  private static final int EPOCHS = 6;
  private static final int FOLDS = 5;

  private final Alphabets alphabets;
  private final Clusters clusters;
  private final long seed;
  private final int written;

  /** Trees with an origin of {@code written} or more are made up: no form is taken to have one tag on their word. */
  TaggerTrainer(Alphabets alphabets, Clusters clusters, long seed, int written) {
    this.written = written;
    this.alphabets = alphabets;
    this.clusters = clusters;
    this.seed = seed;
  }

  /** A tagger in training, with the lexicon it relies on. */
  record Trained(TrainingWeights weights, Lexicon lexicon) {}

  Trained train(List<GoldTree> trees, int least) {
    LexiconBuilder builder = new LexiconBuilder(alphabets.tags());
    for (GoldTree tree : trees) {
      builder.count(tree, alphabets.tagIds(tree), tree.origin() < written);
    }
    Lexicon lexicon = builder.build(clusters);
    TrainingWeights first = new TrainingWeights(alphabets.tags().size());
    run(first, lexicon, trees);
    if (least <= 0) {
      return new Trained(first, lexicon);
    }
    TrainingWeights second = new TrainingWeights(alphabets.tags().size(), first.listUpdated(least));
    run(second, lexicon, trees);
    return new Trained(second, lexicon);
  }

  private void run(TrainingWeights weights, Lexicon lexicon, List<GoldTree> trees) {
    TaggerFeatures features = new TaggerFeatures(alphabets.tags().size());
    Random random = new Random(seed);
    List<GoldTree> order = new ArrayList<>(trees);
    Sentence s = new Sentence();
    int[] keys = new int[TaggerFeatures.COUNT];
    float[] scores = new float[256];
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (GoldTree tree : order) {
        int[] gold = alphabets.tagIds(tree);
        s.fill(tree.forms());
        s.prepare(lexicon);
        for (int i = 1; i <= s.n; i++) {
          if (s.tag[i] < 0) {
            int count = features.extract(s, i, keys);
            weights.score(keys, count, scores);
            int best = best(scores, alphabets.tags().size());
            weights.tick();
            if (best != gold[i - 1]) {
              weights.update(keys, count, gold[i - 1], best);
            }
            s.tag[i] = best;
          }
        }
      }
    }
  }

  private static int best(float[] scores, int classes) {
    int best = 0;
    for (int t = 1; t < classes; t++) {
      best = scores[t] > scores[best] ? t : best;
    }
    return best;
  }

  /** Tags for every tree, each given by a tagger trained without the sentence it comes from. */
  int[][] jackknife(List<GoldTree> trees) {
    int[][] tags = new int[trees.size()][];
    IntStream.range(0, FOLDS)
        .parallel()
        .forEach(
            fold -> {
              List<GoldTree> seen =
                  trees.stream().filter(t -> t.origin() / 10 % FOLDS != fold).toList();
              Trained trained = train(seen, 0);
              Tagger tagger = new Tagger(trained.weights().quantize(0).toWeights(), alphabets.toTags());
              Workspace work = new Workspace(alphabets.toTags());
              for (int i = 0; i < trees.size(); i++) {
                if (trees.get(i).origin() / 10 % FOLDS == fold) {
                  tags[i] = tag(tagger, trained.lexicon(), work, trees.get(i));
                }
              }
            });
    return tags;
  }

  private static int[] tag(Tagger tagger, Lexicon lexicon, Workspace work, GoldTree tree) {
    work.sentence.fill(tree.forms());
    work.sentence.prepare(lexicon);
    tagger.tag(work.sentence, work);
    int[] tags = new int[tree.size()];
    System.arraycopy(work.sentence.tag, 1, tags, 0, tags.length);
    return tags;
  }
}
