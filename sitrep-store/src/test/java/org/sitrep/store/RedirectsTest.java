package org.sitrep.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Redirect.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/** Old ids of events lead to where their claims are now. */
class RedirectsTest {

  private static final List<Claim> ONE = Samples.claims(1, 3);
  private static final List<Claim> TWO = Samples.claims(2, 2);

  @TempDir Path dir;
  private Store store;

  @BeforeEach
  void fill() {
    store = Store.open(dir.resolve("t.duckdb"));
    store.beginRun(List.of("in.jsonl"));
    store.save(Samples.page(1), ONE, List.of());
    store.save(Samples.page(2), TWO, List.of());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a01_anIdThatNoneEverHadLeadsNowhere() {
    replace(event("e1", ONE));
    assertThat(store.findRedirect("e1")).isEmpty();
    assertThat(store.findRedirect("e9")).isEmpty();
    assertThat(store.listRedirects()).isEmpty();
  }

  @Test
  void a02_anEarlierClaimRenames() {
    replace(event("e1", TWO));
    replace(event("e2", List.of(ONE.getFirst(), TWO.get(0), TWO.get(1))));
    assertRedirect("e1", Reason.RENAMED, "e2");
  }

  @Test
  void a03_twoThatMerge() {
    replace(event("e1", ONE), event("e2", TWO));
    replace(event("e1", List.of(ONE.get(0), ONE.get(1), ONE.get(2), TWO.get(0), TWO.get(1))));
    assertRedirect("e2", Reason.MERGED, "e1");
    assertThat(store.findRedirect("e1")).isEmpty();
  }

  @Test
  void a04_oneThatSplits() {
    replace(event("e1", ONE));
    replace(event("e2", ONE.subList(0, 1)), event("e3", ONE.subList(1, 3)));
    assertRedirect("e1", Reason.SPLIT, "e2", "e3");
  }

  @Test
  void a05_oneThatIsWithdrawnSaysWhen() {
    replace(event("e1", ONE), event("e2", TWO));
    replace(event("e2", TWO));
    Redirect gone = store.findRedirect("e1").orElseThrow();
    assertThat(gone.to()).isEmpty();
    assertThat(gone.reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(gone.when()).isAfter(java.time.Instant.now().minusSeconds(600));
  }

  @Test
  void b01_chainsAreFollowedToTheEnd() {
    replace(event("e1", TWO));
    replace(event("e2", TWO));
    replace(event("e3", TWO));
    replace(event("e4", TWO.subList(0, 1)), event("e5", TWO.subList(1, 2)));
    assertRedirect("e1", Reason.RENAMED, "e4", "e5");
    assertRedirect("e3", Reason.SPLIT, "e4", "e5");
  }

  @Test
  void b02_anIdThatComesBackIsAnEventAgainAndNoChainIsALoop() {
    replace(event("e1", TWO));
    replace(event("e2", TWO));
    replace(event("e1", TWO));
    assertThat(store.findRedirect("e1")).isEmpty();
    assertRedirect("e2", Reason.RENAMED, "e1");
    replace(event("e2", TWO));
    assertRedirect("e1", Reason.RENAMED, "e2");
    replace(event("e3", TWO));
    assertRedirect("e1", Reason.RENAMED, "e3");
    assertRedirect("e2", Reason.RENAMED, "e3");
  }

  @Test
  void b03_whatEndsWithdrawnIsWithdrawnFromWhereverItIsAsked() {
    replace(event("e1", TWO));
    replace(event("e2", TWO));
    replace();
    assertRedirect("e1", Reason.WITHDRAWN);
    assertRedirect("e2", Reason.WITHDRAWN);
    assertThat(store.listRedirects()).extracting(Redirect::from).containsExactly("e1", "e2");
  }

  @Test
  void b04_oneHalfMergedTheOtherWithdrawn() {
    replace(event("e1", ONE), event("e2", TWO));
    replace(event("e3", List.of(ONE.get(0), TWO.get(0))));
    assertRedirect("e1", Reason.MERGED, "e3");
    assertRedirect("e2", Reason.MERGED, "e3");
  }

  @Test
  void c01_aNewVersionThatSaysTheSameTakesTheIdOver() {
    replace(event("e1", ONE));
    store.save(Samples.version(1, "digest1b"), Samples.moved(ONE, "digest1b"), List.of());
    replace(event("e7", store.listClaimsOf("digest1b")));
    assertRedirect("e1", Reason.NEW_VERSION, "e7");
  }

  @Test
  void c02_aNewVersionThatSaysItOtherwiseLeadsOn() {
    replace(event("e1", ONE));
    store.save(Samples.version(1, "digest1b"), Samples.edited(ONE, "digest1b"), List.of());
    replace(event("e7", store.listClaimsOf("digest1b")));
    assertRedirect("e1", Reason.EDITED, "e7");
  }

  @Test
  void c03_whatTheNewVersionTellsOfAnotherHappeningTakesNothingOver() {
    replace(event("e1", ONE.subList(0, 1)));
    Claim other = Samples.edited(Samples.claims(1, 6), "digest1b").getLast();
    store.save(Samples.version(1, "digest1b"), List.of(Samples.elsewhere(other)), List.of());
    replace(event("e7", store.listClaimsOf("digest1b")));
    assertRedirect("e1", Reason.WITHDRAWN);
  }

  @Test
  void d01_aChainOfTenThousandLeadsToItsEndFromAnywhere() throws SQLException {
    replace(event("end", ONE));
    int length = 10_000;
    store.close();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + dir.resolve("t.duckdb")); Statement s = db.createStatement()) {
      s.execute("INSERT INTO event_redirects SELECT i + 1000, 'c' || i, CASE WHEN i = " + (length - 1)
          + " THEN 'end' ELSE 'c' || (i + 1) END, 'renamed', TIMESTAMP '2018-01-01' + INTERVAL (i) MINUTE FROM range(" + length + ") t(i)");
      // two ways over every rung of a ladder that leads nowhere
      s.execute("INSERT INTO event_redirects SELECT i + 1000, 'l' || i, 'l' || (i + 1 + k), 'split', TIMESTAMP '2019-01-01' FROM range(60) t(i), range(2) u(k)");
    }
    store = Store.open(dir.resolve("t.duckdb"));
    assertRedirect("c0", Reason.RENAMED, "end");
    assertRedirect("c" + (length - 1), Reason.RENAMED, "end");
    assertThat(store.findRedirect("l0").orElseThrow().reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(store.listRedirects()).hasSize(length + 60).filteredOn(r -> r.to().equals(List.of("end"))).hasSize(length);
  }

  private void replace(Event... events) {
    store.replaceEvents(List.of(events), new ControlLedger(List.of(), List.of()));
  }

  private void assertRedirect(String from, Reason reason, String... to) {
    Redirect found = store.findRedirect(from).orElseThrow();
    assertThat(found.reason()).isEqualTo(reason);
    assertThat(found.to()).containsExactly(to);
  }

  private static Event event(String id, List<Claim> claims) {
    return Samples.event(id, claims);
  }
}
