package org.sitrep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.event.Event;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StoreTest {

  @TempDir Path dir;

  private Path file() {
    return dir.resolve("t.duckdb");
  }

  private Store filled() {
    Store store = Store.open(file());
    store.beginRun(List.of("in.jsonl"));
    store.save(Samples.page(1), Samples.claims(1, 3), Samples.issues(1));
    store.save(Samples.page(2), Samples.claims(2, 2), List.of());
    store.endRun(2, 0, 0);
    return store;
  }

  @Test
  void a01_claimsComeBackAsTheyWere() {
    try (Store store = filled()) {
      assertThat(store.listClaims(Filter.ALL).subList(0, 3)).isEqualTo(Samples.claims(1, 3));
    }
    try (Store again = Store.openExisting(file())) {
      assertThat(again.listClaims(Filter.ALL)).hasSize(5);
    }
  }

  @Test
  void a02_documentsComeBackWithBlocksAndHashedCommentAuthors() {
    try (Store store = filled()) {
      StoredDocument found = store.findDocument("doc1").orElseThrow();
      assertThat(found.text()).isEqualTo(Samples.page(1).text());
      assertThat(found.head().claims()).isEqualTo(3);
      assertThat(found.blocks()).hasSize(2);
      assertThat(found.blocks().getFirst().text()).startsWith("Dispatch 1: rebels");
      assertThat(found.comments()).hasSize(1);
      assertThat(found.comments().getFirst().author().orElseThrow())
          .hasSize(12)
          .doesNotContain("Reader");
    }
  }

  @Test
  void b01_theSameBytesAreSavedOnce() {
    try (Store store = filled()) {
      assertThat(store.save(Samples.page(1), Samples.claims(1, 3), List.of())).isFalse();
      assertThat(store.listDocuments()).hasSize(2);
      assertThat(store.listClaims(Filter.ALL)).hasSize(5);
    }
  }

  @Test
  void b02_anIssueFoundAgainIsListedOnce() {
    try (Store store = filled()) {
      store.beginRun(List.of("in.jsonl"));
      store.addIssues(Samples.issues(1));
      store.addIssues(Samples.issues(2));
      assertThat(store.listIssues()).containsExactlyInAnyOrder(
          Samples.issues(1).getFirst(), Samples.issues(2).getFirst());
    }
  }

  @Test
  void c01_filtersAreAlternativesWithinAndJointAcrossCriteria() {
    try (Store store = filled()) {
      assertThat(store.listClaims(filter(List.of("kafr zita"), List.of(), List.of()))).hasSize(5);
      assertThat(store.listClaims(filter(List.of("GN:1"), List.of(), List.of()))).hasSize(5);
      assertThat(store.listClaims(filter(List.of("hama"), List.of("army"), List.of()))).hasSize(5);
      assertThat(store.listClaims(filter(List.of("kafr"), List.of("nobody"), List.of()))).isEmpty();
      assertThat(store.listClaims(filter(List.of(), List.of(), List.of("sohr")))).hasSize(3);
      assertThat(store.listClaims(filter(List.of(), List.of(), List.of("@publisher", "sohr"))))
          .hasSize(5);
      assertThat(store.listClaims(filter(List.of("zit"), List.of(), List.of()))).isEmpty();
    }
  }

  @Test
  void c02_filtersByDayCertaintyAndDocument() {
    try (Store store = filled()) {
      Filter days =
          new Filter(
              List.of("clash"), List.of(), List.of(), List.of(), Optional.of(LocalDate.of(2018, 11, 2)),
              Optional.of(LocalDate.of(2018, 11, 2)), List.of(Certainty.CERTAIN), List.of());
      assertThat(store.listClaims(days)).extracting(Claim::id).containsExactly("c1-1", "c2-1");
      assertThat(store.listClaims(Filter.ofDocument("doc2"))).hasSize(2);
    }
  }

  @Test
  void d01_eventsAndControlAreReplacedAsAWhole() {
    try (Store store = filled()) {
      assertThat(store.eventsAreCurrent()).isFalse();
      Event event = Samples.event(Samples.claims(1, 2));
      ControlLedger ledger = ledger();
      store.replaceEvents(List.of(event, event), ledger);
      store.replaceEvents(List.of(event), ledger);
      assertThat(store.eventsAreCurrent()).isTrue();
      assertThat(store.listEvents(Filter.ALL)).containsExactly(event);
      assertThat(store.findEvent("e1")).contains(event);
      assertThat(store.listEvents(Filter.ofDocument("doc2"))).isEmpty();
      assertThat(store.listEventOfClaim()).hasSize(2).containsEntry("c1-1", "e1");
      assertThat(store.listControl()).isEqualTo(ledger.entries());
    }
  }

  @Test
  void e01_aStoreOfAnotherVersionIsRefusedAndLeftAsItIs() throws Exception {
    filled().close();
    sql("UPDATE meta SET value = '99' WHERE key = 'schema_version'");
    assertThatThrownBy(() -> Store.open(file()))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.VERSION))
        .hasMessageContaining("version 99")
        .hasMessageContaining(file().toString());
    sql("UPDATE meta SET value = '" + Store.SCHEMA_VERSION + "' WHERE key = 'schema_version'");
    try (Store store = Store.open(file())) {
      assertThat(store.listDocuments()).hasSize(2);
    }
  }

  @Test
  void e02_aFileThatIsNoStoreIsRefusedAndLeftAsItIs() throws Exception {
    Files.writeString(file(), "not a database\n".repeat(1000));
    assertThatThrownBy(() -> Store.open(file()))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.VERSION));
    assertThat(Files.readString(file())).startsWith("not a database");
  }

  @Test
  void e03_anAbsentStoreIsNotMade() {
    assertThatThrownBy(() -> Store.openExisting(file()))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.ABSENT));
    assertThat(file()).doesNotExist();
  }

  private void sql(String statement) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement s = db.createStatement()) {
      s.execute(statement);
    }
  }

  @Test
  void c03_anEventIsFoundByTheDaysThatItShows() {
    try (Store store = Store.open(dir.resolve("s.duckdb"))) {
      Claim dated = Samples.claim(1, 1);
      TimeWindow own = dated.time().orElseThrow();
      Claim undated = at(Samples.claim(2, 1), Optional.empty());
      store.beginRun(List.of("in.jsonl"));
      store.save(Samples.page(1), List.of(dated), List.of());
      store.save(Samples.page(2), List.of(undated), List.of());
      TimeWindow lent = TimeWindow.between(LocalDate.of(2017, 9, 1), LocalDate.of(2017, 9, 30));
      store.replaceEvents(
          List.of(during(Samples.event("e1", List.of(dated)), own), during(Samples.event("e2", List.of(undated)), lent)),
          new ControlLedger(List.of(), List.of()));
      assertThat(store.listEvents(days("2017-09-10", "2017-09-12"))).extracting(Event::id).containsExactly("e2");
      assertThat(store.countEvents(days("2017-09-30", "2017-10-30"))).isEqualTo(1);
      assertThat(store.listEvents(days("2017-10-01", "2017-10-30"))).isEmpty();
      assertThat(store.listClaims(days("2017-09-10", "2017-09-12"))).isEmpty();
      assertThat(store.listEvents(days(own.start().toString(), own.end().toString()))).extracting(Event::id).containsExactly("e1");
    }
  }

  private static Claim at(Claim c, Optional<TimeWindow> time) {
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(), c.actors(), c.targets(),
        c.places(), time, c.attribution(), c.certainty(), c.casualties(), c.materiel(), c.distance(), c.provenance());
  }

  private static Event during(Event e, TimeWindow time) {
    return new Event(
        e.id(), e.type(), e.place(), Optional.of(time), e.actors(), e.targets(), e.claims(), e.roots(), e.losses(), e.casualties(),
        e.contradictions(), e.why());
  }

  private static Filter days(String from, String to) {
    Filter all = Filter.ALL;
    return new Filter(
        all.types(), all.places(), all.actors(), all.sources(), Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)),
        all.certainties(), all.docs(), all.allVersions(), all.contested());
  }

  private static Filter filter(List<String> places, List<String> actors, List<String> sources) {
    return new Filter(
        List.of(), places, actors, sources, Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private static ControlLedger ledger() {
    return new ControlLedger(
        List.of(
            new ControlEntry(
                Samples.place(), "", "army", "Army", ControlEntry.Kind.TAKEN, ControlEntry.Standing.NEUTRAL, true,
                Certainty.CERTAIN, Optional.of(LocalDate.of(2018, 11, 1)), Optional.of(LocalDate.of(2018, 11, 2)),
                Optional.empty(), Optional.of(LocalDate.of(2018, 11, 9)), "sohr", "SOHR", Optional.empty(), "c1-0",
                List.of("c1-9"))),
        List.of(
            new ControlState(
                Samples.place(), ControlState.Status.ASSESSED, List.of("army"),
                Optional.of(LocalDate.of(2018, 11, 1)), List.of("sohr"), List.of("c1-0"))));
  }
}
