package org.sitrep.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.mention.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The figures of {@code eval/parser/expected.yml}, on gold tokens. */
class ParserAccuracyTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  /** The numbers under one heading of a flat YAML file. */
  static Map<String, Double> expected(String heading) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(HOME.resolve("eval/parser/expected.yml"))) {
      if (!line.startsWith(" ")) {
        inside = line.startsWith(heading + ":");
      } else if (inside) {
        String[] entry = line.trim().split(":\\s*");
        numbers.put(entry[0], Double.valueOf(entry[1]));
      }
    }
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ewt-test", "gum-test"})
  void a01_accuracyHolds(String treebank) throws IOException {
    Path file = HOME.resolve("../shared/treebanks/" + treebank + ".conllu.xz");
    assumeTrue(Files.exists(file), "treebanks are not beside the repository");
    English english = English.load();
    double n = 0;
    int tags = 0;
    int heads = 0;
    int labelled = 0;
    int lemmas = 0;
    for (Conllu.Sentence s : Conllu.read(file)) {
      int[] none = new int[s.size()];
      SyntaxTree tree = english.parse(none, none, s.forms());
      for (int i = 0; i < s.size(); i++) {
        String[] w = s.words().get(i);
        boolean attached = s.head(i) == tree.head(i);
        n++;
        tags += w[3].equals(tree.upos(i).name()) ? 1 : 0;
        heads += attached ? 1 : 0;
        labelled += attached && tree.is(i, w[7].replaceFirst(":.*", "")) ? 1 : 0;
        lemmas += w[2].equals(tree.lemma(i)) ? 1 : 0;
      }
    }
    Map<String, Double> measured =
        Map.of("upos", tags / n, "uas", heads / n, "las", labelled / n, "lemmas", lemmas / n);
    double tolerance = expected("tolerance").getOrDefault("accuracy", 0.0);
    Map<String, Double> expected = expected(treebank);
    assertThat(expected.keySet()).isEqualTo(measured.keySet());
    expected.forEach(
        (figure, value) ->
            assertThat(measured.getOrDefault(figure, 0.0))
                .as(treebank + " " + figure)
                .isGreaterThanOrEqualTo(value - tolerance));
  }
}
