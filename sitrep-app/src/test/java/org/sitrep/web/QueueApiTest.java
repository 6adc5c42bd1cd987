package org.sitrep.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What rulings do to the queue, and how they are told of. */
class QueueApiTest {

  @TempDir private Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "Five soldiers were killed in clashes with ISIS in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-24", "The Syrian Observatory for Human Rights said that ISIS had killed two soldiers in clashes in Mayadin on Saturday."),
            Served.record("c", "Wire", "2017-10-30", "ISIS may have captured Maadan on 28 October."),
            Served.record("d", "Wire", "2017-11-20", "ISIS may have captured Palmyra on 18 November."));
  }

  @AfterEach
  void close() {
    served.close();
  }

  private JsonNode queue(String query) {
    return Waiting.known(served, "/api/queue" + query);
  }

  private static String event(JsonNode queue, int place) {
    return queue.path("items").path(place).path("event_id").asString();
  }

  private void rule(String subject, String id, String value, String by) {
    HttpResponse<String> answer = served.post("/api/rulings", Map.of("subject", subject, "id", id, "value", value, "reason", "as read", "by", by));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void A01_whatIsRuledOnIsLeftOutUnlessItIsAskedFor() {
    JsonNode all = queue("");
    int total = all.path("total").asInt();
    rule("event", event(all, 0), "2", "Ann");
    all.path("items").path(1).path("claims").forEach(c -> rule("claim", c.path("claim_id").asString(), "false", "Ann"));
    assertThat(queue("").path("total").asInt()).isEqualTo(total - 2);
    assertThat(queue("").path("ruled").asInt()).isEqualTo(2);
    assertThat(event(queue(""), 0)).isEqualTo(event(all, 2));
    assertThat(queue("?ruled=true").path("total").asInt()).isEqualTo(total);
    assertThat(queue("?ruled=true").path("items").path(0).path("standing").propertyNames()).hasSize(1);
    rule("event", event(all, 0), "", "Bob");
    assertThat(event(queue(""), 0)).isEqualTo(event(all, 0));
  }

  @Test
  void A02_anEventIsFoundInTheQueueByItsIdAndByWhatItHasBecome() {
    JsonNode all = queue("");
    int total = all.path("total").asInt();
    String last = event(all, total - 1);
    JsonNode page = queue("?limit=1&at=" + last);
    assertThat(page.path("at").asString()).isEqualTo(last);
    assertThat(page.path("offset").asInt()).isEqualTo(total - 1);
    assertThat(event(page, 0)).isEqualTo(last);
    rule("event", event(all, 1), "2", "Ann");
    assertThat(queue("?at=" + event(all, 1)).path("at").asString()).as("the next").isEqualTo(event(all, 2));
    String one = all.path("items").path(total - 2).path("claims").path(0).path("claim_id").asString();
    String other = all.path("items").path(total - 1).path("claims").path(0).path("claim_id").asString();
    rule("pair", one + "+" + other, "same", "Ann");
    String merged = served.store().listEventOfClaim().get(other);
    assertThat(queue("?ruled=true&at=" + event(all, total - 2)).path("at").asString()).isEqualTo(merged);
    assertThat(queue("?ruled=true&at=" + last).path("at").asString()).isEqualTo(merged);
    assertThat(queue("?at=e000000000000").has("at")).isFalse();
  }

  @Test
  void B01_theLogSaysWhatRulingsAreAboutAndCanBeAskedForWhatStands() {
    JsonNode first = queue("").path("items").path(0);
    String event = first.path("event_id").asString();
    String claim = first.path("claims").path(0).path("claim_id").asString();
    String other = queue("").path("items").path(1).path("claims").path(0).path("claim_id").asString();
    rule("event", event, "2", "Ann");
    rule("claim", claim, "false", "Bob");
    rule("source", "amaq", "C", "Bob");
    rule("pair", claim + "+" + other, "apart", "Ann");
    rule("claim", claim, "", "Ann");
    JsonNode log = served.json("/api/rulings").path("rulings");
    assertThat(log.path(4).path("about").path(0).path("label").asString()).contains("Mayadin", "2017-09-23");
    assertThat(log.path(3).path("about").path(0).path("label").asString()).isEqualTo(first.path("claims").path(0).path("notation").asString());
    assertThat(log.path(3).path("about").path(0).path("doc").asString()).isEqualTo(first.path("claims").path(0).path("doc").asString());
    assertThat(log.path(2).path("about").path(0).path("label").asString()).isEqualTo("Amaq");
    assertThat(log.path(1).path("about")).hasSize(2).allSatisfy(a -> assertThat(a.path("label").asString()).isNotEmpty());
    assertThat(Waiting.texts(served.json("/api/rulings?by=Bob&stands=true").path("rulings"), "subject")).containsExactly("source");
    JsonNode history = served.json("/api/events/" + event).path("history").path("rulings");
    assertThat(Waiting.texts(history, "stands")).containsExactly("true", "false", "true", "true", "false");
  }
}
