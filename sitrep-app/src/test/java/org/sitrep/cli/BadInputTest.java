package org.sitrep.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.flow.Issue.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What cannot be read: one clear line, a stored issue, the right exit code, and nothing lost. */
class BadInputTest {

  private static final String GOOD =
      "{\"doc\":\"%s\",\"text\":\"The army said that it captured the village of %s on Monday.\"}\n";

  @TempDir private Path dir = Path.of("");
  private Path store = Path.of("");

  @BeforeEach
  void oneDocumentIsThere() throws IOException {
    store = dir.resolve("t.duckdb");
    Bench.Read read = Bench.read(store, file("first.jsonl", GOOD.formatted("first", "Qarah")));
    assertThat(read.exit()).isEqualTo(Exit.OK);
    assertThat(read.err()).isEmpty();
  }

  @Test
  void A01_aMissingPath() {
    rejects(Exit.NO_INPUT, Kind.MISSING, "nowhere.txt: no such file or directory", dir.resolve("nowhere.txt"));
  }

  @Test
  void A02_aDirectoryWithoutFiles() throws IOException {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    rejects(Exit.NO_INPUT, Kind.MISSING, "empty: no file in this directory", empty);
  }

  @Test
  void A03_aDirectoryOfForeignFiles() throws IOException {
    Path pictures = Files.createDirectory(dir.resolve("pictures"));
    Files.write(pictures.resolve("a.jpg"), new byte[] {1, 2, 3});
    rejects(Exit.NO_INPUT, Kind.UNSUPPORTED, "a.jpg: not a format that is read: .txt", pictures);
  }

  @Test
  void A04_aFileThatMayNotBeRead() throws IOException {
    Path secret = file("secret.txt", "The army captured Qarah.");
    assumeTrue(secret.toFile().setReadable(false) && !Files.isReadable(secret), "this user may read everything");
    rejects(Exit.NO_INPUT, Kind.MISSING, "secret.txt: may not be read", secret);
  }

  @Test
  void B01_anEmptyFile() throws IOException {
    rejects(Exit.REJECTS, Kind.EMPTY, "empty.txt: the file is empty", file("empty.txt", ""));
    rejects(Exit.REJECTS, Kind.EMPTY, "blank.txt: nothing but white space", file("blank.txt", " \n\n"));
    rejects(Exit.REJECTS, Kind.EMPTY, "blank.jsonl: no record in it", file("blank.jsonl", " \n\n"));
  }

