package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Ruling;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A town that is taken and lost again, as its reader sees it. */
class ControlCommandTest {

  @TempDir private Path dir = Path.of("");

  private Path store() throws IOException {
    Path store = dir.resolve("s.duckdb");
    if (!Files.exists(store)) {
      Path file = dir.resolve("in.jsonl");
      Files.writeString(
          file,
          record("a", "2017-09-24", "The Syrian army and its allies captured Maadan from ISIS on Saturday, the army said.")
              + record("b", "2017-09-26", "The army failed to take Mayadin, a rebel spokesman said.")
              + record("c", "2017-09-30", "The Syrian Observatory for Human Rights said that ISIS recaptured Maadan on 28 September."),
          StandardCharsets.UTF_8);
      Bench.read(store, file);
    }
    return store;
  }

  private static String record(String doc, String day, String text) {
    return JsonMapper.shared().createObjectNode().put("doc", doc).put("publisher", "Wire").put("published", day).put("text", text) + "\n";
  }

  private Bench.Result control(String... args) throws IOException {
    return Bench.run(Stream.concat(Stream.of("control", "--store", store().toString()), Arrays.stream(args)).toArray(String[]::new));
  }

  @Test
  void A01_theLatestDay() throws IOException {
    assertThat(control().out().lines().map(l -> l.replaceAll(" {2,}", "  ")))
        .containsExactly(
            "Maadan  assessed  Islamic State  since 2017-09-28  on the word of Syrian Observatory for Human Rights",
            "Mayadin  claimed  not taken by Syrian Arab Army  as of 2017-09-26  on the word of rebel spokesman");
  }

  @Test
  void A02_anEarlierDayAndWhatWasKnownThen() throws IOException {
    assertThat(control("--at", "2017-09-25").out()).contains("claimed", "Syrian Arab Army").doesNotContain("Islamic State");
    assertThat(control("--at", "2017-09-29", "--known-by", "2017-09-29", "--place", "Maadan").out())
        .contains("Syrian Arab Army").doesNotContain("Islamic State");
    Bench.Result before = control("--at", "2016-01-01");
    assertThat(before.out()).isEmpty();
    assertThat(String.join("\n", before.err())).contains("nothing is told of who held what by then");
  }

  @Test
  void A03_onTheWordOfSome() throws IOException {
    assertThat(control("--according-to", "Syrian Arab Army").out()).contains("Maadan").doesNotContain("Mayadin", "Islamic State");
    assertThat(control("--according-to", "SOHR", "--according-to", "Syrian Arab Army", "--place", "Maadan").out().lines())
        .anyMatch(l -> l.matches("Maadan\\s+Islamic State \\(2017-09-28\\)\\s+Syrian Arab Army \\(2017-09-23\\)"));
    Bench.Result nobody = control("--according-to", "Nobody At All");
    assertThat(nobody.exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(String.join("\n", nobody.err())).contains("nobody called \"Nobody At All\"", "Syrian Observatory for Human Rights");
  }

  @Test
  void A04_theCourseOfAPlace() throws IOException {
    assertThat(control("Maadan").out().lines().map(l -> l.strip().replaceAll(" {2,}", "  ")))
        .containsSequence(
            "all words together  2017-09-23  claimed  Syrian Arab Army", "2017-09-28  assessed  Islamic State");
    assertThat(control("Nowhere").exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(control("Maadan", "--ledger").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void A05_theLedgerAndJson() throws IOException {
    assertThat(control("--ledger", "--place", "Maadan").out().lines()).hasSize(3);
    for (String line : control("--ledger", "--json").out().lines().toList()) {
      JsonNode entry = JsonMapper.shared().readTree(line);
      assertThat(entry.get("schema_version").asInt()).isEqualTo(1);
      assertThat(entry.get("known").asString()).startsWith("2017-09");
    }
    JsonNode state = JsonMapper.shared().readTree(control("--json", "--place", "Maadan").out());
    assertThat(state.get("status").asString()).isEqualTo("assessed");
    assertThat(state.get("belief").get("isis").asDouble()).isGreaterThan(0.5);
  }

  @Test
  void A06_whatIsDatedBefore1900IsListedAndLeftOut() throws IOException {
    Path old = dir.resolve("old.duckdb");
    Path file = dir.resolve("old.jsonl");
    Files.writeString(file, record("a", "2017-09-24", "The Syrian army captured Palmyra on 3 January 1850, the army said."), StandardCharsets.UTF_8);
    Bench.Read read = Bench.read(old, file);
    assertThat(read.issues()).singleElement().asString().contains("dated before 1900", "1850-01-03", "kept as it is");
    Bench.Result none = Bench.run("control", "--store", old.toString());
    assertThat(none.out()).isEmpty();
    assertThat(String.join("\n", none.err())).contains("left out of what follows");
    assertThat(Bench.run("control", "--ledger", "--store", old.toString()).out()).contains("1850-01-03", "Palmyra", "day not believed");
  }

  @Test
  void B01_aRulingWinsAndSaysWhoAndWhy() throws IOException {
    try (Store open = Store.open(store())) {
      String id = open.listControl().getLast().placeKey();
      open.addRuling(
          new Ruling(
              Ruling.Subject.PLACE, id, "contested", Optional.of(LocalDate.of(2017, 9, 28)), "both shown in pictures",
              "the desk", Instant.parse("2017-10-01T00:00:00Z")));
    }
    assertThat(control("--place", "Maadan").out())
        .contains("contested", "ruled by the desk: both shown in pictures; said since: 2017-09-28 taken by Islamic State");
    assertThat(control("--place", "Maadan", "--at", "2017-09-25").out()).contains("claimed").doesNotContain("ruled");
  }
}
