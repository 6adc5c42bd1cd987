package org.sitrep.coding;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Snippets;

import static org.assertj.core.api.Assertions.assertThat;

/** How many the text says were killed and wounded, from plain clauses to lists, parts, totals and headlines. */
class CasualtyReaderTest {

  private static final Pipeline PIPELINE = Snippets.pipeline();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = COUNTED)
  void readsCasualties(String step, String sentence, String killed, String wounded) {
    List<Claim> claims = claims(sentence);
    assertThat(numbers(claims, Casualties.Fate.KILLED)).as("killed").isEqualTo(killed);
    assertThat(numbers(claims, Casualties.Fate.WOUNDED)).as("wounded").isEqualTo(wounded);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = GROUPS)
  void saysWhoTheyWere(String step, String sentence, String group) {
    assertThat(claims(sentence).stream().flatMap(c -> c.casualties().stream()).map(Casualties::group).toList())
        .containsExactly(group);
  }

  private static List<Claim> claims(String sentence) {
    return PIPELINE.claims(Snippets.capture(sentence)).claims();
  }

  private static String numbers(List<Claim> claims, Casualties.Fate fate) {
    String numbers = claims.stream().flatMap(c -> c.casualties(fate).stream()).map(Notation::range).collect(Collectors.joining(" "));
    return numbers.isEmpty() ? "-" : numbers;
  }

  private static final String COUNTED =
      """
      A01 | Three civilians were killed in Qarah.                                           | 3     | -
      A02 | A shell killed a woman and her two children in Qarah.                           | 3     | -
      A03 | A woman and her two children were killed by a shell in Qarah.                   | 3     | -
      A04 | Two soldiers and an officer were killed in Qarah.                               | 3     | -
      A05 | At least nine villagers died in the shelling of Qarah.                          | 9+    | -
      A06 | More than 40 rebels were killed near Qarah.                                     | 41+   | -
      A07 | Up to 20 guards were killed near Qarah.                                         | 0-20  | -
      A08 | Nearly 60 recruits were killed near Qarah.                                      | 60    | -
      A09 | Dozens of pilgrims were killed in Qarah.                                        | 24-99 | -
      A10 | Several shepherds were wounded in Qarah.                                        | -     | 2-9
      A11 | The strike on Qarah left 1,200 people dead.                                     | 1200  | -
      B01 | A raid on Qarah killed one and wounded five others.                             | 1     | 5
      B02 | Ten traders were killed and five wounded in a raid on Qarah.                    | 10    | 5
      B03 | Ten traders were killed and five were critically wounded in Qarah.              | 10    | 5
      B04 | A blast in Qarah left 17 people dead and 27 injured.                            | 17    | 27
      B05 | Raiders killed six people, wounded eight and stole goods in Qarah.              | 6     | 8
      B06 | A car bomb killed 12 people and wounded at least 42 in Qarah.                   | 12    | 42+
      B07 | Five killed and 14 injured in the shelling of Qarah.                            | 5     | 14
      B08 | Two civilians were killed and a third civilian was wounded in Qarah.            | 2     | 1
      B09 | A worker was killed and another was injured in a strike on Qarah.               | 1     | 1
      B10 | The army shelled Qarah, killing four women and wounding nine men.               | 4     | 9
      B11 | Two soldiers were killed, and four others, including a medic, wounded in Qarah. | 2     | 4
      C01 | At least 18 people, including three women, were killed in Qarah.                | 18+   | -
      C02 | At least 18 people died in the blast in Qarah, among them four children.        | 18+   | -
      C03 | They killed two men in Qarah, one of them a medic.                              | 2     | -
      C04 | Eight persons - six clerks and two guards - were killed in Qarah.               | 8     | -
      C05 | Three people (including two guards) were killed in Qarah.                       | 3     | -
      C06 | The army executed 85 more villagers, a tribal leader and a clerk said.          | 85    | -
      C07 | The shells killed and wounded eight children in Qarah.                          | -     | -
      C08 | Two families were killed in Qarah.                                              | -     | -
      C09 | A family of five was killed in Qarah.                                           | 5     | -
      D01 | At least 30 persons were yesterday confirmed dead in Qarah.                     | 30+   | -
      D02 | Seven traders were Tuesday killed when raiders stormed Qarah.                   | 7     | -
      D03 | No fewer than 16 clerks are feared killed in Qarah.                             | 16+   | -
      D04 | At least 20 traders have been killed following bomb explosions at two mills.    | 20+   | -
      D05 | Gunmen shot dead five drivers near Qarah.                                       | 5     | -
      D06 | Fighting between the army and rebels killed seven people in Qarah.              | 7     | -
      D07 | The strikes killed on Friday 25 villagers in Qarah.                             | 25    | -
      D08 | Ten travellers were on Sunday beheaded near Qarah.                              | 10    | -
      D09 | At least 161 people including officers were on Tuesday evening killed.          | 161+  | -
      D10 | The police said that one tribal elder was killed in Qarah.                      | 1     | -
      D11 | Armed men killed eight members of a club in Qarah.                              | 8     | -
      D12 | Eight members of one family were killed and one child injured in Qarah.         | 8     | 1
      D13 | Five Sudanese were killed and 15 others wounded in Qarah.                       | 5     | 15
      D14 | About five persons have been killed, six houses burnt in Qarah.                 | 5     | -
      D15 | A shell has hit a home in Qarah, killing five and wounding another eight.       | 5     | 8
      D16 | Five youths were alleged to have been shot dead in Qarah.                       | 5     | -
      D17 | They have kidnapped and killed a local elder in Qarah.                          | 1     | -
      D18 | At least three civilians were killed and five more injured in Qarah.            | 3+    | 5
      E01 | The bodies of seven men were found in Qarah.                                    | 7     | -
      E02 | Eight bodies bearing gunshot wounds were found near Qarah.                      | 8     | -
      E03 | The fire claimed the lives of 12 workers in Qarah.                              | 12    | -
      E04 | The clashes claimed 37 lives in Qarah.                                          | 37    | -
      E05 | The death toll of the clashes in Qarah has risen to nine.                       | 9     | -
      E06 | The death toll in Qarah reached 166.                                            | 166   | -
      E07 | Two women sustained injuries in Qarah.                                          | -     | 2
      E08 | The toll since the revolt on May 3 reached 166: 114 rebels and 52 guards.        | 166   | -
      F01 | No casualties were reported in Qarah.                                           | 0     | 0
      F02 | Nobody was killed in Qarah.                                                     | 0     | -
      F03 | There were some casualties in Qarah.                                            | -     | -
      G01 | The wounded soldiers were taken to Qarah.                                       | -     | -
      G02 | He had 27 injured guards in Qarah.                                              | -     | -
      G03 | Prices killed the trade of 20 shops in Qarah.                                   | -     | -
      """;

  private static final String GROUPS =
      """
      A01 | At least nine villagers were killed in Qarah.                       | villagers
      A02 | At least 18 people, including three women, were killed in Qarah.    | people, including three women
      A03 | Two soldiers and an officer were killed in Qarah.                   | Two soldiers, officer
      A04 | Dozens of pilgrims were killed in Qarah.                            | pilgrims
      """;
}
