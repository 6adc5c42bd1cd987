package org.sitrep.source;

import java.util.List;
import org.sitrep.claim.Interest;

/**
 * How far the words of independent roots support that a thing happened, in natural log-odds. It grades
 * support; it is no verdict.
 *
 * @param prior log-odds before anybody has spoken
 * @param terms what each root adds, the heaviest first
 */
public record Support(double prior, List<Term> terms) {

  /**
   * What one root adds: {@code discount * ln(ifSo / ifNot)}.
   *
   * @param interest what it stands, or would stand, to gain by asserting it
   * @param ifSo how often such a root takes this stance where the thing happened
   * @param ifNot how often where it did not
   * @param discount from 0 to 1, for want of a name, of firmness or of independence
   * @param value the term
   * @param why what the discount is made of; empty where there is none
   */
  public record Term(
      Root root,
      Stance stance,
      Interest interest,
      double ifSo,
      double ifNot,
      double discount,
      double value,
      String why) {}

  public Support {
    terms = List.copyOf(terms);
  }

  /** The sum of all terms. */
  public double logOdds() {
    return prior + terms.stream().mapToDouble(Term::value).sum();
  }

  /** The same as a number from 0 to 1. */
  public double probability() {
    return 1 / (1 + Math.exp(-logOdds()));
  }
}