  @Test
  void B02_binary() throws IOException {
    Path binary = dir.resolve("binary.txt");
    byte[] noise = new byte[4000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i * 31 % 29);
    }
    Files.write(binary, noise);
    rejects(Exit.REJECTS, Kind.BINARY, "binary.txt: binary: a NUL at byte 0", binary);
    rejects(Exit.REJECTS, Kind.BINARY, "nul.txt: binary: a NUL at byte 8", file("nul.txt", "The army\0captured Qarah."));
  }

  @Test
  void B03_brokenUtf8IsReadWithAWarning() throws IOException {
    Path broken = dir.resolve("broken.txt");
    byte[] sound = "A headline about nothing\n\nThe army captured Qarah, résumé, café, said X.\n".getBytes(StandardCharsets.UTF_8);
    sound[sound.length - 3] = (byte) 0xFF;
    Files.write(broken, sound);
    Bench.Read read = Bench.read(store, broken);
    assertThat(read.exit()).isEqualTo(Exit.OK);
    assertThat(read.err()).singleElement().asString().contains("broken.txt:3: broken UTF-8 at byte ");
    assertThat(read.issues()).anyMatch(i -> i.kind() == Kind.ENCODING && i.position() == 3);
    assertThat(read.docs()).containsExactly("first", "broken");
  }

  @Test
  void B04_linesThatAreNoRecord() throws IOException {
    String lines = GOOD.formatted("a", "Qarah") + "not json\n{\"doc\":\"x\"}\n[1]\n" + GOOD.formatted("b", "Sadad");
    Bench.Read read = Bench.read(store, file("mixed.jsonl", lines));
    assertThat(read.exit()).isEqualTo(Exit.REJECTS);
    assertThat(read.docs()).containsExactly("first", "a", "b");
    assertThat(read.err()).hasSize(3);
    assertThat(read.err().get(0)).contains("mixed.jsonl:2: not JSON at character 1");
    assertThat(read.err().get(1)).contains("mixed.jsonl:3: a record without text or html");
    assertThat(read.err().get(2)).contains("mixed.jsonl:4: not a JSON object");
    assertThat(read.issues()).filteredOn(i -> i.kind().rejects()).extracting(i -> i.position()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void B06_anEventTypeThatThereIsNot() throws IOException {
    Bench.read(store, file("good.jsonl", GOOD.formatted("a", "Qarah")));
    Bench.Result result = Bench.run("claims", "--type", "conquest", "--store", store.toString());
    assertThat(result.exit()).isEqualTo(Exit.USAGE);
    assertThat(result.err()).anyMatch(l -> l.contains("no event type \"conquest\"") && l.contains("capture"));
  }

  @Test
  void B07_aPlaceOfNoGazetteerIsAnIssueAndNoReject() throws IOException {
    Bench.Read read = Bench.read(store, file("nowhere.jsonl", GOOD.formatted("a", "the village of Vexborough")));
    assertThat(read.exit()).isEqualTo(Exit.OK);
    assertThat(read.issues()).filteredOn(i -> i.kind() == Kind.PLACE)
        .extracting(i -> i.message()).contains("\"Vexborough\" has no coordinates: unknown name");
  }

  @Test
  void B05_aGzipThatBreaksOff() throws IOException {
    byte[] whole = gzip(GOOD.formatted("a", "Qarah") + noise());
    Path cut = dir.resolve("cut.jsonl.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Bench.Read read = Bench.read(store, cut);
    assertThat(read.exit()).isEqualTo(Exit.REJECTS);
    assertThat(read.docs()).containsExactly("first", "a");
    assertThat(read.err()).last().asString().contains("cut.jsonl.gz:2: the gzip breaks off in this line");
  }

  @Test
  void B06_noGzipAtAll() throws IOException {
    rejects(Exit.REJECTS, Kind.MALFORMED, "plain.jsonl.gz: not gzip", file("plain.jsonl.gz", "plain text"));
  }

  @Test
  void C01_aLineOfTenMegabytes() throws IOException {
    String text = "The army captured Qarah on Monday. ".repeat(300_000);
    rejects(Exit.REJECTS, Kind.TOO_LARGE, "line.jsonl:1: 10,500,000 characters; the limit for one text is",
        file("line.jsonl", "{\"text\":\"" + text + "\"}\n"));
    rejects(Exit.REJECTS, Kind.TOO_LARGE, "line.txt: 10,500,000 characters", file("line.txt", text));
  }

  @Test
  void C02_twoHundredMegabytes() throws IOException {
    rejects(Exit.REJECTS, Kind.TOO_LARGE, "big.txt: 200,000,000 bytes; the limit for one document is", sparse("big.txt"));
    rejects(Exit.REJECTS, Kind.TOO_LARGE, "big.jsonl:1: 200,000,000 bytes", sparse("big.jsonl"));
  }

  @Test
  void C03_aFileOfBadLinesIsLeftOutSoon() throws IOException {
    Bench.Read read = Bench.read(store, file("prose.jsonl", "The army captured Qarah.\n".repeat(5_000)));
    assertThat(read.exit()).isEqualTo(Exit.REJECTS);
    assertThat(read.err()).hasSize(101).last().asString()
        .contains("prose.jsonl:100: nothing up to here could be read; the rest of the file was left out");
  }

  @Test
  void C04_badLinesOfASoundFileAreCounted() throws IOException {
    Bench.Read read = Bench.read(store, file("half.jsonl", GOOD.formatted("a", "Qarah") + "no\n".repeat(500)));
    assertThat(read.docs()).containsExactly("first", "a");
    assertThat(read.err()).hasSize(101).last().asString().contains("half.jsonl:501: 400 more lines up to here were left out");
  }

  @Test
  void D01_noStoreAndAStoreOfAnotherKind() throws IOException {
    Path other = file("other.duckdb", "not a store");
    refuses(Exit.STORE, "other.duckdb: no sitrep store", other);
    assertThat(other).hasContent("not a store");
    refuses(Exit.NO_INPUT, "none.duckdb: no such store", dir.resolve("none.duckdb"));
    refuses(Exit.USAGE, ": a directory, no store", dir);
    assertThat(Bench.run("read", "x", "--store", dir.resolve("no/such.duckdb").toString()).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void D02_aStoreOfAnotherVersion() throws Exception {
    try (java.sql.Connection db = java.sql.DriverManager.getConnection("jdbc:duckdb:" + store);
        java.sql.Statement s = db.createStatement()) {
      s.execute("UPDATE meta SET value = '999' WHERE key = 'schema_version'");
    }
    refuses(Exit.STORE, "t.duckdb: a store of version 999, this program reads version", store);
  }

  @Test
  void D03_aStoreInUse() throws Exception {
    Process serving =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "serve", "--port", "0", "--store", store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = serving.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("http://127.0.0.1:");
      refuses(Exit.STORE, "t.duckdb: in use by another process", store);
    } finally {
      serving.destroy();
      serving.waitFor();
    }
    assertThat(Bench.run("claims", "--store", store.toString()).out()).contains("CAPTURE");
  }

  private void rejects(int exit, Kind kind, String line, Path input) {
    Bench.Read read = Bench.read(store, input);
    assertThat(read.exit()).isEqualTo(exit);
    assertThat(read.err()).singleElement().asString().startsWith("sitrep: ").contains(line);
    assertThat(read.issues())
        .filteredOn(i -> read.err().getFirst().equals("sitrep: " + i))
        .singleElement().extracting(i -> i.kind()).isEqualTo(kind);
    assertThat(read.docs()).containsExactly("first");
    assertThat(read.claims()).isEqualTo(1);
  }

  @Test
  void F01_twoVersionsWithoutATimeGiveTheSameEventsWhicheverIsReadFirst() throws IOException {
    String record = "{\"doc\":\"n\",\"url\":\"https://outlet.example/n/1\",\"published\":\"2018-03-04\",\"text\":\"%s\"}\n";
    Path one = file("one.jsonl", record.formatted("Rebels captured the town of Maadan on Friday. Five soldiers were killed."));
    Path two = file("two.jsonl", record.formatted("Rebels captured the town of Manbij on Friday. Eight soldiers were killed."));
    Path other = dir.resolve("other.duckdb");
    Path another = dir.resolve("another.duckdb");
    assertThat(Bench.read(other, one, two).exit()).isEqualTo(Exit.OK);
    assertThat(Bench.read(another, two, one).exit()).isEqualTo(Exit.OK);
    for (String command : java.util.List.of("events", "claims", "issues")) {
      String out = Bench.run(command, "--json", "--store", other.toString()).out();
      assertThat(out).isNotEmpty().isEqualTo(Bench.run(command, "--json", "--store", another.toString()).out());
    }
    assertThat(Bench.run("issues", "--store", other.toString()).out()).contains("versions carry no time of fetching; taken in the order of their file names");
  }

  private static void refuses(int exit, String line, Path store) {
    Bench.Result result = Bench.run("events", "--store", store.toString());
    assertThat(result.exit()).isEqualTo(exit);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).singleElement().asString().startsWith("sitrep: ").contains(line);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(dir.resolve(name), content);
  }

  private Path sparse(String name) throws IOException {
    Path file = dir.resolve(name);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(200_000_000);
    }
    return file;
  }

  /** A long line that gzip cannot shorten much. */
  private static String noise() {
    StringBuilder noise = new StringBuilder();
    new java.util.Random(1).ints(200_000, ' ', '~').forEach(c -> noise.append((char) c));
    return noise.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
