package org.sitrep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** The first run: there is no store yet. */
class ServeCommandTest {

  @TempDir private Path dir = Path.of("");

  @Test
  void A01_whereThereIsNoStoreAnEmptyOneIsServedAndThatIsSaid() throws IOException, InterruptedException {
    Path store = dir.resolve("first.duckdb");
    Process serving =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Main.class.getName(), "serve", "--port", "0", "--store", store.toString())
            .start();
    try (BufferedReader out = serving.inputReader(StandardCharsets.UTF_8);
        BufferedReader err = serving.errorReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).startsWith("http://127.0.0.1:");
      String said = err.readLine();
      while (said != null && !said.contains("store")) {
        said = err.readLine();
      }
      assertThat(said).contains("first.duckdb is a new store, and empty: read documents on the page");
    } finally {
      serving.destroy();
      serving.waitFor();
    }
    try (Store made = Store.openExisting(store)) {
      assertThat(made.listDocuments()).isEmpty();
    }
  }

  @Test
  void B01_whereNoneCanBeMadeThatIsSaid() {
    Bench.Result result = Bench.run("serve", "--port", "0", "--store", dir.resolve("no/such.duckdb").toString());
    assertThat(result.exit()).isEqualTo(Exit.USAGE);
    assertThat(result.err()).singleElement().asString().contains("there is no directory");
  }
}
