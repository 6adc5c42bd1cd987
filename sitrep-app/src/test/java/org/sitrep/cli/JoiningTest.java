package org.sitrep.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Claim;
import org.sitrep.control.LedgerChange;
import org.sitrep.desk.Joining;
import org.sitrep.event.Event;
import org.sitrep.store.Filter;
import org.sitrep.store.Fusing;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said where all events are made anew, and that it makes no difference. */
class JoiningTest {

  private static final List<List<Claim>> WAR = JoiningTrial.documents(300);

  @TempDir Path dir;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(dir.resolve("t.duckdb"));
    store.beginRun(List.of("war"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a01_theFirstTimeThereAreNoneToStartFrom() {
    save(0, 1);
    assertThat(bring(1)).isEqualTo("all events are made anew: there are none to start from\n");
    assertThat(bring(1)).isEmpty();
  }

  @Test
  void a02_ofFewClaimsNothingIsSaid() {
    save(0, 1);
    assertThat(bring(1000)).isEmpty();
    assertThat(store.countEvents()).isPositive();
  }

  @Test
  void a03_tooManyClaimsCame() {
    save(0, 2);
    bring(1);
    save(2, 3);
    assertThat(bring(1)).isEqualTo("all events are made anew: 5 claims came or went beside 10, more than one in 20\n");
  }

  @Test
  void a04_otherPacks() {
    save(0, 2);
    bring(1);
    store.fusing().replace(
        new Fusing.Update(store.listEvents(Filter.ALL), Set.of(), Map.of(), Map.of(), LedgerChange.NOTHING),
        "others");
    save(2, 3);
    assertThat(bring(1)).isEqualTo("all events are made anew: the packs or the method have changed\n");
  }

  @Test
  void b01_documentByDocumentGivesTheEventsAndTheLedgerOfAllAtOnce() {
    save(0, 40);
    bring(1);
    for (int i = 40; i < 55; i++) {
      save(i, i + 1);
      assertThat(bring(1)).isEmpty();
    }
    List<Event> one = store.listEvents(Filter.ALL);
    assertThat(one).isEqualTo(Bench.pipeline().events(store.listClaims(Filter.ALL)).events());
    assertThat(one.stream().mapToInt(e -> e.claims().size()).sum()).isEqualTo(5 * 55);
    assertThat(store.listControl())
        .isNotEmpty()
        .map(Object::toString)
        .map(e -> e.replaceAll("read=[^ ]+", "read"))
        .isEqualTo(
            Bench.pipeline().assessment().entries(store.listClaims(Filter.ALL)).stream()
                .map(e -> e.toString().replaceAll("read=[^ ]+", "read"))
                .toList());
  }

  private void save(int from, int to) {
    for (List<Claim> document : WAR.subList(from, to)) {
      Claim first = document.getFirst();
      store.save(JoiningTrial.page(first.doc(), first.digest()), document, List.of());
    }
  }

  private String bring(int worthSaying) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(err), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    Joining.bring(Bench.pipeline(), store, console::say, worthSaying);
    return err.toString(StandardCharsets.UTF_8);
  }
}
