package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Interest;

/**
 * {@code reliability.yml}: the numbers by which sources are graded and support is weighed. The file explains
 * every number. Immutable and thread-safe.
 *
 * @param version of the table
 * @param history how settled words count
 * @param firmness how much a claim counts, by certainty
 * @param prior reliability before anything is settled
 * @param letters the lower bounds from which the letters A to D are given
 * @param support how words of roots are weighed
 * @param unnamed words for people who cannot be called to account
 * @param rumours words for what nobody vouches for at all
 * @param airwars ids of the kinds to which the scale of Airwars applies
 */
public record ReliabilityWeights(
    int version,
    History history,
    Map<String, Double> firmness,
    Prior prior,
    Letters letters,
    SupportWeights support,
    Set<String> unnamed,
    Set<String> rumours,
    Set<String> airwars) {

  public ReliabilityWeights {
    firmness = Map.copyOf(firmness);
    unnamed = Set.copyOf(unnamed);
    rumours = Set.copyOf(rumours);
    airwars = Set.copyOf(airwars);
  }

  static ReliabilityWeights load(Path pack) {
    Path file = pack.resolve("reliability.yml");
    ReliabilityWeights loaded = YamlRecord.read(file, ReliabilityWeights.class);
    for (Certainty certainty : Certainty.values()) {
      require(file, "firmness", loaded.firmness(), name(certainty));
    }
    for (Interest interest : Interest.values()) {
      require(file, "prior.shares", loaded.prior().shares(), name(interest));
      require(file, "support.rates", loaded.support().rates(), name(interest));
    }
    require(file, "support.base", loaded.support().base(), "");
    return loaded;
  }

  private static void require(Path file, String field, Map<String, ?> map, String key) {
    if (!map.containsKey(key)) {
      throw new KnowledgeException(file, 0, field + " has no \"" + key + '"');
    }
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** How much a claim counts by its certainty. */
  public double firmness(Certainty certainty) {
    return Objects.requireNonNull(firmness.get(name(certainty)));
  }

  /** How settled words count. */
  public record History(
      double halfLifeDays, double undatedWeight, double fewest, double bound, int uncontestedDays, Weights weights) {}

  /** How much a settled word counts by what settled it. */
  public record Weights(double ruled, double conceded, double control) {}

  /** Reliability before anything is settled. */
  public record Prior(double strength, double poolStrength, Map<String, Double> shares) {

    public Prior {
      shares = Map.copyOf(shares);
    }

    /** The share of words that would be borne out. */
    public double share(Interest interest) {
      return Objects.requireNonNull(shares.get(name(interest)));
    }
  }

  /** The lower bounds from which letters are given. */
  public record Letters(double a, double b, double c, double d) {}

  /** How words of roots are weighed. */
  public record SupportWeights(
      Map<String, Double> base,
      double strength,
      double poolStrength,
      Map<String, Rates> rates,
      double unnamed,
      double unknown,
      double sameBloc,
      CoverageWeights coverage,
      Copying copying) {

    public SupportWeights {
      base = Map.copyOf(base);
      rates = Map.copyOf(rates);
    }

    /** The share of told happenings of a class that happened. */
    public double base(String claimClass) {
      return base.getOrDefault(claimClass, Objects.requireNonNull(base.get("")));
    }

    /** How often roots of an interest speak. */
    public Rates rates(Interest interest) {
      return Objects.requireNonNull(rates.get(name(interest)));
    }
  }

  /** How often a root asserts or denies, where a thing happened and where it did not. */
  public record Rates(double assertSo, double assertNot, double denySo, double denyNot) {}

  /** When silence counts. */
  public record CoverageWeights(int fewest, double degrees, int days) {}

  /** Dependence by shared false versions. */
  public record Copying(double share, double before, double falseVersions, int fewest) {}
}
