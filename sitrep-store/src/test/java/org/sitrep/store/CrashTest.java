package org.sitrep.store;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is killed while it writes loses nothing it has acknowledged and tears no document. */
class CrashTest {

  private static final int ROUNDS = 3;
  private static final int PER_ROUND = 25;

  @TempDir Path dir;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void killedWhileWriting() throws Exception {
    Path file = dir.resolve("crash.duckdb");
    int acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = writeAndKill(file, acknowledged + PER_ROUND * 10);
      try (Store store = Store.open(file)) {
        List<StoredDocument.Head> found = store.listDocuments();
        assertThat(found).allMatch(d -> d.claims() == Writer.CLAIMS && d.comments() == 1);
        String last = "doc" + acknowledged;
        assertThat(found).extracting(StoredDocument.Head::doc).contains(last);
        assertThat(found).hasSizeGreaterThanOrEqualTo((round + 1) * PER_ROUND);
        assertThat(store.findDocument(last).orElseThrow().blocks()).hasSize(2);
      }
    }
  }

  /** Gives the number of the last document that the writer said was safe. */
  private static int writeAndKill(Path file, int first) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                file.toString(),
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = -1;
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      String line = null;
      for (int i = 0; i < PER_ROUND && (line = out.readLine()) != null; i++) {
        last = Integer.parseInt(line);
      }
      writer.toHandle().destroyForcibly();
      while ((line = out.readLine()) != null) {
        last = Integer.parseInt(line);
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    assertThat(last).as("the last document that was acknowledged").isGreaterThanOrEqualTo(first);
    return last;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void aSecondProcessIsToldThatTheStoreIsInUse() throws Exception {
    Path file = dir.resolve("locked.duckdb");
    try (Store store = Store.open(file)) {
      assertThat(store.listDocuments()).isEmpty();
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  file.toString(),
                  "1")
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).contains("in use by another process");
      assertThat(second.waitFor()).isNotZero();
    }
  }
}
