package org.sitrep.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of {@code eval/reliability}: none may be worse by more than the tolerance beside them. */
class ReliabilityFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  @Test
  void A01_theFiguresHold(@TempDir Path scratch, TestReporter reporter) throws IOException {
    JsonNode expected = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/reliability/expected.yml")));
    Map<String, Double> measured = new TreeMap<>();
    ReliabilityFigures.partisans(HOME, scratch, expected.path("seeds").asInt()).forEach((way, f) -> {
      measured.put(way + "-auc", f.auc());
      measured.put(way + "-brier", f.brier());
    });
    measured.forEach((name, value) -> reporter.publishEntry(name, String.format(Locale.ROOT, "%.3f", value)));
    double tolerance = expected.path("tolerance").asDouble();
    assertThat(expected.path("at-least").size()).isPositive();
    expected.path("at-least").properties().forEach(
        e -> assertThat(measured.getOrDefault(e.getKey(), 0.0)).as(e.getKey()).isGreaterThanOrEqualTo(e.getValue().asDouble() - tolerance));
    expected.path("at-most").properties().forEach(
        e -> assertThat(measured.getOrDefault(e.getKey(), 1.0)).as(e.getKey()).isLessThanOrEqualTo(e.getValue().asDouble() + tolerance));
    assertThat(measured.getOrDefault("sitrep-auc", 0.0)).isGreaterThan(measured.getOrDefault("documents-auc", 1.0))
        .isGreaterThan(measured.getOrDefault("em-sources-auc", 1.0));
  }
}
