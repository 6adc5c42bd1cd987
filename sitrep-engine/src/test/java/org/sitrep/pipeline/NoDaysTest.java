package org.sitrep.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Claim;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** Days that no calendar has: the claim stays without a day, and the document says which was refused. */
class NoDaysTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");

  private static Coded read(String text) {
    return PIPELINE.claims(Snippets.capture(text, Optional.of(LocalDate.of(2018, 5, 14))));
  }

  private static List<String> refused(Coded coded) {
    return coded.issues().stream().filter(i -> i.kind() == Issue.Kind.TIME).map(Issue::message).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock =
      """
      Rebels captured Maadan on February 30.                  | February 30
      Rebels captured Maadan on 31 April, a monitor said.     | 31 April
      Rebels captured Maadan on the 31st of April 2016.       | the 31st of April 2016
      Rebels captured Maadan on 2017-02-30.                   | 2017-02-30
      Rebels captured Maadan on 30.02.2017.                   | 30.02.2017
      Rebels captured Maadan on 2017-13-05.                   | 2017-13-05
      Rebels captured Maadan on September 45.                 | September 45
      Rebels captured Maadan on February 29.                  | February 29
      Rebels captured Maadan on February 29, 2017.            | February 29, 2017
      By June 31 rebels had captured Maadan.                  | June 31
      On Thursday, November 31, rebels captured Maadan.       | Thursday, November 31
      Rebels shelled Maadan from February 27 to February 30.  | from February 27 to February 30
      Rebels shelled Maadan on 27-30 February 2016.           | 27-30 February 2016
      """)
  void a01_theClaimHasNoDayAndTheDocumentSaysWhichWasRefused(String text, String day) {
    Coded coded = read(text);
    assertThat(coded.claims()).isNotEmpty().allMatch(c -> c.time().isEmpty());
    assertThat(refused(coded)).containsExactly("\"" + day + "\" is no day of the calendar; no time was set");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Rebels captured Maadan on February 29, 2016.", "Rebels captured Maadan on 31 March.", "Rebels captured Maadan in April.",
    "In April 31 people were killed by shelling in Maadan.", "In September 45 people were killed by shelling in Maadan.",
    "On March 3 and 45 fighters were killed in Maadan."
  })
  void a02_whatCountsPeopleIsNoDay(String text) {
    Coded coded = read(text);
    assertThat(refused(coded)).isEmpty();
    assertThat(coded.claims()).isNotEmpty().allMatch(c -> c.time().isPresent());
  }

  @Test
  void a03_noOtherClaimLendsItsDay() {
    Coded coded = read("The army entered Maadan on May 3, and rebels shelled Maadan on February 30.");
    assertThat(coded.claims()).filteredOn(c -> c.type().id().equals("shelling")).singleElement().extracting(Claim::time).isEqualTo(Optional.empty());
    assertThat(refused(coded)).hasSize(1);
  }

  @Test
  void a04_theNumberOfSuchADayCountsNobody() {
    assertThat(read("On September 45, shelling killed three people in Maadan.").claims()).flatExtracting(Claim::casualties)
        .singleElement().matches(c -> c.low() == 3);
  }

  @Test
  void a05_aDayAfterItCountsFromNothing() {
    List<Optional<TimeWindow>> times =
        read("Rebels captured Maadan on February 30. A day later, they captured Manbij.").claims().stream().map(Claim::time).toList();
    assertThat(times).isNotEmpty().containsOnly(Optional.empty());
  }

  @Test
  void b01_inTheHeadOfAPage() {
    String html = "<html><head><title>Rebels take Maadan</title><meta property='article:published_time' content='2017-02-30T10:00:00Z'></head>"
        + "<body><article><h1>Rebels take Maadan</h1><p>Rebels captured the town of Maadan, a monitor said.</p></article></body></html>";
    Coded coded = PIPELINE.claims(
        new Capture("page", "page.html", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Capture.Format.HTML, html, "0"));
    assertThat(coded.page().article().published()).isEmpty();
    assertThat(refused(coded)).containsExactly("\"2017-02-30T10:00:00Z\" in the page's head is no day of the calendar; not used");
  }

  @Test
  void b02_inTheDatelineOfAPage() {
    Coded coded = PIPELINE.claims(Snippets.capture(
        "Rebels take Maadan\n\nPublished 31 April 2017\n\nRebels captured the town of Maadan, a monitor said in a long statement on the war.\n\nThe army withdrew to the east of the town, the monitor said."));
    assertThat(refused(coded)).containsExactly("\"31 April 2017\" is no day of the calendar; no time was set");
  }
}
