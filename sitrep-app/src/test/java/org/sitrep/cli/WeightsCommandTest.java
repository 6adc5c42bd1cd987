package org.sitrep.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sitrep weights}: the table as it is, and fitted on a store too small for it. */
class WeightsCommandTest {

  @TempDir Path scratch;

  @Test
  void A01_theTableIsShownWithWhatIsSetByHand() {
    assertThat(Bench.run("weights").out())
        .containsPattern("same_day +\\+7\\.1 bits +m 0\\.6200 +u 0\\.0045")
        .containsPattern("next_day .*by hand");
    assertThat(Bench.run("weights", "--json").out()).contains("\"schema_version\":1", "\"level\":\"same_day\"");
  }

  @Test
  void B01_aStoreTooSmallKeepsEveryLevelAndSaysSo() {
    String store = scratch.resolve("s.duckdb").toString();
    Bench.run("read", Path.of(System.getProperty("sitrep.home"), "demo/corpus").toString(), "--store", store);
    var run = Bench.run("weights", "--fit", "--store", store);
    assertThat(run.out()).contains("levels:", "# kept: too few pairs");
    assertThat(run.err()).anyMatch(line -> line.contains("too few pairs to fit anything"));
  }
}
