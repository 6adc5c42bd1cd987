package org.sitrep.assessment;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From one boast to a place that changes hands. */
class AssessmentTest {

  /** "army news" speaks for the army, and so on; the monitor is for nobody; others are not known. */
  private static final Assessment ASSESSMENT = War.assessment();

  @Test
  void A01_noClaimNoLedger() {
    ControlLedger ledger = ASSESSMENT.apply(List.of());
    assertThat(ledger.entries()).isEmpty();
    assertThat(ledger.states()).isEmpty();
  }

  @Test
  void A02_aSidesOwnWordIsItsClaim() {
    ControlState state = state(taken("army", "2018-03-02").says("army news").claim());
    assertThat(state.status()).isEqualTo(Status.CLAIMED);
    assertThat(state.holders()).containsExactly("army");
    assertThat(state.since()).contains(LocalDate.of(2018, 3, 2));
  }

  @Test
  void A03_theLosersWordConcedes() {
    assertThat(state(taken("army", "2018-03-02").says("rebel news").claim()).status())
        .isEqualTo(Status.CONCEDED);
  }

  @Test
  void A04_aNeutralWordAssesses() {
    assertThat(state(taken("army", "2018-03-02").says("monitor").claim()).status())
        .isEqualTo(Status.ASSESSED);
  }

  @Test
  void A05_anUnknownSourceIsNotNeutral() {
    assertThat(state(taken("army", "2018-03-02").says("a passer-by").claim()).status())
        .isEqualTo(Status.CLAIMED);
  }

  @Test
  void A06_twoIndependentRootsAssess() {
    assertThat(
            state(
                    taken("army", "2018-03-02").says("army news").claim(),
                    taken2("b", "army", "2018-03-02").says("a passer-by").claim())
                .status())
        .isEqualTo(Status.ASSESSED);
  }

  @Test
  void A07_aCopyIsNoSecondRoot() {
    String words = "army units took full control of the village after heavy fighting at dawn";
    assertThat(
            state(
                    taken("army", "2018-03-02").says("army news").words(words).claim(),
                    taken2("b", "army", "2018-03-02").by("x", "").words(words).claim())
                .status())
        .isEqualTo(Status.CLAIMED);
  }

  @Test
  void A08_likelyAndPlannedMoveNothing() {
    ControlLedger ledger =
        ASSESSMENT.apply(
            List.of(
                taken2("b", "army", "2018-03-02").says("monitor").held(Certainty.PROBABLE).claim(),
                taken2("c", "army", "2018-03-02").says("monitor").held(Certainty.PLANNED).claim()));
    assertThat(ledger.entries()).extracting(ControlEntry::certainty).containsExactly(Certainty.PROBABLE);
    assertThat(ledger.states()).isEmpty();
  }

