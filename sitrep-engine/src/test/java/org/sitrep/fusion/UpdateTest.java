package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims that come and go one document after the other leave the events that they make all at once. */
class UpdateTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Fusion FUSION =
      new Fusion(KNOWLEDGE.fusionWeights(), (party, day) -> Optional.of(party));

  @Test
  void A01_nothingChangesNothing() {
    Update update = new Memory(FUSION).put(List.of(), Set.of());
    assertThat(update.events()).isEmpty();
    assertThat(update.replacedEvents()).isEmpty();
    assertThat(update.components()).isEmpty();
  }

  @Test
  void A02_theFirstClaimIsAnEvent() {
    Memory memory = new Memory(FUSION);
    Update update = memory.put(List.of(village("a").claim()), Set.of());
    assertThat(update.events()).hasSize(1);
    assertThat(update.replacedEvents()).isEmpty();
    assertThat(memory.events()).isEqualTo(FUSION.apply(memory.claims()));
  }

  @Test
  void A03_aSecondReportReplacesTheEventItJoins() {
    Memory memory = new Memory(FUSION);
    Event first = memory.put(List.of(village("a").claim()), Set.of()).events().getFirst();
    Update update = memory.put(List.of(village("b").claim()), Set.of());
    assertThat(update.replacedEvents()).containsExactly(first.id());
    assertThat(update.events()).singleElement().satisfies(e -> assertThat(e.claims()).hasSize(2));
  }

  @Test
  void A04_aReportThatGoesLeavesTheOther() {
    Memory memory = new Memory(FUSION);
    memory.put(List.of(village("a").claim(), village("b").claim()), Set.of());
    memory.put(List.of(), Set.of(village("a").claim().id()));
    assertThat(memory.events()).hasSize(1).isEqualTo(FUSION.apply(List.of(village("b").claim())));
  }

  @Test
  void A05_theLastReportLeavesNothing() {
    Memory memory = new Memory(FUSION);
    memory.put(List.of(village("a").claim()), Set.of());
    Update update = memory.put(List.of(), Set.of(village("a").claim().id()));
    assertThat(update.replacedEvents()).hasSize(1);
    assertThat(memory.events()).isEmpty();
  }

  @Test
  void A06_anEventFarAwayIsNotLookedAt() {
    Memory memory = new Memory(FUSION);
    memory.put(List.of(village("a").claim()), Set.of());
    Claim far =
        Telling.in("b").that("league", "shelling", "caliphate").near("Far", 36, 41, 2).on("2018-07-02").claim();
    Update update = memory.put(List.of(far), Set.of());
    assertThat(update.events()).hasSize(1);
    assertThat(update.replacedEvents()).isEmpty();
  }

  @Test
  void A07_whatIsPossiblyTheSameIsToldOnBothSides() {
    Memory memory = new Memory(FUSION);
    Event first = memory.put(List.of(village("a").claim()), Set.of()).events().getFirst();
    Claim next = Telling.in("b").that("army", "clash", "rebels").near("Village", 34, 38, 2).on("2018-03-03").claim();
    Update update = memory.put(List.of(next), Set.of());
    assertThat(update.replacedEvents()).containsExactly(first.id());
    assertThat(update.events()).hasSize(2).allSatisfy(e -> assertThat(e.why().possible()).hasSize(1));
    memory.put(List.of(), Set.of(next.id()));
    assertThat(memory.events()).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void B01_oneDocumentAfterTheOtherGivesTheEventsOfAllAtOnce(long seed) {
    List<Claim> claims = war(seed, 260);
    Memory memory = new Memory(FUSION);
    for (List<Claim> document : documents(claims, new Random(seed))) {
      memory.put(document, Set.of());
    }
    assertThat(memory.events().toString()).isEqualTo(FUSION.apply(claims).toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void B02_batchesWithLateArrivalsAndNewVersionsGiveTheSame(long seed) {
    Random random = new Random(seed);
    List<List<Claim>> documents = documents(war(seed, 700), random);
    Memory memory = new Memory(FUSION);
    List<List<Claim>> there = new ArrayList<>();
    while (!documents.isEmpty()) {
      List<Claim> added = new ArrayList<>();
      Set<String> removed = new HashSet<>();
      for (int i = random.nextInt(60); i >= 0 && !documents.isEmpty(); i--) {
        there.add(documents.removeLast());
        added.addAll(there.getLast());
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        List<Claim> gone = there.remove(random.nextInt(there.size()));
        if (added.containsAll(gone)) {
          there.add(gone);
          continue;
        }
        gone.forEach(c -> removed.add(c.id()));
        if (random.nextBoolean()) {
          List<Claim> version = gone.subList(0, (gone.size() + 1) / 2);
          added.addAll(version);
          there.add(version);
        }
      }
      memory.put(added, removed);
    }
    List<Claim> left = there.stream().flatMap(List::stream).toList();
    assertThat(memory.events().toString()).isEqualTo(FUSION.apply(left).toString());
  }

  @Test
  void B03_manyDocumentsThatCopyOneAnotherGiveTheSame() {
    String words = "gunmen on two pickups opened fire at a crossing north of the mill before they drove off";
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      claims.add(
          Telling.in("d" + i).by("o" + i % 5, "2018-03-0" + (1 + i % 9)).that("", "ground_attack", "army")
              .words(words + (i % 3 == 0 ? " towards the hills" : "")).says(i % 7 == 0 ? "agency" : "o" + i % 5).claim());
    }
    Memory memory = new Memory(FUSION);
    for (List<Claim> document : documents(claims, new Random(1))) {
      memory.put(document, Set.of());
    }
    assertThat(memory.events().toString()).isEqualTo(FUSION.apply(claims).toString());
  }

  /** A made-up war; some of its claims moved into one document, and some copied documents. */
  private static List<Claim> war(long seed, int claims) {
    return new SimpleWar(seed).documentsOf(3).claims(claims, claims / 4);
  }

  private static List<List<Claim>> documents(List<Claim> claims, Random random) {
    Map<String, List<Claim>> documents =
        claims.stream().collect(Collectors.groupingBy(Claim::doc, LinkedHashMap::new, Collectors.toList()));
    List<List<Claim>> shuffled = new ArrayList<>(documents.values());
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Telling village(String doc) {
    return Telling.in(doc).that("army", "clash", "rebels").near("Village", 34, 38, 2).on("2018-03-02");
  }
}
