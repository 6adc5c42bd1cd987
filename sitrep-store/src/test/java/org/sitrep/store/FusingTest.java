package org.sitrep.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** Events brought up to date are those that would be made anew. */
class FusingTest {

  @TempDir Path dir;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(dir.resolve("t.duckdb"));
    store.beginRun(List.of("in.jsonl"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a01_anEmptyStoreIsNotReady() {
    assertThat(store.fusing().isReady("")).isFalse();
    assertThat(store.fusing().isReady("k")).isFalse();
    assertThat(store.fusing().changes()).isEqualTo(new Fusing.Changes(List.of(), List.of()));
  }

  @Test
  void a02_whatIsSavedIsAChangeUntilEventsAreMade() {
    List<Claim> claims = save(1, "digest1", 0, 1);
    assertThat(store.fusing().changes().added()).isEqualTo(claims);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    assertThat(store.fusing().isReady("k")).isTrue();
    assertThat(store.fusing().isReady("other")).isFalse();
    assertThat(store.fusing().changes().added()).isEmpty();
    assertThat(store.eventsAreCurrent()).isTrue();
  }

  @Test
  void a03_aNewVersionAddsItsClaimsAndRemovesTheOldOnes() {
    List<Claim> old = save(1, "digest1", 0);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    List<Claim> later = save(1, "digest1b", 0, 3);
    Fusing.Changes changes = store.fusing().changes();
    assertThat(changes.added()).isEqualTo(later);
    assertThat(changes.removed()).isEqualTo(old);
  }

  @Test
  void a04_eventsMadeWithoutKeysCannotBeBroughtUpToDate() {
    save(1, "digest1", 0);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    store.replaceEvents(List.of(), new ControlLedger(List.of(), List.of()));
    assertThat(store.fusing().isReady("k")).isFalse();
  }

  @Test
  void b01_documentsAreFoundByKeyAndByComponent() {
    List<Claim> one = save(1, "digest1", 0, 20);
    List<Claim> two = save(2, "digest2", 1);
    save(3, "digest3", 30);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    Set<Long> keys = new HashSet<>();
    for (long key : ToyFusion.keys(two.getFirst())) {
      keys.add(key);
    }
    List<Claim> both = new ArrayList<>(one);
    both.addAll(two);
    assertThat(store.fusing().documentsUnder(keys)).isEqualTo(both);
    assertThat(store.fusing().documentsUnder(Set.of(42L))).isEmpty();
    assertThat(store.fusing().components(Set.of(two.getFirst().id()))).isEqualTo(both);
    assertThat(store.fusing().components(Set.of("none's"))).isEmpty();
  }

  @Test
  void b02_aQuotationMarkInAnIdIsOnlyACharacter() {
    save(1, "it's", 0);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    save(2, "digest2", 1);
    store.fusing().update(ToyFusion.update(store.fusing()));
    assertThat(store.listEvents(Filter.ALL)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void c01_anySequenceOfChangesGivesTheEventsOfOneBatch(int seed) {
    Random random = new Random(seed);
    Set<String> ever = new HashSet<>();
    store.fusing().replace(ToyFusion.all(List.of()), "k");
    for (int step = 0; step < 60; step++) {
      boolean version = step > 5 && random.nextInt(4) == 0;
      int page = version ? random.nextInt(step) : step;
      int[] days = random.ints(random.nextInt(4), 0, 40).toArray();
      save(page, "digest" + page + "v" + step, days);
      if (random.nextInt(3) > 0) {
        store.fusing().update(ToyFusion.update(store.fusing()));
        List<Event> batch = ToyFusion.events(store.listClaims(Filter.ALL));
        assertThat(store.listEvents(Filter.ALL)).isEqualTo(batch);
        ever.addAll(ToyFusion.members(batch).keySet());
        Set<String> live = ToyFusion.members(batch).keySet();
        for (String id : ever) {
          if (!live.contains(id)) {
            assertThat(live).containsAll(store.findRedirect(id).orElseThrow().to());
          }
        }
      }
    }
    assertThat(ever).hasSizeGreaterThan(10);
  }

  @Test
  void c02_aVersionThatComesBackIsTheLatestAgain() {
    save(1, "digest1", 0);
    save(2, "digest2", 1);
    save(1, "digest1b", 9);
    store.fusing().replace(ToyFusion.all(store.listClaims(Filter.ALL)), "k");
    assertThat(store.listEvents(Filter.ALL)).hasSize(2);
    store.sighted("digest1", java.time.Instant.parse("2019-01-01T00:00:00Z"));
    store.fusing().update(ToyFusion.update(store.fusing()));
    assertThat(store.listEvents(Filter.ALL)).isEqualTo(ToyFusion.events(store.listClaims(Filter.ALL))).hasSize(1);
  }

  private List<Claim> save(int page, String digest, int... days) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < days.length; i++) {
      claims.add(claim(page, digest, i, days[i]));
    }
    store.save(Samples.version(page, digest), claims, List.of());
    return claims;
  }

  /** Of two days, at one of two places, in one autumn. */
  private static Claim claim(int page, String digest, int i, int day) {
    Claim c = Samples.claim(page, i);
    LocalDate start = LocalDate.of(2018, 11, 1).plusDays(2L * (day / 2));
    Location place = Samples.place();
    Location named =
        new Location(
            place.surface(), "Place " + (day % 2 == 0 ? 0 : page % 2), place.status(), place.place(), place.lat(), place.lon(),
            place.km(), place.step(), place.candidates());
    return new Claim(
        "c-" + digest + "-" + i, c.doc(), digest, c.publisher(), Optional.of(start), c.section(), c.evidence(),
        c.type(), c.subType(), c.actors(), c.targets(), List.of(named),
        Optional.of(TimeWindow.between(start, start.plusDays(1 + day % 2))), c.attribution(), c.certainty(),
        c.casualties(), c.materiel(), c.distance(), c.provenance());
  }
}
