package org.sitrep.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.event.Ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulingsTest {

  @TempDir Path dir;

  private static Ruling about(String source, String letter, int second) {
    return new Ruling(
        Ruling.Subject.SOURCE,
        source,
        letter,
        Optional.of(LocalDate.of(2018, 3, 1)),
        "it was checked against the list of names",
        "the desk",
        Instant.parse("2018-03-02T10:00:00Z").plusSeconds(second));
  }

  @Test
  void a01_rulingsComeBackInTheirOrder() {
    try (Store store = Store.open(dir.resolve("t.duckdb"))) {
      store.addRuling(about("wire", "B", 0));
      store.addRuling(about("wire", "D", 1));
      assertThat(store.listRulings()).containsExactly(about("wire", "B", 0), about("wire", "D", 1));
    }
    try (Store again = Store.openExisting(dir.resolve("t.duckdb"))) {
      assertThat(again.listRulings()).hasSize(2);
    }
  }

  @Test
  void a02_theLatestRulingStandsUntilItIsWithdrawn() {
    try (Store store = Store.open(dir.resolve("t.duckdb"))) {
      store.addRuling(about("wire", "B", 0));
      store.addRuling(about("desk", "C", 1));
      store.addRuling(about("wire", "D", 2));
      assertThat(Ruling.standing(store.listRulings(), Ruling.Subject.SOURCE).values())
          .extracting(Ruling::value)
          .containsExactly("C", "D");
      store.addRuling(about("wire", "", 3));
      assertThat(Ruling.standing(store.listRulings(), Ruling.Subject.SOURCE)).containsOnlyKeys("desk");
      assertThat(Ruling.about(store.listRulings(), Ruling.Subject.SOURCE, "wire")).hasSize(3);
    }
  }

  @Test
  void b01_aRulingWithoutReasonIsRefused() {
    assertThatThrownBy(
            () ->
                new Ruling(
                    Ruling.Subject.EVENT, "e1", "2", Optional.empty(), " ", "the desk", Instant.EPOCH))
        .hasMessageContaining("reason");
  }
}
