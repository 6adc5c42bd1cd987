package org.sitrep.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Articles tied to incidents, against what events make of them; all of them made up. */
class IncidentScorerTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  private Path temp;

  private Path file(String name, String... lines) {
    try {
      return Files.write(temp.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path incidents() {
    return file("incidents.jsonl",
        "{\"airwars_id\": \"7\", \"code\": \"X7\", \"date\": \"2019-03-01\"}",
        "{\"airwars_id\": \"8\", \"code\": \"X8\", \"date\": \"2019-03-02\"}");
  }

  private Path articles() {
    return file("articles.jsonl",
        "{\"doc\": \"a\", \"text\": \"A.\", \"incident_ids\": [\"airwars-7\"]}",
        "{\"doc\": \"b\", \"text\": \"B.\", \"incident_ids\": [\"airwars-7\"]}",
        "{\"doc\": \"c\", \"text\": \"C.\", \"incident_ids\": [\"airwars-8\"]}",
        "{\"doc\": \"d\", \"text\": \"D.\", \"incident_ids\": [\"airwars-7\", \"airwars-8\"]}",
        "{\"doc\": \"e\", \"text\": \"E.\", \"incident_ids\": [\"airwars-999\"]}");
  }

  private static String claim(String doc, int start, String event, String type, String day, String place) {
    return "{\"doc\": \"" + doc + "\", \"start\": " + start + ", \"event_id\": \"" + event + "\", \"acled_event_type\": \"" + type + "\""
        + ", \"published\": \"2019-03-09\"" + (day.isEmpty() ? "" : ", \"time\": {\"start\": \"" + day + "\", \"end\": \"" + day + "\"}")
        + (place.isEmpty() ? "" : ", \"place\": {\"name\": \"" + place + "\"}") + "}";
  }

  private Evaluation.Result measured(int errors, String... claims) {
    return Bench.evaluation(new StringBuilder())
        .measure(new Evaluation.Request(incidents(), Optional.of(file("claims.jsonl", claims)), List.of(articles()), errors));
  }

  @Test
  void a01_bCubedByHand() {
    Grouping right = new Grouping(List.of("a", "b", "c", "d"));
    right.put("a", "1");
    right.put("b", "1");
    right.put("c", "2");
    right.put("d", "1");
    right.put("d", "2");
    Grouping found = new Grouping(List.of("a", "b", "c", "d"));
    found.put("a", "x");
    found.put("b", "x");
    found.put("c", "x");
    Grouping.Agreement agreement = found.against(right, List.copyOf(right.items()));
    assertThat(agreement.precision()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, within(1e-9));
    assertThat(agreement.recall()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 2 + 1.0 / 4) / 4, within(1e-9));
    assertThat(right.pairs()).hasSize(4);
    assertThat(found.several()).isEqualTo(1);
  }

  @Test
  void a02_anArticleIsAboutTheEventThatMostOfItsClaimsAreIn() {
    JsonNode figures = measured(0,
        claim("a", 0, "e1", "Battles", "", ""),
        claim("b", 0, "e2", "Battles", "", ""),
        claim("b", 9, "e1", "Battles", "", ""),
        claim("b", 20, "e1", "Battles", "", ""),
        claim("c", 0, "e2", "Battles", "", "")).figures();
    assertThat(figures.at("/articles").intValue()).isEqualTo(4);
    assertThat(figures.at("/pairs").intValue()).isEqualTo(4);
    assertThat(figures.at("/silent").intValue()).isEqualTo(1);
    assertThat(figures.at("/main/events/pairs/tp").intValue()).isEqualTo(1);
    assertThat(figures.at("/main/events/pairs/fp").intValue()).isZero();
    assertThat(figures.at("/any/events/pairs/fp").intValue()).isEqualTo(1);
    assertThat(figures.at("/none/alone/b3_p").doubleValue()).isEqualTo(1.0);
  }

  @Test
  void a03_claimsOfOtherKindsAndInNoEventDoNotCount() {
    JsonNode figures = measured(0,
        claim("a", 0, "e1", "Strategic developments", "", ""),
        claim("b", 0, "e1", "Battles", "", ""),
        claim("c", 0, "e1", "Battles", "", "").replace("\"event_id\": \"e1\", ", "")).figures();
    assertThat(figures.at("/silent").intValue()).isEqualTo(3);
    assertThat(figures.at("/any/events/groups").intValue()).isZero();
  }

  @Test
  void b01_theBaselineGoesByDayAndPlaceAlone() {
    JsonNode figures = measured(0,
        claim("a", 0, "e1", "Battles", "2019-03-01", "Qorvana"),
        claim("b", 0, "e2", "Battles", "2019-03-01", "al-Qorvana"),
        claim("c", 0, "e3", "Battles", "", "Qorvana"),
        claim("d", 0, "e4", "Battles", "2019-03-09", "Qorvana")).figures();
    assertThat(figures.at("/main/day_and_place/pairs/tp").intValue()).isEqualTo(2);
    assertThat(figures.at("/main/events/pairs/tp").intValue()).isZero();
  }

  @Test
  void c01_missedAndWrongPairsAreListed() {
    List<String> lines = measured(20, claim("a", 0, "e1", "Battles", "", ""), claim("c", 0, "e1", "Battles", "", "")).lines();
    assertThat(lines).contains("main | missed | a | b", "main | wrong | a | c");
  }

  @Test
  void n01_withoutArticlesItSaysWhatIsMissing() {
    Evaluation.Request request = new Evaluation.Request(incidents(), Optional.empty(), List.of(), 0);
    assertThatThrownBy(() -> Bench.evaluation(new StringBuilder()).measure(request))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("--documents");
  }
}
