package org.sitrep.coding;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.claim.Notation;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Snippets;

import static org.assertj.core.api.Assertions.assertThat;

/** Kinds of wording on which coders err: each with what comes out, in the one-line notation. */
class CoderTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = PARTIES)
  void parties(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = MERE_DESCRIPTIONS)
  void mereDescriptions(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = CERTAINTY)
  void certainty(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = PLACES)
  void places(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = OUTCOMES)
  void outcomes(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = MONITORS)
  void monitors(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = RESISTANCE)
  void resistanceMetIsFightingThatHappened(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = HOLDERS)
  void whoHoldsAPlaceDidNotStrikeIt(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = BEFORE)
  void tellsWhatHadHappenedBeforeAndWhatHappenedNow(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = VICTIMS)
  void victimsAreNoDoersAndNoStates(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = DROPS)
  void whatIsDroppedFromTheAir(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = REJECTED)
  void refusedIsNotRejected(String step, String text, String claims) {
    check(text, claims);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = REPULSES)
  void attacksThatFailed(String step, String text, String claims) {
    String found = PIPELINE.claims(Snippets.capture(text)).claims().stream()
        .map(c -> Notation.of(c) + (c.subType().equals("repelled") ? " REPELLED" : "")).collect(Collectors.joining("; "));
    assertThat(found).isEqualTo(claims);
  }

  private static void check(String text, String claims) {
    String found = PIPELINE.claims(Snippets.capture(text)).claims().stream().map(Notation::of).collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(claims);
  }

  /** How monitors of harm word their reports. */
  private static final String MONITORS =
      """
      A01 | The army fired rockets at al-Bab town in Aleppo.                                   | [@publisher] certain: Syrian Arab Army SHELLING @ al-Bab
      A02 | Government forces fired rockets on al-Bab city, W. Aleppo, injuring 11 civilians.  | [@publisher] certain: Syrian Arab Army SHELLING civilians @ al-Bab {wounded 11}
      A03 | A drone targeted a car on the road linking Qamishli and Malikiyah.                 | [@publisher] certain: AIR_STRIKE car @ Qamishli, Malikiyah
      B01 | The London-based monitor reported that an airstrike hit a house.                   | [London-based monitor] certain: AIR_STRIKE house
      C01 | Further Turkish strikes targeted the city of Raqqa.                                | [@publisher] certain: Turkey AIR_STRIKE @ Raqqa
      C02 | The army plans further strikes on Raqqa.                                           | [@publisher] planned: Syrian Arab Army AIR_STRIKE @ Raqqa
      D01 | During the clashes a boy and a local teacher were killed.                          | [@publisher] certain: CLASH children, local teacher {killed 2}
      D02 | A civilian sustained minor injuries and shops sustained destruction in a Turkish shelling of the city. | [@publisher] certain: KILLING civilians; [@publisher] certain: Turkey SHELLING
      E01 | Israel fired missiles at Damascus on 7 March 2018. Two civilians were killed in the Israeli missile attack. On 24 February 2018 three soldiers were killed in an Israeli missile attack on Damascus. | [@publisher] certain: Israel SHELLING @ Damascus (2018-03-07); [@publisher] certain: Israel SHELLING civilians @ Damascus (2018-03-07) {killed 2}; [@publisher] certain: Israel SHELLING soldiers @ Damascus (2018-02-24) {killed 3}
      """;

  private static final String RESISTANCE =
      """
      A01 | The army could not enter the town because of fierce rebel resistance.                 | [@publisher] denied: Syrian Arab Army ADVANCE; [@publisher] certain: Syrian rebels CLASH Syrian Arab Army
      A02 | The army captured Saraqib amid stiff rebel resistance.                                | [@publisher] certain: Syrian Arab Army CAPTURE @ Saraqib; [@publisher] certain: Syrian rebels CLASH Syrian Arab Army @ Saraqib
      A03 | Government troops advanced towards Saraqib despite resistance from the rebels.        | [@publisher] certain: Syrian Arab Army ADVANCE Syrian rebels @ Saraqib; [@publisher] certain: Syrian rebels CLASH Syrian Arab Army @ Saraqib
      A04 | The army faced stiff resistance from ISIS in Raqqa.                                   | [@publisher] certain: Islamic State CLASH Syrian Arab Army @ Raqqa
      B01 | The army could not reach Saraqib because of clashes with the rebels.                  | [@publisher] denied: Syrian Arab Army ADVANCE @ Saraqib; [@publisher] certain: Syrian Arab Army CLASH Syrian rebels @ Saraqib
      B02 | Despite Turkish air strikes, the SDF did not withdraw from Manbij.                    | [@publisher] certain: Turkey AIR_STRIKE @ Manbij; [@publisher] denied: Syrian Democratic Forces WITHDRAWAL @ Manbij
      B03 | The army captured Saraqib without resistance.                                         | [@publisher] certain: Syrian Arab Army CAPTURE @ Saraqib
      """;

  private static final String HOLDERS =
      """
      A01 | Shelling of the village, which is held by the SDF, killed three people.               | [@publisher] certain: SHELLING civilians {killed 3}
      A02 | Airstrikes on the town of Saraqib, controlled by Hayat Tahrir al-Sham, killed 13 people. | [@publisher] certain: AIR_STRIKE civilians @ Saraqib {killed 13}
      B01 | An airstrike hit a street in Idlib, which is controlled by the rebels, killing six people. | [@publisher] certain: AIR_STRIKE civilians @ Idlib {killed 6}
      """;

  private static final String BEFORE =
      """
      A01 | The town of Hajin, which was captured by ISIS in May 2014, was bombed by US warplanes. | [@publisher] certain: Islamic State CAPTURE @ Hajin (2014-05-01/2014-05-31); [@publisher] certain: US Air Force AIR_STRIKE @ Hajin
      A02 | Hajin, which had been captured by rebels, was recaptured by the army.                 | [@publisher] certain: Syrian rebels CAPTURE @ Hajin; [@publisher] certain: Syrian Arab Army CAPTURE @ Hajin
      A03 | Two soldiers, who were captured by ISIS near Hajin, were released.                    | [@publisher] certain: Islamic State ARREST soldiers @ Hajin {captured 2}; [@publisher] certain: RELEASE soldiers @ Hajin
      B01 | Hajin was shelled by the army.                                                        | [@publisher] certain: Syrian Arab Army SHELLING @ Hajin
      B02 | Samir was targeted by a drone in a village near Hajin.                                | [@publisher] certain: AIR_STRIKE Samir @ Hajin
      """;

  private static final String VICTIMS =
      """
      A01 | Ali Hassan's death in an air strike that targeted his car in Idlib was announced.     | [@publisher] certain: AIR_STRIKE Ali Hassan @ Idlib {killed 1}
      A02 | The commander's death in a US strike near Idlib was confirmed.                        | [@publisher] certain: United States AIR_STRIKE commander @ Idlib {killed 1}
      A03 | The army's killing of ten civilians in Homs was condemned.                            | [@publisher] certain: Syrian Arab Army KILLING civilians @ Homs {killed 10}
      B01 | Turkey released a US pastor in Izmir.                                                 | [@publisher] certain: Turkey RELEASE US pastor @ Izmir
      """;

  private static final String DROPS =
      """
      A01 | US planes made air drops of food to civilians in Kobani.                              | [@publisher] certain: US Air Force SUPPLY civilians @ Kobani
      A02 | The air drop of supplies in Deir ez-Zor was successful.                               | [@publisher] certain: SUPPLY @ Deir ez-Zor
      B01 | The army carried out an airdrop in Azaz.                                              | [@publisher] certain: Syrian Arab Army GROUND_ATTACK @ Azaz
      """;

  private static final String REJECTED =
      """
      A01 | The ministry rejected claims that its planes had bombed Homs.                         | [ministry] denied: AIR_STRIKE @ Homs
      A02 | The rebels refused to withdraw from Homs.                                             | [@publisher] denied: Syrian rebels WITHDRAWAL @ Homs
      B01 | The ministry rejected claims that jets were responsible for an attack on a convoy near Homs. | [claims] probable: GROUND_ATTACK convoy @ Homs
      """;

  private static final String PARTIES =
      """
      A01 | Strikes by US, British and French forces hit a depot near Homs.     | [@publisher] certain: American forces, British forces, French Armed Forces AIR_STRIKE depot @ Homs
      A02 | Talks between Turkish and Russian officials took place in Ankara.   | [@publisher] certain: Turkey, Russia NEGOTIATION @ Ankara
      A03 | Soldiers loyal to the Syrian government seized a hill near Palmyra. | [@publisher] certain: soldiers CAPTURE @ Palmyra
      A04 | Clashes broke out, pitting the SDF against fighters of ISIS.        | [@publisher] certain: Syrian Democratic Forces CLASH Islamic State
      A05 | Two Russian Su-24s struck a market in Idlib.                        | [@publisher] certain: Russia AIR_STRIKE market @ Idlib
      A06 | Turkey struck a UN-sponsored school in Qamishli.                    | [@publisher] certain: Turkey AIR_STRIKE UN-sponsored school @ Qamishli
      A07 | Two men were killed in Homs at the hands of the army.                | [@publisher] certain: Syrian Arab Army KILLING men @ Homs {killed 2}
      A08 | Three women fighters from the SDF were killed near Raqqa.            | [@publisher] certain: KILLING Syrian Democratic Forces @ Raqqa {killed 3}
      A09 | It was reported that IS recaptured Palmyra.                          | [@publisher] certain: Islamic State CAPTURE @ Palmyra
      A10 | With help from the US, Turkish troops captured Azaz.                 | [@publisher] certain: Turkish Armed Forces CAPTURE @ Azaz
      A11 | Leaders of Jaysh al-Islam & Faylaq al-Rahman signed a deal.          | [@publisher] certain: Jaysh al-Islam, Faylaq al-Rahman AGREEMENT
      A12 | Russia's Defence Ministry said that its troops captured Manbij.      | [Russia's Defence Ministry] certain: Russian Armed Forces CAPTURE @ Manbij
      A13 | Al-Shabaab claimed responsibility for a bombing in Mogadishu.        | [al-Shabaab] certain: al-Shabaab BOMBING @ Mogadishu
      A14 | Colonel Jordan Hayes said that shells hit Azaz.                      | [Colonel Jordan Hayes] certain: SHELLING @ Azaz
      A15 | Rebels captured Manbij, the Observatory said, and killed 12 soldiers. | [Observatory] certain: Syrian rebels CAPTURE @ Manbij; [Observatory] certain: Syrian rebels KILLING soldiers @ Manbij {killed 12}
      A16 | Turkey's Defence Ministry said that its aircraft struck Manbij.      | [Turkey's Defence Ministry] certain: Turkish air force AIR_STRIKE @ Manbij
      A17 | There are persistent rumours that the army has declared a no-fly zone over Azaz. | [persistent rumours] possible: Syrian Arab Army ZONE @ Azaz
      B01 | The Observatory said shells hit Azaz. A doctor said a man died. The monitor added that two women were wounded. | [The Observatory] certain: SHELLING @ Azaz; [doctor] certain: SHELLING man @ Azaz {killed 1}; [The Observatory] certain: SHELLING women @ Azaz {wounded 2}
      """;

  private static final String MERE_DESCRIPTIONS =
      """
      A01 | Britain asked its citizens fighting in Syria to come home.         | -
      A02 | The envoy, who left the Greens, spoke in Damascus.                 | -
      A03 | Bringing the fighters back from Syria is not easy.                 | -
      A04 | We extend our condolences to the families of those killed.         | -
      A05 | A guest fired his gun into the air in Idlib.                       | -
      B01 | It is clear that the army captured Palmyra.                        | [@publisher] certain: Syrian Arab Army CAPTURE @ Palmyra
      B02 | Soldiers fighting in Homs killed ten rebels.                       | [@publisher] certain: soldiers CLASH Syrian rebels @ Homs {killed 10}
      B03 | Those killed in Azaz included ten children.                        | [@publisher] certain: KILLING @ Azaz
      B04 | The army moved into a new phase of the campaign.                   | -
      C01 | The militants train there and carry out attacks in Europe.         | -
      C02 | The coalition struck militants who plotted to attack Europe.       | [@publisher] certain: US-led coalition AIR_STRIKE militants
      C03 | The group plans to carry out attacks in Europe.                    | [@publisher] planned: group GROUND_ATTACK @ Europe
      B05 | It is likely that the army shelled Azaz.                           | [@publisher] probable: Syrian Arab Army SHELLING @ Azaz
      """;

  private static final String CERTAINTY =
      """
      A01 | Two Russians are said to have died in an American airstrike near Homs. | [@publisher] probable: United States AIR_STRIKE Russian people @ Homs {killed 2}
      A02 | The army was accused of using chlorine in Douma.                    | [@publisher] probable: Syrian Arab Army CHEMICAL_ATTACK @ Douma
      A03 | The SDF are hardly likely to attack Manbij.                         | [@publisher] denied: Syrian Democratic Forces GROUND_ATTACK @ Manbij
      A04 | The army was supposed to withdraw from Daraa.                       | [@publisher] planned: Syrian Arab Army WITHDRAWAL @ Daraa
      A05 | A total withdrawal of US personnel from Syria would help him.       | [@publisher] possible: American forces WITHDRAWAL @ Syria
      A06 | The operation may be a screen for new chemical attacks in Idlib.    | [@publisher] possible: CHEMICAL_ATTACK @ Idlib
      A07 | Ten men were accused of spying and killed in Raqqa.                 | [@publisher] certain: KILLING men @ Raqqa {killed 10}
      A08 | The army will not withdraw from Daraa.                              | [@publisher] denied: Syrian Arab Army WITHDRAWAL @ Daraa
      """;

  private static final String PLACES =
      """
      A01 | Ten soldiers were killed, according to activists in Aleppo, when shells hit Azaz.                      | [activists in Aleppo] certain: SHELLING soldiers @ Azaz {killed 10}
      A02 | The patrol surrounded a house inhabited by people from the city of Homs.                               | [@publisher] certain: patrol SIEGE house
      A03 | The jets launched an air attack from the direction of Homs, targeting sites near Damascus.             | [@publisher] certain: AIR_STRIKE sites @ Damascus
      A05 | Russian troops captured Robotyne in Ukraine.                                                           | [@publisher] certain: Russian Armed Forces CAPTURE @ Robotyne
      A04 | An air strike hit Saraqib. The two sides signed an agreement after consultations between the ministers. | [@publisher] certain: AIR_STRIKE @ Saraqib; [@publisher] certain: sides AGREEMENT; [@publisher] certain: ministers NEGOTIATION
      """;

  private static final String OUTCOMES =
      """
      A01 | The agency said one soldier was killed and three wounded in Azaz.                               | [agency] certain: KILLING soldiers @ Azaz {killed 1, wounded 3}
      A02 | Two civilians were killed and damage occurred in an Israeli strike on a building in Damascus.    | [@publisher] certain: Israel AIR_STRIKE building, civilians @ Damascus {killed 2}
      A03 | Nine civilians were killed on Friday, as a result of a Russian air strike in Idlib.             | [@publisher] certain: Russia AIR_STRIKE civilians @ Idlib {killed 9}
      A04 | Shells hit Azaz. The war has left thousands of people dead.                                     | [@publisher] certain: SHELLING @ Azaz; [@publisher] certain: KILLING civilians {killed 2000-9999}
      B01 | 78 civilians, including ten women, 29 children and a medic, were killed in Idlib.               | [@publisher] certain: KILLING civilians @ Idlib {killed 78}
      B02 | The shelling of Azaz left more than ten soldiers and civilians, including a girl, injured.       | [@publisher] certain: SHELLING soldiers, civilians @ Azaz {wounded 11+}
      B03 | An 11 years-old child was killed in Azaz.                                                       | [@publisher] certain: KILLING children @ Azaz {killed 1}
      B04 | Troops were forced to withdraw from Azaz the next morning.                                      | [@publisher] certain: troops WITHDRAWAL @ Azaz
      B05 | The rebels repelled the attack and claimed that they killed ten soldiers.                       | [@publisher] certain: GROUND_ATTACK Syrian rebels; [rebels] certain: Syrian rebels GROUND_ATTACK soldiers {killed 10}
      B06 | The army blew up three car bombs near Azaz.                                                     | [@publisher] certain: Syrian Arab Army BOMBING @ Azaz
      """;

  /** Attacks that were beaten off: who made them, on whom, and that they failed. */
  private static final String REPULSES =
      """
      A01 | Rebels repelled an attack by the army on Azaz.                          | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Azaz REPELLED
      A02 | Rebels repelled an attack of the army on Azaz.                          | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Azaz REPELLED
      A03 | The army's attack on Azaz was repelled.                                 | [@publisher] certain: Syrian Arab Army GROUND_ATTACK @ Azaz REPELLED
      A04 | SDF fighters repulsed the army's assault on Azaz.                       | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian Democratic Forces @ Azaz REPELLED
      A05 | Rebels beat back an army attack on Azaz.                                | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Azaz REPELLED
      A06 | Rebels fended off an army offensive on Azaz.                            | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Azaz REPELLED
      A07 | The army drove back a rebel attack on Azaz.                             | [@publisher] certain: Syrian rebels GROUND_ATTACK Syrian Arab Army @ Azaz REPELLED
      A08 | Rebels launched an attack on Azaz, which was repelled by the army.      | [@publisher] certain: Syrian rebels GROUND_ATTACK @ Azaz REPELLED
      A09 | The rebel offensive on Azaz failed.                                     | [@publisher] certain: Syrian rebels GROUND_ATTACK @ Azaz REPELLED
      B01 | Rebels thwarted an army attack on Azaz.                                 | [@publisher] denied: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Azaz REPELLED
      B02 | The army foiled an attempt by rebels to capture Azaz.                   | [@publisher] denied: Syrian rebels CAPTURE @ Azaz
      B03 | An attempt by rebels to capture Azaz failed.                            | [@publisher] denied: Syrian rebels CAPTURE @ Azaz
      B04 | The army repelled an attempt by rebels to storm Azaz.                   | [@publisher] denied: Syrian rebels GROUND_ATTACK @ Azaz
      C01 | The army failed to repel the rebels' attack on Azaz.                    | [@publisher] certain: Syrian rebels GROUND_ATTACK Syrian Arab Army @ Azaz
      C02 | An attack of rebels on the army base near Azaz killed ten soldiers.     | [@publisher] certain: Syrian rebels GROUND_ATTACK Syrian Arab Army, soldiers @ Azaz {killed 10}
      C03 | The attack of Azaz killed ten people.                                   | [@publisher] certain: GROUND_ATTACK civilians @ Azaz {killed 10}
      R01 | Rebels repelled an attack by the army in Saraqib. A monitor said that army jets bombed Idlib. | [@publisher] certain: Syrian Arab Army GROUND_ATTACK Syrian rebels @ Saraqib REPELLED; [monitor] certain: Syrian Arab Army AIR_STRIKE @ Idlib
      """;
}
