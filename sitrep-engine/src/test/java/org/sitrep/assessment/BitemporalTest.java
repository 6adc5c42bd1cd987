package org.sitrep.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlState;
import org.sitrep.control.ControlState.Status;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.fusion.Telling;

import static org.assertj.core.api.Assertions.assertThat;

/** What held on a day, as known on a day, on whose word; rulings; days and places that cannot be. */
class BitemporalTest {

  private static final Assessment ASSESSMENT = War.assessment();

  private static final List<Claim> STORY =
      List.of(
          War.told("a", "rebels", "capture", "2018-03-01").by("Wire", "2018-03-02").says("monitor").claim(),
          War.told("b", "army", "capture", "2018-03-10").by("Wire", "2018-03-20").says("monitor").claim(),
          War.told("c", "army", "capture", "2018-03-08").by("Wire", "2018-03-09").says("army news").claim());

  @Test
  void A01_theLatestDay() {
    assertThat(one(STORY, Question.LATEST).holders()).containsExactly("army");
  }

  @Test
  void A02_anEarlierDayAsKnownNow() {
    assertThat(one(STORY, at("2018-03-05", "")).holders()).containsExactly("rebels");
  }

  @Test
  void A03_aDayAsKnownThen() {
    ControlState state = one(STORY, at("2018-03-15", "2018-03-15"));
    assertThat(state.holders()).containsExactly("rebels", "army");
    assertThat(state.status()).isEqualTo(Status.CONTESTED);
    assertThat(one(STORY, at("2018-03-15", "2018-03-20")).holders()).containsExactly("army");
  }

  @Test
  void A04_beforeTheFirstWordThereIsNoState() {
    assertThat(states(STORY, at("2018-02-01", ""))).isEmpty();
    assertThat(states(STORY, at("", "2018-02-01"))).isEmpty();
  }

  @Test
  void A05_longSilenceIsUnknown() {
    ControlState state = one(STORY, at("2022-01-01", ""));
    assertThat(state.status()).isEqualTo(Status.UNKNOWN);
    assertThat(state.holders()).isEmpty();
    assertThat(state.heard()).contains(LocalDate.of(2018, 3, 10));
  }

  @Test
  void B01_theWorldByOneWordAlone() {
    ControlState state = one(STORY, new Question(Optional.empty(), Optional.empty(), Set.of("army news")));
    assertThat(state.holders()).containsExactly("army");
    assertThat(state.status()).isEqualTo(Status.CLAIMED);
    assertThat(state.since()).contains(LocalDate.of(2018, 3, 8));
  }

  @Test
  void B02_whoSaysNothingHasNoState() {
    assertThat(states(STORY, new Question(Optional.empty(), Optional.empty(), Set.of("rebel news")))).isEmpty();
  }

  @Test
  void B03_namesOfRoots() {
    assertThat(ASSESSMENT.rootsOf("Army News", ASSESSMENT.entries(STORY))).containsExactly("army news");
    assertThat(ASSESSMENT.rootsOf("nobody", ASSESSMENT.entries(STORY))).isEmpty();
  }

  @Test
  void B04_lanes() {
    List<ControlEntry> entries = ASSESSMENT.entries(STORY);
    List<ControlLane> lanes = ASSESSMENT.lanes(entries, List.of(), Question.LATEST, "t:village");
    assertThat(lanes).extracting(ControlLane::speaker).containsExactly("assessed", "monitor", "army news");
    assertThat(lanes.getFirst().stretches())
        .extracting(s -> s.from().orElseThrow().toString(), s -> s.state().holders().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2018-03-01", "[rebels]"),
            org.assertj.core.groups.Tuple.tuple("2018-03-08", "[rebels, army]"),
            org.assertj.core.groups.Tuple.tuple("2018-03-10", "[army]"));
  }

