package org.sitrep.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.fixture.FlatTree;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.Mention;

import static org.assertj.core.api.Assertions.assertThat;

/** From one number before its noun to sentences where most numbers count nobody. */
class CountSpotterTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of());
  private static final CountSpotter SPOTTER = new CountSpotter(KNOWLEDGE.counts(), KNOWLEDGE.times());

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = COUNTED)
  void readsNumbersOfPeople(String step, String sentence, String expected) {
    assertThat(spot(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = NOT_COUNTED)
  void leavesOtherNumbersAlone(String step, String sentence) {
    assertThat(spot(sentence)).isEmpty();
  }

  private static String spot(String sentence) {
    return SPOTTER.spot(FlatTree.of(sentence), sentence).stream()
        .map(CountSpotterTest::show)
        .collect(Collectors.joining("; "));
  }

  private static String show(Mention.OfCount count) {
    String high = count.high().isPresent() ? String.valueOf(count.high().getAsInt()) : "";
    return count.low() + "-" + high + (count.unit().isEmpty() ? "" : " " + count.unit());
  }

  private static final String COUNTED =
      """
      A01 | The mine killed five shepherds                          | 5-5 shepherd
      A02 | Shelling killed 12 people in the market                 | 12-12 people
      A03 | The blast wounded a child                               | 1-1 child
      A04 | Raiders shot one farmer                                 | 1-1 farmer
      A05 | A sniper killed two young women                         | 1-1 sniper; 2-2 woman
      B01 | At least nine villagers died                            | 9- villager
      B02 | More than 40 rebels fled                                | 41- rebel
      B03 | Over 300 recruits left                                  | 301- recruit
      B04 | No fewer than six guards died                           | 6- guard
      B05 | A minimum of 15 miners died                             | 15- miner
      B06 | Fewer than 20 guards stood there                        | 0-19 guard
      B07 | Up to 70 fighters fled                                  | 0-70 fighter
      B08 | As many as 70 fighters fled                             | 0-70 fighter
      B09 | No more than four medics survived                       | 0-4 medic
      B10 | About 100 conscripts died                               | 100-100 conscript
      B11 | Nearly 60 nurses left                                   | 60-60 nurse
      B12 | An estimated 2,500 refugees left                        | 2500-2500 refugee
      B13 | Some 80 settlers came                                   | 80-80 settler
      B14 | 30 or more prisoners fled                               | 30- prisoner
      B15 | 5,000+ residents fled                                   | 5000- resident
      B16 | It killed only two guards                               | 2-2 guard
      C01 | Dozens of pilgrims died                                 | 24-99 pilgrim
      C02 | Scores of miners died                                   | 40-99 miner
      C03 | Tens of miners died                                     | 20-99 miner
      C04 | Hundreds of students fled                               | 200-999 student
      C05 | Several students died                                   | 2-9 student
      C06 | A number of pupils died                                 | 2-9 pupil
      C07 | A few guards fled                                       | 2-5 guard
      C08 | A couple of guards fled                                 | 2-2 guard
      C09 | A dozen gunmen came                                     | 12-12 gunmen
      C10 | Half a dozen drivers died                               | 6-6 driver
      C11 | Two dozen drivers died                                  | 24-24 driver
      C12 | More than a dozen drivers died                          | 13- driver
      C13 | Thousands of families fled                              | 2000-9999 familie
      C14 | Tens of thousands of residents fled                     | 20000-99999 resident
      C15 | Several hundred recruits left                           | 200-999 recruit
      C16 | Several dozen mourners came                             | 24-99 mourner
      D01 | Between 5 and 7 nurses died                             | 5-7 nurse
      D02 | 5-7 nurses died                                         | 5-7 nurse
      D03 | Five or six nurses died                                 | 5-6 nurse
      D04 | 10 to 15 nurses died                                    | 10-15 nurse
      D05 | It held 4.500-5.000 inmates                             | 4500-5000 inmate
      D06 | Two to three hundred inmates fled                       | 200-300 inmate
      D07 | It held 1.2 million people                              | 1200000-1200000 people
      D08 | Some 100,000 people fled                                | 100000-100000 people
      D09 | Twenty-five traders died                                | 25-25 trader
      D10 | One hundred and five traders died                       | 105-105 trader
      D11 | Half a million people fled                              | 500000-500000 people
      D12 | At least 3.000 people fled                              | 3000- people
      E01 | No civilians were killed                                | 0-0 civilian
      E02 | There were no casualties                                | 0-0 casualty
      E03 | Nobody was killed                                       | 0-0
      E04 | No one was killed                                       | 0-0
      E05 | Both men died                                           | 2-2 man
      E06 | Another guard died                                      | 1-1 guard
      F01 | It killed five                                          | 5-5
      F02 | The toll rose to 38                                     | 38-38
      F03 | Three others were wounded                               | 3-3 other
      F04 | Shells hit them killing about 100 of them and wounding hundreds more | 100-100; 200-999 other
      F05 | At least nine people died including six children        | 9- people; 6-6 child
      F06 | It killed a woman and her two children                  | 1-1 woman; 2-2 child
      F07 | It killed two men, one of them a medic                  | 2-2 man; 1-1; 1-1 medic
      F08 | It killed 35 and wounded 60                             | 35-35; 60-60
      F09 | Five of the shepherds died                              | 5-5 shepherd
      F10 | Two of his sons died                                    | 2-2 son
      F11 | It killed three Brown Valley militia fighters           | 3-3 fighter
      F12 | It killed five guards Monday                            | 5-5 guard
      G01 | They lost six tanks and 20 fighters                     | 6-6 tank; 20-20 fighter
      G02 | On May 3 they killed 14 traders                         | 14-14 trader
      G03 | In 2019 they killed 2019 traders                        | 2019-2019 trader
      G04 | Task Force 50 lost 7 men                                | 7-7 man
      G05 | Rami Odeh, 34, lost two sons                            | 2-2 son
      G07 | The number of dead exceeded 21                          | 22-
      G08 | It killed hundreds of unarmed or elderly residents      | 200-999 resident
      G10 | It left 20 dead and more than 80 injured residents      | 20-20; 81- resident
      G09 | Some 40 IS fighters fled                                | 40-40 fighter
      G06 | The 300-strong garrison fled                            | 300-300 garrison
      """;

  private static final String NOT_COUNTED =
      """
      H01 | They advanced 500 meters
      H02 | It lay 7.5 km away
      H03 | It fell by 20 percent
      H04 | It fell by 20% then
      H05 | They reached $500 million
      H06 | The 4th Division came
      H07 | It lasted three days
      H08 | The 122mm gun was there
      H09 | A T-72 was hit
      H10 | Two-thirds of the town was lost
      H11 | They met at 5:30 near Oak Bridge
      H12 | They met at 6 p.m. near Oak Bridge
      H13 | In 2017 the town fell
      H14 | Resolution 2254 was held up
      H15 | The F-16s struck
      H16 | On 17 September 2016 the town fell
      H17 | The five-year-old came
      H18 | This one was held
      H19 | It came 20 years ago
      H20 | Highway 4 was hit
      H21 | It came on 3/4/2018
      H23 | The 2020-2021 raids were small
      H24 | Resolutions 2139 and 2254 were held up
      H25 | The 21 Signal Regiment came
      H26 | They are under the age of 18
      H27 | They lost one in four
      H28 | Code 00341 was lost
      H22 | Nadim, aged 14, came
      """;
}
