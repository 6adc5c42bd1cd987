package org.sitrep.fusion;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two claims compared: the findings, field by field, and their sum.
 *
 * @param bits the sum; negative infinity where a field rules out that they are about one happening
 */
record Link(double bits, List<Finding> findings) {

  static Link of(List<Finding> findings) {
    return new Link(findings.stream().mapToDouble(Finding::bits).sum(), findings);
  }

  boolean isVeto() {
    return bits == Double.NEGATIVE_INFINITY;
  }

  /** The findings that weigh anything, for people. */
  @Override
  public String toString() {
    return findings.stream()
        .filter(f -> f.bits() != 0)
        .map(Finding::toString)
        .collect(Collectors.joining("; "));
  }
}
