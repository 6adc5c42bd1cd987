package org.sitrep.fusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.synthetic.Synthetic;

import static org.assertj.core.api.Assertions.assertThat;

/** From one claim to a day's fighting told by several. */
class FusionTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Fusion FUSION =
      new Fusion(KNOWLEDGE.fusionWeights(), (party, day) -> Optional.of(party.equals("brigade") ? "army" : party));

  @Test
  void A01_noClaimIsNoEvent() {
    assertThat(FUSION.apply(List.of())).isEmpty();
  }

  @Test
  void A02_oneClaimIsOneEvent() {
    Claim claim = village("a").on("2018-03-02").claim();
    List<Event> events = FUSION.apply(List.of(claim));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().claims()).containsExactly(claim);
    assertThat(events.getFirst().id()).matches("e[0-9a-f]{12}");
    assertThat(events.getFirst().contradictions()).isEmpty();
  }

  @Test
  void A03_twoOutletsTellOfOneClash() {
    Event event = one(
        village("a").on("2018-03-02").says("agency").claim(),
        village("b").on("2018-03-02").says("monitor").claim());
    assertThat(event.roots()).containsExactly("agency", "monitor");
    assertThat(event.why().links()).singleElement()
        .satisfies(l -> assertThat(l.mean()).isEqualTo(14.8))
        .satisfies(l -> assertThat(l.terms())
            .contains(
                new Why.Term("when", "same day", 7.1),
                new Why.Term("where", "same place", 6.3),
                new Why.Term("parties", "both sides", 2.7)));
  }

  @Test
  void A04_placesFarApartAreTwo() {
    assertThat(events(
            village("a").on("2018-03-02").claim(),
            Telling.in("b").that("army", "clash", "rebels").near("Elsewhere", 35.5, 40.5, 2)
                .on("2018-03-02").claim()))
        .hasSize(2);
  }

  @Test
  void A05_daysApartAreTwo() {
    assertThat(events(village("a").on("2018-03-02").claim(), village("b").on("2018-03-09").claim()))
        .hasSize(2);
  }

  @Test
  void A06_fightingOnTheNextDayIsAnotherDayOfFighting() {
    List<Event> events =
        events(village("a").on("2018-03-02").claim(), village("b").on("2018-03-03").claim());
    assertThat(events).hasSize(2);
    assertThat(events.getFirst().why().possible()).extracting(Why.Possible::event)
        .containsExactly(events.getLast().id());
  }

  @Test
  void A07_kindsOfTwoFamiliesAreTwo() {
    assertThat(events(
            village("a").on("2018-03-02").claim(),
            village("b").that("army", "arrest", "rebels").on("2018-03-02").claim()))
        .hasSize(2);
  }

  @Test
  void A08_anotherStrikeIsAnother() {
    Telling first = strike("a").at(0).words("planes struck the village in the morning");
    Telling second = strike("a").at(60).words("another air strike hit it in the evening");
    assertThat(events(first.claim(), second.claim())).hasSize(2);
  }

  @Test
  void A09_attackerAndAttackedAreNotExchanged() {
    Telling back = village("a").at(50).that("rebels", "shelling", "army").on("2018-03-02");
    assertThat(events(village("a").that("army", "shelling", "rebels").on("2018-03-02").claim(), back.claim()))
        .hasSize(2);
  }

  @Test
  void A10_aBrigadeIsItsArmy() {
    Event event = one(
        village("a").on("2018-03-02").claim(),
        village("b").that("brigade", "clash", "rebels").on("2018-03-02").claim());
    assertThat(event.why().links().getFirst().terms())
        .contains(new Why.Term("parties", "both sides", 2.7));
  }

  @Test
  void A11_anotherStrikeOfOneSpeakerElsewhereWithOtherCountsIsAnother() {
    Telling first = strike("a").says("monitor").words("planes struck the village").killed(20, 20, "");
    Telling second = strike("b").says("monitor").words("another air strike hit the village").killed(3, 3, "");
    Telling same = strike("c").says("monitor").words("another air strike hit the village").killed(20, 20, "");
    assertThat(events(first.claim(), second.claim())).hasSize(2);
    assertThat(events(first.claim(), same.claim())).hasSize(1);
  }

  @Test
  void A12_twoPlacesOfOneDocumentAreTwoAlsoWhereOneIsOnNoMap() {
    Telling first = Telling.in("a").at(0).that("army", "capture", "").near("Mill", 34, 38, 2).on("2018-03-02");
    Telling second = Telling.in("a").at(60).that("army", "capture", "").somewhere("Farm").on("2018-03-02");
    assertThat(events(first.claim(), second.claim())).hasSize(2);
  }

  @Test
  void A13_distancesFromOnePlaceAreComparedThemselves() {
    Telling one = Telling.in("a").that("planes", "air_strike", "?convoy").from("Mill", 34, 38, 50).on("2018-03-02").killed(4, 4, "");
    Telling other = Telling.in("b").that("planes", "air_strike", "?convoy").from("Mill", 34, 38, 10).on("2018-03-02").killed(4, 4, "");
    Telling same = Telling.in("c").that("planes", "air_strike", "?convoy").from("Mill", 34, 38, 52).on("2018-03-02").killed(4, 4, "");
    assertThat(events(one.claim(), other.claim())).hasSize(2);
    assertThat(events(one.claim(), same.claim())).hasSize(1);
  }

  @Test
  void A14_twoMonthsAreNotNeighboursAsTwoDaysAre() {
    assertThat(events(
            village("a").at(0).between("2018-06-01", "2018-06-30").claim(),
            village("a").at(70).between("2018-07-01", "2018-07-31").claim()))
        .hasSize(2);
  }

  @Test
  void A15_aTellingWithoutPlaceDoesNotPushOutOneThatNamesPlaceAndVictim() {
    Telling dayOff = village("b").that("army", "killing", "?Karim Haddad").on("2018-03-03");
    assertThat(events(
            village("a").that("army", "killing", "?Karim Haddad").on("2018-03-02").claim(),
            dayOff.claim(),
            Telling.in("c").that("army", "killing", "rebels").on("2018-03-02").claim()))
        .hasSize(1);
  }

  @Test
  void B01_plansStatesAndWordsMakeNoEvent() {
    assertThat(events(
            village("a").held(Certainty.PLANNED).claim(),
            village("b").that("army", "control", "").claim(),
            village("c").that("army", "threat", "rebels").claim(),
            village("d").that("army", "accusation", "rebels").claim(),
            village("e").that("army", "zone", "").claim()))
        .isEmpty();
  }

  @Test
  void B02_twoCountsOfTwoGroupsStandSideBySide() {
    Event event = one(
        hills("a").at(0).says("insurgent news").killed(5, 5, "soldiers").claim(),
        hills("a").at(120).says("loyalist activists").killed(2, 2, "officers").claim());
    assertThat(event.contradictions()).hasSize(1);
    Contradiction.Count count = (Contradiction.Count) event.contradictions().getFirst();
    assertThat(count.fate()).isEqualTo(Casualties.Fate.KILLED);
    assertThat(count.versions()).extracting(Contradiction.Version::value)
        .containsExactly("2 (officers)", "5 (soldiers)");
    assertThat(count.versions()).extracting(v -> v.roots().getFirst())
        .containsExactly("loyalist activists", "insurgent news");
    assertThat(event.casualties()).singleElement()
        .satisfies(c -> assertThat(c.low()).isEqualTo(2))
        .satisfies(c -> assertThat(c.high()).hasValue(5));
  }

  @Test
  void B03_deathsAndTheClashTheyReferToAreOneHappening() {
    Event event = one(
        hills("a").at(0).says("insurgent news").killed(5, 5, "soldiers").claim(),
        Telling.in("a").at(110).that("", "killing", "army").says("activists").killed(2, 2, "officers").claim());
    assertThat(event.type().id()).isEqualTo("clash");
    assertThat(event.why().loans()).anySatisfy(
        r -> assertThat(r).contains("states no place", "The Hills"));
    assertThat(event.contradictions()).hasAtLeastOneElementOfType(Contradiction.Count.class);
  }

  @Test
  void B04_aBreakdownBySameSpeakerContradictsNobody() {
    Event event = one(
        hills("a").at(0).says("monitor").killed(5, 5, "people").claim(),
        hills("a").at(60).says("monitor").killed(2, 2, "children").claim());
    assertThat(event.contradictions()).isEmpty();
  }

  @Test
  void B05_aDeathTollNextToTwoClashesStaysApart() {
    List<Event> events = events(
        village("a").at(0).on("2018-03-02").claim(),
        Telling.in("a").at(80).that("", "killing", "rebels").killed(3, 3, "men").claim(),
        Telling.in("a").at(160).that("army", "clash", "rebels").near("Elsewhere", 35.5, 40.5, 2)
            .on("2018-03-02").claim());
    assertThat(events).hasSize(3);
    assertThat(events).filteredOn(e -> e.type().id().equals("killing")).singleElement()
        .satisfies(e -> assertThat(e.place()).isEmpty())
        .satisfies(e -> assertThat(e.why().possible()).isNotEmpty());
  }

  @Test
  void B06_aDenialStaysInTheEventItDenies() {
    Event event = one(
        strike("a").says("monitor").killed(4, 4, "civilians").claim(),
        strike("b").says("ministry").held(Certainty.DENIED).claim());
    assertThat(event.contradictions()).singleElement().isInstanceOf(Contradiction.Polarity.class);
    assertThat(event.contradictions().getFirst().versions())
        .extracting(Contradiction.Version::value).containsExactly("happened", "did not happen");
  }

  @Test
  void B07_aFailedCaptureIsAnOutcome() {
    Event event = one(
        village("a").that("army", "capture", "rebels").on("2018-03-02").says("army").claim(),
        village("b").that("army", "capture", "rebels").on("2018-03-02").says("rebels")
            .held(Certainty.DENIED).claim());
    assertThat(event.contradictions()).singleElement().isInstanceOf(Contradiction.Outcome.class);
  }

  @Test
  void B07b_anAttackBeatenOffIsAnOutcomeToo() {
    Claim taken = village("a").that("army", "capture", "rebels").on("2018-03-02").says("army").claim();
    Claim beaten = village("b").that("army", "ground_attack", "rebels").on("2018-03-02").says("rebels").finer("repelled").claim();
    assertThat(one(taken, beaten).contradictions()).singleElement()
        .isInstanceOfSatisfying(Contradiction.Outcome.class, outcome -> assertThat(outcome.versions())
            .extracting(Contradiction.Version::value).containsExactly("succeeded", "failed"));
    Claim attack = village("c").that("army", "ground_attack", "rebels").on("2018-03-02").says("monitor").claim();
    assertThat(one(attack, beaten).contradictions()).isEmpty();
    Claim others = village("d").that("rebels", "capture", "army").on("2018-03-02").says("rebels").claim();
    assertThat(FUSION.apply(List.of(beaten, others))).flatExtracting(Event::contradictions).noneMatch(Contradiction.Outcome.class::isInstance);
  }

  @Test
  void B08_twoDoersAreTwoVersions() {
    Event event = one(
        village("a").that("army", "shelling", "?a market").on("2018-03-02").says("rebel council").claim(),
        village("b").that("rebels", "shelling", "?a market").on("2018-03-02").says("state news").claim());
    assertThat(event.contradictions()).singleElement().isInstanceOf(Contradiction.Blame.class);
    assertThat(event.contradictions().getFirst().versions())
        .extracting(Contradiction.Version::value).containsExactly("army", "rebels");
  }

  @Test
  void B09_twoVictimsAreTwoVersions() {
    Event event = one(
        village("a").that("army", "air_strike", "rebels").on("2018-03-02").says("army").claim(),
        village("b").that("army", "air_strike", "civilians").on("2018-03-02").says("monitor").claim());
    assertThat(event.contradictions()).singleElement()
        .isInstanceOf(Contradiction.Participants.class);
  }

  @Test
  void B10_oneStoryDatedTwoWaysIsATimingContradiction() {
    String words = "five fighters and a commander died when a mine went off under their car";
    Event event = one(
        village("a").by("x", "2018-03-04").on("2018-03-02").words(words).claim(),
        village("b").by("y", "2018-03-04").on("2018-03-03").words(words).claim());
    assertThat(event.contradictions()).singleElement().isInstanceOf(Contradiction.Timing.class);
  }

  @Test
  void B11_neighbouringVillagesAreAContradictionOfPlace() {
    Event event = one(
        strike("a").says("monitor").claim(),
        Telling.in("b").that("planes", "air_strike", "civilians").near("Next Village", 34.04, 38, 1)
            .on("2018-03-02").says("council").claim());
    assertThat(event.contradictions()).singleElement().isInstanceOf(Contradiction.Whereabouts.class);
  }

  @Test
  void C01_copiesAreKeptAndCountOnce() {
    String words = "fighters of the group shelled the village with mortars for two hours";
    Event event = one(
        strike("a").by("x", "2018-03-02").says("agency").words(words).claim(),
        strike("b").by("y", "2018-03-03").words(words).claim(),
        strike("c").by("z", "2018-03-03").words(words + " on Friday").claim());
    assertThat(event.claims()).hasSize(3);
    assertThat(event.roots()).containsExactly("agency");
  }

  @Test
  void C02_undatedClashesOfTwoDocumentsStayApartVisibly() {
    List<Event> events = events(village("a").claim(), village("b").claim());
    assertThat(events).hasSize(2);
    assertThat(events.getFirst().why().possible()).hasSize(1);
  }

  @Test
  void C03_undatedClashesPublishedTheSameDayAreOne() {
    Event event = one(
        village("a").by("x", "2018-03-02").claim(), village("b").by("y", "2018-03-02").claim());
    assertThat(event.time()).isEmpty();
  }

  @Test
  void C04_aClashInAProvinceIsNotTheClashInEachVillage() {
    List<Event> events = events(
        Telling.in("a").that("army", "clash", "rebels").near("Province", 34.2, 38.2, 80)
            .on("2018-03-02").claim(),
        village("b").on("2018-03-02").claim(),
        Telling.in("c").that("army", "clash", "rebels").near("Elsewhere", 34.6, 38.6, 2)
            .on("2018-03-02").claim());
    assertThat(events).hasSize(3);
  }

  @Test
  void C05_noPlaceAndNoDayAreNoGroundForJoining() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      claims.add(Telling.in("d" + i).that("army", "shelling", "rebels").claim());
    }
    assertThat(FUSION.apply(claims)).hasSize(5);
  }

  @Test
  void D01_theOrderOfArrivalDoesNotMatter() {
    List<Claim> claims = new Synthetic(7).claims(400, 130);
    List<Event> expected = FUSION.apply(claims);
    for (int seed = 0; seed < 5; seed++) {
      List<Claim> shuffled = new ArrayList<>(claims);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(FUSION.apply(shuffled).toString()).isEqualTo(expected.toString());
    }
  }

  @Test
  void D02_everyClaimThatTellsOfAHappeningIsInOneEvent() {
    List<Claim> claims = new ArrayList<>(new Synthetic(11).claims(400, 130));
    claims.add(village("a").held(Certainty.PLANNED).claim());
    List<String> ids =
        FUSION.apply(claims).stream().flatMap(e -> e.claims().stream()).map(Claim::id).sorted().toList();
    assertThat(ids)
        .isEqualTo(
            claims.stream().filter(KNOWLEDGE.fusionWeights()::makesEvent).map(Claim::id).sorted().toList());
  }

  @Test
  void D03_aClaimGivenTwiceCountsOnce() {
    Claim claim = village("a").on("2018-03-02").claim();
    assertThat(one(claim, claim).claims()).hasSize(1);
  }

  @Test
  void D04_theTableNamesOnlyKindsOfTheOntology() {
    assertThat(KNOWLEDGE.fusionWeights().typeIds()).allMatch(KNOWLEDGE.eventTypes()::has);
  }

  private static Telling village(String doc) {
    return Telling.in(doc).that("army", "clash", "rebels").near("Village", 34, 38, 2);
  }

  private static Telling strike(String doc) {
    return Telling.in(doc).that("planes", "air_strike", "civilians").near("Village", 34, 38, 2)
        .on("2018-03-02");
  }

  private static Telling hills(String doc) {
    return Telling.in(doc).that("rebels", "clash", "army").near("The Hills", 33, 37, 15)
        .on("2018-11-08");
  }

  private static List<Event> events(Claim... claims) {
    return FUSION.apply(List.of(claims));
  }

  private static Event one(Claim... claims) {
    List<Event> events = events(claims);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
