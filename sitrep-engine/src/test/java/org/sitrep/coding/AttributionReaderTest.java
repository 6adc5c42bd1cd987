package org.sitrep.coding;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Heard;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Snippets;

import static org.assertj.core.api.Assertions.assertThat;

/** Who says what: everything that a text reports, and the chains of its claims, from the same reading. */
class AttributionReaderTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");

  private static Capture capture(String text) {
    return Snippets.capture(text.replace("\\n", "\n"));
  }

  /** "source < cue < content" of all that is said to be so. */
  private static String statements(String text) {
    return all(text, "STATEMENT");
  }

  private static String all(String text, String kind) {
    Heard heard = PIPELINE.reported(capture(text));
    String article = heard.page().article().text();
    return heard.reported().stream()
        .filter(r -> r.kind().name().equals(kind))
        .map(r -> r.source().of(article) + " < " + r.cue().of(article) + " < " + r.content().of(article).replaceAll("\\s+", " "))
        .collect(Collectors.joining("; "));
  }

  /** The chain of the only claim of a type, outermost first. */
  private static String chain(String type, String text) {
    Coded coded = PIPELINE.claims(capture(text));
    return coded.claims().stream()
        .filter(c -> c.type().id().equals(type))
        .map(c -> c.attribution().chain().stream().map(Holder::surface).collect(Collectors.joining(" > ")))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The ministry said that its jets bombed Ariha.                          | The ministry < said < that its jets bombed Ariha
      Jets bombed Ariha, two residents said.                                 | two residents < said < Jets bombed Ariha
      Jets, the residents said, bombed Ariha.                                | the residents < said < Jets, the residents said, bombed Ariha
      According to the observatory, jets bombed Ariha.                       | the observatory < According to < jets bombed Ariha
      "We lost the bridge," the commander said.                              | the commander < said < "We lost the bridge,"
      """)
  void a01_verbsBeforeAfterAndAroundTheClause(String text, String expected) {
    assertThat(statements(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The rebels left Saraqib, a source in the town council told Reuters.                       | a source in the town council
      The shop was hit by a shell fired from the hills, Colonel Adel Hamdan told reporters.      | Colonel Adel Hamdan
      According to early reports from the coast, six fishermen were wounded in the raid.        | early reports from the coast
      The Turkish defence ministry said in a note on Tuesday that two soldiers were wounded.    | The Turkish defence ministry
      """)
  void a02_theWholePhraseIsTheSource(String text, String source) {
    assertThat(statements(text)).startsWith(source + " < ");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      air_strike | Jets bombed Ariha on Monday.                                                          | ''
      air_strike | The ministry said that its jets bombed Ariha.                                         | ministry
      air_strike | Reuters reported, citing a local official, that jets bombed Ariha.                    | Reuters > local official
      air_strike | The agency quoted a local official as saying that jets bombed Ariha.                  | agency > local official
      air_strike | According to Reuters, the ministry said that jets bombed Ariha.                       | Reuters > ministry
      air_strike | Jets bombed Ariha, the ministry said, according to Reuters.                           | Reuters > ministry
      """)
  void b01_chainsOfHolders(String type, String text, String chain) {
    assertThat(chain(type, text)).isEqualTo(chain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      A statement by the SDF said that its fighters had stormed Markada.            | ground_attack | SDF
      The SDF issued a statement saying that its fighters had stormed Markada.      | ground_attack | SDF
      There were reports that jets had bombed Ariha.                                | air_strike    | reports
      Jets bombed Ariha on Friday, according to reports circulating among drivers.  | air_strike    | reports
      Jets bombed Ariha on Friday, according to reports circulating in local media. | air_strike    | local media
      "Jets bombed Ariha," the WHO said in a letter.                                | air_strike    | WHO
      Photos of the square show that jets bombed Ariha.                             | air_strike    | ''
      The SDF has not confirmed that jets bombed Ariha.                             | air_strike    | ''
      """)
  void b02_nounsThatHoldWordsAndThingsThatOnlyShow(String text, String type, String chain) {
    assertThat(chain(type, text)).isEqualTo(chain);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The Red Crescent said the road was open. It added that jets bombed Ariha.                           | Red Crescent
      Colonel Adel Hamdan briefed reporters, SANA reported. Jets bombed Ariha, he said.                   | Colonel Adel Hamdan
      Army spokesman Adel Hamdan spoke on Monday. Jets bombed Ariha, the spokesman said.                  | Army spokesman Adel Hamdan
      """)
  void c01_whoeverIsPointedBackTo(String text, String name) {
    assertThat(chain("air_strike", text)).isEqualTo(name);
  }

  @Test
  void d01_aQuotationOverParagraphsIsItsSpeakers() {
    String text =
        "“We have no news from the hill,” the mayor of Ariha said.\\n\\n“The roads are cut.\\n\\n“Yesterday jets bombed Ariha.”";
    assertThat(chain("air_strike", text)).isEqualTo("mayor of Ariha");
  }

  @Test
  void d02_aQuotationThatIsNeverClosedEndsWithTheNextParagraphWithoutMark() {
    String text = "The mayor said: “Jets bombed Ariha.\\n\\nThe rebels shelled Salhab on Friday.";
    assertThat(chain("air_strike", text)).isEqualTo("mayor");
    assertThat(chain("shelling", text)).isEmpty();
  }

  @Test
  void d03_aStatementGivenInFullGoesOnAsLongAsItSaysWe() {
    String text =
        "Speaking in Paris, Jean Morel said:\\n\\nOn Monday jets bombed Ariha.\\n\\nWe have sent two planes to the base.\\n\\nThe rebels, the mayor said, shelled Salhab.";
    assertThat(chain("air_strike", text)).isEqualTo("Jean Morel");
    assertThat(chain("shelling", text)).isEqualTo("mayor");
  }

  @Test
  void e01_whatIsWantedOrJudgedIsNoClaimOfFact() {
    assertThat(all("The mayor wants to leave Ariha.", "ATTITUDE")).isEqualTo("The mayor < wants < to leave Ariha");
    assertThat(all("The minister criticised the raid.", "ATTITUDE")).isEqualTo("The minister < criticised < the raid");
    assertThat(statements("The mayor wants to leave Ariha.")).isEmpty();
  }

  @Test
  void e02_whatIsYetToBeSaidIsNotReported() {
    assertThat(statements("The court will say whether the raid was lawful.")).isEmpty();
    assertThat(statements("We said that the road was open.")).isEmpty();
  }

  @Test
  void f01_aSpeakerBeforeAColon() {
    assertThat(statements("A medical source: two boys were wounded by a mine.")).startsWith("A medical source < : < two boys");
    assertThat(statements("Ariha: two boys were wounded by a mine.")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Omar Haddad, director of the Syrian Observatory for Human Rights, said shells hit Azaz. | sohr
      Syrian Observatory head Omar Haddad said that shells hit Azaz.                          | sohr
      The Observatory's founder Omar Haddad said that shells hit Azaz.                        | sohr
      The head of the Syrian Observatory told reporters that shells hit Azaz.                | sohr
      Omar Haddad, a critic of the Syrian Observatory, said that shells hit Azaz.             | Omar Haddad
      """)
  void a19_whoeverHeadsASourceSpeaksForIt(String text, String root) {
    assertThat(PIPELINE.claims(capture(text)).claims()).singleElement().satisfies(c -> assertThat(c.root()).isEqualTo(root));
  }
}
