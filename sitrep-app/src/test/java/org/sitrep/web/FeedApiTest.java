package org.sitrep.web;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds of changes lose none, however many there are. */
class FeedApiTest {

  private static final int MANY = 130;

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.of(dir, IntStream.range(0, MANY).mapToObj(FeedApiTest::week).toArray(String[]::new));
  }

  private static String week(int i) {
    return Served.record("d" + i, "Wire", LocalDate.of(2015, 1, 4).plusWeeks(i).toString(), "Five soldiers were killed in Mayadin on Saturday, Amaq said.");
  }

  @AfterAll
  static void close() {
    served.close();
  }

  /** The items of all pages from an address on. */
  private static List<JsonNode> all(String path) {
    List<JsonNode> found = new ArrayList<>();
    String next = path;
    while (!next.isEmpty()) {
      JsonNode page = served.json(next);
      page.path("items").forEach(found::add);
      next = page.path("next_url").asString("").replaceFirst("^http://[^/]+", "");
    }
    return found;
  }

  private static List<String> ids(List<JsonNode> items) {
    return items.stream().map(i -> i.path("id").asString()).toList();
  }

  @Test
  void A01_everyChangeIsOnOnePageOrAnother() {
    assertThat(served.json("/api/feed.json").path("items")).hasSize(100);
    List<String> ids = ids(all("/api/feed.json"));
    assertThat(ids).hasSizeGreaterThanOrEqualTo(MANY).doesNotHaveDuplicates();
    assertThat(ids(all("/api/feed.json?limit=7"))).isEqualTo(ids);
    assertThat(served.json("/api/events").path("events")).allSatisfy(e -> assertThat(ids).anyMatch(id -> id.contains(e.path("event_id").asString())));
  }

  @Test
  void A02_sinceAMomentOnlyWhatCameAfterIt() {
    List<JsonNode> items = all("/api/feed.json");
    String latest = items.getFirst().path("date_published").asString();
    assertThat(all("/api/feed.json?since=" + latest)).isEmpty();
    assertThat(ids(all("/api/feed.json?limit=9&since=2000-01-01T00:00:00Z"))).isEqualTo(ids(items));
    assertThat(served.get("/api/feed.json?since=yesterday").body()).contains("since is a moment as 2017-09-24T10:00:00Z");
  }

  @Test
  void A03_titlesSayWhatItIs() {
    assertThat(all("/api/feed.json")).allSatisfy(i -> assertThat(i.path("title").asString()).contains("Mayadin"));
  }

  @Test
  void A04_whatAnEditedArticleTellsOtherwiseIsChangedNotWithdrawn(@TempDir Path own) throws IOException, InterruptedException {
    String text = " soldiers were killed in Mayadin on Saturday, Amaq said.";
    try (Served edited = Served.of(own, Served.record("a", "Wire", "2017-09-24", "Nine" + text))) {
      String was = edited.json("/api/events").path("events").path(0).path("event_id").asString();
      String later = Served.record("a", "Wire", "2017-09-24", "Four" + text);
      edited.post("/api/read", Map.of("files", List.of(Map.of("name", "later.jsonl", "base64", Base64.getEncoder().encodeToString(later.getBytes(StandardCharsets.UTF_8))))));
      while (!edited.json("/api/jobs").path("jobs").path(0).path("state").asString().equals("done")) {
        Thread.sleep(50);
      }
      JsonNode now = edited.json("/api/events/" + was);
      assertThat(now.path("event_id").asString()).isNotEqualTo(was);
      assertThat(now.path("redirect").path("reason").asString()).isEqualTo("edited");
      JsonNode items = edited.json("/api/feed.json").path("items");
      assertThat(items).hasSize(1);
      assertThat(items.path(0).path("title").asString()).startsWith("changed: ").contains("Mayadin", "which " + was + " is now");
    }
  }

  @Test
  void B01_atomLinksToItsNextPage() throws Exception {
    Document feed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(served.get("/api/feed.atom?limit=5").body())));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(5);
    Element next = (Element) feed.getElementsByTagName("link").item(1);
    assertThat(next.getAttribute("rel")).isEqualTo("next");
    assertThat(served.get(next.getAttribute("href").replaceFirst("^http://[^/]+", "")).body()).contains("<entry>");
  }
}
