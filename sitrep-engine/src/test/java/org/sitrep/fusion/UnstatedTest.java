package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims that lack a day or a place: they join by evidence or stay apart, visibly. The cases of docs/fusion.md. */
class UnstatedTest {

  private static final FusionWeights WEIGHTS =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of()).fusionWeights();
  private static final Fusion FUSION = new Fusion(WEIGHTS, (party, day) -> Optional.of(party));

  @Test
  void A01_twoUndatedClaimsPublishedOnOneDayAreOne() {
    List<Event> events =
        events(clash("a", "Village", 34).by("x", "2018-03-02"), clash("b", "Village", 34).by("y", "2018-03-03"));
    assertThat(events).hasSize(1);
    assertThat(levels(events.getFirst())).contains("1 days apart when published, both undated", "same place", "both sides");
  }

  @Test
  void A02_twoUndatedClaimsThatNothingDatesStayApartVisibly() {
    List<Event> events = events(clash("a", "Village", 34), clash("b", "Village", 34));
    assertThat(events).hasSize(2);
    Why.Possible possible = events.getFirst().why().possible().getFirst();
    assertThat(possible.event()).isEqualTo(events.getLast().id());
    assertThat(possible.mean()).isBetween(WEIGHTS.possible(), WEIGHTS.same());
    assertThat(possible.terms()).anyMatch(t -> t.level().equals("undated") && t.bits() < 0);
  }

  @Test
  void A03_aTollWithoutPlaceOrDayBelongsToTheAttackBesideIt() {
    List<Event> events =
        events(
            strike("a", "Village", 34).on("2018-03-02").at(0).words("jets hit the market of the village on Friday"),
            Telling.in("a").that("", "killing", "?shoppers").at(60).killed(4, 4, "shoppers").words("four shoppers died"));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().why().loans()).anyMatch(l -> l.contains("states no place"));
  }

  @Test
  void A04_aTollBetweenTwoAttacksIsLeftOpen() {
    List<Event> events =
        events(
            strike("a", "Village", 34).on("2018-03-02").at(0).words("jets hit the market of the village"),
            Telling.in("a").that("", "killing", "").at(60).killed(4, 4, "").words("four shoppers died"),
            strike("a", "Elsewhere", 35).on("2018-03-02").at(100).words("jets hit a bakery in the other town"));
    assertThat(events).hasSize(3);
    assertThat(events).filteredOn(e -> e.type().id().equals("killing")).singleElement()
        .satisfies(e -> assertThat(e.place()).isEmpty())
        .satisfies(e -> assertThat(e.why().possible()).isNotEmpty());
  }

  @Test
  void A05_aClaimWithoutPlaceJoinsTheOnlyFightItCanMean() {
    Telling unplaced = Telling.in("b").that("army", "clash", "rebels").on("2018-03-02");
    assertThat(events(clash("a", "Village", 34).on("2018-03-02"), unplaced)).hasSize(1);
    List<Event> two =
        events(
            clash("a", "Village", 34).on("2018-03-02"), clash("c", "Elsewhere", 35).on("2018-03-02"),
            Telling.in("b").that("army", "clash", "rebels").on("2018-03-02"));
    assertThat(two).hasSize(3);
    assertThat(two).filteredOn(e -> e.place().isEmpty()).singleElement()
        .satisfies(e -> assertThat(e.why().possible()).hasSize(2));
  }

  @Test
  void B01_neighbouringVillagesOfOnePageAreTwoPlaces() {
    assertThat(
            events(
                clash("a", "Upper Village", 34).at(0).words("the army fought rebels in the upper village"),
                clash("a", "Lower Village", 34.06).at(50).words("the army fought rebels in the lower village")))
        .hasSize(2);
  }

  @Test
  void B02_oneSpeakerWhoIsSureOfOneAndNotOfTheOtherMeansTwo() {
    Telling sure = clash("a", "Village", 34).on("2018-03-02").at(0).words("the army fought rebels there on Friday");
    Telling unsure =
        clash("a", "Village", 34).on("2018-03-02").at(900).held(Certainty.DENIED).words("there was no fighting there");
    assertThat(events(sure, unsure)).hasSize(2);
  }

  @Test
  void B03_whoWithdrawsIsWhoIsDrivenOut() {
    List<Event> events =
        events(
            Telling.in("a").that("army", "capture", "rebels").near("Village", 34, 38, 2).on("2018-03-02"),
            Telling.in("b").that("rebels", "withdrawal", "").near("Village", 34, 38, 2).on("2018-03-02"));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().targets()).extracting(p -> p.name()).containsExactly("rebels");
    assertThat(events.getFirst().actors()).extracting(p -> p.name()).containsExactly("army");
  }

  @Test
  void B04_aYearIsNoDay() {
    assertThat(
            events(
                clash("a", "Village", 34).between("2017-03-02", "2018-03-02"),
                Telling.in("b").by("x", "2018-03-02").that("army", "clash", "").near("Village", 34, 38, 2)))
        .hasSize(2);
  }

  @Test
  void C01_theTableSaysWhatItIs() {
    WEIGHTS.levels().forEach(
        (name, level) -> {
          if (!WEIGHTS.byHand().contains(name)) {
            assertThat(level.bits()).as(name).isCloseTo(Math.log(level.m() / level.u()) / Math.log(2), within(0.06));
          }
        });
    assertThat(WEIGHTS.levels().keySet()).containsAll(WEIGHTS.byHand());
    assertThat(WEIGHTS.bits("same_kind")).isEqualTo(WEIGHTS.type().same());
  }

  private static org.assertj.core.data.Offset<Double> within(double bits) {
    return org.assertj.core.data.Offset.offset(bits);
  }

  private static Telling clash(String doc, String place, double lat) {
    return Telling.in(doc).that("army", "clash", "rebels").near(place, lat, 38, 2);
  }

  private static Telling strike(String doc, String place, double lat) {
    return Telling.in(doc).that("planes", "air_strike", "?shoppers").near(place, lat, 38, 2);
  }

  private static List<Event> events(Telling... tellings) {
    List<Claim> claims = java.util.Arrays.stream(tellings).map(Telling::claim).toList();
    return FUSION.apply(claims);
  }

  private static List<String> levels(Event event) {
    return event.why().links().getFirst().terms().stream().map(Why.Term::level).toList();
  }
}
