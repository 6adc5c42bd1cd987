package org.sitrep.gazetteer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Dumps that are broken: file and line, good rows kept, bad files refused, what was there stays. */
class BadDumpsTest {

  private static final String HEAD = "id,name,lat,lon\n";
  private static final String GOOD = "a,Alfaton,35,40\nb,Betaton,35.1,40\nc,Gammaton,35.2,40\n";

  @TempDir private Path dir = Path.of("");
  @SuppressWarnings("NullAway.Init") // before each test
  private ImportBench bench;

  @BeforeEach
  void home() {
    bench = new ImportBench(dir);
  }

  private void rejected(String row, String message) {
    Gazetteer.Imported imported = bench.file("towns.csv", HEAD + GOOD + row).run();
    assertThat(imported.refused()).isEmpty();
    assertThat(imported.counts().rejected()).isEqualTo(1);
    assertThat(imported.counts().rejects()).singleElement().asString().endsWith(message);
    assertThat(bench.rows()).hasSize(3);
  }

  private void refused(ImportBench with, String message) {
    Gazetteer.Imported imported = with.run();
    assertThat(imported.refused()).isPresent().get().asString().contains(message);
    assertThat(imported.written()).isEmpty();
  }

  @Test
  void A01_aRowCutOff() {
    rejected("d,Delta", "towns.csv:5: 2 columns where the header has 4");
  }

  @Test
  void A02_anIdUsedTwice() {
    rejected("a,Another,35,41\n", "towns.csv:5: the id towns:a is used before, on line 2");
  }

  @Test
  void A03_coordinatesOutOfRange() {
    rejected("d,Deltaton,95.5,40\n", "towns.csv:5: latitude 95.5 is not between -90 and 90");
    rejected("d,Deltaton,35,-181\n", "towns.csv:5: longitude -181.0 is not between -180 and 180");
  }

  @Test
  void A04_noNumber() {
    rejected("d,Deltaton,north,40\n", "towns.csv:5: no number for the latitude of Deltaton");
    rejected("d,Deltaton,NaN,40\n", "towns.csv:5: no number for the latitude of Deltaton");
  }

  @Test
  void A05_aNameOfOneLetterOrOfThousands() {
    rejected("d,D,35,40\n", "towns.csv:5: a name of 1 letter (\"D\"); a name has 2 to 100");
    rejected("d," + "Delta".repeat(2000) + ",35,40\n", "towns.csv:5: a name of 10000 letters (\"DeltaDeltaDeltaDelta...\"); a name has 2 to 100");
    rejected("d,,35,40\n", "towns.csv:5: a name of 0 letters (\"\"); a name has 2 to 100");
  }

  @Test
  void A06_aNameThatIsNotInUtf8() {
    byte[] text = (HEAD + GOOD + "d,Delt\u00e9ton,35,40\n").getBytes(StandardCharsets.ISO_8859_1);
    Gazetteer.Imported imported = bench.bytes("towns.csv", text).run();
    assertThat(imported.counts().rejects()).singleElement().asString().contains("towns.csv:5: the name is not written in UTF-8");
  }

  @Test
  void A07_aRadiusThatIsNone() {
    Gazetteer.Imported imported =
        bench.file("towns.csv", "id,name,lat,lon,km\na,Alfaton,35,40,2\nb,Betaton,35.1,40,2\nc,Gammaton,35.2,40,1e999\n").run();
    assertThat(imported.counts().rejects()).singleElement().asString().contains("towns.csv:4: a radius of Infinity km");
  }

  @Test
  void A08_aShapeOffTheEarth() {
    String shape = "{\"type\":\"Feature\",\"properties\":{\"name\":\"%s\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[%s,35],[41,35]]}}";
    String good = shape.formatted("Alfaroad", "40") + "," + shape.formatted("Betaroad", "40.5");
    Gazetteer.Imported imported = bench.file("lines.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[" + good + "," + shape.formatted("Gammaroad", "-1e7") + "]}").run();
    assertThat(imported.counts().rejects()).singleElement().asString().contains("a position is off the earth");
  }

  @Test
  void A09_numbersThatOnlyAProgramReads() {
    rejected("d,Deltaton,0x1p3,40\n", "towns.csv:5: no number for the latitude of Deltaton");
    rejected("d,Deltaton,35d,40\n", "towns.csv:5: no number for the latitude of Deltaton");
  }

  @Test
  void A10_anIdOfThousands() {
    rejected("d" + "x".repeat(5000) + ",Deltaton,35,40\n", "towns.csv:5: an id of 5007 characters; the longest that is taken has 100");
  }

  @Test
  void A11_marksThatOnlyTurnTheWritingAreNoPartOfAName() {
    bench.file("towns.csv", HEAD + "d,\u200fDel\u202ata\u202cton\u200e,35,40\n").run();
    assertThat(bench.rows()).singleElement().asString().contains(",Deltaton,");
  }

