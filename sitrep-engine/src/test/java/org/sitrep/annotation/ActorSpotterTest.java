package org.sitrep.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ActorSpotterTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria"));
  private static final English ENGLISH = English.load();
  private static final Spotter SPOTTER = new ActorSpotter(KNOWLEDGE);

  /** Mentions as "surface = id", or "surface ?" where no pack knows the party. */
  private static String mentions(String sentence) {
    return ENGLISH.analyse(sentence, new Span(0, sentence.length())).stream()
        .flatMap(tree -> SPOTTER.spot(tree, sentence).stream())
        .map(Mention.OfActor.class::cast)
        .map(m -> m.surface() + (m.ids().isEmpty() ? " ?" : " = " + String.join(" ", m.ids())))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The SDF captured three villages on Monday.                            | SDF = sdf
      The Syrian Arab Army (SAA) entered the town.                          | Syrian Arab Army (SAA) = sy.forces
      The SAA’s 4th Division shelled the hills.                             | SAA = sy.forces; 4th Division = sy.4th-division
      Jaish al-Islam fired mortars at Jeish al-Thuwar.                      | Jaish al-Islam = jaysh-al-islam; Jeish al-Thuwar = sdf.jaysh-al-thuwar
      Liwa al-Quds and the NDF reached the crossroads.                      | Liwa al-Quds = sy.liwa-al-quds; NDF = sy.ndf
      It is clear that IS lost ground.                                      | IS = isis
      """)
  void a01_names(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Nigerian troops killed ten gunmen.                                    | Nigerian troops = ng.forces; gunmen = gunmen
      The Ukrainian military says that it shot down a drone.                | Ukrainian military = ua.forces; it ?
      Syrian government forces took the hill.                               | Syrian government forces = sy.forces
      Russian warplanes bombed the depot.                                   | Russian warplanes = ru.air-force
      The Dutch defence ministry denied it.                                 | Dutch defence ministry = nl.defence-ministry; it ?
      Turkey's army crossed the border.                                     | Turkey's army = tr.forces
      US forces left the base.                                              | US forces = us.forces
      The Iraqi Federal Police advanced.                                    | Iraqi Federal Police = iq.federal-police
      """)
  void b01_forces_of_states(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Israeli strikes hit a depot near the airport.                         | Israeli = il
      A Turkish drone strike killed two fighters.                           | Turkish = tr; fighters = fighters
      Turkish drones hit the convoy.                                        | Turkish drones = tr.air-force
      The convoy reached the Jordanian border.                              | ''
      """)
  void c01_adjectives_of_nationality(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The US-led coalition bombed the bridge.                               | US-led coalition = us.coalition
      The US-backed Syrian Democratic Forces (SDF) crossed the river.       | US-backed Syrian Democratic Forces (SDF) = sdf
      Turkish-backed factions shelled the village.                          | Turkish-backed factions = tr.backed
      Iran-backed militias moved weapons.                                   | Iran-backed militias = ir.backed
      PKK-linked militants attacked the post.                               | PKK-linked militants = pkk.linked
      Pro-Iranian militias moved weapons.                                   | Pro-Iranian militias = ir.backed
      Rwandan-backed M23 fighters entered the city.                         | Rwandan-backed M23 fighters = m23
      """)
  void d01_parties_that_hang_on_others(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      ISIS fighters attacked the checkpoint.                                | ISIS fighters = isis
      Hezbollah's fighters withdrew.                                        | Hezbollah's fighters = hezbollah
      Pro-government militias executed nine civilians.                      | Pro-government militias = country.loyalists; civilians = civilians
      Regime forces shelled rebel fighters.                                 | Regime forces = country.forces; rebel fighters = country.rebels
      The regime arrested several residents.                                | regime = country; residents = civilians
      Unidentified gunmen killed a local journalist.                        | Unidentified gunmen = gunmen; local journalist = journalists
      The group said its fighters had left.                                 | group ?; its ?; fighters = fighters
      A group of men arrived.                                               | ''
      """)
  void e01_descriptions(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      The Free Eagles Brigade claimed the attack.                           | Free Eagles Brigade ?
      Fighters of Liwa al-Nasr left the village.                            | Fighters = fighters; Liwa al-Nasr ?
      The 46th Brigade was hit.                                             | 46th Brigade ?
      """)
  void f01_names_that_no_pack_knows(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Russian Lieutenant General Ivan Petrovich died in the shelling.       | Russian Lieutenant General Ivan Petrovich = ru.forces
      President Vladimir Putin ordered the withdrawal.                      | President Vladimir Putin = ru
      Assad vowed to retake the province.                                   | Assad = sy
      Colonel John Miller, spokesman for the coalition, denied the report.  | Colonel John Miller ?; coalition = country.coalition
      Karim Haddad, a commander of the SDF, said the town was clear.        | SDF = sdf
      """)
  void g01_persons(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Ankara accused Damascus of breaking the truce.                        | Ankara = tr; Damascus = sy
      The convoy left Damascus for Homs.                                    | ''
      Fighting broke out in northern Syria.                                 | ''
      Turkey launched an operation in Syria.                                | Turkey = tr
      The Kremlin denied the claim.                                         | Kremlin = ru
      A bomb went off in Syria's Jarablus.                                  | ''
      """)
  void h01_states_and_their_seats(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      ISIS fighters attacked the checkpoint. | fighters
      The army of Chad withdrew.             | army
      Turkish jets hit the base.             | jets
      Israeli strikes hit a depot.           | Israeli
      """)
  void i01_the_head_is_the_token_by_which_it_hangs(String sentence, String head) {
    SyntaxTree tree = ENGLISH.analyse(sentence, new Span(0, sentence.length())).getFirst();
    Mention first = SPOTTER.spot(tree, sentence).getFirst();
    assertThat(tree.form(first.head())).isEqualTo(head);
  }
}
