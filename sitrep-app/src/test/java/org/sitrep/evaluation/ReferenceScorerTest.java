package org.sitrep.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The figures are those of the reference scorers, on the shared gold spoilt in seeded ways. */
class ReferenceScorerTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "mission"})
  void a01_claims(String set) throws IOException {
    Path gold = Bench.SHARED.resolve("gold/" + set + "_claims.jsonl");
    assumeTrue(Files.exists(gold), "the gold is not beside the repository");
    for (int seed = 0; seed < 3; seed++) {
      Path found = spoilt(gold, new Random(seed));
      List<String> reference = python("score_claims.py", gold, found, "--errors", "10000");
      Evaluation.Result result = Bench.measure(gold, found, 10_000);
      assertThat(result.lines()).isEqualTo(reference);
      ObjectNode figures = result.figures().deepCopy();
      figures.remove("schema_version");
      String json = python("score_claims.py", gold, found, "--json").getFirst();
      assertThat(JSON.readTree(figures.toString())).isEqualTo(JSON.readTree(json));
    }
  }

  @Test
  void a02_snippets() throws IOException {
    Path gold = Bench.SHARED.resolve("benchmarks/case2021_dev.jsonl");
    assumeTrue(Files.exists(gold), "the benchmarks are not beside the repository");
    List<String> claims = new ArrayList<>();
    Random random = new Random(1);
    List<String> kinds = List.of("Armed clash", "Other", "", "Arrests", "Air/drone strike", "Peaceful protest", "Agreement");
    for (Row row : Row.read(gold)) {
      for (int n = random.nextInt(4); n > 0; n--) {
        claims.add(
            "{\"doc\":\"case-" + row.text("id") + "\",\"start\":" + random.nextInt(90) + ",\"acled_sub_event_type\":\""
                + kinds.get(random.nextInt(kinds.size())) + "\"}");
      }
    }
    Path found = Files.write(temp.resolve("claims.jsonl"), claims);
    double reference = Double.parseDouble(python("score_case.py", gold, found).getFirst());
    assertThat(Bench.measure(gold, found, 0).figures().get("weighted_f1").doubleValue()).isEqualTo(reference);
  }

  /** Claims dropped, doubled, moved, and given values of other claims. */
  private Path spoilt(Path gold, Random random) throws IOException {
    List<JsonNode> claims = Row.read(gold).stream().map(Row::json).toList();
    List<String> lines = new ArrayList<>();
    List<String> slots = List.of("actor", "target", "place", "time", "source", "certainty", "killed", "wounded", "event_type", "places");
    for (JsonNode claim : claims) {
      for (int n = random.nextInt(5) % 3; n >= 0 && random.nextInt(6) > 0; n--) {
        ObjectNode copy = (ObjectNode) claim.deepCopy();
        copy.put("start", claim.get("start").asInt() + random.nextInt(9) - 4);
        copy.put("end", claim.get("end").asInt() + random.nextInt(60) - 20);
        for (String slot : slots) {
          JsonNode other = claims.get(random.nextInt(claims.size())).get(slot);
          if (random.nextInt(4) == 0) {
            Optional.ofNullable(other).ifPresentOrElse(o -> copy.set(slot, o), () -> copy.remove(slot));
          }
        }
        if (copy.hasNonNull("event_type")) {
          lines.add(copy.toString());
        }
      }
    }
    return Files.write(temp.resolve("found.jsonl"), lines);
  }

  private static List<String> python(String script, Path gold, Path found, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", Bench.SHARED.resolve("score/" + script).toString(), gold.toString(), found.toString()));
    command.addAll(List.of(options));
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      process = builder.start();
    } catch (IOException e) {
      assumeTrue(false, "no python3: " + e);
      throw e;
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0).as(command.toString()).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return out.lines().toList();
  }
}
