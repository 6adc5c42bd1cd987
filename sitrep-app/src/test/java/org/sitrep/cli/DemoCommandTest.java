package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The demo's own store. */
class DemoCommandTest {

  @TempDir private Path dir = Path.of("");

  @Test
  void A01_anOlderStoreIsReplacedWhateverItIs() throws IOException {
    Path file = Files.writeString(dir.resolve("demo.duckdb"), "no store that this program reads");
    assertThatThrownBy(() -> Store.openExisting(file)).isInstanceOf(StoreException.class);
    try (Store store = DemoCommand.fresh(file)) {
      assertThat(store.listEvents(Filter.ALL)).isEmpty();
    }
  }
}