  @Test
  void B05_theListAndTheCourseOfAPlaceAgreeOnEveryDay() {
    String[] roots = {"monitor", "army news", "rebel news", "a passer-by", "a second one"};
    String[] sides = {"army", "rebels", "tribes"};
    String[] types = {"capture", "withdrawal", "control"};
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Claim> claims = new ArrayList<>();
      LocalDate day = LocalDate.of(2018, 3, 1);
      for (int i = 0; i < 2 + random.nextInt(6); i++) {
        String told = day.toString();
        claims.add(
            War.told("d" + i, sides[random.nextInt(3)], types[random.nextInt(3)], told).by("Wire", told)
                .says(roots[random.nextInt(5)]).claim());
        day = day.plusDays(random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(5));
      }
      List<ControlEntry> entries = ASSESSMENT.entries(claims);
      ASSESSMENT.lanes(entries, List.of(), Question.LATEST, "t:village").getFirst().stretches().forEach(
          stretch -> {
            ControlState listed = one(claims, at(stretch.from().orElseThrow().toString(), ""));
            assertThat(stretch.state().status()).as("%s", claims).isEqualTo(listed.status());
            assertThat(stretch.state().holders()).isEqualTo(listed.holders());
          });
      ControlState last = ASSESSMENT.lanes(entries, List.of(), Question.LATEST, "t:village").getFirst().stretches().getLast().state();
      ControlState listed = one(claims, Question.LATEST);
      assertThat(last.status()).as("seed %s", seed).isEqualTo(listed.status());
      assertThat(last.holders()).isEqualTo(listed.holders());
    }
  }

  @Test
  void C01_aRulingWinsFromItsDayAndEndsWhenWithdrawn() {
    Ruling ruling = ruling("rebels", "2018-03-12", "2018-04-01");
    List<ControlEntry> entries = ASSESSMENT.entries(STORY);
    ControlState ruled = ASSESSMENT.states(entries, List.of(ruling), at("2018-03-15", "")).getFirst();
    assertThat(ruled.status()).isEqualTo(Status.RULED);
    assertThat(ruled.holders()).containsExactly("rebels");
    assertThat(ruled.ruling()).contains(ruling);
    assertThat(ruled.words()).isNotEmpty();
    assertThat(ASSESSMENT.states(entries, List.of(ruling), at("2018-03-11", "")).getFirst().holders()).containsExactly("army");
    assertThat(ASSESSMENT.states(entries, List.of(ruling), at("2018-03-15", "2018-03-30")).getFirst().ruling()).isEmpty();
    Ruling withdrawn = ruling("", "2018-03-12", "2018-05-01");
    assertThat(ASSESSMENT.states(entries, List.of(ruling, withdrawn), Question.LATEST).getFirst().ruling()).isEmpty();
  }

  @Test
  void C02_aRulingDoesNotChangeWhatOneSourceSays() {
    Question question = new Question(Optional.empty(), Optional.empty(), Set.of("army news"));
    ControlState state =
        ASSESSMENT.states(ASSESSMENT.entries(STORY), List.of(ruling("rebels", "2018-03-01", "2018-04-01")), question).getFirst();
    assertThat(state.holders()).containsExactly("army");
  }

  @Test
  void C03_contestedAndUnknownCanBeRuled() {
    List<ControlEntry> entries = ASSESSMENT.entries(STORY);
    assertThat(ASSESSMENT.states(entries, List.of(ruling("contested", "2018-03-12", "2018-04-01")), Question.LATEST).getFirst().status())
        .isEqualTo(Status.ASSESSED);
    assertThat(ASSESSMENT.states(entries, List.of(ruling("contested", "2018-03-10", "2018-04-01")), Question.LATEST).getFirst().status())
        .isEqualTo(Status.CONTESTED);
    assertThat(ASSESSMENT.states(entries, List.of(ruling("unknown", "2018-03-10", "2018-04-01")), Question.LATEST).getFirst().status())
        .isEqualTo(Status.UNKNOWN);
  }

  @Test
  void D01_aDayThatCannotBeIsListedAndLeftOut() {
    Claim past = War.told("a", "rebels", "capture", "1018-03-01").by("Wire", "2018-03-02").says("monitor").claim();
    Claim future = War.told("b", "army", "capture", "2081-03-01").by("Wire", "2018-03-02").says("monitor").claim();
    List<ControlEntry> entries = ASSESSMENT.entries(List.of(past, future));
    assertThat(entries).hasSize(2);
    assertThat(ASSESSMENT.states(entries, List.of(), Question.LATEST)).isEmpty();
    assertThat(ASSESSMENT.check(entries)).extracting(Issue::kind).containsExactly(Issue.Kind.TIME, Issue.Kind.TIME);
  }

  @Test
  void D02_aPublicationThatCannotBeIsNone() {
    Claim claim = War.told("a", "rebels", "capture", "").by("Wire", "0018-03-02").says("monitor").claim();
    assertThat(ASSESSMENT.entries(List.of(claim)).getFirst().known()).isEmpty();
    assertThat(one(List.of(claim), Question.LATEST).since()).isEmpty();
  }

  @Test
  void D03_aPlaceThatMovedIsReported() {
    Claim before = War.told("a", "rebels", "capture", "2018-03-01").says("monitor").claim();
    Claim after = Telling.in("b").that("rebels", "control", "").near("Village", 34.5, 38, 2).on("2018-03-05").says("monitor").claim();
    List<ControlEntry> entries = ASSESSMENT.entries(List.of(before, after));
    assertThat(ASSESSMENT.check(entries)).singleElement().satisfies(i -> {
      assertThat(i.kind()).isEqualTo(Issue.Kind.PLACE);
      assertThat(i.message()).contains("Village stands at two points, 34.0000, 38.0000 and 34.5000, 38.0000, 55.5 km apart");
    });
    assertThat(ASSESSMENT.states(entries, List.of(), Question.LATEST)).hasSize(1);
    assertThat(entries).extracting(e -> e.place().lat()).containsExactly(34.0, 34.5);
  }

  @Test
  void D04_wordsWithoutAnyDayCountOnlyWhereNoneIsDated() {
    Claim undated = War.told("a", "army", "capture", "").says("monitor").claim();
    assertThat(one(List.of(undated), Question.LATEST).holders()).containsExactly("army");
    Claim dated = War.told("b", "rebels", "capture", "2018-03-01").says("monitor").claim();
    assertThat(one(List.of(undated, dated), Question.LATEST).holders()).containsExactly("rebels");
  }

  @Test
  void D05_aMonthIsTakenByItsEnd() {
    Claim claim =
        Telling.in("a").that("army", "capture", "").near("Village", 34, 38, 2).between("2018-03-01", "2018-03-31")
            .by("Wire", "2018-04-10").says("monitor").claim();
    assertThat(states(List.of(claim), at("2018-03-15", ""))).isEmpty();
    assertThat(one(List.of(claim), at("2018-03-31", "")).holders()).containsExactly("army");
  }

  @Test
  void N01_neitherTheOrderNorWhatBecomesKnownLaterMatters() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Claim> claims = made(random, 40);
      List<ControlEntry> entries = ASSESSMENT.entries(claims);
      List<Claim> shuffled = new ArrayList<>(claims);
      Collections.shuffle(shuffled, random);
      assertThat(ASSESSMENT.entries(shuffled)).as("seed " + seed).isEqualTo(entries);
      List<ControlEntry> stirred = new ArrayList<>(entries);
      Collections.shuffle(stirred, random);
      LocalDate day = LocalDate.of(2018, 3, 1 + random.nextInt(28));
      Question then = new Question(Optional.empty(), Optional.of(day), Set.of());
      List<ControlState> all = ASSESSMENT.states(stirred, List.of(), then);
      List<Claim> known = claims.stream().filter(c -> c.published().filter(p -> !p.isAfter(day)).isPresent()).toList();
      assertThat(plain(all)).as("seed " + seed).isEqualTo(plain(ASSESSMENT.states(ASSESSMENT.entries(known), List.of(), then)));
    }
  }

  /** What entries are copies of may name claims known later; all else is the same. */
  private static List<String> plain(List<ControlState> states) {
    return states.stream()
        .map(s -> s.place().name() + s.status() + s.holders() + s.since() + s.roots() + s.claims() + s.belief() + s.heard())
        .toList();
  }

  private static List<Claim> made(Random random, int count) {
    String[] sides = {"army", "rebels", "militia", "others", "militants"};
    String[] types = {"capture", "control", "withdrawal"};
    String[] roots = {"army news", "rebel news", "monitor", "someone", ""};
    String[] words = {
      "units took full control of the village after heavy fighting at dawn on the road",
      "units took full control of the village after heavy fighting at dawn on the road north",
      "took full control of the village after heavy fighting at dawn on the road north of it",
      "a village changed hands once more"
    };
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int told = 1 + random.nextInt(28);
      int happened = Math.max(1, told - random.nextInt(6));
      String root = roots[random.nextInt(roots.length)];
      Telling telling =
          Telling.in("d" + i).by("outlet " + random.nextInt(4), "2018-03-" + (told < 10 ? "0" : "") + told).at(i)
              .that(sides[random.nextInt(sides.length)], types[random.nextInt(3)], "")
              .near("Place " + random.nextInt(3), 34, 38 + random.nextInt(3), 2)
              .words(words[random.nextInt(words.length)])
              .held(random.nextInt(5) == 0 ? Certainty.DENIED : Certainty.CERTAIN);
      telling = random.nextInt(4) == 0 ? telling : telling.on("2018-03-" + (happened < 10 ? "0" : "") + happened);
      claims.add((root.isEmpty() ? telling : telling.says(root)).claim());
    }
    return claims;
  }

  private static Question at(String day, String known) {
    return new Question(date(day), date(known), Set.of());
  }

  private static Optional<LocalDate> date(String day) {
    return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
  }

  private static List<ControlState> states(List<Claim> claims, Question question) {
    return ASSESSMENT.states(ASSESSMENT.entries(claims), List.of(), question);
  }

  private static ControlState one(List<Claim> claims, Question question) {
    List<ControlState> states = states(claims, question);
    assertThat(states).hasSize(1);
    return states.getFirst();
  }

  private static Ruling ruling(String value, String from, String decided) {
    return new Ruling(
        Ruling.Subject.PLACE, "t:village", value, date(from), "photographs seen", "an editor",
        Instant.parse(decided + "T10:00:00Z"));
  }
}
