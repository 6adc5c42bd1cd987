package org.sitrep.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /api/queue} and {@code /api/rulings}. */
class ReviewApiTest {

  @TempDir private Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "Five soldiers were killed in clashes with ISIS in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-24", "The Syrian Observatory for Human Rights reported on Sunday that ISIS fighters had killed two soldiers in Mayadin on Saturday. It gave no names and said that the fighting went on in the evening."),
            Served.record("c", "Wire", "2017-10-30", "ISIS may have captured Maadan on 28 October."),
            Served.record("d", "Wire", "2017-12-02", "The Syrian army captured Tabqa from ISIS on 1 December."));
  }

  @AfterEach
  void close() {
    served.close();
  }

  private JsonNode queue() {
    return Waiting.known(served, "/api/queue");
  }

  private HttpResponse<String> rule(String subject, String id, String value, String by) {
    return served.post("/api/rulings", Map.of("subject", subject, "id", id, "value", value, "reason", "as read", "by", by));
  }

  @Test
  void A01_whatIsContestedComesFirstThenWhatIsUncertainAndTheRestIsNotInIt() {
    JsonNode queue = queue();
    assertThat(Waiting.texts(queue.path("items"), "ground")).startsWith("contested").contains("uncertain");
    JsonNode first = queue.path("items").path(0);
    assertThat(first.path("reasons").path(0).asString()).isEqualTo("contested: killed");
    assertThat(first.path("losses_most").asInt()).isEqualTo(5);
    assertThat(first.path("sources").asInt()).isEqualTo(2);
    assertThat(queue.path("items").toString()).contains("Maadan").doesNotContain("Tabqa");
  }

  @Test
  void A02_aPageOfTheQueue() {
    int total = queue().path("total").asInt();
    JsonNode page = Waiting.known(served, "/api/queue?offset=1&limit=1");
    assertThat(page.path("items").size()).isEqualTo(1);
    assertThat(page.path("items").path(0).path("ground").asString()).isEqualTo("uncertain");
    assertThat(page.path("total").asInt()).isEqualTo(total);
    assertThat(Waiting.known(served, "/api/queue?offset=2000000000&limit=200").path("items").isEmpty()).isTrue();
  }

  @Test
  void B01_aRulingIsKeptAndStandsInTheQueue() {
    JsonNode first = queue().path("items").path(0);
    String claim = first.path("claims").path(0).path("claim_id").asString();
    HttpResponse<String> answer = rule("claim", claim, "false", "Ann");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(JsonMapper.shared().readTree(answer.body()).path("ruling").path("by").asString()).isEqualTo("Ann");
    assertThat(served.store().listRulings()).singleElement().satisfies(r -> assertThat(r.value()).isEqualTo("false"));
    assertThat(queue().path("items").path(0).path("standing").path(claim).path("value").asString()).isEqualTo("false");
  }

  @Test
  void B02_theLogTellsWhoOverruledWhomAndKeepsAll() {
    String event = queue().path("items").path(0).path("event_id").asString();
    rule("event", event, "2", "Ann");
    rule("event", event, "5", "Bob");
    rule("event", event, "", "Ann");
    JsonNode log = served.json("/api/rulings");
    assertThat(log.path("total").asInt()).isEqualTo(3);
    assertThat(Waiting.texts(log.path("rulings"), "by")).containsExactly("Ann", "Bob", "Ann");
    assertThat(Waiting.texts(log.path("rulings"), "stands")).containsExactly("false", "false", "false");
    assertThat(log.path("rulings").path(0).path("withdrawn").asBoolean()).isTrue();
    assertThat(log.path("rulings").path(1).path("overruled_by").asInt()).isEqualTo(3);
    assertThat(log.path("rulings").path(2).path("overruled_by").asInt()).isEqualTo(2);
    assertThat(served.json("/api/rulings?subject=claim").path("total").asInt()).isZero();
  }

  @Test
  void B03_aRulingChangesTheGradeThatIsLearntAnew() {
    String event = queue().path("items").path(0).path("event_id").asString();
    assertThat(Waiting.known(served, "/api/events/" + event + "/grade").path("grade").has("ruling")).isFalse();
    rule("event", event, "4", "Ann");
    JsonNode grade = Waiting.known(served, "/api/events/" + event + "/grade").path("grade");
    assertThat(grade.path("ruling").path("value").asString()).isEqualTo("4");
  }

  @Test
  void N01_whatCannotBeRuledIsRefusedInWordsAndNothingIsKept() {
    String event = queue().path("items").path(0).path("event_id").asString();
    assertThat(rule("moon", event, "2", "Ann").body()).contains("rulings are about claim, event");
    assertThat(rule("event", event, "9", "Ann").body()).contains("an event is ruled 1, 2");
    assertThat(rule("event", "e0", "2", "Ann").body()).contains("no event with the id");
    assertThat(rule("claim", "c0", "true", "Ann").body()).contains("no claim with the id");
    assertThat(rule("event", event, "", "Ann").body()).contains("no ruling on event");
    assertThat(rule("event", event, "2", " ").body()).contains("who decided");
    assertThat(served.post("/api/rulings", Map.of("subject", "event", "id", event, "value", "2", "by", "Ann")).statusCode()).isEqualTo(400);
    assertThat(served.post("/api/rulings", Map.of("subject", "event", "id", Map.of("x", 1), "value", "2", "by", "Ann")).body()).contains("id has to be a text");
    assertThat(served.store().listRulings()).isEmpty();
  }

  @Test
  void N02_aBodyThatIsNoJsonIsRefused() {
    for (String body : new String[] {"", "{", "[]", "\"x\"", "null"}) {
      HttpRequest.Builder request =
          served.request("/api/rulings").header("content-type", "application/json").header("x-sitrep", "test")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      assertThat(served.send(request).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(served.get("/api/queue?offset=-1").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/rulings?limit=many").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/rulings?subject=moon").statusCode()).isEqualTo(400);
  }
}
