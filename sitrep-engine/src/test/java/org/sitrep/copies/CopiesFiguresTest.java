package org.sitrep.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The figures of {@code eval/copies/expected.yml}. */
class CopiesFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  @Test
  void A01_figuresHold() throws IOException {
    JsonNode contract = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/copies/expected.yml")));
    double tolerance = contract.path("tolerance").doubleValue();
    Map<String, Double> least = new HashMap<>();
    contract.path("at-least").properties().forEach(e -> least.put(e.getKey(), e.getValue().doubleValue()));
    Map<String, Double> measured = CopiesFigures.of(contract.path("seed").intValue());
    assertThat(measured.keySet()).containsAll(least.keySet());
    least.forEach((figure, value) ->
        assertThat(measured.getOrDefault(figure, 0.0)).as(figure).isGreaterThanOrEqualTo(value - tolerance));
    for (String what : new String[] {"precision", "recall"}) {
      assertThat(measured.getOrDefault("old-" + what, 1.0)).isLessThan(measured.getOrDefault("new-" + what, 0.0));
    }
  }
}
