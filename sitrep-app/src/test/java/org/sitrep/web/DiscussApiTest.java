package org.sitrep.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /api/discussions}: counts, and nothing by which a reader could be known. */
class DiscussApiTest {

  private static final List<String> POSTS =
      List.of(
          "Ann Lee|Wrong. The Syrian army captured Tabqa while my whole family slept in the cellar.",
          "Bob Roe|>1|No, the Syrian army captured Tabqa.",
          "Cyd Poe|>2|Actually the Syrian army captured Tabqa.",
          "Dee Low|Wrong, the Syrian army captured Tabqa and my cousin saw it.",
          "Eli Fox|Nope. The Syrian army captured Tabqa.",
          "Flo Day|Incorrect. The Syrian army captured Tabqa.",
          "Gus May|The SDF lost Mayadin.");

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(dir, Served.record("plain", "Wire", "2017-09-10", "ISIS captured Maadan on Sunday, Amaq said."));
    Commented.save(served.store(), "page", "The Syrian Democratic Forces captured the town of Tabqa from ISIS.", POSTS);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void A01_onlyDocumentsWithPostsAreListed() {
    JsonNode list = served.json("/api/discussions");
    assertThat(Waiting.texts(list.path("documents"), "doc")).containsExactly("page");
    assertThat(list.path("evidence").asBoolean(true)).isFalse();
    assertThat(list.path("note").asString()).isEqualTo("reader comments: not evidence");
  }

  @Test
  void A02_whatFiveAuthorsSayIsShownWhatFewerSayIsCounted() {
    JsonNode answer = served.json("/api/discussions/page");
    JsonNode said = answer.path("discussion").path("propositions");
    assertThat(Waiting.texts(said, "notation")).anyMatch(n -> n.contains("Tabqa")).noneMatch(n -> n.contains("Mayadin"));
    assertThat(said.path(0).path("authors").asInt()).isEqualTo(6);
    assertThat(answer.path("discussion").path("not_shown").path("propositions").asInt()).isPositive();
  }

  @Test
  void A03_whoAnswersWhomIsKnownByNumber() {
    JsonNode posts = served.json("/api/discussions/page").path("posts");
    assertThat(posts.size()).isEqualTo(POSTS.size());
    assertThat(posts.path(1).path("answers").asInt()).isEqualTo(1);
    assertThat(posts.path(2).path("answers").asInt()).isEqualTo(2);
    assertThat(posts.path(0).has("answers")).isFalse();
  }

  @Test
  void B01_neitherNamesNorHashesNorWordsAreInIt() {
    String body = served.get("/api/discussions/page").body();
    assertThat(body).doesNotContain("Ann", "cellar", "cousin");
    served.store().findDocument("page").orElseThrow().comments()
        .forEach(c -> assertThat(body).doesNotContain(c.author().orElseThrow()));
  }

  @Test
  void B02_theDocumentNumbersItsReaders() {
    JsonNode comments = served.json("/api/documents/page").path("comments");
    assertThat(Waiting.texts(comments, "reader")).containsExactly("1", "2", "3", "4", "5", "6", "7");
    String body = served.get("/api/documents/page").body();
    served.store().findDocument("page").orElseThrow().comments()
        .forEach(c -> assertThat(body).doesNotContain(c.author().orElseThrow()));
  }

  @Test
  void C01_askingForItChangesNoClaimAndNoEvent() {
    String before = served.get("/api/claims").body() + served.get("/api/events").body();
    served.json("/api/discussions/page");
    assertThat(served.get("/api/claims").body() + served.get("/api/events").body()).isEqualTo(before);
  }

  @Test
  void N01_aDocumentWithoutPostsHasNoDiscussion() {
    assertThat(served.get("/api/discussions/plain").statusCode()).isEqualTo(404);
    assertThat(served.get("/api/discussions/none").statusCode()).isEqualTo(404);
  }
}
