package org.sitrep.web;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /api/documents/DOC}: versions, what changed between them, and the claims of each. */
class DocumentApiTest {

  private static final String FIRST = "The army said that the Syrian Democratic Forces captured Tabqa from ISIS on Saturday. It gave no more details.";
  private static final String SECOND = "The army said that the Syrian Democratic Forces captured Raqqa from ISIS on Saturday. It gave no more details.";

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("st/1", "Task Force", "2017-09-09", FIRST),
            Served.record("st/1", "Task Force", "2017-09-09", SECOND),
            Served.record("one", "Wire", "2017-09-10", "ISIS captured Maadan on Sunday, Amaq said."),
            Served.record("https://wire.example/a b/../\u0627%", "Wire", "2017-09-11", "ISIS left Maadan on Monday, Amaq said."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void A01_theLatestVersionIsShownAndAnEarlierOneWhenAskedFor() {
    JsonNode latest = served.json("/api/documents/st%2F1");
    assertThat(latest.path("blocks").toString()).contains("Raqqa").doesNotContain("Tabqa");
    assertThat(Waiting.texts(latest.path("versions"), "shown")).containsExactly("false", "true");
    JsonNode first = served.json("/api/documents/st%2F1?version=1");
    assertThat(first.path("blocks").toString()).contains("Tabqa").doesNotContain("Raqqa");
    assertThat(first.path("claims").path(0).path("place").path("name").asString()).isEqualTo("Tabqa");
    assertThat(first.path("head").path("digest").asString()).isEqualTo(first.path("versions").path(0).path("digest").asString());
  }

  @Test
  void A02_anUnannouncedEditIsSaidToBeOneSlotBySlot() {
    JsonNode changes = served.json("/api/revisions/st%2F1");
    assertThat(changes.path("from").asInt()).isEqualTo(1);
    JsonNode edit = changes.path("records").path(0);
    assertThat(edit.path("unannounced").asBoolean()).isTrue();
    JsonNode slot = changes.path("records").path(1).path("slots").path(0);
    assertThat(slot.path("slot").asString()).isEqualTo("place");
    assertThat(slot.path("before").asString()).isEqualTo("Tabqa");
    assertThat(slot.path("after").asString()).isEqualTo("Raqqa");
  }

  @Test
  void B02_anIdMayBeAnAddress() {
    String doc = served.json("/api/documents/https%3A%2F%2Fwire.example%2Fa%20b%2F..%2F%D8%A7%25").path("head").path("doc").asString();
    assertThat(doc).isEqualTo("https://wire.example/a b/../\u0627%");
    assertThat(served.json("/api/revisions/https%3A%2F%2Fwire.example%2Fa%20b%2F..%2F%D8%A7%25").path("versions").asInt()).isEqualTo(1);
  }

  @Test
  void A03_ofOneVersionNothingChanged() {
    assertThat(served.json("/api/revisions/one").path("records").isEmpty()).isTrue();
  }

  @Test
  void B01_claimsOfTheShownVersionKnowTheirEvents() {
    JsonNode claim = served.json("/api/documents/one").path("claims").path(0);
    assertThat(claim.path("event_id").asString()).startsWith("e");
    assertThat(served.json("/api/events/" + claim.path("event_id").asString()).path("claims").toString())
        .contains(claim.path("claim_id").asString());
  }

  @Test
  void N01_versionsAndDocumentsThatThereAreNotAreSaidToBeNone() {
    assertThat(served.get("/api/documents/none").statusCode()).isEqualTo(404);
    assertThat(served.get("/api/revisions/none").statusCode()).isEqualTo(404);
    for (String query : new String[] {"version=3", "version=0", "version=x", "version=99999999999"}) {
      assertThat(served.get("/api/documents/st%2F1?" + query).body()).contains("there are 1 to 2");
    }
    assertThat(served.get("/api/revisions/st%2F1?from=2&to=1").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/revisions/st%2F1?from=2&to=2").statusCode()).isEqualTo(400);
  }
}
