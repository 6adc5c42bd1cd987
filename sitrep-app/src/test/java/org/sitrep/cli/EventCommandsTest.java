package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Event;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** Events by hand: figures, episodes, old ids, two stores. */
class EventCommandsTest {

  private static final String LATER =
      line("later", "2017-09-25", "Russian warplanes bombed the town of Maadan on 23 September 2017, killing six civilians.");
  private static final String EARLIER =
      line(
          "earlier", "2017-09-24",
          "An air strike by Russia on the town of Maadan killed dozens of civilians on 23 September 2017, local activists said.");
  private static final String NEXT_DAY =
      line("next", "2017-09-26", "Russian warplanes bombed the town of Maadan on 25 September 2017, killing two civilians.");

  @TempDir Path dir;
  private String store = "";

  @BeforeEach
  void readTheLaterOne() throws IOException {
    store = dir.resolve("s.duckdb").toString();
    read(store, LATER);
  }

  @Test
  void A01_anOldIdLeadsToTheEventThatItIsNow() throws IOException {
    String old = only().id();
    read(store, EARLIER);
    String now = only().id();
    assertThat(now).isNotEqualTo(old);
    Bench.Result result = Bench.run("event", old, "--store", store);
    assertThat(result.exit()).isEqualTo(Exit.OK);
    assertThat(result.out()).contains(now);
    assertThat(result.err()).singleElement().asString().startsWith("sitrep: " + old + " is " + now + " now");
    assertThat(Bench.run("event", old, "--json", "--store", store).out())
        .contains("\"event_id\":\"" + now + "\"", "\"redirect\":{", "\"reason\":\"renamed\"");
    assertThat(Bench.run("export", "--profile", "redirects", "--store", store).out().lines()).singleElement()
        .asString().contains("\"from\":\"" + old + "\"", "\"to\":[\"" + now + "\"]");
  }

  @Test
  void A02_anIdThatNoneHad() {
    Bench.Result result = Bench.run("event", "e000000000000", "--store", store);
    assertThat(result.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(result.err()).containsExactly("sitrep: no event has the id e000000000000");
  }

  @Test
  void B01_policiesSumUpDifferently() throws IOException {
    read(store, EARLIER);
    assertThat(only().claims()).hasSize(2);
    assertThat(figure("range")).contains("killed 6-99");
    assertThat(figure("acled")).contains("killed 6 ");
    assertThat(figure("ucdp")).contains("killed 6 (6-99)");
    assertThat(figure("airwars")).contains("civilians killed 6-99");
    assertThat(Bench.run("events", "--casualties", "mean", "--store", store).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void B02_everyStatementIsShownWithItsSource() throws IOException {
    read(store, EARLIER);
    assertThat(Bench.run("event", only().id(), "--store", store).out())
        .contains("killed, as stated:", "6 civilians", "24-99 civilians");
  }

  @Test
  void B03_daysInARowAreAnEpisode() throws IOException {
    read(store, NEXT_DAY);
    Bench.Result result = Bench.run("events", "--episodes", "--json", "--store", store);
    assertThat(result.out().lines()).singleElement().asString()
        .contains("\"start\":\"2017-09-23\"", "\"end\":\"2017-09-25\"", "\"schema_version\":1");
    assertThat(Bench.run("events", "--episodes", "--store", store).out()).contains("2 events");
  }

  @Test
  void C01_mergingTakesOverAndIsIdempotent() throws IOException {
    String other = dir.resolve("other.duckdb").toString();
    read(other, EARLIER);
    Bench.Result first = Bench.run("merge", other, "--store", store);
    assertThat(first.exit()).isEqualTo(Exit.OK);
    assertThat(first.out()).startsWith("1 document taken over (0 more were there already)");
    assertThat(only().claims()).hasSize(2);
    assertThat(Bench.run("merge", other, "--json", "--store", store).out())
        .contains("\"documents\":0", "\"already\":1", "\"schema_version\":1");
    assertThat(Bench.run("merge", dir.resolve("none.duckdb").toString(), "--store", store).exit())
        .isEqualTo(Exit.NO_INPUT);
  }

  private static String line(String doc, String published, String text) {
    return "{\"doc\":\"" + doc + "\",\"publisher\":\"Test Wire\",\"published\":\"" + published + "\",\"text\":\"" + text + "\"}";
  }

  private String figure(String policy) {
    return Bench.run("events", "--casualties", policy, "--store", store).out();
  }

  private Event only() {
    try (Store open = Store.openExisting(Path.of(store))) {
      List<Event> events = open.listEvents(Filter.ALL);
      assertThat(events).hasSize(1);
      return events.getFirst();
    }
  }

  private void read(String into, String line) throws IOException {
    Path file = Files.writeString(dir.resolve(Integer.toHexString(line.hashCode()) + ".jsonl"), line + "\n");
    Bench.read(Path.of(into), file);
  }
}
