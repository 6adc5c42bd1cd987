package org.sitrep.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Belief;
import org.sitrep.knowledge.ControlWeights;
import org.sitrep.knowledge.ControlWeights.Likelihood;
import org.sitrep.knowledge.ControlWeights.Voice;

/**
 * Belief in who holds one place: the forward filter of a hidden Markov model over the sides named there,
 * "contested" and "unknown" (Rabiner, Proceedings of the IEEE 77(2), 1989), with the numbers of {@code
 * control.yml}. One use; not thread-safe.
 */
final class Forward {

  private final ControlWeights weights;
  private final Sides sides;
  private final int contested;
  private final int unknown;
  private double[] belief;

  Forward(ControlWeights weights, Sides sides) {
    this.weights = weights;
    this.sides = sides;
    this.contested = sides.size();
    this.unknown = contested + 1;
    this.belief = new double[unknown + 1];
    belief[unknown] = 1;
  }

  /** Days pass without a word. */
  void carry(long days) {
    double stay = weights.stay(days);
    for (int s = 0; s < unknown; s++) {
      double leak = belief[s] * (1 - stay);
      belief[s] -= leak;
      belief[unknown] += leak;
    }
  }

  /**
   * Weighs what is said of one day.
   *
   * @param words of the day
   * @param freshness of each word, from 0 to 1: how much of what its root said before has faded
   */
  void weigh(List<ControlEntry> words, List<Double> freshness) {
    change(words, freshness);
    double[] next = belief.clone();
    double sum = 0;
    for (int s = 0; s <= unknown; s++) {
      for (int w = 0; w < words.size(); w++) {
        double fresh = freshness.get(w);
        double chance = chance(words.get(w), s);
        next[s] *= fresh == 1 ? chance : Math.pow(chance, fresh);
      }
      sum += next[s];
    }
    for (int s = 0; s <= unknown; s++) {
      next[s] /= sum;
    }
    belief = next;
  }

  /**
   * T on a day of which changes are told, for each state apart: what changes goes where the words say, and in part to
   * "contested". That a side has left a place moves nothing but what is believed of that side.
   */
  private void change(List<ControlEntry> words, List<Double> freshness) {
    double[] next = new double[unknown + 1];
    for (int from = 0; from <= unknown; from++) {
      double[] target = new double[unknown + 1];
      double none = 1;
      int told = 0;
      for (int w = 0; w < words.size(); w++) {
        ControlEntry word = words.get(w);
        double turnover = turnover(word) * freshness.get(w);
        if (turnover > 0 && (word.isFor() || sides.side(word) == from)) {
          none *= 1 - turnover;
          told++;
          target[word.isFor() ? sides.side(word) : unknown] += 1 - weights.contested();
          target[contested] += weights.contested();
        }
      }
      next[from] += belief[from] * none;
      for (int to = 0; told > 0 && to <= unknown; to++) {
        next[to] += belief[from] * (1 - none) * target[to] / told;
      }
    }
    belief = next;
  }

  private double turnover(ControlEntry word) {
    if (word.certainty() == Certainty.DENIED) {
      return 0;
    }
    double chance = weights.turnover().of(voice(word));
    return word.kind() == Kind.HELD ? chance * weights.held() : chance;
  }

  private double chance(ControlEntry word, int state) {
    Likelihood likelihood = weights.words().of(voice(word));
    if (state == contested) {
      return likelihood.contested();
    }
    if (state == unknown) {
      return word.kind() == Kind.LOST && !word.isFor() ? likelihood.so() : likelihood.unknown();
    }
    return (state == sides.side(word)) == word.isFor() ? likelihood.so() : likelihood.otherwise();
  }

  static Voice voice(ControlEntry word) {
    return switch (word.standing()) {
      case CONCEDED -> word.isNamed() ? Voice.AGAINST_INTEREST : Voice.UNKNOWN_SOURCE;
      case CLAIMED -> Voice.SELF_SERVING;
      case NEUTRAL -> word.isKnownRoot() ? Voice.NEUTRAL : Voice.UNKNOWN_SOURCE;
    };
  }

  /** Whether nothing is believed more firmly than that a side holds the place. */
  boolean believes(int side) {
    for (int s = 0; s <= unknown; s++) {
      if (s != side && belief[s] >= belief[side]) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is believed more firmly than that nobody knows. */
  boolean isLost() {
    return believes(unknown);
  }

  /** The shares, the likeliest first. */
  List<Belief> shares() {
    List<Belief> shares = new ArrayList<>();
    for (int s = 0; s <= unknown; s++) {
      String who =
          s == unknown ? ControlState.UNKNOWN_KEY : s == contested ? ControlState.CONTESTED_KEY : sides.lead(s);
      shares.add(new Belief(who, belief[s]));
    }
    shares.sort(Comparator.comparing(Belief::share).reversed().thenComparing(Belief::who));
    return shares;
  }
}
