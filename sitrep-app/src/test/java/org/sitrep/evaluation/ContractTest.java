package org.sitrep.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The figures of {@code eval/}: none may fall below what its {@code expected.yml} says by more than the
 * tolerance beside it. Says on standard output what was measured.
 */
class ContractTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path temp;

  @TestFactory
  Stream<DynamicTest> figures() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> directories = Files.list(Bench.HOME.resolve("eval"))) {
      for (Path directory : directories.filter(d -> Files.exists(d.resolve("expected.yml"))).sorted().toList()) {
        JsonNode contract = new YAMLMapper().readTree(Files.readString(directory.resolve("expected.yml")));
        double tolerance = contract.path("tolerance").asDouble(0);
        for (Map.Entry<String, JsonNode> set : contract.path("sets").properties()) {
          String name = directory.getFileName() + " " + set.getKey();
          tests.add(DynamicTest.dynamicTest(name, () -> holds(name, set.getValue(), tolerance)));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private void holds(String name, JsonNode set, double tolerance) throws IOException {
    Path gold = Bench.HOME.resolve(set.path("gold").asString());
    assumeTrue(Files.exists(gold), set.path("gold").asString() + " is not there");
    List<Path> documents = new ArrayList<>();
    set.path("documents").forEach(d -> documents.add(Bench.HOME.resolve(d.asString())));
    Path rows = every(set.path("every").asInt(1), gold);
    JsonNode measured =
        Bench.evaluation(new StringBuilder())
            .measure(new Evaluation.Request(rows, Optional.empty(), documents, 0))
            .figures();
    List<String> fallen = new ArrayList<>();
    for (Map.Entry<String, JsonNode> figure : set.path("figures").properties()) {
      double expected = figure.getValue().doubleValue();
      double now = measured.at("/" + figure.getKey().replace('.', '/')).asDouble(0);
      String line = String.format(Locale.ROOT, "%-14s %-22s %.4f, expected %.3f", name, figure.getKey(), now, expected);
      System.out.println(line);
      if (now < expected - tolerance) {
        fallen.add(line);
      }
    }
    assertThat(fallen).as("figures that fell by more than " + tolerance).isEmpty();
  }

  /** A file with every n-th row only: large sets are measured in part. */
  private Path every(int n, Path gold) throws IOException {
    if (n == 1) {
      return gold;
    }
    List<String> rows = Files.readAllLines(gold, StandardCharsets.UTF_8);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += n) {
      some.add(rows.get(i));
    }
    return Files.write(temp.resolve(String.valueOf(gold.getFileName())), some);
  }
}
