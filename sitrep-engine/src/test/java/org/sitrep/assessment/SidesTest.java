package org.sitrep.assessment;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.fusion.Telling;

import static org.assertj.core.api.Assertions.assertThat;

/** From one holder to allies, described allies, opponents named together, and parts of a town. */
class SidesTest {

  private static final Assessment ASSESSMENT = War.assessment();

  @Test
  void A01_alliesAreNoContest() {
    List<ControlState> states =
        states(
            War.told("a", "army", "capture", "2018-03-01").says("army news").claim(),
            War.told("b", "militia", "capture", "2018-03-01").says("someone").claim());
    assertThat(states).singleElement().satisfies(s -> {
      assertThat(s.holders()).containsExactly("army");
      assertThat(s.status()).isEqualTo(Status.ASSESSED);
    });
  }

  @Test
  void A02_describedAlliesOfOneSpeakerAreOfTheSideNamedWithThem() {
    Claim claim = together(War.told("a", "army", "capture", "2018-03-01").says("someone").claim(), "its allies");
    assertThat(states(claim)).singleElement().satisfies(s -> {
      assertThat(s.holders()).containsExactly("army");
      assertThat(s.status()).isEqualTo(Status.CLAIMED);
    });
  }

  @Test
  void A03_itsAlliesOfOneAreNotThoseOfTheOther() {
    List<ControlState> states =
        states(
            together(War.told("a", "army", "capture", "2018-03-01").says("army news").claim(), "its allies"),
            together(War.told("b", "rebels", "capture", "2018-03-01").says("rebel news").claim(), "its allies"));
    assertThat(states).singleElement().satisfies(s -> {
      assertThat(s.holders()).containsExactly("army", "rebels");
      assertThat(s.status()).isEqualTo(Status.CONTESTED);
    });
  }

  @Test
  void A04_opponentsNamedTogetherContestThePlace() {
    Claim claim = together(War.told("a", "army", "control", "2018-03-01").says("monitor").claim(), "rebels=Rebels");
    assertThat(states(claim)).singleElement().satisfies(s -> {
      assertThat(s.holders()).containsExactly("army", "rebels");
      assertThat(s.status()).isEqualTo(Status.CONTESTED);
    });
  }

  @Test
  void A05_whoIsAllyDependsOnTheDay() {
    assertThat(
            states(
                War.told("a", "army", "control", "2021-03-01").says("monitor").claim(),
                War.told("b", "rebels", "control", "2021-03-01").says("monitor").claim()))
        .singleElement()
        .satisfies(s -> assertThat(s.holders()).containsExactly("army"));
  }

  @Test
  void B01_militantsOfNoStatedSideContestNothing() {
    assertThat(
            states(
                War.told("a", "rebels", "capture", "2018-03-01").says("monitor").claim(),
                War.told("b", "militants", "control", "2018-03-02").says("monitor").claim()))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.holders()).containsExactly("rebels");
          assertThat(s.status()).isEqualTo(Status.ASSESSED);
        });
  }

  @Test
  void B02_whereNobodyIsNamedMilitantsHoldThePlace() {
    assertThat(states(War.told("b", "militants", "control", "2018-03-02").says("monitor").claim()))
        .singleElement()
        .satisfies(s -> assertThat(s.holders()).containsExactly("militants"));
  }

  @Test
  void C01_aPartOfATownDoesNotContestTheTown() {
    Claim town = Telling.in("a").that("rebels", "control", "").near("Town", 34, 38, 5).on("2018-03-01").says("monitor").claim();
    Claim north = moved(Telling.in("b").that("army", "capture", "").near("Town", 34, 38, 5).on("2018-03-02").says("monitor").claim(), "northern Town");
    List<ControlState> states = states(town, north);
    assertThat(states).extracting(s -> s.place().name()).containsExactly("Town", "northern Town");
    assertThat(states).extracting(ControlState::status).containsOnly(Status.ASSESSED);
  }

  @Test
  void C02_provincesAreListedAndHaveNoState() {
    Claim claim = Telling.in("a").that("rebels", "control", "").near("Province", 34, 38, 60).on("2018-03-01").says("monitor").claim();
    assertThat(ASSESSMENT.apply(List.of(claim)).entries()).hasSize(1);
    assertThat(states(claim)).isEmpty();
  }

  private static List<ControlState> states(Claim... claims) {
    return ASSESSMENT.apply(List.of(claims)).states();
  }

  /** The same claim with a second doer. */
  private static Claim together(Claim c, String other) {
    Participant second =
        other.contains("=")
            ? new Participant(other, other.substring(other.indexOf('=') + 1), Optional.of(other.substring(0, other.indexOf('='))))
            : new Participant(other, other, Optional.empty());
    List<Participant> actors = List.of(second, named(c.actors().getFirst()));
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(),
        actors, c.targets(), c.places(), c.time(), c.attribution(), c.certainty(), c.casualties(), c.materiel(),
        c.distance(), c.provenance());
  }

  /** A party under a name that is not its id, as the packs have them. */
  private static Participant named(Participant p) {
    return new Participant(p.surface(), "The " + p.name(), p.actor());
  }

  /** The same claim of a spot beside the place's own point. */
  private static Claim moved(Claim c, String surface) {
    var at = c.places().getFirst();
    var part =
        new org.sitrep.mention.Location(
            surface, at.name(), at.status(), at.place(), at.lat() + 0.02, at.lon(), 2, at.step(), List.of());
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(),
        c.actors(), c.targets(), List.of(part), c.time(), c.attribution(), c.certainty(), c.casualties(), c.materiel(),
        c.distance(), c.provenance());
  }
}
