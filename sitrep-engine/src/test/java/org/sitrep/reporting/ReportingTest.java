package org.sitrep.reporting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sitrep.assessment.Assessment;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.fusion.Fusion;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.report.SituationReport;
import org.sitrep.report.SituationReport.Line;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** From an empty day to a day told by several sides. */
class ReportingTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria"));
  private static final Reporting REPORTING = new Reporting(KNOWLEDGE);
  private static final String ISIS = "isis=ISIS";
  private static final String ARMY = "sy.forces=Syrian Arab Army";
  private static final LocalDate DAY = LocalDate.of(2018, 3, 2);

  @Test
  void A01_aDayWithoutClaimsSaysSo() {
    SituationReport report = report();
    assertThat(report.sections()).isEmpty();
    assertThat(REPORTING.markdown(report, List.of(), Map.of())).contains("2018-03-02", "No claim tells");
  }

  @Test
  void A02_whoSaysWhatIsNamed() {
    assertThat(lines(hill("a").says("amaq=Amaq").killed(5, 5, "soldiers").claim()))
        .containsExactly(
            "Amaq says that ISIS and the Syrian Arab Army fought in Salt Hill and five soldiers were killed.");
  }

  @Test
  void A03_theSameWordByTwoIsSaidOnce() {
    assertThat(lines(hill("a").says("amaq=Amaq").claim(), hill("b").says("the monitor").claim()))
        .singleElement().asString().startsWith("Amaq and the monitor say that");
  }

  @Test
  void A04_versionsStandSideBySide() {
    List<String> lines = lines(
        hill("a").at(0).says("amaq=Amaq").killed(5, 5, "soldiers").claim(),
        hill("a").at(90).says("local activists").killed(2, 2, "officers").claim());
    assertThat(lines.getFirst()).endsWith("; local activists say that two officers were killed.");
    assertThat(lines.getLast())
        .isEqualTo("Salt Hill, killed: 5 (soldiers) according to Amaq; 2 (officers) according to local activists.");
  }

  @Test
  void A05_noClaimBecomesFirmer() {
    assertThat(lines(hill("a").says("amaq=Amaq").held(Certainty.POSSIBLE).claim()))
        .singleElement().asString().contains("says that possibly");
    assertThat(report(hill("a").held(Certainty.PROBABLE).claim()).sections())
        .extracting(SituationReport.Section::title).containsExactly("Unconfirmed");
  }

  @Test
  void A06_aDenialIsADenial() {
    assertThat(lines(hill("a").says("amaq=Amaq").claim(), hill("b").denied("the ministry").claim())
            .getFirst())
        .endsWith("; the ministry denies it.");
  }

  @Test
  void A15_whoSaysHimselfThatItDidNotHappenDeniesNothing() {
    assertThat(lines(hill("a").says("amaq=Amaq").held(Certainty.DENIED).claim()))
        .containsExactly("Amaq says that ISIS and the Syrian Arab Army did not fight in Salt Hill.");
    assertThat(lines(hill("a").says("amaq=Amaq").claim(), hill("b").says("the ministry").held(Certainty.DENIED).claim()).getFirst())
        .endsWith("; the ministry says that it did not happen.");
    assertThat(lines(hill("a").says("amaq=Amaq").held(Certainty.DENIED).killed(0, 0, "civilians").claim()))
        .containsExactly("Amaq says that no civilians were killed.");
  }

  @Test
  void A16_manySpeakersSay() {
    assertThat(lines(hill("a").says("Activists").claim()).getFirst()).startsWith("Activists say that");
    assertThat(lines(hill("a").says("Police").claim()).getFirst()).startsWith("Police say that");
    assertThat(lines(hill("a").says("Valley News").claim()).getFirst()).startsWith("Valley News says that");
  }

  @Test
  void A17_aPlaceThatBeginsWithACommonNounTakesTheArticle() {
    assertThat(lines(taken("town of Salt Hill")).getFirst()).isEqualTo("Amaq says that the Syrian Arab Army took the town of Salt Hill.");
    assertThat(lines(taken("northwest of Salt Hill")).getFirst()).isEqualTo("Amaq says that the Syrian Arab Army took the area northwest of Salt Hill.");
    assertThat(lines(Telling.in("a").that(ARMY, "advance", "").near("northwest of Salt Hill", 34, 38, 2).on("2018-03-02").says("amaq=Amaq").claim()))
        .containsExactly("Amaq says that the Syrian Arab Army advanced northwest of Salt Hill.");
  }

  private static Claim taken(String place) {
    return Telling.in("a").that(ARMY, "capture", "").near(place, 34, 38, 2).on("2018-03-02").says("amaq=Amaq").claim();
  }

  @Test
  void A07_plansAreNotToldAsHappenings() {
    assertThat(report(hill("a").by("Gazette", "2018-03-02").says("amaq=Amaq").held(Certainty.PLANNED).claim()).sections())
        .singleElement()
        .satisfies(s -> assertThat(s.title()).startsWith("Announced"))
        .satisfies(s -> assertThat(s.lines().getFirst().text()).contains("tells of a plan or forecast"));
  }

  @Test
  void A08_undatedEventsStandApart() {
    Claim undated =
        Telling.in("a").by("Gazette", "2018-03-02").that(ISIS, "clash", ARMY)
            .near("Salt Hill", 34, 38, 2).claim();
    assertThat(report(undated).sections()).extracting(SituationReport.Section::title)
        .containsExactly("Without a day");
  }

  @Test
  void A09_otherDaysAreLeftOut() {
    assertThat(report(Telling.in("a").that(ISIS, "clash", ARMY).on("2018-03-05").claim()).sections())
        .isEmpty();
  }

  @Test
  void B01_everyLineRestsOnClaims() {
    List<Claim> claims = day();
    assertThat(report(claims.toArray(Claim[]::new)).sections())
        .flatExtracting(SituationReport.Section::lines)
        .allSatisfy(l -> assertThat(l.claims()).isNotEmpty())
        .allSatisfy(l -> assertThat(claims).extracting(Claim::id).containsAll(l.claims()));
  }

  @Test
  void B02_aDayToldBySeveralSides() throws IOException {
    List<Claim> claims = day();
    String markdown = REPORTING.markdown(report(claims.toArray(Claim[]::new)), claims, Map.of());
    try (InputStream golden = ReportingTest.class.getResourceAsStream("day.md")) {
      String expected =
          new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(markdown).isEqualTo(expected);
    }
  }

  @Test
  void A10_aGroupThatHoldsItsNumberIsNotCountedAgain() {
    assertThat(lines(hill("a").says("amaq=Amaq").killed(2, 2, "only two officers").claim()))
        .singleElement().asString().endsWith("and only two officers were killed.");
  }

  @Test
  void A11_onePersonWhoIsNamedIsNotCounted() {
    assertThat(lines(hill("a").says("amaq=Amaq").killed(1, 1, "Omar Haddad").claim()))
        .singleElement().asString().endsWith("and Omar Haddad was killed.");
  }

  @Test
  void A12_wordsThatBeganASentenceLoseTheirCapital() {
    assertThat(lines(hill("a").says("amaq=Amaq").killed(30, 30, "Some 30 fighters").claim()))
        .singleElement().asString().endsWith("and some 30 fighters were killed.");
  }

  @Test
  void A13_manyWhoAreDescribedSay() {
    assertThat(lines(hill("a").says("Activists in the city").claim()))
        .singleElement().asString().startsWith("Activists in the city say that");
  }

  @Test
  void A14_versionsOfWhatHasNoDayStandBesideIt() {
    assertThat(
            report(
                    undated().at(0).says("amaq=Amaq").killed(5, 5, "soldiers").claim(),
                    undated().at(90).says("local activists").killed(2, 2, "officers").claim())
                .sections())
        .singleElement().extracting(SituationReport.Section::title).isEqualTo("Of no certain day");
  }

  @Test
  void A18_whatWouldStandInTheReportsOfManyDaysStandsLastAndIsLeftOutWithACount() {
    Claim[] claims = {
      hill("a").says("amaq=Amaq").claim(),
      Telling.in("u").by("", "").that(ARMY, "shelling", ISIS).near("Ridge Village", 36.4, 38.2, 2).claim(),
      Telling.in("b").that(ARMY, "ground_attack", ISIS).near("River Bank", 35.3, 39.9, 10).held(Certainty.PLANNED).claim(),
      Telling.in("c").by("Post", "2018-04-01").that(ARMY, "capture", ISIS).near("Well Village", 34.5, 38.4, 2).between("2018-03-01", "2018-03-31").claim(),
      Telling.in("d").by("Post", "2018-04-01").that(ARMY, "shelling", ISIS).near("Mill Village", 35.4, 39.1, 2).between("2018-02-28", "2018-03-03").claim(),
    };
    SituationReport report = report(claims);
    assertThat(report.sections()).extracting(SituationReport.Section::title)
        .containsExactly("Fighting, by place", "Strikes and shelling", "Of no certain day");
    assertThat(report.standing()).isEqualTo(3);
    SituationReport alone = report.ofTheDayAlone();
    assertThat(alone.sections()).isEqualTo(report.sections().subList(0, 2));
    String said = "3 sentences of no certain day are left out here.";
    assertThat(REPORTING.markdown(alone, List.of(claims), Map.of())).contains(said).doesNotContain("Well Village");
    assertThat(REPORTING.html(alone, List.of(claims), Map.of())).contains("<p>" + said + "</p>");
    assertThat(REPORTING.markdown(report, List.of(claims), Map.of())).doesNotContain("left out").contains("Well Village");
  }

  @Test
  void C04_aMonthIsNotADayThatHasSomething() {
    List<TimeWindow> windows =
        List.of(TimeWindow.between(LocalDate.of(2018, 3, 1), LocalDate.of(2018, 3, 31)), TimeWindow.between(LocalDate.of(2018, 5, 1), LocalDate.of(2018, 5, 2)));
    assertThat(REPORTING.days(windows, List.of(), List.of(), new Assessment(KNOWLEDGE).apply(List.of())))
        .containsExactly(LocalDate.of(2018, 5, 1), LocalDate.of(2018, 5, 2));
  }

  @Test
  void B03_everyKindHasItsWords() {
    assertThat(KNOWLEDGE.eventTypes().list())
        .allSatisfy(
            t ->
                assertThat(
                        KNOWLEDGE.reportWording().happenings().containsKey(t.id())
                                && KNOWLEDGE.reportWording().notHappenings().containsKey(t.id())
                            || KNOWLEDGE.fusionWeights().apart().contains(t.id()))
                    .as(t.id())
                    .isTrue());
  }

  @Test
  void C01_aWebPageQuotesToTheCharacterAndRunsNothing() {
    String hostile = "<script>alert(1)</script> \"a  b\" & 'c'\nمدينة";
    Claim claim = hill("a<b>").by("Gazette", "2018-03-02").says("amaq=Amaq").words(hostile).claim();
    String page = REPORTING.html(report(claim), List.of(claim), Map.of());
    assertThat(page)
        .contains(
            "<blockquote dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt; &quot;a  b&quot; &amp; &#39;c&#39;\nمدينة</blockquote>",
            "<a href=\"#note-1\">1</a>",
            "<li id=\"note-1\"><p>a&lt;b&gt; ")
        .doesNotContain("<script");
  }

  @Test
  void C02_footnotesLinkToWebAddressesOnly() {
    Claim claim = hill("a").claim();
    Map<String, String> web = Map.of(claim.digest(), "https://gazette.example/1?a=b&c=\"");
    assertThat(REPORTING.html(report(claim), List.of(claim), web)).doesNotContain("href=\"https");
    web = Map.of(claim.digest(), "https://gazette.example/1?a=b&c=d");
    assertThat(REPORTING.html(report(claim), List.of(claim), web))
        .contains("<a href=\"https://gazette.example/1?a=b&amp;c=d\" rel=\"noreferrer\">a</a>");
    assertThat(REPORTING.markdown(report(claim), List.of(claim), web))
        .contains("[^1]: [a](<https://gazette.example/1?a=b&c=d>) ");
    web = Map.of(claim.digest(), "javascript:alert(1)");
    assertThat(REPORTING.html(report(claim), List.of(claim), web)).doesNotContain("javascript");
  }

  @Test
  void C03_theDaysThatHaveAReport() {
    Claim undated = Telling.in("b").by("Gazette", "2018-03-09").that(ISIS, "clash", ARMY).claim();
    List<Claim> claims = List.of(hill("a").claim(), undated);
    LocalDate published = LocalDate.of(2018, 3, 9);
    List<TimeWindow> windows = claims.stream().flatMap(c -> c.time().stream()).toList();
    assertThat(REPORTING.days(windows, List.of(published), List.of(), new Assessment(KNOWLEDGE).apply(claims)))
        .containsExactly(DAY, published);
  }

  /** A made-up day. */
  private static List<Claim> day() {
    List<Claim> claims = new ArrayList<>();
    claims.add(hill("gazette-7").by("Gazette", "2018-03-02").at(40).says(ARMY)
        .words("the army said it fought militants at Salt Hill").claim());
    claims.add(hill("gazette-7").by("Gazette", "2018-03-02").at(180).says("amaq=Amaq").killed(5, 5, "soldiers")
        .words("Amaq put the army's losses there at five soldiers").claim());
    claims.add(hill("gazette-7").by("Gazette", "2018-03-02").at(260).says("local activists").killed(2, 2, "officers")
        .words("local activists spoke of two officers").claim());
    claims.add(Telling.in("herald-1").by("Herald", "2018-03-02").at(12).that(ARMY, "capture", ISIS)
        .near("Well Village", 34.5, 38.4, 2).on("2018-03-02").says(ARMY)
        .words("the army said its units had entered and taken Well Village").claim());
    claims.add(Telling.in("herald-2").by("Herald", "2018-03-03").at(5).that(ARMY, "capture", ISIS)
        .near("Well Village", 34.5, 38.4, 2).on("2018-03-02").denied("amaq=Amaq")
        .words("Amaq denied that Well Village had fallen").claim());
    claims.add(Telling.in("post-4").by("Post", "2018-03-02").at(77).that("ru.forces=Russian forces", "air_strike", "civilians")
        .near("Orchard Town", 35.1, 39.2, 4).on("2018-03-02").killed(3, 3, "")
        .words("Russian jets hit a market in Orchard Town [sic], killing three people").claim());
    claims.add(Telling.in("post-4").by("Post", "2018-03-02").at(300).that(ARMY, "ground_attack", ISIS)
        .near("River Bank", 35.3, 39.9, 10).says("local activists").held(Certainty.PLANNED)
        .words("an assault on the river bank is expected within days, local activists say").claim());
    claims.add(Telling.in("post-5").by("Post", "2018-03-02").at(9).that(ISIS, "withdrawal", "")
        .near("Mill Village", 35.4, 39.1, 2).on("2018-03-02").says("local activists").held(Certainty.POSSIBLE)
        .words("unconfirmed word from local activists has the group leaving Mill Village").claim());
    return claims;
  }

  private static Telling undated() {
    return Telling.in("a").by("", "").that(ISIS, "clash", ARMY).near("Salt Hill", 34, 38, 2);
  }

  private static Telling hill(String doc) {
    return Telling.in(doc).that(ISIS, "clash", ARMY).near("Salt Hill", 34, 38, 2)
        .on("2018-03-02");
  }

  private static List<String> lines(Claim... claims) {
    return report(claims).sections().stream().flatMap(s -> s.lines().stream()).map(Line::text).toList();
  }

  private static SituationReport report(Claim... claims) {
    List<Claim> all = List.of(claims);
    List<Event> events = new Fusion(KNOWLEDGE).apply(all);
    Set<String> fused = events.stream().flatMap(e -> e.claims().stream()).map(Claim::id).collect(Collectors.toSet());
    List<Claim> aside = all.stream().filter(c -> !fused.contains(c.id())).toList();
    return REPORTING.report(DAY, new Reporting.Material(events, aside, new Assessment(KNOWLEDGE).apply(all), all));
  }
}
