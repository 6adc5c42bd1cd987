package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class DistancesTest {

  private static final Counts COUNTS =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()).counts();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock =
      """
      A01 | They advanced more than 500 meters          | > 500 m
      A02 | It lies 7.5 kilometers away                 | = 7.5 km
      A03 | It lies 20 km south of the town             | = 20 km
      A04 | It lies 10 miles off                        | = 10 mi
      A05 | They came within about 3km of it            | ~ 3 km
      A06 | They gained a 30-kilometre strip            | = 30 km
      A07 | They gained a kilometre                     | = 1 km
      A08 | They gained half a mile                     | = 0.5 mi
      A09 | They gained less than two kilometers        | < 2 km
      A10 | They gained 5-7 km                          | ~ 6 km
      A11 | They advanced 500 m. Then they stopped      | = 500 m
      A12 | They advanced 2 km and lost 300 meters      | = 2 km; = 300 m
      B01 | It ran at 80 km/h                           | ''
      B02 | They took 50 square kilometers              | ''
      B03 | They took 50 km2                            | ''
      B04 | It cost $500 m                              | ''
      B05 | A 120 mm shell fell                         | ''
      """)
  void readsDistances(String step, String sentence, String expected) {
    String found =
        COUNTS.listDistances(sentence, new Span(0, sentence.length())).stream()
            .map(d -> d.distance().relation() + " " + plain(d.distance().value()) + " " + d.distance().unit())
            .collect(Collectors.joining("; "));
    assertThat(found).isEqualTo(expected);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%s", value);
  }
}
