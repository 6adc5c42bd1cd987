package org.sitrep.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The page's index over events, and the REST interface over it. */
final class ViewApiTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path dir;
  private static Store store;
  private static WebDoor door;

  @BeforeAll
  static void serve() {
    store = War.store(dir.resolve("war.duckdb"), 7, 500, 60, 200);
    door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0));
  }

  @AfterAll
  static void end() {
    door.close();
    store.close();
  }

  @Test
  void a01_theIndexLetsThroughWhatTheStoreDoes() {
    EventIndex index = EventIndex.of(store.scan());
    Random random = new Random(3);
    Set<Integer> sizes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Filter filter = filter(random);
      BitSet rows = Passing.rows(index, filter);
      List<String> ids = rows.stream().mapToObj(r -> index.id[r]).toList();
      assertThat(ids).as("%s", filter).containsExactlyInAnyOrderElementsOf(store.listEvents(filter).stream().map(Event::id).toList());
      sizes.add(ids.size());
    }
    assertThat(sizes).as("filters that let through many, few and no events").hasSizeGreaterThan(20).contains(0, 500);
  }

  @Test
  void a02_aValuesCountIsWhatChoosingItWouldLetThrough() {
    EventIndex index = EventIndex.of(store.scan());
    Random random = new Random(4);
    for (int i = 0; i < 6; i++) {
      Filter filter = filter(random);
      Passing passing = Passing.of(index, filter);
      int place = random.nextInt(index.places.size());
      int party = random.nextInt(index.parties.size());
      int source = random.nextInt(index.sources.size());
      int kind = random.nextInt(index.kinds.size());
      int certainty = random.nextInt(Certainty.values().length);
      assertThat(passing.counts(Facet.PLACE)[place]).isEqualTo(store.listEvents(with(filter, "place", index.places.label(place))).size());
      assertThat(passing.counts(Facet.ACTOR)[party]).isEqualTo(store.listEvents(with(filter, "actor", index.parties.label(party))).size());
      assertThat(passing.counts(Facet.SOURCE)[source]).isEqualTo(store.listEvents(with(filter, "source", index.sources.label(source))).size());
      assertThat(passing.counts(Facet.TYPE)[kind]).isEqualTo(store.listEvents(with(filter, "type", index.kinds.get(kind).id())).size());
      assertThat(passing.counts(Facet.CERTAINTY)[certainty])
          .isEqualTo(store.listEvents(with(filter, "certainty", Certainty.values()[certainty].name())).size());
    }
  }

  @Test
  void a03_withoutDaysMeansThatNoDayIsAskedFor() {
    EventIndex index = EventIndex.of(store.scan());
    Random random = new Random(5);
    for (int i = 0; i < 100; i++) {
      Filter filter = filter(random);
      Filter noFrom = Passing.without(filter, "from").orElse(filter);
      Filter noDays = Passing.without(noFrom, "to").orElse(noFrom);
      assertThat(Passing.of(index, filter).anyDay()).as("%s", filter).isEqualTo(Passing.rows(index, noDays));
    }
  }

  @Test
  void b01_aViewCountsWhatPasses() throws Exception {
    JsonNode view = json("/api/view?place=Kafr&certainty=certain");
    Filter filter = with(with(Filter.ALL, "place", "Kafr"), "certainty", "certain");
    List<Event> events = store.listEvents(filter);
    assertThat(view.get("events").asInt()).isEqualTo(events.size()).isPositive();
    assertThat(view.get("contested").asInt()).isEqualTo((int) events.stream().filter(e -> !e.contradictions().isEmpty()).count()).isPositive();
    assertThat(view.get("without_date").asInt()).isEqualTo((int) events.stream().filter(e -> e.time().isEmpty()).count());
    assertThat(view.get("without_place").asInt())
        .isEqualTo((int) events.stream().filter(e -> e.place().filter(p -> p.isLocated()).isEmpty()).count());
    BitSet rows = BitSet.valueOf(Base64.getDecoder().decode(view.get("rows").asString()));
    assertThat(rows.cardinality()).isEqualTo(events.size());
    int byMonth = 0;
    for (JsonNode month : view.get("months")) {
      assertThat(month.get(0).asString()).matches("201[5-6]-\\d\\d");
      byMonth += month.get(1).asInt();
    }
    assertThat(byMonth + view.get("without_date").asInt()).isEqualTo(events.size());
    assertThat(view.get("facets").get("place").get("values").size()).isEqualTo(50);
  }

  @Test
  void b02_anEmptyViewSaysWhichFilterToLeaveOut() throws Exception {
    JsonNode view = json("/api/view?place=Kafr&from=1990-01-01&to=1990-01-02");
    assertThat(view.get("events").asInt()).isZero();
    assertThat(view.get("without").toString()).contains("\"filter\":\"to\"").doesNotContain("doc");
    JsonNode to = view.get("without").get(2);
    assertThat(to.get("filter").asString()).isEqualTo("to");
    assertThat(to.get("events").asInt())
        .isEqualTo(store.listEvents(new Filter(List.of(), List.of("Kafr"), List.of(), List.of(), day("1990-01-01"), Optional.empty(), List.of(), List.of())).size());
  }

  @Test
  void b03_facetsAreSearched() throws Exception {
    JsonNode found = json("/api/facets/place?q=suwar");
    assertThat(found.get("values").toString()).contains("Ṣūwar al-Gharbī");
    assertThat(found.get("values").size()).isEqualTo(1);
    assertThat(get("/api/facets/weather").statusCode()).isEqualTo(400);
  }

  @Test
  void b04_whatIsNoFilterIsRefusedInWords() throws Exception {
    for (String query : List.of("colour=red", "certainty=maybe", "from=yesterday", "contested=perhaps", "from=2018-02-01&to=2018-01-01")) {
      HttpResponse<byte[]> answer = get("/api/view?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("error").doesNotContain("Exception", "org.sitrep");
    }
    assertThat(get("/api/list?sort=beauty").statusCode()).isEqualTo(400);
    assertThat(get("/api/list?at=here").statusCode()).isEqualTo(400);
    assertThat(get("/api/list?limit=many").statusCode()).isEqualTo(400);
  }

  @Test
  void c01_columnsHoldEveryEvent() throws Exception {
    HttpResponse<byte[]> answer = get("/api/columns");
    ByteBuffer bytes = ByteBuffer.wrap(answer.body()).order(ByteOrder.LITTLE_ENDIAN);
    byte[] text = new byte[bytes.getInt()];
    bytes.get(text);
    JsonNode head = JsonMapper.shared().readTree(new String(text, StandardCharsets.UTF_8));
    assertThat(head.get("events").asInt()).isEqualTo(500);
    assertThat(bytes.position() % 8).isZero();
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int day = bytes.getInt();
      if (day != Integer.MIN_VALUE) {
        days.add(day);
      }
    }
    assertThat(days)
        .containsExactlyInAnyOrderElementsOf(
            store.listEvents(Filter.ALL).stream().filter(e -> e.time().isPresent()).map(e -> (int) e.time().get().start().toEpochDay()).toList());
    String tag = answer.headers().firstValue("etag").orElseThrow();
    HttpRequest again = HttpRequest.newBuilder(door.address().resolve("/api/columns")).header("If-None-Match", tag).build();
    assertThat(HTTP.send(again, HttpResponse.BodyHandlers.ofByteArray()).statusCode()).isEqualTo(304);
  }

  @Test
  void d01_aListGivesOnePageAfterTheOther() throws Exception {
    List<String> seen = new ArrayList<>();
    String last = "";
    int count = Integer.MAX_VALUE;
    for (int offset = 0; offset < count; offset += 200) {
      JsonNode page = json("/api/list?type=clash&sort=day&limit=500&offset=" + offset);
      count = page.get("count").asInt();
      for (JsonNode event : page.get("events")) {
        seen.add(event.get("event_id").asString());
        String day = event.has("time") ? event.get("time").get("start").asString() : "9999";
        assertThat(day).isGreaterThanOrEqualTo(last);
        last = day;
      }
    }
    assertThat(seen).doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(store.listEvents(with(Filter.ALL, "type", "clash")).stream().map(Event::id).toList());
  }

  @Test
  void d02_aListHasTheWordsOfAnEvent() throws Exception {
    JsonNode page = json("/api/list?contested=true&sort=claims&limit=1");
    JsonNode one = page.get("events").get(0);
    Event event = store.findEvent(one.get("event_id").asString()).orElseThrow();
    assertThat(one.get("label").asString()).isEqualTo(event.type().label());
    assertThat(one.get("claim_count").asInt()).isEqualTo(event.claims().size());
    assertThat(one.get("contradictions").get(0).asString()).isEqualTo("killed");
    assertThat(one.get("root_names").size()).isEqualTo(event.roots().size());
    assertThat(one.has("why")).isFalse();
  }

  @Test
  void d03_aListOfOnePlaceOrNone() throws Exception {
    Event event = store.listEvents(Filter.ALL).stream().filter(e -> e.place().filter(p -> p.isLocated()).isPresent()).findFirst().orElseThrow();
    double lat = event.place().orElseThrow().lat();
    double lon = event.place().orElseThrow().lon();
    JsonNode page = json(String.format(Locale.ROOT, "/api/list?at=%.5f,%.5f&limit=200", lat, lon));
    assertThat(page.toString()).contains(event.id());
    page.get("events").forEach(e -> assertThat(e.get("place").get("lat").asDouble()).isCloseTo(lat, org.assertj.core.data.Offset.offset(1e-4)));
    JsonNode none = json("/api/list?at=none&limit=200");
    assertThat(none.get("count").asInt()).isEqualTo(json("/api/view").get("without_place").asInt());
    none.get("events").forEach(e -> assertThat(e.path("place").has("lat")).isFalse());
    JsonNode box = json("/api/list?bbox=" + (lon - 0.1) + "," + (lat - 0.1) + "," + (lon + 0.1) + "," + (lat + 0.1));
    assertThat(box.get("count").asInt()).isGreaterThanOrEqualTo(page.get("count").asInt());
  }

  @Test
  void d04_whereAnEventStandsInAList() throws Exception {
    JsonNode page = json("/api/list?sort=day&offset=100&limit=1");
    String id = page.get("events").get(0).get("event_id").asString();
    JsonNode found = json("/api/list?sort=day&limit=0&event=" + id);
    assertThat(found.get("position").asInt()).isEqualTo(100);
    assertThat(found.get("row").asInt()).isEqualTo(page.get("events").get(0).get("row").asInt());
  }

  @Test
  void e01_theVersionGrowsWhenEventsAreMadeAnew(@TempDir Path other) throws Exception {
    try (Store small = War.store(other.resolve("small.duckdb"), 1, 40, 10, 20);
        WebDoor its = WebDoor.open(small, Served.TOOLBOX, DoorSettings.local(0))) {
      JsonNode before = json(its, "/api/view");
      List<Event> events = small.listEvents(Filter.ALL);
      small.replaceEvents(events.subList(0, 10), new ControlLedger(List.of(), List.of()));
      JsonNode after = json(its, "/api/view");
      assertThat(after.get("version").asLong()).isGreaterThan(before.get("version").asLong());
      assertThat(before.get("events").asInt()).isEqualTo(40);
      assertThat(after.get("events").asInt()).isEqualTo(10);
      assertThat(json(its, "/api/list").get("count").asInt()).isEqualTo(10);
    }
  }

  private static Filter filter(Random random) {
    List<String> places = List.of("kafr", "Kafr Zita", "zita", "gn:3", "حلب", "Region 4", "corlu", "!!!", "istanbul", "nowhere", "SUWAR", "ras al ayn");
    List<String> actors = List.of("army", "Free Army", "act:rebels", "gunmen", "izci", "the");
    List<String> sources = List.of("Source 1", "source", "outlet 7", "@publisher", "src:4", "nobody");
    List<String> types = List.of("clash", "CAPTURE", "arrest", "flood");
    List<String> docs = List.of("doc1", "doc2", "doc9999");
    int most = 1 + random.nextInt(4);
    Filter made =
        new Filter(
            some(random, types, most), some(random, places, most), some(random, actors, most), some(random, sources, most),
            random.nextInt(most) == 0 && random.nextBoolean() ? Optional.of(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(220))) : Optional.empty(),
            random.nextInt(most) == 0 && random.nextBoolean() ? Optional.of(LocalDate.of(2015, 1, 1).plusDays(random.nextInt(220))) : Optional.empty(),
            some(random, List.of(Certainty.values()), most),
            random.nextInt(8) == 0 ? some(random, docs, 1) : List.of());
    return random.nextInt(5) == 0 ? made.onlyContested() : made;
  }

  private static <T> List<T> some(Random random, List<T> values, int oneIn) {
    if (random.nextInt(oneIn + 1) != 0 || random.nextBoolean()) {
      return List.of();
    }
    List<T> some = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      some.add(values.get(random.nextInt(values.size())));
    }
    return some;
  }

  private static Filter with(Filter f, String name, String value) {
    List<String> one = List.of(value);
    Filter made =
        new Filter(
            name.equals("type") ? one : f.types(), name.equals("place") ? one : f.places(), name.equals("actor") ? one : f.actors(),
            name.equals("source") ? one : f.sources(), f.from(), f.to(),
            name.equals("certainty") ? List.of(Certainty.valueOf(value.toUpperCase(Locale.ROOT))) : f.certainties(), f.docs());
    return f.contested() ? made.onlyContested() : made;
  }

  private static Optional<LocalDate> day(String day) {
    return Optional.of(LocalDate.parse(day));
  }

  private static JsonNode json(String path) throws Exception {
    return json(door, path);
  }

  private static JsonNode json(WebDoor door, String path) throws Exception {
    HttpResponse<byte[]> answer = HTTP.send(HttpRequest.newBuilder(door.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    URI address = door.address().resolve(path);
    return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
