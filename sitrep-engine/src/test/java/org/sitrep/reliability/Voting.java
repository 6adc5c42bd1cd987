package org.sitrep.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates what happened from who says so, without labels: expectation and maximisation over the rates at which
 * each voter asserts, denies or keeps silent (Dawid and Skene, Applied Statistics 28(1), 1979).
 */
final class Voting {

  private static final int ROUNDS = 40;

  private Voting() {}

  /**
   * The probability of each happening.
   *
   * @param votes for each happening what each voter says: 0 asserts, 1 denies, 2 keeps silent; who is not in it has no vote
   * @param start a first guess
   */
  static double[] estimate(List<Map<String, Integer>> votes, double[] start) {
    double[] p = start.clone();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, double[]> rates = rates(votes, p);
      double prior = Arrays.stream(p).average().orElse(0.5);
      for (int i = 0; i < p.length; i++) {
        double log = Math.log(prior / (1 - prior));
        for (Map.Entry<String, Integer> vote : votes.get(i).entrySet()) {
          double[] rate = rates.getOrDefault(vote.getKey(), new double[6]);
          log += Math.log(rate[vote.getValue()] / rate[3 + vote.getValue()]);
        }
        p[i] = Math.clamp(1 / (1 + Math.exp(-log)), 1e-6, 1 - 1e-6);
      }
    }
    return p;
  }

  /** Of each voter the shares of assertions, denials and silence where it happened, then where it did not. */
  private static Map<String, double[]> rates(List<Map<String, Integer>> votes, double[] p) {
    Map<String, double[]> rates = new HashMap<>();
    for (int i = 0; i < p.length; i++) {
      for (Map.Entry<String, Integer> vote : votes.get(i).entrySet()) {
        double[] rate = rates.computeIfAbsent(vote.getKey(), k -> new double[] {1, 1, 1, 1, 1, 1});
        rate[vote.getValue()] += p[i];
        rate[3 + vote.getValue()] += 1 - p[i];
      }
    }
    for (double[] rate : rates.values()) {
      double so = rate[0] + rate[1] + rate[2];
      double not = rate[3] + rate[4] + rate[5];
      for (int k = 0; k < 3; k++) {
        rate[k] /= so;
        rate[3 + k] /= not;
      }
    }
    return rates;
  }

  /** The area under the curve: how often a happening that took place is ranked above one that did not. */
  static double auc(double[] scores, boolean[] truth) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(scores[a], scores[b]));
    double ranks = 0;
    int positive = 0;
    for (int i = 0; i < order.size(); ) {
      int end = i;
      while (end < order.size() && scores[order.get(end)] == scores[order.get(i)]) {
        end++;
      }
      for (int k = i; k < end; k++) {
        if (truth[order.get(k)]) {
          ranks += (i + 1 + end) / 2.0;
          positive++;
        }
      }
      i = end;
    }
    double negative = order.size() - positive;
    return (ranks - positive * (positive + 1) / 2.0) / (positive * negative);
  }

  /** The mean squared error of probabilities (Brier, Monthly Weather Review 78(1), 1950). */
  static double brier(double[] p, boolean[] truth) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double error = p[i] - (truth[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / p.length;
  }
}
