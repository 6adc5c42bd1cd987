package org.sitrep.store;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Issue;
import org.sitrep.page.Article;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample page was fetched on 9 November 2018. */
class OddDaysTest {

  @TempDir Path dir;

  @Test
  void a01_ordinaryDaysAreNotReported() {
    assertThat(issues("2018-11-08", "2018-11-07", "2018-11-09")).isEmpty();
    assertThat(plans("2018-11-08", "2018-11-09", "2019-06-01")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2018-11-10, 0", "2018-11-11, 1", "9999-12-31, 1", "1899-12-31, 1", "1900-01-01, 0", "0001-01-01, 1"
  })
  void a02_daysOfPublicationInTheFutureOrBefore1900(String published, int reported) {
    assertThat(issues(published)).hasSize(reported).allMatch(m -> m.startsWith("published " + published));
  }

  @Test
  void a03_claimsBefore1900AreReportedOnceForADocument() {
    assertThat(issues("2018-11-08", "1850-01-01", "1516-05-03")).singleElement().asString()
        .startsWith("2 claims are dated before 1900, the first").contains("1850-01-01").endsWith("kept as it is");
  }

  @Test
  void a04_whatHappenedAfterItWasTold() {
    assertThat(issues("2018-11-08", "2018-11-10", "2040-01-01")).singleElement().asString()
        .startsWith("2 claims are dated after it was published (2018-11-08), the first");
  }

  @Test
  void a05_plansMoreThanAYearAhead() {
    assertThat(plans("2018-11-08", "2019-11-08")).isEmpty();
    assertThat(plans("2018-11-08", "2019-11-09", "2040-01-01")).singleElement().asString()
        .startsWith("2 claims are dated more than a year after it was published");
  }

  @Test
  void a06_withoutADayOfPublicationTheDayItWasSeenCounts() {
    assertThat(issues("", "2018-11-10")).isEmpty();
    assertThat(issues("", "2018-11-11")).singleElement().asString().contains("after it was seen (2018-11-09)");
    assertThat(plans("", "2019-11-10")).hasSize(1);
    assertThat(plans("", "2019-11-09")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1516-05-03", "1899-12-31", "9999-12-31"})
  void b01_oddDaysComeBackAsTheyWere(String day) {
    Claim claim = dated(Samples.claim(1, 0), LocalDate.parse(day), Certainty.PROBABLE);
    try (Store store = Store.open(dir.resolve("odd.duckdb"))) {
      store.save(page(day), List.of(claim), List.of());
      assertThat(store.listClaims(Filter.ALL)).containsExactly(claim);
      assertThat(store.listDocuments().getFirst().published()).contains(LocalDate.parse(day));
      assertThat(store.listIssues()).isNotEmpty().allMatch(i -> i.kind() == Issue.Kind.TIME);
    }
  }

  private static List<String> issues(String published, String... days) {
    return issues(published, Certainty.PROBABLE, days);
  }

  private static List<String> plans(String published, String... days) {
    return issues(published, Certainty.PLANNED, days);
  }

  private static List<String> issues(String published, Certainty certainty, String... days) {
    List<Claim> claims =
        List.of(days).stream().map(d -> dated(Samples.claim(1, 0), LocalDate.parse(d), certainty)).toList();
    Page page = page(published);
    return OddDays.of(page, claims, page.capture().fetched().orElseThrow()).stream().map(Issue::message).toList();
  }

  private static Page page(String published) {
    Page page = Samples.page(1);
    Optional<LocalDate> day = published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published));
    Article a = page.article();
    Capture c = page.capture();
    return new Page(
        new Capture(
            c.doc(), c.origin(), c.url(), c.publisher(), c.title(), day, c.fetched(), c.format(), c.content(), c.digest()),
        page.imprint(),
        new Article(a.doc(), a.digest(), a.url(), a.publisher(), day, a.aligned(), a.blocks()),
        page.blocks(), page.comments(), page.issues());
  }

  private static Claim dated(Claim c, LocalDate day, Certainty certainty) {
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), Optional.of(day), c.section(), c.evidence(), c.type(), c.subType(),
        c.actors(), c.targets(), c.places(), Optional.of(TimeWindow.day(day)), c.attribution(), certainty,
        c.casualties(), c.materiel(), c.distance(), c.provenance());
  }
}
