package org.sitrep.coding;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Distance;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Snippets;

import static org.assertj.core.api.Assertions.assertThat;

/** The equipment and the distances that clauses name. */
class MaterielReaderTest {

  private static final Pipeline PIPELINE = Snippets.pipeline();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = MATERIEL)
  void readsMateriel(String step, String sentence, String materiel) {
    String found = claims(sentence).stream().map(c -> String.join(", ", c.materiel())).collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(materiel);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', textBlock = DISTANCES)
  void readsDistances(String step, String sentence, String distance) {
    String found =
        claims(sentence).stream().flatMap(c -> c.distance().stream()).map(MaterielReaderTest::show).collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(distance);
  }

  private static String show(Distance d) {
    return d.relation() + d.value() + d.unit();
  }

  private static List<Claim> claims(String sentence) {
    return PIPELINE.claims(Snippets.capture(sentence)).claims();
  }

  private static final String MATERIEL =
      """
      A01 | A drone hit a car in Qarah.                                  | drone, car
      A02 | The army shelled Qarah with heavy artillery.                 | heavy artillery
      A03 | A drone strike killed two men in Qarah.                      | drone
      A04 | Rebels fired artillery shells and rockets at Qarah.          | artillery shells, rockets
      A05 | The army sent tanks and armoured vehicles to Qarah.          | tanks, armoured vehicles
      A06 | Rebels destroyed two tanks near Qarah.                       | tanks
      A07 | A barrage of rockets hit Qarah.                              | rockets
      A08 | Two civilians were killed in Qarah.                          | -
      A09 | The army accused the rebels of smuggling rockets into Qarah. | -
      """;

  private static final String DISTANCES =
      """
      A01 | The army advanced five kilometers towards Qarah.           | =5.0km
      A02 | The army advanced more than 500 meters inside Qarah.       | >500.0m
      A03 | Rebels advanced to within 7.5 km of Qarah.                 | <7.5km
      A04 | Rebels attacked a post some 27 km northwest of Qarah.      | ~27.0km
      A05 | Rebels fired missiles with a range of 300 km at Qarah.     | -
      A06 | The army captured Qarah.                                   | -
      """;
}
