package org.sitrep.fusion;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.sitrep.claim.Claim;

/**
 * How well a grouping of claims meets the truth.
 *
 * @param precision B-cubed precision (Bagga and Baldwin, 1998): averaged over claims
 * @param recall B-cubed recall
 * @param pairs F of the pairs of claims that share a group
 * @param largest claims in the largest group
 * @param groups how many groups
 */
record Scores(double precision, double recall, double pairs, int largest, int groups) {

  static Scores of(List<Claim> claims, Map<String, Integer> truth, Function<Claim, String> answer) {
    Map<String, Integer> ofAnswer = new HashMap<>();
    Map<String, Integer> ofTruth = new HashMap<>();
    Map<String, Integer> ofBoth = new HashMap<>();
    for (Claim c : claims) {
      ofAnswer.merge(answer.apply(c), 1, Integer::sum);
      ofTruth.merge("" + truth.get(c.id()), 1, Integer::sum);
      ofBoth.merge(answer.apply(c) + "/" + truth.get(c.id()), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Claim c : claims) {
      double both = ofBoth.getOrDefault(answer.apply(c) + "/" + truth.get(c.id()), 0);
      precision += both / ofAnswer.getOrDefault(answer.apply(c), 1);
      recall += both / Objects.requireNonNullElse(ofTruth.get("" + truth.get(c.id())), 1);
    }
    double joined = pairs(ofBoth);
    int largest = ofAnswer.values().stream().mapToInt(n -> n).max().orElse(0);
    return new Scores(
        precision / claims.size(), recall / claims.size(),
        2 * joined / (pairs(ofAnswer) + pairs(ofTruth)), largest, ofAnswer.size());
  }

  /** B-cubed F. */
  double f() {
    return 2 * precision * recall / (precision + recall);
  }

  private static double pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "B3 F %.3f (P %.3f R %.3f), pair F %.3f, largest %d, groups %d", f(), precision, recall, pairs,
        largest, groups);
  }
}
