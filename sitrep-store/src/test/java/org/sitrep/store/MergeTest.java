package org.sitrep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.entity.Place;
import org.sitrep.event.Redirect;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.mention.Location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two stores become one. */
class MergeTest {

  @TempDir Path dir;

  private Path here() {
    return dir.resolve("here.duckdb");
  }

  private Path there() {
    return dir.resolve("there.duckdb");
  }

  private Store store(Path file, int... pages) {
    Store store = Store.open(file);
    store.beginRun(List.of("in.jsonl"));
    for (int n : pages) {
      store.save(Samples.page(n), Samples.claims(n, n), Samples.issues(n));
    }
    store.endRun(pages.length, 0, 0);
    return store;
  }

  @Test
  void a01_documentsClaimsAndIssuesAreTakenOver() {
    store(there(), 2, 3).close();
    try (Store store = store(here(), 1, 2)) {
      Merged merged = store.merge(there());
      assertThat(merged.documents()).isEqualTo(1);
      assertThat(merged.already()).isEqualTo(1);
      assertThat(merged.claims()).isEqualTo(3);
      assertThat(merged.posts()).isEqualTo(1);
      assertThat(merged.issues()).isEqualTo(1);
      assertThat(merged.moved()).isEmpty();
      assertThat(store.listDocuments()).extracting(StoredDocument.Head::doc).containsExactly("doc1", "doc2", "doc3");
      assertThat(store.listClaims(Filter.ALL)).hasSize(1 + 2 + 3);
      assertThat(store.listClaimsOf("digest3")).isEqualTo(Samples.claims(3, 3));
      assertThat(store.listIssues()).hasSize(3);
      assertThat(store.eventsAreCurrent()).isFalse();
    }
  }

  @Test
  void a02_mergingAgainChangesNothing() {
    store(there(), 2, 3).close();
    try (Store store = store(here(), 1)) {
      store.merge(there());
      store.replaceEvents(List.of(), new ControlLedger(List.of(), List.of()));
      List<Claim> claims = store.listClaims(Filter.ALL);
      Merged again = store.merge(there());
      assertThat(again).isEqualTo(new Merged(0, 2, 0, 0, 0, 0, 0, 0, List.of()));
      assertThat(store.listClaims(Filter.ALL)).isEqualTo(claims);
      assertThat(store.eventsAreCurrent()).isTrue();
    }
  }

  @Test
  void a03_readingGoesOnAfterwards() {
    store(there(), 2).close();
    try (Store store = store(here(), 1)) {
      store.merge(there());
      assertThat(store.save(Samples.page(3), Samples.claims(3, 1), List.of())).isTrue();
      assertThat(store.save(Samples.page(2), Samples.claims(2, 2), List.of())).isFalse();
      assertThat(store.listClaims(Filter.ALL)).extracting(Claim::doc).containsExactly("doc1", "doc2", "doc2", "doc3");
    }
  }

  @Test
  void b01_versionsOfOneDocumentStandInBothStores() {
    try (Store store = store(there(), 2)) {
      store.save(Samples.version(1, "digest1b"), Samples.moved(Samples.claims(1, 2), "digest1b"), List.of());
    }
    try (Store store = store(here(), 1)) {
      store.merge(there());
      assertThat(store.listVersions("doc1")).extracting(StoredDocument.Version::digest)
          .containsExactly("digest1", "digest1b");
      assertThat(store.listClaims(Filter.ALL)).extracting(Claim::digest)
          .containsExactly("digest2", "digest2", "digest1b", "digest1b");
    }
  }

  @Test
  void b02_whenAVersionWasSeenIsTakenOverToo() {
    try (Store store = store(there(), 1)) {
      store.sighted("digest1", Instant.parse("2019-01-01T00:00:00Z"));
    }
    try (Store store = store(here(), 1)) {
      store.save(Samples.version(1, "digest1b"), List.of(), List.of());
      assertThat(store.listVersions("doc1").getLast().digest()).isEqualTo("digest1b");
      assertThat(store.merge(there()).sightings()).isEqualTo(1);
      assertThat(store.listVersions("doc1").getLast().digest()).isEqualTo("digest1");
    }
  }

