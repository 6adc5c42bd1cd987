package org.sitrep.fusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.synthetic.Synthetic;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The figures of {@code eval/fusion/expected.yml}, and that a fit without labels finds the rates of the made-up war. */
class FusionFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  private static final FusionWeights WEIGHTS = Knowledge.load(HOME, List.of()).fusionWeights();

  @Test
  void A01_figuresHoldAndOursIsBest() throws IOException {
    Map<String, Scores> scores = FusionFigures.of(WEIGHTS, 1);
    FusionWeights byHand = FusionWeights.read(HOME.resolve("eval/fusion/by-hand.yml"));
    scores.put("sitrep-by-hand", Objects.requireNonNull(FusionFigures.of(byHand, 1).get("sitrep")));
    Scores ours = Objects.requireNonNull(scores.remove("sitrep"));
    double tolerance = expected("tolerance").getOrDefault("share", 0.0);
    Map<String, Double> least = expected("at-least");
    assertThat(ours.f()).isGreaterThan(least.getOrDefault("sitrep", 1.0) - tolerance);
    assertThat(ours.pairs()).isGreaterThan(least.getOrDefault("sitrep-pairs", 1.0) - tolerance);
    assertThat((double) ours.largest()).isLessThanOrEqualTo(expected("at-most").getOrDefault("sitrep-largest", 0.0));
    Map<String, Double> others = expected("about");
    assertThat(scores.keySet()).isEqualTo(others.keySet());
    scores.forEach((way, score) -> {
      assertThat(score.f()).as(way).isCloseTo(others.getOrDefault(way, 0.0), within(tolerance));
      assertThat(ours.f()).as(way).isGreaterThan(score.f());
    });
  }

  @Test
  void B01_aFitWithoutLabelsFindsTheRatesOfTheWar() {
    Synthetic war = new Synthetic(1);
    List<Claim> claims = war.claims(8_800, 2_500).stream().sorted(Claim.CANONICAL).toList();
    Fitting fitting = new Fusion(WEIGHTS, (party, day) -> Optional.of(party)).fit(claims);
    Map<String, Double> rates = FusionFigures.rates(WEIGHTS, claims, war.truth());
    List<Fitting.Row> fitted =
        fitting.rows().stream().filter(r -> r.isFitted() && r.m() >= 0.03).toList();
    assertThat(fitted).hasSizeGreaterThan(8);
    assertThat(fitted).allSatisfy(r -> {
      double bits = Math.log(r.m() / Math.max(1e-4, rates.getOrDefault(r.level(), 0.0))) / Math.log(2);
      assertThat(bits).as(r.level()).isCloseTo(0, within(1.0));
    });
  }

  @Test
  void B02_aFewClaimsFitNothing() {
    List<Claim> few = new Synthetic(2).claims(30, 10);
    Fitting fitting = new Fusion(WEIGHTS, (party, day) -> Optional.of(party)).fit(few);
    assertThat(fitting.hasFitted()).isFalse();
    assertThat(fitting.rows()).hasSize(WEIGHTS.levels().size());
    assertThat(new Fusion(WEIGHTS, (party, day) -> Optional.of(party)).fit(List.of()).hasFitted()).isFalse();
  }

  /** The numbers under one heading. */
  private static Map<String, Double> expected(String heading) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    JsonNode contract = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/fusion/expected.yml")));
    contract.path(heading).properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().doubleValue()));
    return numbers;
  }
}
