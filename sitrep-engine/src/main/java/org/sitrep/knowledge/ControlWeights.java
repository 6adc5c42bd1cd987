package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code control.yml}: how much a word on control moves belief, and how long belief lasts. The file explains
 * every number. Immutable and thread-safe.
 *
 * @param version of the table
 * @param halfLifeDays after which half of a belief has leaked to "unknown"
 * @param silentDays without a word after which a place is unknown
 * @param turnover chance that there was a change on a day of which one is told
 * @param held how much of it a word on a state has
 * @param contested share of a change that goes to "contested"
 * @param words how likely a word is under each state
 * @param movedKm kilometres between two points of one place from which it has been moved
 * @param partial words that say that less than the place named is meant
 */
public record ControlWeights(
    int version,
    double halfLifeDays,
    int silentDays,
    Turnover turnover,
    double held,
    double contested,
    Words words,
    double movedKm,
    Partial partial) {

  /** Whose word it is, as far as that matters. */
  public enum Voice {
    AGAINST_INTEREST,
    NEUTRAL,
    UNKNOWN_SOURCE,
    SELF_SERVING
  }

  public ControlWeights {
    if (!(halfLifeDays > 0) || silentDays <= 0) {
      throw new IllegalArgumentException("half_life_days and silent_days must be above 0");
    }
  }

  static ControlWeights load(Path pack) {
    return YamlRecord.read(pack.resolve("control.yml"), ControlWeights.class);
  }

  /** The chance that belief in a side is still due after some days. */
  public double stay(long days) {
    return Math.pow(0.5, Math.max(0, days) / halfLifeDays);
  }

  /**
   * Words that say that less than the place named is meant.
   *
   * @param shares before "of" and the name
   * @param things before the name with another preposition
   */
  public record Partial(List<String> shares, List<String> things) {

    public Partial {
      shares = List.copyOf(shares);
      things = List.copyOf(things);
    }
  }

  /** Chances of a change, by voice. */
  public record Turnover(
      double againstInterest, double neutral, double unknownSource, double selfServing) {

    /** The chance for one voice. */
    public double of(Voice voice) {
      return switch (voice) {
        case AGAINST_INTEREST -> againstInterest;
        case NEUTRAL -> neutral;
        case UNKNOWN_SOURCE -> unknownSource;
        case SELF_SERVING -> selfServing;
      };
    }
  }

  /** How likely words are, by voice. */
  public record Words(
      Likelihood againstInterest, Likelihood neutral, Likelihood unknownSource, Likelihood selfServing) {

    /** The chances for one voice. */
    public Likelihood of(Voice voice) {
      return switch (voice) {
        case AGAINST_INTEREST -> againstInterest;
        case NEUTRAL -> neutral;
        case UNKNOWN_SOURCE -> unknownSource;
        case SELF_SERVING -> selfServing;
      };
    }
  }

  /**
   * The chance that a word is said.
   *
   * @param so where it is as the word says
   * @param otherwise where another side holds the place
   * @param contested where it is contested
   * @param unknown where nothing is known
   */
  public record Likelihood(double so, double otherwise, double contested, double unknown) {

    public Likelihood {
      for (double p : new double[] {so, otherwise, contested, unknown}) {
        if (!(p > 0 && p < 1)) {
          throw new IllegalArgumentException("a chance must lie between 0 and 1, not " + p);
        }
      }
    }
  }
}
