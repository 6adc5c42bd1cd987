package org.sitrep.annotation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Mention;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class SourceSpotterTest {

  private static final English ENGLISH = English.load();
  private static final Spotter SPOTTER =
      new SourceSpotter(
          Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of("syria")));

  private static String mentions(String sentence) {
    return ENGLISH.analyse(sentence, new Span(0, sentence.length())).stream()
        .flatMap(tree -> SPOTTER.spot(tree, sentence).stream())
        .map(Mention.OfSource.class::cast)
        .map(m -> m.surface() + " = " + m.id().orElse("-"))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      SOHR counted nine raids.                                      | SOHR = sohr
      Reuters quoted the Syrian Observatory for Human Rights.       | Reuters = reuters; Syrian Observatory for Human Rights = sohr
      The news agency Amaq claimed the attack.                      | news agency Amaq = amaq
      According to Hezbollah's media wing, the hill was taken.      | Hezbollah's media wing = hezbollah-media
      """)
  void a01_names(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      A US official told CNN that the base was empty.               | US official = us; CNN = cnn
      The Russian Defence Ministry denied it.                       | Russian Defence Ministry = ru.defence-ministry
      SDF spokesmen confirmed the advance.                          | SDF spokesmen = sdf
      """)
  void b01_those_who_speak_for_a_party(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = """
      Local activists said the clinic was hit.                      | Local activists = -
      Pro-opposition sources reported a retreat.                    | Pro-opposition sources = -
      Several witnesses spoke of smoke over the town.               | Several witnesses = -
      The statement was short.                                      | ''
      """)
  void c01_those_without_a_name(String sentence, String expected) {
    assertThat(mentions(sentence)).isEqualTo(expected);
  }
}