  @Test
  void A09_whatIsDeniedIsNotTaken() {
    ControlState state = state(taken("army", "2018-03-02").says("monitor").held(Certainty.DENIED).claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(state.holders()).isEmpty();
    assertThat(state.words()).extracting(ControlEntry::certainty).containsExactly(Certainty.DENIED);
  }

  @Test
  void A10_enteringShellingAndAdvancingAreNoControl() {
    for (String type : List.of("advance", "shelling", "ground_attack", "clash", "deployment")) {
      Claim claim =
          Telling.in("a").that("army", type, "rebels").near("Village", 34, 38, 2).on("2018-03-02").says("monitor").claim();
      assertThat(ASSESSMENT.apply(List.of(claim)).entries()).as(type).isEmpty();
    }
  }

  @Test
  void B01_aBoastDoesNotDisplaceWhatIsAssessed() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            taken2("b", "army", "2018-03-05").says("army news").claim());
    assertThat(state.status()).isEqualTo(Status.CONTESTED);
    assertThat(state.holders()).containsExactly("rebels", "army");
  }

  @Test
  void B02_aNeutralWordDisplaces() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            taken2("b", "army", "2018-03-05").says("monitor").claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(state.holders()).containsExactly("army");
  }

  @Test
  void B03_boastsOfOneDayContestThePlace() {
    assertThat(
            state(
                    taken("rebels", "2018-03-01").says("rebel news").claim(),
                    taken2("b", "army", "2018-03-01").says("army news").claim())
                .status())
        .isEqualTo(Status.CONTESTED);
  }

  @Test
  void B04_aLaterBoastFollowsAnEarlierOne() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("rebel news").claim(),
            taken2("b", "army", "2018-03-09").says("army news").claim());
    assertThat(state.status()).isEqualTo(Status.CLAIMED);
    assertThat(state.holders()).containsExactly("army");
  }

  @Test
  void B05_aSideThatAdmitsItsRetreatHasLeft() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            Telling.in("b").that("rebels", "withdrawal", "").near("Village", 34, 38, 2)
                .on("2018-03-05").says("rebel news").claim());
    assertThat(state.holders()).isEmpty();
    assertThat(state.status()).isEqualTo(Status.CONCEDED);
  }

  @Test
  void B06_theEnemysWordOfARetreatMovesNothing() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            Telling.in("b").that("rebels", "withdrawal", "").near("Village", 34, 38, 2)
                .on("2018-03-05").says("army news").claim());
    assertThat(state.holders()).containsExactly("rebels");
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
  }

  @Test
  void B07_aDeniedBoastIsContested() {
    ControlState state =
        state(
            taken("army", "2018-03-01").says("army news").claim(),
            taken2("b", "army", "2018-03-02").says("rebel news").held(Certainty.DENIED).claim());
    assertThat(state.status()).isEqualTo(Status.CONTESTED);
    assertThat(state.holders()).containsExactly("army");
    assertThat(state.roots()).containsExactly("army news", "rebel news");
  }

  @Test
  void B08_theSideThatAdmitsItDidNotTakeItHasNotTakenIt() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            taken2("b", "army", "2018-03-03").says("army news").held(Certainty.DENIED).claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(state.holders()).containsExactly("rebels");
  }

  @Test
  void B09_theSameBoastAgainAndAgainMovesNothing() {
    List<Claim> claims = new ArrayList<>();
    claims.add(taken("rebels", "2018-03-01").says("monitor").claim());
    for (int day = 2; day <= 9; day++) {
      claims.add(taken2("b" + day, "army", "2018-03-0" + day).says("army news").claim());
    }
    ControlState state = state(claims.toArray(Claim[]::new));
    assertThat(state.status()).isEqualTo(Status.CONTESTED);
    assertThat(state.holders()).containsExactly("rebels", "army");
    assertThat(state.belief().getFirst().who()).isEqualTo("rebels");
  }

  @Test
  void B10_aNeutralWordAfterABoastEndsTheContest() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            taken2("b", "army", "2018-03-05").says("army news").claim(),
            Telling.in("c").that("rebels", "control", "").near("Village", 34, 38, 2).on("2018-03-08").says("monitor").claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(state.holders()).containsExactly("rebels");
  }

  @Test
  void B11_believedSharesAddUpToOne() {
    ControlState state =
        state(
            taken("rebels", "2018-03-01").says("monitor").claim(),
            taken2("b", "army", "2018-03-05").says("army news").claim());
    assertThat(state.belief()).hasSize(4);
    assertThat(state.belief().stream().mapToDouble(ControlState.Belief::share).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void B12_theRetreatOfTheLoserLeavesThePlaceToItsHolder() {
    ControlState state =
        state(
            taken("army", "2018-03-01").says("monitor").claim(),
            left("rebels", "2018-03-04").says("rebel news").claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(state.holders()).containsExactly("army");
    assertThat(share(state, "army")).isGreaterThan(0.7);
  }

  @Test
  void B13_whoNeverHeldThePlaceLeavesItAsItIs() {
    ControlState before = state(taken("army", "2018-03-01").says("monitor").claim());
    ControlState state =
        state(
            taken("army", "2018-03-01").says("monitor").claim(),
            left("rebels", "2018-03-04").says("monitor").claim());
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
    assertThat(share(state, "army")).isGreaterThanOrEqualTo(share(before, "army"));
  }

  @Test
  void B14_oneAdmissionOfTheLossToAnotherConcedes() {
    ControlState state =
        state(
            taken("army", "2018-03-01").says("rebel news").claim(),
            left("rebels", "2018-03-03").says("rebel news").claim());
    assertThat(state.status()).isEqualTo(Status.CONCEDED);
    assertThat(state.holders()).containsExactly("army");
  }

  @Test
  void B15_whatOneUnknownSourceSaysOfARetreatMovesNothing() {
    ControlState state =
        state(
            taken("army", "2018-03-01").says("monitor").claim(),
            left("army", "2018-03-04").says("a passer-by").claim());
    assertThat(state.holders()).containsExactly("army");
    assertThat(state.status()).isEqualTo(Status.ASSESSED);
  }

  @Test
  void C01_theOrderOfArrivalDoesNotMatter() {
    List<Claim> claims = new ArrayList<>();
    String[] sides = {"army", "rebels"};
    String[] roots = {"army news", "rebel news", "monitor", "someone"};
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      claims.add(
          Telling.in("d" + i).that(sides[random.nextInt(2)], random.nextBoolean() ? "capture" : "control", "")
              .near("Place " + random.nextInt(5), 34, 38 + random.nextInt(5), 2)
              .on("2018-03-0" + (1 + random.nextInt(9))).says(roots[random.nextInt(4)]).claim());
    }
    String expected = ASSESSMENT.apply(claims).toString();
    Collections.shuffle(claims, random);
    assertThat(ASSESSMENT.apply(claims).toString()).isEqualTo(expected);
  }

  @Test
  void C02_affiliationsComeFromThePack() {
    Knowledge knowledge =
        Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria"));
    Assessment assessment = new Assessment(knowledge);
    ControlLedger ledger =
        assessment.apply(
            List.of(
                Telling.in("a").that("sy.4th-division", "capture", "isis").near("Village", 34, 38, 2)
                    .on("2018-03-02").says("isis").claim(),
                Telling.in("b").that("sy.4th-division", "capture", "isis").near("Hill", 35, 38, 2)
                    .on("2018-03-02").says("sy.forces").claim()));
    assertThat(ledger.states()).extracting(ControlState::status)
        .containsExactly(Status.CLAIMED, Status.CONCEDED);
  }

  @Test
  void C03_peopleWithoutANameAreOneRootOfASideAndSettleNothing() {
    Assessment assessment = new Assessment(Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria")));
    ControlLedger ledger =
        assessment.apply(
            List.of(
                won("a", "a military source").by("SANA", "2018-03-02").claim(),
                won("b", "a field commander").by("SANA", "2018-03-03").claim()));
    assertThat(ledger.entries()).extracting(ControlEntry::root).containsOnly("unnamed.sy");
    assertThat(ledger.entries()).extracting(ControlEntry::standing).containsOnly(ControlEntry.Standing.CLAIMED);
    assertThat(ledger.states().getFirst().rootNames()).containsExactly("a military source (unnamed)");
    assertThat(ledger.states()).extracting(ControlState::status).containsExactly(Status.CLAIMED);
  }

  @Test
  void C04_anUnnamedAdmissionConcedesNothing() {
    Assessment assessment = new Assessment(Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria")));
    Claim admitted = won("a", "an Islamic State insider").by("Some Gazette", "2018-03-03").claim();
    Claim boast = won("b", "sy.forces=Syrian Arab Army").by("Other Gazette", "2018-03-03").claim();
    assertThat(assessment.apply(List.of(admitted)).entries()).extracting(ControlEntry::standing)
        .containsExactly(ControlEntry.Standing.CONCEDED);
    assertThat(assessment.apply(List.of(admitted)).states().getFirst().status()).isEqualTo(Status.CLAIMED);
    assertThat(assessment.apply(List.of(admitted, boast)).states().getFirst().status()).isEqualTo(Status.CLAIMED);
  }

  @Test
  void C05_anOutletThatIsCitedIsTheSameRootAsTheOutlet() {
    Assessment assessment = new Assessment(Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria")));
    ControlLedger ledger =
        assessment.apply(
            List.of(
                Telling.in("a").that("sy.forces", "capture", "isis").near("Village", 34, 38, 2).on("2018-03-02")
                    .by("SANA", "2018-03-03").claim(),
                won("b", "SANA").by("Other Gazette", "2018-03-04").claim()));
    assertThat(ledger.entries()).extracting(ControlEntry::root).containsOnly("sana");
    assertThat(ledger.states()).extracting(ControlState::status).containsExactly(Status.CLAIMED);
  }

  @Test
  void C06_anOutletThatCitesSomebodyForItIsNoSecondRoot() {
    Claim cited = taken("army", "2018-03-02").at(100).says("army news").by("outlet", "2018-03-03").claim();
    for (int at : List.of(0, 200)) {
      Claim own = taken("army", "2018-03-02").at(at).by("outlet", "2018-03-03").claim();
      assertThat(state(own, cited).status()).as("own voice at %d", at).isEqualTo(Status.CLAIMED);
    }
    Claim undated = Telling.in("a").that("army", "control", "").near("Village", 34, 38, 2).by("outlet", "2018-03-03").claim();
    assertThat(state(undated, cited).status()).isEqualTo(Status.CLAIMED);
    ControlLedger ledger = ASSESSMENT.apply(List.of(undated, cited));
    assertThat(ledger.entries()).extracting(ControlEntry::root).containsExactlyInAnyOrder("army news", "outlet");
    assertThat(ledger.entries()).filteredOn(e -> e.root().equals("outlet")).singleElement()
        .satisfies(e -> assertThat(e.copyOf()).containsExactly(cited.id()));
  }

  @Test
  void C07_norIsANeutralOutletNeutralOnABoastThatItCites() {
    Claim cited = taken("army", "2018-03-02").at(100).says("army news").by("monitor", "2018-03-03").claim();
    Claim own = taken("army", "2018-03-02").by("monitor", "2018-03-03").claim();
    assertThat(state(own).status()).isEqualTo(Status.ASSESSED);
    assertThat(state(own, cited).status()).isEqualTo(Status.CLAIMED);
  }

  @Test
  void C08_whatItTellsElsewhereOrOfSomethingElseIsItsOwnWord() {
    Claim cited = taken("army", "2018-03-02").at(100).says("army news").by("outlet", "2018-03-03").claim();
    Claim elsewhere = taken2("b", "army", "2018-03-02").by("outlet", "2018-03-03").claim();
    Claim before = taken("army", "2018-01-09").at(200).by("outlet", "2018-03-03").claim();
    Claim other = taken("rebels", "2018-03-02").at(300).by("outlet", "2018-03-03").claim();
    assertThat(state(cited, elsewhere).status()).isEqualTo(Status.ASSESSED);
    assertThat(ASSESSMENT.apply(List.of(cited, before, other)).entries()).allMatch(e -> e.copyOf().isEmpty());
  }

  @Test
  void C09_twoWhoAreCitedStayTwo() {
    Claim own = taken("army", "2018-03-02").by("outlet", "2018-03-03").claim();
    Claim first = taken("army", "2018-03-02").at(100).says("army news").by("outlet", "2018-03-03").claim();
    Claim second = taken("army", "2018-03-02").at(200).says("a passer-by").by("outlet", "2018-03-03").claim();
    assertThat(state(own, first, second).status()).isEqualTo(Status.ASSESSED);
  }

  @Test
  void C10_ofAPlaceThatNobodyIsCitedForItIsTheOutletsWord() {
    Claim own = taken("army", "2018-03-02").near("Hamlet", 35, 39, 2).by("monitor", "2018-03-03").claim();
    Claim cited = taken("army", "2018-03-02").at(100).says("army news").by("monitor", "2018-03-03").claim();
    assertThat(ASSESSMENT.apply(List.of(own, cited)).states()).extracting(s -> s.place().name() + " " + s.status())
        .containsExactly("Hamlet ASSESSED", "Village CLAIMED");
  }

  private static Telling won(String doc, String holder) {
    return Telling.in(doc).that("sy.forces", "capture", "isis").near("Village", 34, 38, 2).on("2018-03-02").says(holder);
  }

  private static Telling taken(String taker, String day) {
    return taken2("a", taker, day);
  }

  private static Telling taken2(String doc, String taker, String day) {
    return Telling.in(doc).that(taker, "capture", "").near("Village", 34, 38, 2).on(day);
  }

  private static ControlState state(Claim... claims) {
    List<ControlState> states = ASSESSMENT.apply(List.of(claims)).states();
    assertThat(states).hasSize(1);
    return states.getFirst();
  }

  private static Telling left(String side, String day) {
    return Telling.in("b").that(side, "withdrawal", "").near("Village", 34, 38, 2).on(day);
  }

  private static double share(ControlState state, String who) {
    return state.belief().stream().filter(b -> b.who().equals(who)).findFirst().orElseThrow().share();
  }
}
