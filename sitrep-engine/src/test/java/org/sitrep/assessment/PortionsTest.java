package org.sitrep.assessment;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a place is meant, by the words of control.yml. */
class PortionsTest {

  private static final Portions PORTIONS =
      new Portions(
          Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of()).controlWeights().partial());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the army captured Norville | Norville | ''",
        "the army captured the town of Norville | town of Norville | ''",
        "it took the villages of Norville and Eastham | Norville | ''",
        "it took the villages of Norville, Eastham and Weston | Eastham | ''",
        "the army recaptured the town | Norville | ''",
        "the army captured half of Norville | Norville | half",
        "they hold most of the city of Norville | city of Norville | most",
        "rebels seized parts of Norville | parts of Norville | parts",
        "rebels captured five villages in the Norville plain | Norville plain | villages",
        "captured two hills and a farm near Norville | Norville | ''",
        "captured two hills south of Norville | Norville | hills",
        "the army captured three more villages | Norville | villages"
      })
  void A01_portions(String quote, String surface, String part) {
    assertThat(PORTIONS.find(quote, surface, surface.replaceAll("^.*\\bof ", ""))).isEqualTo(part);
  }
}
