package org.sitrep.language;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.mention.SyntaxTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConlluTest {

  private static final String SAMPLE =
      """
      # sent_id = 1
      # text = It can't fly.
      1\tIt\t_\tX\t_\t_\t0\t_\t_\t_
      2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tca\t_\tX\t_\t_\t1\t_\t_\t_
      3\tn't\t_\tX\t_\t_\t1\t_\t_\t_
      4\tfly\t_\tX\t_\t_\t1\t_\t_\tSpaceAfter=No
      4.1\tx\t_\tX\t_\t_\t_\t_\t_\t_
      5\t.\t_\tX\t_\t_\t1\t_\t_\t_

      """;

  private static List<Conllu.Sentence> read(String text) throws IOException {
    return Conllu.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sample");
  }

  @Test
  void a01_wordsRangesAndComments() throws IOException {
    Conllu.Sentence sentence = read(SAMPLE).getFirst();
    assertThat(sentence.forms()).containsExactly("It", "ca", "n't", "fly", ".");
    assertThat(sentence.comment("text")).isEqualTo("It can't fly.");
    assertThat(sentence.spaceAfter(3)).isFalse();
    assertThat(sentence.head(0)).isEqualTo(SyntaxTree.NO_HEAD);
  }

  @Test
  void a02_predictionKeepsTokensAndLines() throws IOException {
    Conllu.Sentence sentence = read(SAMPLE).getFirst();
    int[] none = new int[sentence.size()];
    String out = sentence.toConllu(English.load().parse(none, none, sentence.forms()));
    assertThat(out).contains("2-3\tcan't\t", "3\tn't\tnot\tPART\t", "4\tfly\tfly\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No");
    assertThat(read(out).getFirst().forms()).isEqualTo(sentence.forms());
  }

  @Test
  void b01_brokenLineNamesItsPlace() {
    assertThatThrownBy(() -> read("1\tIt\n")).isInstanceOf(IOException.class).hasMessageContaining("sample:1");
  }
}
