package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sitrep gazetteer}: on a copy of the knowledge without its villages, and on the bundled one. */
class GazetteerCommandTest {

  @TempDir private Path home = Path.of("");

  private void copyKnowledge() throws IOException {
    Path from = Bench.HOME.resolve("knowledge");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.toString().contains("villages")).toList()) {
        Path to = home.resolve("knowledge").resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text).toString();
  }

  @Test
  void A01_fromATableToALookUp() throws IOException {
    copyKnowledge();
    String towns = file("towns.csv", "name,lat,lng,type\nQuxville,41.5,-3.25,town\nBarfoo air base,41.75,-3.5,\n");
    Bench.Result imported = Bench.runAt(home, "gazetteer", "import", towns, "--pack", "trial", "--country", "es");
    assertThat(imported.err()).singleElement().asString().contains("there was no pack \"trial\" before");
    assertThat(imported.exit()).isEqualTo(Exit.OK);
    assertThat(imported.out())
        .contains("2 records: 2 places (ES 2); 0 there already, 0 not wanted, 0 rejected")
        .contains("written: knowledge/trial/places/towns.csv");
    Bench.Result found = Bench.runAt(home, "gazetteer", "lookup", "quxville", "--near", "Madrid", "--json");
    assertThat(found.exit()).isEqualTo(Exit.OK);
    assertThat(found.out())
        .contains("\"name\":\"Quxville\"").contains("\"feature\":\"town\"").contains("\"lat\":41.5").contains("\"country\":\"ES\"")
        .contains("\"distance_km\":").contains("\"step\":\"exact\"");
    Bench.Result built = Bench.runAt(home, "gazetteer", "build", "--into", home.resolve("places.bin").toString());
    assertThat(built.out()).containsPattern("\\d+ places .* \\d+ names, \\d+ keys, [\\d.]+ MB").contains("trial 2");
    assertThat(home.resolve("places.bin")).isNotEmptyFile();
  }

  @Test
  void A02_rejectsAreListedAndTheRestKept() throws IOException {
    copyKnowledge();
    String towns = file("towns.csv", "name,lat,lon\nQuxville,41.5,-3.25\nQ,41.5,-3.25\nBarville,41.5,-3\n");
    Bench.Result imported = Bench.runAt(home, "gazetteer", "import", towns, "--pack", "trial");
    assertThat(imported.exit()).isEqualTo(Exit.REJECTS);
    assertThat(imported.err()).hasSize(2).anyMatch(l -> l.contains("towns.csv:3: a name of 1 letter")).anyMatch(l -> l.contains("there was no pack"));
    assertThat(imported.out()).contains("2 places").contains("1 rejected");
  }

  @Test
  void A03_aBadFileChangesNothing() throws IOException {
    copyKnowledge();
    String bad = file("towns.csv", "name,lat,lon\nQuxville,141.5,-3.25\n");
    Bench.Result imported = Bench.runAt(home, "gazetteer", "import", bad, "--pack", "trial");
    assertThat(imported.exit()).isEqualTo(Exit.REJECTS);
    assertThat(imported.out()).isEmpty();
    assertThat(imported.err()).last().asString().contains("nothing was written; the gazetteer is as it was");
    assertThat(home.resolve("knowledge/trial")).doesNotExist();
  }

  @Test
  void A03b_aFileThatIsThereIsReplacedOnlyWhenAsked() throws IOException {
    copyKnowledge();
    String towns = file("towns.csv", "name,lat,lon\nQuxville,41.5,-3.25\n");
    assertThat(Bench.runAt(home, "gazetteer", "import", towns, "--pack", "trial").exit()).isEqualTo(Exit.OK);
    Path written = home.resolve("knowledge/trial/places/towns.csv");
    String first = Files.readString(written);
    file("towns.csv", "name,lat,lon\nBarville,41.5,-3\n");
    Bench.Result again = Bench.runAt(home, "gazetteer", "import", towns, "--pack", "trial");
    assertThat(again.exit()).isEqualTo(Exit.REJECTS);
    assertThat(again.err()).first().asString().contains("towns.csv: there is such a file already; replace it with --replace");
    assertThat(Files.readString(written)).isEqualTo(first);
    assertThat(Bench.runAt(home, "gazetteer", "import", towns, "--pack", "trial", "--replace").exit()).isEqualTo(Exit.OK);
    assertThat(Files.readString(written)).contains("Barville").doesNotContain("Quxville");
  }

  @Test
  void A04_whatIsAskedWrongly() throws IOException {
    String towns = file("towns.csv", "name,lat,lon\nQuxville,41.5,-3.25\n");
    for (List<String> wrong : List.of(
        List.of("--pack", "../trial"), List.of("--pack", "trial", "--as", "excel"), List.of("--pack", "trial", "--country", "ESP"),
        List.of("--pack", "trial", "--name", "../towns"), List.of("--pack", "trial", "--features", "HAMLET"), List.<String>of())) {
      String[] args = Stream.concat(Stream.of("gazetteer", "import", towns), wrong.stream()).toArray(String[]::new);
      assertThat(Bench.runAt(home, args).exit()).as(wrong.toString()).isEqualTo(Exit.USAGE);
    }
    assertThat(Bench.runAt(home, "gazetteer", "import", "nowhere.txt", "--pack", "trial").err()).first().asString()
        .contains("nowhere.txt: no such file");
    assertThat(Bench.runAt(home, "gazetteer").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void B01_lookUpOnTheBundledPacks() {
    Bench.Result found = Bench.run("gazetteer", "lookup", "Dier Ezzor", "--country", "SY", "--near", "Mayadin");
    assertThat(found.out().lines().findFirst()).isPresent().get().asString().startsWith("generic").contains("Deir ez-Zor").contains("km off");
    assertThat(Bench.run("gazetteer", "lookup", "Manarat Shabak").out()).contains("IQ Nineveh");
    assertThat(Bench.run("gazetteer", "lookup", "Xyzzyville").exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(Bench.run("gazetteer", "lookup", "Homs", "--near", "Xyzzyville").exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void B02_explainShowsEveryStepAndTheChoice() {
    String shown = Bench.run("gazetteer", "explain", "DeZ", "--near", "Mayadin").out();
    assertThat(shown).contains("exact \"dez\": ").contains("abbreviation \"dez\": 1 more, given by {gn:170794=place-names.csv:").contains("exonym \"dez\": no row of place-names gives this name").contains("resolved: Deir ez-Zor (gn:170794)");
    assertThat(Bench.run("gazetteer", "explain", "Jerbulas", "--near", "Manbij").out()).contains("skeleton \"jrbls\": ").contains("resolved: Jarabulus");
    assertThat(Bench.run("gazetteer", "explain", "Taibah", "--near", "Deir Ezzor").out())
        .contains("dropped: too far from what is named");
    assertThat(Bench.run("gazetteer", "explain", "Xyzzy").out()).contains("dropped: in a country that is not spoken of");
    assertThat(Bench.run("gazetteer", "explain", "Xyzzyville").out()).contains("exact \"xyzzyville\": nothing").contains("only in context: give a place to be near to");
  }
}