  @Test
  void B01_moreThanHalfBad() {
    bench.file("towns.csv", HEAD + GOOD).run();
    refused(bench.file("towns.csv", HEAD + "a,Alfaton,35,40\nb,Betaton,135,40\nc,C,35,40\n"), "towns.csv: 2 of 3 records cannot be used");
    assertThat(bench.rows()).as("the old file").hasSize(3);
  }

  @Test
  void B02_wrongColumns() {
    refused(bench.file("ZZ.txt", "9001\tAlfaton\t35\t40\n9002\tBetaton\t35\t40\n"), "ZZ.txt:1: the format cannot be told from the first line, of 4 columns");
    refused(bench.file("ZZ.txt", "9001\tAlfaton\t35\t40\n".repeat(2000)).as("geonames"), "none of the first 1000 records can be used");
    refused(bench.file("towns.csv", "name,place\nAlfaton,somewhere\n").as("csv"), "towns.csv:1: the header names no column");
    refused(bench.file("gns.txt", "UFI\tNAME\n1\tAlfaton\n").as("gns"), "gns.txt:1: no column \"full_name_ro\"");
  }

  @Test
  void B03_anEmptyFile() {
    refused(bench.file("towns.csv", ""), "towns.csv: the file is empty");
    refused(bench.file("towns.csv", HEAD).as("csv"), "towns.csv: no record in it");
  }

  @Test
  void B04_jsonCutOff() {
    refused(
        bench.file("a.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"Alfa"),
        "a.geojson:2: not JSON, or cut off");
  }

  @Test
  void B05_aGzipFileCutOff() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(ImportersTest.GEONAMES.repeat(3).getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = gzip.toByteArray();
    refused(bench.bytes("a.txt.gz", Arrays.copyOf(whole, whole.length - 20)).as("geonames"), "a.txt.gz: the compressed file is cut off");
  }

  @Test
  void B05b_anArchiveOfSeveralTables() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      for (String name : List.of("adm1.csv", "adm2.csv", "readme.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write((HEAD + GOOD).getBytes(StandardCharsets.UTF_8));
      }
    }
    refused(bench.bytes("towns.zip", zip.toByteArray()), "towns.zip: the archive holds several tables (adm1.csv, adm2.csv); unpack it");
  }

  @Test
  void B06a_luaExpressionsThatAreNoConstantsArePassedOver() {
    String lua = "return { { lat = 35.5, lon = 40.5, mark = marks[1]['red'], label = \"Alfaton\" }, { lat = 35.6, lon = 40.6, label = names[\"b\"] or \"B\" } }";
    bench.file("map.lua", lua).country("ZZ").run();
    assertThat(bench.rows()).anyMatch(r -> r.contains("Alfaton"));
  }

  @Test
  void B06_luaCutOff() {
    refused(bench.file("m.lua", "return {\n { lat = \"1\", long = \"2\", label = \"Alfa\""), "m.lua:2: a table is not closed");
    refused(bench.file("m.lua", "return {\n { lat = \"1\", long = \"2\", label = \"Alfa },\n}"), "m.lua:2: a string is not closed");
    refused(bench.file("m.lua", "return { lat = 1, long = 2, ] }"), "m.lua:1: \"]\" where a field of a table is expected");
  }

  @Test
  void B06b_luaKeysInOneAnotherWithoutEnd() {
    refused(bench.file("keys.lua", "return { markers = {" + "[{".repeat(100_000) + " lat=\"35\", long=\"40\"").as("wikipedia"), "in more than 100 others");
  }

  @Test
  void B07_oneBadFileOfSeveral() {
    bench.file("towns.csv", HEAD + GOOD).run();
    refused(bench.file("more.csv", HEAD + "x,Xiton,35,40\n").file("bad.csv", HEAD + "y,Y,35,40\n"), "bad.csv: 1 of 1 records cannot be used");
    assertThat(bench.rows()).as("the old file").hasSize(3);
  }

  @Test
  void B08_nothingIsLeftBeside() throws IOException {
    refused(bench.file("towns.csv", HEAD + "c,C,35,40\n"), "1 of 1 records");
    try (var files = Files.walk(dir.resolve("knowledge"))) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.endsWith(".part"));
    }
  }

  @Test
  void C01_onlyTheFirstBadRowsAreListed() {
    StringBuilder rows = new StringBuilder(HEAD);
    for (int i = 0; i < 60; i++) {
      rows.append(i).append(",Town of ").append((char) ('a' + i % 26)).append(",").append(i % 2 == 0 ? "35" : "135").append(",40\n");
    }
    Gazetteer.Imported imported = bench.file("towns.csv", rows.toString()).run();
    assertThat(imported.counts().rejected()).isEqualTo(30);
    assertThat(imported.counts().rejects()).hasSize(20);
    assertThat(bench.rows()).hasSize(30);
  }
}
