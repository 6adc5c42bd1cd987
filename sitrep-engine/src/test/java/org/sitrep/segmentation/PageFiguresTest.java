package org.sitrep.segmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The figures of {@code eval/pages/expected.yml}. */
class PageFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  @TempDir private Path scratch = Path.of("");

  /** The numbers under one heading. */
  private static Map<String, Double> expected(String heading) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    JsonNode contract = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/pages/expected.yml")));
    contract.path(heading).properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().doubleValue()));
    return numbers;
  }

  @Test
  void a01_figuresHold() throws IOException {
    Path benchmarks = HOME.resolve("../shared/benchmarks");
    assumeTrue(Files.exists(benchmarks.resolve("aeb_dev.tar.gz")), "benchmarks are not beside the repository");
    Map<String, Double> measured = new PageFigures(HOME).all(benchmarks, scratch);
    System.out.println("pages " + measured);
    double tolerance = expected("tolerance").getOrDefault("share", 0.0);
    Map<String, Double> least = expected("at-least");
    Map<String, Double> most = expected("at-most");
    assertThat(least.size() + most.size()).isEqualTo(measured.size());
    least.forEach((figure, value) ->
        assertThat(measured.getOrDefault(figure, 0.0)).as(figure).isGreaterThanOrEqualTo(value - tolerance));
    most.forEach((figure, value) ->
        assertThat(measured.getOrDefault(figure, 1e9)).as(figure).isLessThanOrEqualTo(value + tolerance));
  }
}
