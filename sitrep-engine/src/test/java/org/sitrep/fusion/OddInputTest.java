package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Location;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims that no careful desk would send: what comes out is defined, and what is odd is said. */
class OddInputTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Fusion FUSION =
      new Fusion(KNOWLEDGE.fusionWeights(), (party, day) -> Optional.of(party));

  @Test
  void A01_neitherPlaceNorDayNorParties() {
    List<Event> events =
        FUSION.apply(List.of(Telling.in("a").that("", "clash", "").claim(), Telling.in("b").that("", "clash", "").claim()));
    assertThat(events).hasSize(2);
  }

  @Test
  void A02_aDayBefore1900IsADay() {
    Claim one = village("a").on("1812-09-14").claim();
    assertThat(FUSION.apply(List.of(one, village("b").on("1812-09-14").claim()))).hasSize(1);
  }

  @Test
  void A03_aDayAfterPublicationIsADay() {
    Claim one = village("a").by("x", "2018-03-02").on("2081-03-02").claim();
    assertThat(FUSION.apply(List.of(one))).hasSize(1);
  }

  @Test
  void A04_thousandsOfYearsDoNotBurstTheKeys() {
    Claim one = village("a").between("1900-01-01", "9999-12-31").claim();
    assertThat(FUSION.keys(List.of(one)).get(one.id())).hasSizeLessThan(40);
    assertThat(FUSION.apply(List.of(one, village("b").on("2018-03-02").claim()))).hasSize(2);
    assertThat(Fusion.issues(List.of(one))).singleElement()
        .satisfies(i -> assertThat(i.kind()).isEqualTo(Issue.Kind.TIME))
        .satisfies(i -> assertThat(i.message()).contains("9999-12-31"));
    assertThat(Fusion.issues(List.of(village("a").on("2018-03-02").claim()))).isEmpty();
  }

  @Test
  void A05_theAntimeridianPartsNothing() {
    assertThat(FUSION.apply(List.of(at("a", 52, 179.99), at("b", 52, -179.99)))).hasSize(1);
    assertThat(FUSION.apply(List.of(at("a", 62, 179.99), at("b", 62, -179.99)))).hasSize(1);
  }

  @Test
  void A06_atThePoleAllLongitudesAreOne() {
    assertThat(FUSION.apply(List.of(at("a", 90, 10), at("b", 90, -120)))).hasSize(1);
    assertThat(FUSION.apply(List.of(at("a", 89.999, 10), at("b", 89.999, 170)))).hasSize(1);
  }

  @Test
  void A07_rowsOfCellsOfTwoWidthsFindEachOther() {
    assertThat(FUSION.apply(List.of(at("a", 59.99, 30), at("b", 60.01, 30)))).hasSize(1);
    assertThat(FUSION.apply(List.of(at("a", 79.99, 30), at("b", 80.01, 30)))).hasSize(1);
    assertThat(FUSION.apply(List.of(at("a", -60.01, 30), at("b", -59.99, 30)))).hasSize(1);
  }

  @Test
  void A08_placesThatAreNoPlaces() {
    for (double lat : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Location nowhere =
          new Location("X", "X", Location.Status.RESOLVED, Optional.empty(), lat, 30, Double.NaN, "", List.of());
      Site site = new Site(nowhere, 1);
      assertThat(site.located).isFalse();
      assertThat(site.km).isZero();
    }
  }

  @Test
  void A09_oneIdOfTwoClaimsIsReported() {
    Claim one = village("a").on("2018-03-02").claim();
    Claim other = village("a").on("2018-03-04").claim();
    assertThat(FUSION.apply(List.of(one, other))).hasSize(1);
    assertThat(FUSION.apply(List.of(other, one)).toString()).isEqualTo(FUSION.apply(List.of(one, other)).toString());
    assertThat(Fusion.issues(List.of(one, other))).singleElement().asString().contains(one.id());
    assertThat(Fusion.issues(List.of(one, one))).isEmpty();
  }

  @Test
  void B01_manyIdenticalClaimsAreOneEvent() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      claims.add(
          village("d" + i).by("o" + i % 9, "2018-03-02").on("2018-03-02")
              .words("the army shelled the village again on friday with rockets and mortars").claim());
    }
    assertThat(FUSION.apply(claims)).singleElement().satisfies(e -> assertThat(e.claims()).hasSize(800));
  }

  @Test
  void B02_manyClaimsOfOneDocumentAreWorkedThrough() {
    Random random = new Random(1);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      Telling telling = Telling.in("d").at(90 * i).that("army", "shelling", "rebels");
      telling.near("P" + i % 40, 33 + i % 40 * 0.1, 37, 2);
      claims.add((i % 5 == 0 ? telling : telling.on("2018-03-" + (10 + random.nextInt(18)))).claim());
    }
    List<Event> events = FUSION.apply(claims);
    Collections.shuffle(claims, random);
    assertThat(FUSION.apply(claims).toString()).isEqualTo(events.toString());
    assertThat(events.stream().mapToInt(e -> e.claims().size()).sum()).isEqualTo(1_500);
  }

  @Test
  void B03_removingWhatIsNotThereChangesNothing() {
    Memory memory = new Memory(FUSION);
    memory.put(List.of(village("a").on("2018-03-02").claim()), Set.of());
    Update update = memory.put(List.of(), Set.of("nobody"));
    assertThat(update.events()).isEmpty();
    assertThat(update.replacedEvents()).isEmpty();
  }

  private static Claim at(String doc, double lat, double lon) {
    return Telling.in(doc).that("army", "clash", "rebels").near("Camp", lat, lon, 2).on("2018-03-02").claim();
  }

  private static Telling village(String doc) {
    return Telling.in(doc).that("army", "clash", "rebels").near("Village", 34, 38, 2);
  }

  @Test
  void Z01_aCrowdIsReportedAndStillCompared() {
    List<Claim> crowd = new ArrayList<>();
    for (int i = 0; i < Oddities.CROWD + 5; i++) {
      crowd.add(Telling.in("d" + i).on("2018-03-02").near("City", 34, 38, 2).words("w" + i).claim());
    }
    assertThat(FUSION.all(crowd).issues()).singleElement().satisfies(issue -> {
      assertThat(issue.kind()).isEqualTo(Issue.Kind.CROWDED);
      assertThat(issue.message()).startsWith("4 claims").contains("at most " + (Oddities.CROWD + 4));
    });
    assertThat(FUSION.all(crowd.subList(0, 100)).issues()).isEmpty();
  }
}
