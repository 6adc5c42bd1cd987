package org.sitrep.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Filter;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /api/events/ID}: claims side by side, losses by policy, grades, history. */
class EventApiTest {

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  private static String id = "";

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("two", "Post", "2018-11-09", "Pro-government activists said on Friday that two officers were killed in clashes with ISIS in al-Safa on November 8."),
            Served.record("five", "Wire", "2018-11-09", "Amaq said that ISIS fighters killed five soldiers in clashes with the army in al-Safa on Thursday. The Syrian Observatory for Human Rights said that only three soldiers were killed in the clashes in al-Safa on Thursday."));
    id = contested();
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static String contested() {
    for (JsonNode event : served.json("/api/events").path("events")) {
      if (!event.path("contradictions").isEmpty()) {
        return event.path("event_id").asString();
      }
    }
    throw new AssertionError("no event is contested: " + served.json("/api/events"));
  }

  private static JsonNode row(JsonNode event, String field) {
    for (JsonNode row : event.path("comparison").path("rows")) {
      if (row.path("field").asString().equals(field)) {
        return row;
      }
    }
    throw new AssertionError("no row " + field + " in " + event.path("comparison"));
  }

  @Test
  void A01_aColumnForEachSourceAndTheClaimsBehindEachValue() {
    JsonNode event = served.json("/api/events/" + id);
    assertThat(Waiting.texts(event.path("comparison").path("columns"), "name")).contains("Amaq", "Syrian Observatory for Human Rights");
    JsonNode killed = row(event, "killed");
    List<String> values = new ArrayList<>();
    for (JsonNode cell : killed.path("cells")) {
      for (JsonNode value : cell.path("values")) {
        values.add(value.path("text").asString());
        String claim = value.path("claims").path(0).asString();
        assertThat(Waiting.texts(event.path("claims"), "claim_id")).contains(claim);
      }
    }
    assertThat(values).contains("5 (soldiers)", "3 (soldiers)", "2 (officers)");
    assertThat(killed.path("differs").asBoolean()).isTrue();
    assertThat(row(event, "place").path("differs").asBoolean()).isFalse();
  }

  @Test
  void A03_aPossiblySameEventIsNamedByWhatWhoWhereAndWhen() throws IOException {
    try (Served near = Near.served(Files.createDirectory(dir.resolve("near")))) {
      JsonNode possible = near.json("/api/events/" + near.store().listEvents(Filter.ALL).getFirst().id()).path("why").path("possible").path(0);
      JsonNode event = possible.path("event");
      assertThat(event.path("event_id")).isEqualTo(possible.path("event_id"));
      assertThat(event.path("label").asString()).isEqualTo("air strike");
      assertThat(event.path("place").path("surface").asString()).isEqualTo("Raqqa");
      assertThat(event.path("actor").path(0).path("name").asString()).isEqualTo("Russian Aerospace Forces");
      assertThat(event.path("time").path("start").asString()).isEqualTo("2017-09-23");
      assertThat(event.has("claims")).isFalse();
    }
  }

  @Test
  void A02_lossesByEveryPolicy() {
    JsonNode policies = served.json("/api/events/" + id).path("policies");
    assertThat(Waiting.texts(policies, "policy")).containsExactly("range", "acled", "ucdp", "airwars");
    JsonNode range = policies.path(0).path("figures").path(0);
    assertThat(range.path("low").asInt()).isEqualTo(2);
    assertThat(range.path("high").asInt()).isEqualTo(5);
    assertThat(policies.path(1).path("figures").path(0).path("best").asInt()).isEqualTo(2);
  }

  @Test
  void B01_gradesAreWorkedOutInTheBackgroundAndThenAreThere() {
    JsonNode grade = Waiting.known(served, "/api/events/" + id + "/grade");
    assertThat(grade.path("grade").path("computed").asString()).matches("[A-F][1-6]");
    assertThat(grade.path("words").size()).isEqualTo(3);
    assertThat(grade.path("support").path("terms").isEmpty()).isFalse();
  }

  @Test
  void B02_whatPeopleRuledIsInItsHistory() {
    served.post("/api/rulings", Map.of("subject", "event", "id", id, "value", "3", "reason", "two of three agree", "by", "Ann"));
    JsonNode rulings = served.json("/api/events/" + id).path("history").path("rulings");
    assertThat(Waiting.texts(rulings, "by")).contains("Ann");
    assertThat(Waiting.texts(rulings, "value")).contains("3");
  }

  @Test
  void N01_anIdThatNoEventHasIsSaidToBeNone() {
    assertThat(served.get("/api/events/e0").statusCode()).isEqualTo(404);
    assertThat(served.get("/api/events/e0").body()).contains("no event has the id e0");
    assertThat(served.get("/api/events/e0/grade").statusCode()).isEqualTo(404);
  }
}
