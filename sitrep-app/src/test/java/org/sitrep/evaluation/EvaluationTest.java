package org.sitrep.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Figures on small files made up for the purpose; the expected ones were computed by the reference scorer. */
class EvaluationTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path temp;

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(EvaluationTest.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String name, String... lines) {
    try {
      return Files.write(temp.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a01_claimsAreScoredToTheDigit() throws IOException {
    Evaluation.Result result = Bench.measure(resource("tiny_claims.jsonl"), resource("tiny_predicted.jsonl"), 100);
    assertThat(result.lines()).isEqualTo(Files.readAllLines(resource("tiny_expected.txt")));
    assertThat(result.figures().at("/typed/f1").doubleValue()).isEqualTo(0.8);
    assertThat(result.figures().at("/paired/killed/fp").intValue()).isEqualTo(1);
    assertThat(result.figures().get("schema_version").intValue()).isEqualTo(1);
  }

  @Test
  void a02_theGoldAgainstItselfIsPerfect() {
    Path gold = resource("tiny_claims.jsonl");
    JsonNode figures = Bench.measure(gold, gold, 0).figures();
    assertThat(figures.at("/slots/f1").doubleValue()).isEqualTo(1.0);
  }

  @Test
  void a03_noMoreErrorsAreListedThanAskedFor() {
    int all = Bench.measure(resource("tiny_claims.jsonl"), resource("tiny_predicted.jsonl"), 100).lines().size();
    int some = Bench.measure(resource("tiny_claims.jsonl"), resource("tiny_predicted.jsonl"), 4).lines().size();
    assertThat(some).isEqualTo(all - 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Deir ez-Zôr; deir ez zor",
        "The  “Lions’ Den” (Unit); lions den unit",
        "U.S. Army; us army",
        "al-Bāb; bab",
        "Athens; athens",
        "ÉCOLE\u00a0No\u2009²; ecole no 2"
      })
  void b01_namesAreFolded(String written, String folded) {
    assertThat(Fold.name(written)).isEqualTo(folded);
  }

  @Test
  void b02_skeletonsKeepConsonants() {
    assertThat(Fold.skeleton(Fold.name("Dayr az Zawr"))).isEqualTo(Fold.skeleton(Fold.name("Deir Ezzor"))).isEqualTo("drzr");
  }

  @Test
  void b03_valuesAreShownAsPythonDoes() {
    assertThat(Literal.of("it's")).isEqualTo("\"it's\"");
    assertThat(Literal.of("a \"b\" c'd\n\u00a0é")).isEqualTo("'a \"b\" c\\'d\\n\\xa0é'");
  }

  @Test
  void b04_halvesAreRoundedToEven() {
    assertThat(Tally.shown(0.125, 2)).isEqualTo("0.12");
    assertThat(Tally.shown(0.375, 2)).isEqualTo("0.38");
  }

  @Test
  void c01_snippetsAreJudgedByTheirMostPhysicalClaim() {
    Path gold =
        file(
            "snippets.jsonl",
            "{\"id\":\"1\",\"text\":\"x\",\"label\":\"AIR_STRIKE\"}",
            "{\"id\":\"2\",\"text\":\"x\",\"label\":\"ARREST\"}",
            "{\"id\":\"3\",\"text\":\"x\",\"label\":\"NOT_ONE_OF_THEM\"}",
            "{\"id\":\"4\",\"text\":\"x\",\"label\":\"ARREST\"}");
    Path found =
        file(
            "found.jsonl",
            "{\"doc\":\"case-1\",\"start\":0,\"acled_sub_event_type\":\"Other\"}",
            "{\"doc\":\"case-1\",\"start\":9,\"acled_sub_event_type\":\"Air/drone strike\"}",
            "{\"doc\":\"case-2\",\"start\":0,\"acled_sub_event_type\":\"Air/drone strike\"}",
            "{\"doc\":\"case-4\",\"start\":0,\"acled_sub_event_type\":\"Arrests\"}");
    JsonNode figures = Bench.measure(gold, found, 0).figures();
    // 1/3 x 2/3 for strikes, 2/3 x 2/3 for arrests
    assertThat(figures.get("weighted_f1").doubleValue()).isEqualTo(0.6667);
    assertThat(figures.get("snippets").intValue()).isEqualTo(3);
  }

  @Test
  void d01_tollsAreSummedOverEventsAndNeverTwice() {
    Path gold =
        file(
            "tolls.jsonl",
            toll("1", 7, "Seven people were killed."),
            toll("2", 9, "Four men and five women were shot."));
    Path found =
        file(
            "found.jsonl",
            // one event, told twice, once in part
            death("pitf-1", "e1", "shelling", 7, "certain"),
            death("pitf-1", "e1", "killing", 3, "certain"),
            death("pitf-1", "e2", "shelling", 40, "denied"),
            // two events and their total
            death("pitf-2", "e3", "killing", 4, "certain"),
            death("pitf-2", "e4", "air_strike", 5, "certain"),
            death("pitf-2", "e5", "clash", 9, "certain"));
    Evaluation.Result result = Bench.measure(gold, found, 10);
    assertThat(result.figures().at("/deaths/exact").doubleValue()).isEqualTo(1.0);
    assertThat(result.figures().at("/deaths/first_number").doubleValue()).isEqualTo(0.5);
  }

  private static String toll(String id, int deaths, String text) {
    return "{\"id\":\"" + id + "\",\"date\":\"2014-02-00\",\"text\":\"" + text + "\",\"deaths\":" + deaths
        + ",\"injured\":0,\"deaths_stated\":true,\"injured_stated\":false}";
  }

  private static String death(String doc, String event, String type, int killed, String certainty) {
    return "{\"doc\":\"" + doc + "\",\"event_id\":\"" + event + "\",\"event_type\":\"" + type + "\",\"killed\":[" + killed
        + "," + killed + "],\"certainty\":\"" + certainty + "\"}";
  }

  @Test
  void e01_withoutPredictionsTheDocumentsBesideTheGoldAreCoded() {
    file("own_documents.jsonl", "{\"doc\":\"n\",\"text\":\"Rebels captured Qarah on 2 May 2016.\",\"published\":\"2016-05-03\"}");
    Path gold =
        file(
            "own_claims.jsonl",
            "{\"doc\":\"n\",\"start\":0,\"end\":21,\"evidence\":\"Rebels captured Qarah\",\"event_type\":\"capture\"}",
            "{\"doc\":\"gone\",\"start\":0,\"end\":21,\"evidence\":\"never there\",\"event_type\":\"capture\"}");
    StringBuilder warnings = new StringBuilder();
    Evaluation.Result result =
        Bench.evaluation(warnings).measure(new Evaluation.Request(gold, Optional.empty(), List.of(), 0));
    assertThat(result.figures().at("/by_type/capture/tp").intValue()).isEqualTo(1);
    assertThat(warnings).contains("1 of 2 documents");
  }

  @Test
  void f01_errorsNameFileAndLine() {
    Path gold = file("g.jsonl", "{\"doc\":\"a\",\"event_type\":\"clash\",\"start\":0,\"end\":5}", "", "{\"doc\":\"a\",\"event_type\":\"clash\",\"start\":0}");
    assertThatThrownBy(() -> Bench.measure(gold, gold, 0))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(gold + ":3: no \"end\"");
    Path broken = file("broken.jsonl", "{\"doc\":");
    assertThatThrownBy(() -> Bench.measure(broken, gold, 0)).hasMessageStartingWith(broken + ":1: not JSON");
    Path other = file("other.jsonl", "{\"a\":1}");
    assertThatThrownBy(() -> Bench.measure(other, gold, 0)).hasMessageStartingWith(other + ":1: of no known kind");
    Path alone = file("alone_claims.jsonl", "{\"doc\":\"a\",\"event_type\":\"clash\",\"start\":0,\"end\":5}");
    assertThatThrownBy(
            () -> Bench.evaluation(new StringBuilder()).measure(new Evaluation.Request(alone, Optional.empty(), List.of(), 0)))
        .hasMessageContaining("--documents");
  }
}
