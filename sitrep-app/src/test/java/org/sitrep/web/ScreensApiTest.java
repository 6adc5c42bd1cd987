package org.sitrep.web;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the screens Control, Sources, Report, Search and Data ask of the server. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ScreensApiTest {

  private static final Pattern ROUTE = Pattern.compile("routes\\.(get|post)\\(\\s*\"(/api/[^\"]+)\"");

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army and its allies captured Maadan from ISIS on Saturday, the army said."),
            Served.record("d", "Post", "2017-09-24", "Five soldiers were killed in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-25", "Two soldiers were killed in Mayadin on Saturday, activists said. <b>bold & \"quoted\"</b>"),
            Served.record("c", "Wire", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS recaptured Maadan on 28 September."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  private static JsonNode learnt(String path) throws InterruptedException {
    JsonNode answer = served.jsonSoFar(path);
    while (answer.path("working").asBoolean(false)) {
      Thread.sleep(20);
      answer = served.jsonSoFar(path);
    }
    return answer;
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(n -> texts.add(n.path(field).asString()));
    return texts;
  }

  private static String maadan(String query) {
    JsonNode states = served.json("/api/control?place=Maadan&" + query).path("worlds").path(0).path("states").path(0);
    return states.path("status").asString() + ' ' + states.path("holder_names").path(0).asString();
  }

  @Test
  void E01_documentsComeAPageAtATime() {
    JsonNode second = served.json("/api/documents?offset=1&limit=2");
    assertThat(second.path("total").asInt()).isEqualTo(4);
    assertThat(texts(second.path("documents"), "doc")).containsExactly("d", "b");
    JsonNode found = served.json("/api/documents?q=post");
    assertThat(texts(found.path("documents"), "publisher")).containsExactly("Post", "Post");
    assertThat(served.json("/api/documents?offset=99999999999").path("documents")).isEmpty();
    assertThat(served.get("/api/documents?limit=-1").body()).contains("limit is a number from 0 on");
    assertThat(served.get("/api/report?date=abc").body()).contains("days are as 2017-09-24").doesNotContain("parsed");
  }

  @Test
  void A01_controlOnADayAsKnownOnADay() {
    assertThat(maadan("")).isEqualTo("assessed Islamic State");
    assertThat(maadan("at=2017-09-25")).isEqualTo("claimed Syrian Arab Army");
    assertThat(maadan("at=2017-09-29&known-by=2017-09-29")).isEqualTo("claimed Syrian Arab Army");
    JsonNode all = served.json("/api/control");
    assertThat(all.path("first_day").asString()).isEqualTo("2017-09-23");
    assertThat(all.path("last_day").asString()).isEqualTo("2017-09-28");
    assertThat(texts(all.path("speakers"), "name")).contains("Syrian Observatory for Human Rights");
  }

  @Test
  void A02_twoSpeakersSideBySide() {
    String army = texts(served.json("/api/control").path("speakers"), "name").stream().filter(n -> n.toLowerCase(java.util.Locale.ROOT).contains("army")).findFirst().orElseThrow();
    JsonNode worlds =
        served.json("/api/control?according-to=" + army.replace(" ", "%20") + "&according-to=Syrian%20Observatory%20for%20Human%20Rights").path("worlds");
    assertThat(texts(worlds, "according_to")).containsExactly(army, "Syrian Observatory for Human Rights");
    assertThat(worlds.path(0).path("states").path(0).path("holder_names").path(0).asString()).isEqualTo("Syrian Arab Army");
    assertThat(worlds.path(1).path("states").path(0).path("holder_names").path(0).asString()).isEqualTo("Islamic State");
  }

  @Test
  void A03_theCourseOfAPlaceTheLedgerAndTheGround() {
    JsonNode lanes = served.json("/api/control/course?place=Maadan").path("courses").path(0).path("lanes");
    assertThat(texts(lanes, "lane").getFirst()).isEqualTo("assessed");
    assertThat(lanes.path(0).path("stretches").size()).isEqualTo(2);
    assertThat(served.json("/api/control/ledger?limit=1").path("entries").size()).isEqualTo(1);
    assertThat(served.json("/api/control/ledger").path("count").asInt()).isGreaterThan(1);
    assertThat(served.json("/api/control/ground?at=2017-09-29").path("features").path(0).path("properties").path("note").asString()).isEqualTo("illustration");
    assertThat(served.json("/api/control/proximity").path("series").isArray()).isTrue();
  }

  @Test
  void A04_whatIsNotThereIsSaid() {
    assertThat(served.get("/api/control?according-to=Nobody").body()).contains("nobody called \\\"Nobody\\\" says anything of control");
    assertThat(served.get("/api/control?place=Nowhere").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/control?at=yesterday").body()).contains("no day");
    assertThat(served.get("/api/control/course").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/control/ledger?limit=many").body()).contains("limit is a number");
  }

  @Test
  void B01_sourcesAreLearntOnceAndShownWithTheirCounts() throws InterruptedException {
    JsonNode sources = learnt("/api/sources").path("sources");
    assertThat(texts(sources, "source")).contains("sohr");
    sources.forEach(s -> assertThat(s.path("copies").asInt()).isEqualTo(s.path("claims").asInt() - s.path("testimonies").asInt()));
    JsonNode one = learnt("/api/sources/sohr");
    assertThat(one.path("overall").path("computed_letter").asString()).isEqualTo("F");
    assertThat(one.path("documents").asInt()).isEqualTo(1);
    assertThat(served.get("/api/sources/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void C01_everySentenceOfAReportHasItsFootnotes() {
    assertThat(strings(served.json("/api/report/days").path("days"))).contains("2017-09-23", "2017-09-28");
    JsonNode report = served.json("/api/report?date=2017-09-23");
    Set<Integer> notes = new TreeSet<>();
    report.path("notes").forEach(n -> notes.add(n.path("number").asInt()));
    List<String> keys = new ArrayList<>();
    report.path("sections").forEach(s -> s.path("lines").forEach(line -> {
      keys.add(line.path("key").asString());
      assertThat(line.path("notes")).isNotEmpty().allSatisfy(n -> assertThat(notes).contains(n.asInt()));
    }));
    assertThat(keys).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    report.path("notes").forEach(n -> assertThat(n.path("quote").asString()).isNotEmpty());
    String dropped = served.get("/api/report?date=2017-09-23&format=md&drop=" + keys.getFirst()).body();
    assertThat(dropped.lines().filter(l -> l.startsWith("- ")).count()).isEqualTo(keys.size() - 1);
    assertThat(served.get("/api/report?date=2017-09-23&format=html").body()).startsWith("<!DOCTYPE html>").doesNotContain("<script");
    assertThat(served.json("/api/report?date=2017-09-24").path("yesterday_only")).isNotEmpty();
    assertThat(served.get("/api/report?date=2017-09-23&format=pdf").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/report").body()).contains("of which day?");
  }

  private static List<String> strings(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(n -> texts.add(n.asString()));
    return texts;
  }

  @Test
  void D01_searchFindsWordsInDocumentsAndClaimsAndMarksThem() throws InterruptedException {
    JsonNode found = learnt("/api/search?q=Soldiers%20killed");
    assertThat(found.path("documents").path("count").asInt()).isEqualTo(2);
    assertThat(found.path("claims").path("count").asInt()).isGreaterThanOrEqualTo(2);
    found.path("documents").path("hits").forEach(h -> {
      List<String> sought = new ArrayList<>();
      h.path("pieces").forEach(p -> {
        if (p.path("sought").asBoolean()) {
          sought.add(p.path("text").asString());
        }
      });
      assertThat(sought).contains("soldiers", "killed");
    });
    assertThat(learnt("/api/search?q=%22killed%20soldiers%22").path("documents").path("count").asInt()).isZero();
    assertThat(learnt("/api/search?q=%22soldiers%20were%20killed%22").path("documents").path("count").asInt()).isEqualTo(2);
    assertThat(learnt("/api/search?q=zeppelin").path("documents").path("count").asInt()).isZero();
    assertThat(served.get("/api/search?q=%20").statusCode()).isEqualTo(400);
  }

  @Test
  void D02_aPlaceIsFoundByItsArabicName() throws InterruptedException {
    JsonNode english = learnt("/api/search?q=Mayadin");
    JsonNode arabic = learnt("/api/search?q=%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D8%AF%D9%8A%D9%86");
    assertThat(texts(english.path("places"), "place_id")).isNotEmpty();
    assertThat(texts(arabic.path("places"), "place_id")).isEqualTo(texts(english.path("places"), "place_id"));
    assertThat(texts(arabic.path("events"), "event_id")).isNotEmpty();
  }

  @Test
  void E01_everyRouteIsDescribedAndEveryDescriptionIsARoute() throws IOException {
    Set<String> routes = new TreeSet<>();
    try (Stream<Path> files = Files.list(Served.HOME.resolve("sitrep-app/src/main/java/org/sitrep/web"))) {
      for (Path file : files.toList()) {
        Matcher route = ROUTE.matcher(Files.readString(file));
        while (route.find()) {
          routes.add(route.group(1) + ' ' + route.group(2).replace("{+", "{"));
        }
      }
    }
    Set<String> described = new TreeSet<>();
    JsonNode paths = served.json("/api/openapi.json").path("paths");
    paths.propertyNames().forEach(path -> paths.path(path).propertyNames().forEach(method -> described.add(method + ' ' + path)));
    assertThat(described).isEqualTo(routes).contains("post /api/read");
  }

  @Test
  void F01_feedsTellOfNewEvents() throws Exception {
    JsonNode items = served.json("/api/feed.json").path("items");
    assertThat(items.size()).isEqualTo(served.json("/api/events").path("events").size());
    assertThat(items.path(0).path("tags").path(0).asString()).isEqualTo("new");
    Document feed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(served.get("/api/feed.atom").body())));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(items.size());
  }
}
