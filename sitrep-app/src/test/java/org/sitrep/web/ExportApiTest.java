package org.sitrep.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is exported is exactly what is shown. */
class ExportApiTest {

  private static final List<String> FILTERS =
      List.of("", "place=Mayadin", "source=Amaq", "from=2017-09-28", "type=capture&type=kill", "place=Nowhere", "certainty=certain&actor=ISIS");

  @TempDir private static Path dir = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        Served.of(
            dir,
            Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said. Five soldiers were killed in Mayadin on Saturday, Amaq said."),
            Served.record("b", "Post", "2017-09-25", "Two soldiers were killed in Mayadin on Saturday, activists said."),
            Served.record("c", "Wire", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS recaptured Maadan on 28 September."));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void A01_rowsEqualWhatIsListedUnderTheSameFilters() {
    assertThat(served.json("/api/events").path("events").size()).isGreaterThan(1);
    for (String filter : FILTERS) {
      HttpResponse<String> geojson = served.get("/api/export?profile=geojson&" + filter);
      JsonNode events = served.json("/api/events?" + filter).path("events");
      assertThat(JsonMapper.shared().readTree(geojson.body()).path("features").size()).as(filter).isEqualTo(events.size());
      assertThat(geojson.headers().firstValue("x-sitrep-rows")).hasValue(Integer.toString(events.size()));
      HttpResponse<String> claims = served.get("/api/export?profile=claims&" + filter);
      assertThat(claims.body().lines().count()).as(filter).isEqualTo(served.json("/api/claims?" + filter).path("claims").size());
      assertThat(served.json("/api/export/counts?" + filter).path("profiles").path(1).path("rows").asInt()).isEqualTo(events.size());
    }
    assertThat(served.get("/api/export?profile=claims").headers().firstValue("content-disposition").orElseThrow()).contains("claims.jsonl");
  }

  @Test
  void B01_aProfileThatThereIsNot() {
    assertThat(served.get("/api/export?profile=xls").body()).contains("no export profile \\\"xls\\\"");
    assertThat(served.get("/api/export").statusCode()).isEqualTo(400);
    assertThat(served.get("/api/export?profile=claims&from=soon").statusCode()).isEqualTo(400);
  }
}
