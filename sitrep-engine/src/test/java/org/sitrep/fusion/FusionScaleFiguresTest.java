package org.sitrep.fusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.Knowledge;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code eval/fusion-scale/expected.yml} says of the work per claim; times are measured by hand. */
class FusionScaleFiguresTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  private static final int UPDATES = 20;

  private final Fusion fusion = new Fusion(Knowledge.load(HOME, List.of()));

  @Test
  void a01_workPerClaimHolds() throws IOException {
    JsonNode contract = new YAMLMapper().readTree(Files.readString(HOME.resolve("eval/fusion-scale/expected.yml")));
    Map<String, Double> most = new HashMap<>();
    contract.path("at-most").properties().forEach(e -> most.put(e.getKey(), e.getValue().doubleValue()));
    Map<String, Double> measured = new HashMap<>();
    for (int thousands : new int[] {10, 40}) {
      List<Claim> war = new SimpleWar(1).claims(thousands * 1_000, thousands * 284);
      Run run = fusion.run(war);
      measured.put("links-per-claim-" + thousands + "k", run.links().size() / (double) war.size());
      int largest = run.links().components().stream().mapToInt(c -> c.length).max().orElse(0);
      measured.put("largest-component-" + thousands + "k", (double) largest);
      measured.put("claims-asked-" + thousands + "k", asked(war));
    }
    assertThat(measured.keySet()).isEqualTo(most.keySet());
    most.forEach((figure, value) -> assertThat(measured.getOrDefault(figure, 1e9)).as(figure).isLessThanOrEqualTo(value));
  }

  /** How many claims a document of five asks for, on average. */
  private double asked(List<Claim> war) {
    Memory memory = new Memory(fusion);
    List<Claim> kept = war.subList(0, war.size() - 5 * UPDATES);
    memory.load(kept);
    for (int i = 0; i < UPDATES; i++) {
      List<Claim> document = new ArrayList<>(war.subList(kept.size() + 5 * i, kept.size() + 5 * i + 5));
      assertThat(fusion.update(document, Set.of(), memory).events()).isNotEmpty();
    }
    return memory.asked() / (double) UPDATES;
  }
}
