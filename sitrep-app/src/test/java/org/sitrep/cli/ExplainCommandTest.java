package org.sitrep.cli;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code sitrep explain} tells of words that became no claim. */
class ExplainCommandTest {

  @Test
  void A01_aFrameSaysWhatItAsksFor() {
    assertThat(explain("The cold killed the conversation.")).contains("no claim").containsPattern("killed +killing/kill +asks for an object");
  }

  @Test
  void A02_aVerbThatNoFrameKnowsIsNamed() {
    assertThat(explain("The crowd laughed in Homs.")).containsPattern("laughed +verb +evokes no frame").containsPattern("Homs +place +no claim");
  }

  @Test
  void B01_aWordThatAddsToAnotherNamesIt() {
    assertThat(explain("Warplanes struck the market in Idlib, killing nine people."))
        .containsPattern("killing +killing/kill +adds to what \"struck\" tells");
  }

  @Test
  void B02_aMentionOutsideTheClaimIsNamed() {
    assertThat(explain("Shells killed two people in Douma, while Turkey held an election."))
        .containsPattern("Turkey +(party|place) +");
  }

  @Test
  void C01_theDayOfPublicationSettlesWeekdays() {
    assertThat(explain("Shells hit the market in Douma on Friday.")).containsPattern("Friday +time +no day to reckon it from");
    assertThat(explain("Shells hit the market in Douma on Friday.", "--published", "2018-05-14")).contains("2018-05-11");
  }

  private static String explain(String sentence, String... more) {
    return Bench.run(Stream.concat(Stream.of("explain", sentence), Stream.of(more)).toArray(String[]::new)).out();
  }
}
