package org.sitrep.revision;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.revision.Revision.ClaimChange;
import org.sitrep.revision.Revision.SentenceChange;
import org.sitrep.revision.Revision.SlotChange;
import org.sitrep.revision.Revision.Sort;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionsTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final Pipeline PIPELINE = Pipeline.of(KNOWLEDGE, English.load());
  private static final Revisions REVISIONS = new Revisions(KNOWLEDGE);
  private static final LocalDate DAY = LocalDate.of(2017, 9, 10);

  private static final String CLASH = "Rebels clashed with government forces near Mayadin on Friday.";
  private static final String STRIKE = "Russian aircraft struck a convoy in Raqqa on Saturday, killing five militants.";
  private static final String TALKS = "Diplomats will meet again in spring.";

  private static Edition edition(String text, LocalDate day, Optional<Instant> modified) {
    Capture capture =
        new Capture(
            "d", "d", Optional.empty(), Optional.of("Outlet"), Optional.empty(), Optional.of(day), Optional.empty(),
            Capture.Format.TEXT, text, Integer.toHexString(text.hashCode()));
    Coded coded = PIPELINE.claims(capture);
    List<Edition.Segment> segments =
        coded.page().blocks().stream()
            .filter(b -> b.kind() != Block.Kind.COMMENT)
            .map(b -> new Edition.Segment(b.kind(), coded.page().article().aligned().toOriginal(b.span()), b.span().of(coded.page().text())))
            .toList();
    return new Edition(capture.digest(), Instant.EPOCH, Optional.of(day), modified, segments, coded.claims());
  }

  private static Revision compare(String before, String after) {
    return REVISIONS.compare(edition(before, DAY, Optional.empty()), edition(after, DAY, Optional.empty()));
  }

  private static List<String> slots(Revision revision) {
    return revision.changed().stream().flatMap(c -> c.slots().stream()).map(SlotChange::toString).toList();
  }

  @Test
  void A01_theSameTextHasNotChanged() {
    Revision revision = compare(CLASH + " " + STRIKE, CLASH + " " + STRIKE);
    assertThat(revision.older().claims()).isNotEmpty();
    assertThat(revision.sentences()).isEmpty();
    assertThat(revision.claims()).isEmpty();
    assertThat(revision.isTrivial()).isTrue();
    assertThat(revision.isUnannounced()).isFalse();
  }

  @Test
  void B01_anotherPlace() {
    Revision revision = compare(CLASH + "\n\n" + TALKS, CLASH.replace("Mayadin", "Palmyra") + "\n\n" + TALKS);
    assertThat(slots(revision)).containsExactly("place: Mayadin -> Palmyra");
    assertThat(revision.isUnannounced()).isTrue();
    assertThat(revision.of(Sort.LOST)).isEmpty();
    assertThat(revision.of(Sort.GAINED)).isEmpty();
    assertThat(revision.sentences()).singleElement().satisfies(s -> {
      assertThat(s.sort()).isEqualTo(Sort.CHANGED);
      assertThat(s.trivial()).isFalse();
    });
  }

  @Test
  void B02_anotherCount() {
    assertThat(slots(compare(STRIKE, STRIKE.replace("five", "seven")))).containsExactly("killed: 5 -> 7");
    assertThat(slots(compare(STRIKE, STRIKE.replace("five", "at least five")))).containsExactly("killed: 5 -> 5+");
  }

  @Test
  void B03_anotherDayActorTargetSourceAndCertainty() {
    assertThat(slots(compare(CLASH, CLASH.replace("Friday", "Thursday")))).containsExactly("time: 2017-09-08 -> 2017-09-07");
    assertThat(slots(compare(STRIKE, STRIKE.replace("Russian", "Syrian")))).singleElement().asString().startsWith("actor: ");
    assertThat(slots(compare(CLASH, CLASH.replace("Friday", "Friday, activists said")))).singleElement().asString()
        .isEqualTo("source: Outlet -> activists");
    assertThat(slots(compare(STRIKE, STRIKE.replace("struck", "may have struck")))).contains("certainty: certain -> possible");
  }

  @Test
  void B04_anotherKindOfHappening() {
    Revision revision = compare("The army entered Mayadin on Friday.", "The army captured Mayadin on Friday.");
    assertThat(slots(revision)).singleElement().asString().startsWith("type: ");
  }

  @Test
  void B05_gainedAndLostClaimsAreNoChangedOnes() {
    Revision more = compare(CLASH, CLASH + "\n\n" + STRIKE);
    assertThat(more.of(Sort.GAINED)).isNotEmpty();
    assertThat(more.of(Sort.LOST)).isEmpty();
    assertThat(more.isUnannounced()).isFalse();
    Revision less = compare(CLASH + "\n\n" + STRIKE, CLASH);
    assertThat(less.of(Sort.LOST)).hasSameSizeAs(more.of(Sort.GAINED));
    assertThat(less.sentences()).extracting(SentenceChange::sort).containsExactly(Sort.LOST);
  }

  @Test
  void B06_whatWasMovedIsTheSameClaim() {
    String rest = "The town lies on the river. Prices of bread have doubled since summer.";
    Revision revision = compare(CLASH + " " + rest, rest + " " + CLASH);
    assertThat(revision.claims()).isEmpty();
    assertThat(revision.sentences()).extracting(SentenceChange::sort).containsExactly(Sort.MOVED);
  }

  @Test
  void B07_aClaimMovedAndChanged() {
    String rest = "The town lies on the river. Prices of bread have doubled since summer.";
    Revision revision = compare(STRIKE + " " + rest, rest + " " + STRIKE.replace("five", "nine"));
    assertThat(slots(revision)).containsExactly("killed: 5 -> 9");
  }

  @Test
  void C01_aNewNoticeAnnounces() {
    String after = CLASH.replace("Mayadin", "Palmyra");
    for (String notice : List.of(
        "Correction: an earlier version named another town.", "This article has been updated to name the right town.",
        "(Corrects place in the first paragraph)", "Editor's note: the place has been corrected.",
        "UPDATE: The place was named wrongly at first.")) {
      Revision revision = compare(CLASH, after + "\n\n" + notice);
      assertThat(slots(revision)).as(notice).contains("place: Mayadin -> Palmyra");
      assertThat(revision.notice()).as(notice).contains(notice);
      assertThat(revision.isUnannounced()).isFalse();
    }
  }

  @Test
  void C02_anOldNoticeAndWordsAboutCorrectionsDoNot() {
    String old = "\n\nCorrection: an earlier version misspelt a name.";
    assertThat(compare(CLASH + old, CLASH.replace("Mayadin", "Palmyra") + old).isUnannounced()).isTrue();
    String talk = "\n\nThe ministry issued a correction later. The army updated its figures.";
    assertThat(compare(CLASH, CLASH.replace("Mayadin", "Palmyra") + talk).isUnannounced()).isTrue();
  }

  @Test
  void C03_anotherTimeOfTheLastChangeAnnounces() {
    Instant noon = Instant.parse("2017-09-10T12:00:00Z");
    Edition before = edition(CLASH, DAY, Optional.of(noon));
    String after = CLASH.replace("Mayadin", "Palmyra");
    assertThat(REVISIONS.compare(before, edition(after, DAY, Optional.of(noon))).isUnannounced()).isTrue();
    assertThat(REVISIONS.compare(before, edition(after, DAY, Optional.of(noon.plusSeconds(60)))).isUnannounced()).isFalse();
    assertThat(REVISIONS.compare(before, edition(after, DAY, Optional.empty())).isUnannounced()).isTrue();
  }

  @Test
  void D01_trifles() {
    for (String after : List.of(
        CLASH.replace(" near", "  near"), CLASH.replace(".", ""), CLASH.replace("government", "goverment"),
        CLASH.replace("clashed", "clashde"))) {
      Revision revision = compare(CLASH + "\n\n" + TALKS, after + "\n\n" + TALKS.replace("spring", "sprnig"));
      assertThat(revision.sentences()).as(after).isNotEmpty();
      if (revision.claims().isEmpty()) {
        assertThat(revision.isTrivial()).as(after).isTrue();
      }
    }
    assertThat(compare("Posted 2 hours ago. " + TALKS, "Posted 3 days ago. " + TALKS).isTrivial()).isTrue();
    assertThat(compare(meter("$1,250"), meter("$2,300")).isTrivial()).isTrue();
  }

  private static String meter(String sum) {
    return "Talks go on\n\n" + TALKS + "\n\nRaised " + sum + " this month";
  }

  @Test
  void D02_noTrifles() {
    String talks = "The two sides will meet in Iran for four days of talks.";
    for (String after : List.of(
        talks.replace("Iran", "Iraq"), talks.replace("four", "five"), talks.replace(".", "?"),
        talks.replace("will", "will not"), "Nobody said a word about it.")) {
      Revision revision = compare(talks, after);
      assertThat(revision.sentences()).as(after).isNotEmpty();
      assertThat(revision.isTrivial()).as(after).isFalse();
    }
  }

  @Test
  void D03_anotherDayOfPublicationChangesNoDayOfClaims() {
    Revision revision =
        REVISIONS.compare(edition(CLASH, DAY, Optional.empty()), edition(CLASH, DAY.plusDays(7), Optional.empty()));
    assertThat(revision.older().claims().getFirst().time()).isNotEqualTo(revision.newer().claims().getFirst().time());
    assertThat(revision.claims()).isEmpty();
  }

  @Test
  void E01_claimsOfLikeSentencesFindEachOther() {
    String first = "Rebels killed three soldiers near Mayadin on Friday.";
    String second = "Rebels killed four soldiers near Palmyra on Friday.";
    Revision revision = compare(first + " " + second, second.replace("four", "nine") + " " + first);
    assertThat(slots(revision)).containsExactly("killed: 4 -> 9");
    ClaimChange change = revision.changed().getFirst();
    assertThat(change.before().map(Claim::place).orElseThrow().orElseThrow().name()).isEqualTo("Palmyra");
  }

  @Test
  void F01_emptyAndHugeVersions() {
    Edition none = new Edition("0", Instant.EPOCH, Optional.empty(), Optional.empty(), List.of(), List.of());
    assertThat(REVISIONS.compare(none, none).isTrivial()).isTrue();
    assertThat(REVISIONS.compare(none, edition(CLASH, DAY, Optional.empty())).of(Sort.GAINED)).isNotEmpty();
    StringBuilder a = new StringBuilder();
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      a.append("Line ").append(i).append(" of one text has words. ");
      b.append("Quite other things stand in row ").append(i).append(". ");
    }
    Revision revision = REVISIONS.compare(plain(a.toString()), plain(b.toString()));
    assertThat(revision.sentences()).hasSizeGreaterThan(4_000);
  }

  private static Edition plain(String text) {
    return new Edition(
        "x", Instant.EPOCH, Optional.empty(), Optional.empty(),
        List.of(new Edition.Segment(Block.Kind.BODY, new org.sitrep.text.Span(0, text.length()), text)), List.of());
  }
}
