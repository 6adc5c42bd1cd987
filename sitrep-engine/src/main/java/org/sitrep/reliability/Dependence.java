package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sitrep.knowledge.ReliabilityWeights;
import org.sitrep.source.Root;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;

/**
 * Which roots repeat others, told by false versions that they share: what is true many will tell, but two who err
 * alike have one source (Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source
 * dependence", VLDB 2009). Of a pair, whoever speaks later more often is the one who copies.
 */
final class Dependence {

  /** How many words about one happening are looked at, so that a much-told one stays cheap. */
  private static final int MOST_WORDS = 60;

  /** What two roots said of settled happenings. */
  private static final class Shared {
    int held;
    int failed;
    int differ;
    int firstEarlier;
    int secondEarlier;
  }

  private final ReliabilityWeights.Copying weights;
  private final Map<String, Map<String, Shared>> pairs = new HashMap<>();
  private final Map<String, Map<String, Double>> copies = new HashMap<>();

  Dependence(ReliabilityWeights.Copying weights) {
    this.weights = weights;
  }

  /**
   * Notes what roots said of a settled happening.
   *
   * @param silent those who cover it and say nothing: they differ from those who speak
   */
  void add(List<Word> words, List<Root> silent, boolean happened) {
    List<Word> named = words.stream().filter(w -> w.root().named()).limit(MOST_WORDS).toList();
    for (Word a : named) {
      silent.forEach(b -> shared(a.root().key(), b.key()).differ++);
    }
    for (Word a : named) {
      for (Word b : named) {
        if (a.root().key().compareTo(b.root().key()) < 0) {
          count(shared(a.root().key(), b.root().key()), a, b, happened);
        }
      }
    }
  }

  private Shared shared(String a, String b) {
    boolean turned = a.compareTo(b) > 0;
    return pairs.computeIfAbsent(turned ? b : a, k -> new HashMap<>()).computeIfAbsent(turned ? a : b, k -> new Shared());
  }

  private static void count(Shared shared, Word a, Word b, boolean happened) {
    boolean agree = a.stance() == b.stance();
    boolean right = (a.stance() == Stance.ASSERT) == happened;
    shared.held += agree && right ? 1 : 0;
    shared.failed += agree && !right ? 1 : 0;
    shared.differ += agree ? 0 : 1;
    LocalDate first = a.first().orElse(LocalDate.MAX);
    LocalDate second = b.first().orElse(LocalDate.MAX);
    shared.firstEarlier += first.isBefore(second) ? 1 : 0;
    shared.secondEarlier += second.isBefore(first) ? 1 : 0;
  }

  /**
   * Works out who copies whom.
   *
   * @param reliability of a root, by its key
   */
  void weigh(ToDoubleFunction<String> reliability) {
    pairs.forEach((first, others) -> others.forEach((second, shared) -> {
      if (shared.failed >= weights.fewest()) {
        boolean secondCopies = shared.firstEarlier >= shared.secondEarlier;
        String copier = secondCopies ? second : first;
        String original = secondCopies ? first : second;
        double p = posterior(shared, 1 - reliability.applyAsDouble(copier), 1 - reliability.applyAsDouble(original));
        copies.computeIfAbsent(copier, k -> new HashMap<>()).put(original, p);
      }
    }));
  }

  /** The probability that the copier copies, by what the two share; e are the error rates of copier and original. */
  private double posterior(Shared shared, double e1, double e2) {
    double c = weights.share();
    double bothRight = (1 - e1) * (1 - e2);
    double bothWrong = e1 * e2 / weights.falseVersions();
    double apart = 1 - bothRight - bothWrong;
    double log =
        shared.held * (Math.log((1 - e2) * c + bothRight * (1 - c)) - Math.log(bothRight))
            + shared.failed * (Math.log(e2 * c + bothWrong * (1 - c)) - Math.log(bothWrong))
            + shared.differ * (Math.log(apart * (1 - c)) - Math.log(apart))
            + Math.log(weights.before() / (1 - weights.before()));
    return 1 / (1 + Math.exp(-log));
  }

  /** The part of a root's word that is its own, beside others with the same stance: the product of 1 - c*P(copies). */
  double ownShare(Word word, List<Word> words) {
    Map<String, Double> originals = copies.get(word.root().key());
    if (originals == null) {
      return 1;
    }
    double own = 1;
    for (Word other : words) {
      Double p = other.stance() == word.stance() ? originals.get(other.root().key()) : null;
      own *= p == null ? 1 : 1 - weights.share() * p;
    }
    return own;
  }
}