  @Test
  void c01_authorsOfTwoStoresAreNotMixed() throws Exception {
    store(there(), 2).close();
    try (Store store = store(here(), 1)) {
      store.merge(there());
    }
    List<String> authors = strings(here(), "SELECT author FROM comments ORDER BY digest");
    assertThat(authors).hasSize(2);
    assertThat(authors.get(0)).matches("[0-9a-f]{12}");
    assertThat(authors.get(1)).matches("[0-9a-f]{6}:[0-9a-f]{12}");
  }

  @Test
  void c02_authorsThatComeHomeHaveTheirOwnKeyAgain() throws Exception {
    store(here(), 1).close();
    try (Store store = store(there(), 2)) {
      store.merge(here());
    }
    Path third = dir.resolve("third.duckdb");
    Files.copy(here(), third);
    String before = strings(third, "SELECT author FROM comments").getFirst();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + third);
        Statement s = db.createStatement()) {
      for (String table : List.of("documents", "blocks", "comments", "claims", "versions")) {
        s.execute("DELETE FROM " + table);
      }
    }
    try (Store store = Store.open(third)) {
      assertThat(store.merge(there()).documents()).isEqualTo(2);
    }
    assertThat(strings(third, "SELECT author FROM comments ORDER BY digest").getFirst()).isEqualTo(before);
  }

  @Test
  void c03_whatIsErasedInOneIsErasedInBoth() throws Exception {
    try (Store store = store(there(), 2, 3)) {
      store.threads().erase("https://example.org/1");
      store.save(Samples.page(4), List.of(), List.of());
    }
    try (Store store = store(here(), 1)) {
      store.threads().erase("https://example.org/4");
      Merged merged = store.merge(there());
      assertThat(merged.erased()).isEqualTo(1);
      assertThat(store.threads().find("digest1")).isEmpty();
      assertThat(store.threads().find("digest2")).isPresent();
      assertThat(store.threads().find("digest4")).isEmpty();
      assertThat(store.findDocument("doc1").orElseThrow().text()).doesNotContain("Reader");
      assertThat(store.findDocument("doc4").orElseThrow().text()).doesNotContain("Reader");
    }
  }

  @Test
  void c04_whatIsNoStoreIsRefused() throws Exception {
    for (String name : List.of("notes.txt", "pages.jsonl", "table.csv", "pages.json", "table.parquet", "other.db")) {
      Path file = Files.writeString(dir.resolve(name), "{\"doc\": \"a\", \"text\": \"nothing at all\"}\n".repeat(400));
      try (Store store = store(dir.resolve(name + ".duckdb"), 1)) {
        assertThatThrownBy(() -> store.merge(file)).as(name).isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.VERSION));
      }
    }
  }

  @Test
  void d01_rulingsAreAddedOnce() {
    Ruling ours = ruling("c1", "here");
    Ruling theirs = ruling("c2", "there");
    try (Store store = store(there(), 2)) {
      store.addRuling(ours);
      store.addRuling(theirs);
    }
    try (Store store = store(here(), 1)) {
      store.addRuling(ours);
      assertThat(store.merge(there()).rulings()).isEqualTo(1);
      assertThat(store.listRulings()).containsExactly(ours, theirs);
      assertThat(store.merge(there()).rulings()).isZero();
    }
  }

  @Test
  void d03_rulingsThatComeAloneMakeEventsAnewToo() {
    try (Store store = store(there(), 1)) {
      store.addRuling(ruling("c1", "there"));
    }
    try (Store store = store(here(), 1)) {
      store.replaceEvents(List.of(), new ControlLedger(List.of(), List.of()));
      assertThat(store.merge(there()).rulings()).isEqualTo(1);
      assertThat(store.eventsAreCurrent()).isFalse();
    }
  }

  @Test
  void d02_idsOfTheOtherStoresEventsLeadOn() {
    List<Claim> both = new ArrayList<>(Samples.claims(1, 1));
    both.addAll(Samples.claims(2, 2));
    try (Store store = store(there(), 2)) {
      store.replaceEvents(
          List.of(Samples.event("e2", Samples.claims(2, 2))), new ControlLedger(List.of(), List.of()));
    }
    try (Store store = store(here(), 1)) {
      store.replaceEvents(
          List.of(Samples.event("e1", Samples.claims(1, 1))), new ControlLedger(List.of(), List.of()));
      store.merge(there());
      store.replaceEvents(List.of(Samples.event("e1", both)), new ControlLedger(List.of(), List.of()));
      Redirect redirect = store.findRedirect("e2").orElseThrow();
      assertThat(redirect.to()).containsExactly("e1");
      assertThat(redirect.reason()).isEqualTo(Redirect.Reason.MERGED);
    }
  }

  @Test
  void e01_aPlaceAtAnotherSpotIsReported() {
    try (Store store = Store.open(there())) {
      store.beginRun(List.of());
      store.save(Samples.page(2), List.of(elsewhere(Samples.claim(2, 0))), List.of());
    }
    try (Store store = store(here(), 1)) {
      Merged merged = store.merge(there());
      assertThat(merged.moved()).singleElement()
          .satisfies(i -> assertThat(i.kind()).isEqualTo(Issue.Kind.PLACE))
          .satisfies(i -> assertThat(i.message()).contains("gn:1", "35.3700", "35.9000"));
      assertThat(store.listIssues()).containsAll(merged.moved());
    }
  }

  @Test
  void e02_aPlaceThatMovedInTheGazetteerIsReportedOnce() {
    try (Store store = store(here(), 1)) {
      store.save(Samples.page(2), List.of(elsewhere(Samples.claim(2, 0)), elsewhere(Samples.claim(2, 1))), List.of());
      assertThat(store.listIssues()).filteredOn(i -> i.message().contains("stood at 35.3700")).hasSize(1);
    }
    try (Store store = Store.open(here())) {
      store.save(Samples.page(3), List.of(elsewhere(Samples.claim(3, 0))), List.of());
      assertThat(store.listIssues()).filteredOn(i -> i.message().contains("stood at")).hasSize(1);
    }
  }

  @Test
  void f01_anotherVersionIsRefused() throws Exception {
    store(there(), 2).close();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + there());
        Statement s = db.createStatement()) {
      s.execute("UPDATE meta SET value = '2' WHERE key = 'schema_version'");
    }
    assertRefused(StoreException.Reason.VERSION);
  }

  @Test
  void f02_otherColumnsAreAnotherVersion() throws Exception {
    store(there(), 2).close();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + there());
        Statement s = db.createStatement()) {
      s.execute("ALTER TABLE rulings ADD COLUMN more INTEGER");
    }
    assertRefused(StoreException.Reason.VERSION);
  }

  @Test
  void f03_whatIsNoStoreIsRefusedAndLeavesTheStoreUsable() throws Exception {
    Files.writeString(there(), "no database, only words that fill a file beyond its header ".repeat(100));
    assertRefused(StoreException.Reason.VERSION);
  }

  @Test
  void f04_noneAndItself() {
    try (Store store = store(here(), 1)) {
      assertThatThrownBy(() -> store.merge(there())).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.merge(here())).isInstanceOf(StoreException.class);
    }
  }

  private void assertRefused(StoreException.Reason reason) {
    try (Store store = store(here(), 1)) {
      assertThatThrownBy(() -> store.merge(there()))
          .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.reason()).isEqualTo(reason));
      assertThat(store.listDocuments()).hasSize(1);
      assertThat(store.save(Samples.page(9), List.of(), List.of())).isTrue();
    }
  }

  private static Ruling ruling(String claim, String by) {
    return new Ruling(
        Ruling.Subject.CLAIM, claim, "false", Optional.empty(), "a photograph of another war", by,
        Instant.parse("2019-05-01T00:00:00Z"));
  }

  private static Claim elsewhere(Claim c) {
    Place p = Samples.place().place().orElseThrow();
    Place moved =
        new Place(p.id(), p.name(), p.feature(), 35.9, p.lon(), p.km(), p.country(), p.region(), p.population());
    Location place =
        new Location(
            "near Kafr Zita", "Kafr Zita", Location.Status.RESOLVED, Optional.of(moved), 35.9, 36.6, 5, "exact",
            List.of());
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(),
        c.actors(), c.targets(), List.of(place), c.time(), c.attribution(), c.certainty(), c.casualties(),
        c.materiel(), c.distance(), c.provenance());
  }

  private static List<String> strings(Path file, String sql) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement s = db.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      while (r.next()) {
        found.add(r.getString(1));
      }
    }
    return found;
  }
}
