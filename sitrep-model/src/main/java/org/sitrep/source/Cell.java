package org.sitrep.source;

import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Interest;

/**
 * How often a source was borne out, in all or for one class of claims and one interest: Beta-Binomial, with
 * older claims counting less.
 *
 * @param claimClass the class of claims; empty for all
 * @param interest what the source stood to gain; empty for all
 * @param n resolved words, by their weights
 * @param k those of them that were borne out
 * @param mean (a+k)/(a+b+n)
 * @param low the bound that the true share exceeds with 90 %; grades go by it
 * @param high the bound that it stays below with 90 %
 * @param letter by the lower bound
 * @param resolved what it is made of, the latest first
 */
public record Cell(
    Optional<String> claimClass,
    Optional<Interest> interest,
    double n,
    double k,
    double mean,
    double low,
    double high,
    Letter letter,
    List<Resolved> resolved) {

  public Cell {
    resolved = List.copyOf(resolved);
  }
}
