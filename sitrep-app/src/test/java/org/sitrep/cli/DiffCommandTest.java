package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions of one document, from files to what a user sees. */
class DiffCommandTest {

  private static final String HEAD = "Coalition backs new push\n\n";
  private static final String FIRST =
      "The Coalition said on Saturday that the Syrian Democratic Forces will attack ISIS in Deir Ezzor city."
          + " It will give them air support.";
  private static final String SECOND =
      "The Coalition said on Saturday that the Syrian Democratic Forces will attack ISIS in the Khabur River valley."
          + " It will give them air support.";
  private static final String NOTICE = "\n\nCorrection: an earlier version of this statement named another place.";

  @TempDir private Path dir = Path.of("");

  private String store() {
    return dir.resolve("s.duckdb").toString();
  }

  private Path file(String name, String content) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
    return file;
  }

  private static String record(String doc, String text) {
    return JsonMapper.shared().createObjectNode()
            .put("doc", doc)
            .put("publisher", "Task Force")
            .put("published", "2017-09-09")
            .put("text", text)
        + "\n";
  }

  private Bench.Result diff(String... args) {
    return Bench.run(java.util.stream.Stream.concat(
        java.util.stream.Stream.of("diff", "--store", store()), java.util.Arrays.stream(args)).toArray(String[]::new));
  }

  private static List<JsonNode> objects(Bench.Result result) {
    return result.out().lines().map(l -> JsonMapper.shared().readTree(l)).collect(Collectors.toList());
  }

  @Test
  void A01_anotherPlaceWithoutNoticeIsUnannounced() throws IOException {
    Bench.read(dir.resolve("s.duckdb"), file("in.jsonl", record("st", HEAD + FIRST) + record("st", HEAD + SECOND)));
    Bench.Result shown = diff("st");
    assertThat(shown.exit()).isEqualTo(Exit.OK);
    assertThat(shown.out()).contains("UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
    assertThat(diff().out()).startsWith("st  2 versions  UNANNOUNCED  1 changed");
    List<JsonNode> objects = objects(diff("st", "--json"));
    assertThat(objects).allSatisfy(o -> assertThat(o.get("schema_version").asInt()).isEqualTo(1));
    assertThat(objects.getFirst().get("unannounced").asBoolean()).isTrue();
    JsonNode claim = objects.get(1);
    assertThat(claim.get("record").asString()).isEqualTo("claim");
    assertThat(claim.get("slots").get(0).get("slot").asString()).isEqualTo("place");
    assertThat(claim.get("before").get("place").get("name").asString()).isEqualTo("Deir Ezzor");
  }

  @Test
  void A02_withACorrectionLineItIsAnnounced() throws IOException {
    Bench.read(
        dir.resolve("s.duckdb"), file("in.jsonl", record("st", HEAD + FIRST) + record("st", HEAD + SECOND + NOTICE)));
    assertThat(diff("st").out())
        .contains("announced edit", "notice: \"Correction: an earlier version", "place: Deir Ezzor city -> Khabur River valley")
        .doesNotContain("UNANNOUNCED");
    assertThat(objects(diff("--json")).getFirst().get("unannounced").asBoolean()).isFalse();
  }

  @Test
  void A03_twoFilesOfOneNameReadAtDifferentTimes() throws IOException {
    Bench.read(dir.resolve("s.duckdb"), file("monday/statement.txt", HEAD + FIRST));
    Bench.read(dir.resolve("s.duckdb"), file("tuesday/statement.txt", HEAD + SECOND));
    assertThat(diff("statement").out()).contains("UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
  }

  @Test
  void A04_twoWebPagesOfOneName() throws IOException {
    String page = "<html><head><title>Coalition backs new push</title></head><body><article><h1>Coalition backs new push</h1><p>%s</p></article></body></html>";
    Bench.read(dir.resolve("s.duckdb"), file("1/statement.html", page.formatted(FIRST)));
    Bench.read(dir.resolve("s.duckdb"), file("2/statement.html", page.formatted(SECOND)));
    assertThat(diff("statement").out()).contains("UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
  }

  @Test
  void A05_aFileOfAnotherNameWhenSomebodySaysSo() throws IOException {
    Bench.read(dir.resolve("s.duckdb"), file("statement.txt", HEAD + FIRST));
    String later = file("saved-later.md", SECOND).toString();
    assertThat(Bench.run("read", later, "--version-of", "nothing", "--store", store()).exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(Bench.run("read", later, "--version-of", "statement", "--store", store()).exit()).isEqualTo(Exit.OK);
    assertThat(diff("statement").out()).contains("UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
  }

  @Test
  void B01_onlyTheLatestVersionCounts() throws IOException {
    String one = "Rebels clashed with the army near Mayadin on Friday, killing five soldiers.";
    Path file = file("in.jsonl", record("a", one) + record("a", one.replace("five", "seven")) + record("b", one.replace("five", "six")));
    Bench.read(dir.resolve("s.duckdb"), file);
    Bench.Result claims = Bench.run("claims", "--store", store());
    assertThat(claims.out()).contains("killed 7", "killed 6").doesNotContain("killed 5");
    Bench.Result events = Bench.run("events", "--store", store(), "--json");
    assertThat(objects(events)).singleElement().satisfies(e -> assertThat(e.get("claims")).hasSize(2));
    assertThat(Bench.run("export", "--profile", "claims", "--store", store()).out()).doesNotContain("[5,5]");
    Bench.Result all = Bench.run("claims", "--all-versions", "--store", store());
    assertThat(all.out().lines().filter(l -> l.contains("killed 5"))).singleElement().asString().endsWith("(superseded version)");
    assertThat(objects(Bench.run("claims", "--all-versions", "--json", "--store", store())))
        .filteredOn(o -> o.get("superseded").asBoolean())
        .singleElement()
        .satisfies(o -> assertThat(o.get("killed").get(0).asInt()).isEqualTo(5));
    assertThat(Bench.run("report", "--date", "2017-09-08", "--store", store()).out()).contains("Mayadin").doesNotContain("5 soldiers");
  }

  @Test
  void B02_readAgainNothingChanges() throws IOException {
    Path file = file("in.jsonl", record("st", HEAD + FIRST) + record("st", HEAD + SECOND));
    Bench.read(dir.resolve("s.duckdb"), file);
    String before = diff("st").out();
    Bench.read(dir.resolve("s.duckdb"), file);
    assertThat(diff("st").out()).isEqualTo(before);
  }

  @Test
  void C01_trivialEditsAreHiddenUnlessAskedFor() throws IOException {
    Path file = file("in.jsonl", record("st", HEAD + FIRST) + record("st", HEAD + FIRST.replace("support.", "suport !")));
    Bench.read(dir.resolve("s.duckdb"), file);
    Bench.Result shown = diff("st");
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err()).singleElement().asString().isEqualTo("1 trivial edit not shown; --all shows them");
    assertThat(diff("st", "--all").out()).contains("trivial edit", "suport ! (trivial)");
    assertThat(diff().out()).isEmpty();
    assertThat(diff("--all").out()).contains("st  2 versions  trivial");
  }

  @Test
  void C02_chosenVersions() throws IOException {
    Path file = file(
        "in.jsonl", record("st", HEAD + FIRST) + record("st", HEAD + SECOND) + record("st", HEAD + FIRST + " More follows."));
    Bench.read(dir.resolve("s.duckdb"), file);
    assertThat(diff("st", "--from", "1", "--to", "3").out()).contains("no claim changed", "+ More follows.").doesNotContain("place:");
    assertThat(diff("st", "--to", "2").out()).contains("version 1 ").doesNotContain("-> 3");
    assertThat(diff("st", "--from", "2").out()).contains("version 2 ", "-> 3");
    assertThat(diff("st", "--from", "3", "--to", "2").exit()).isEqualTo(Exit.USAGE);
    assertThat(diff("st", "--to", "4").exit()).isEqualTo(Exit.USAGE);
    assertThat(diff("--to", "2").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void D01_noSuchDocumentAndOneVersion() throws IOException {
    Bench.read(dir.resolve("s.duckdb"), file("in.jsonl", record("st", HEAD + FIRST)));
    assertThat(diff("nothing").exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(diff("st").exit()).isEqualTo(Exit.OK);
    assertThat(diff("st").err().getFirst()).startsWith("st: one version only");
    assertThat(diff().err()).containsExactly("no document has several versions");
    assertThat(Bench.run("diff", "--store", dir.resolve("none.duckdb").toString()).exit()).isEqualTo(Exit.NO_INPUT);
  }
}
