package org.sitrep.language;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Made-up sentences are well-formed trees, the same for the same seed. */
class RegisterTest {

  private static final List<GoldTree> TREES = Register.load(7).sentences(3000, 100);

  private static String text(GoldTree tree) {
    return String.join(" ", tree.forms());
  }

  @Test
  void a01_oneRootAndNoCycle() {
    for (GoldTree tree : TREES) {
      int n = tree.size();
      int roots = 0;
      for (int i = 1; i <= n; i++) {
        roots += tree.heads()[i] == n + 1 ? 1 : 0;
        int token = i;
        for (int steps = 0; token <= n; steps++) {
          assertThat(steps).as(text(tree)).isLessThanOrEqualTo(n);
          token = tree.heads()[token];
        }
      }
      assertThat(roots).as(text(tree)).isEqualTo(1);
    }
  }

  @Test
  void a02_noArcsCross() {
    for (GoldTree tree : TREES) {
      for (int i = 1; i <= tree.size(); i++) {
        int low = Math.min(i, tree.heads()[i]);
        int high = Math.max(i, tree.heads()[i]);
        for (int k = low + 1; k < high; k++) {
          assertThat(tree.heads()[k]).as("%s in %s", tree.forms()[k - 1], text(tree)).isBetween(low, high);
        }
      }
    }
  }

  @Test
  void a03_everyTagAndRelationIsKnown() {
    for (GoldTree tree : TREES) {
      assertThat(tree.relations()).as(text(tree)).noneMatch(String::isEmpty);
      assertThat(tree.tags()).as(text(tree)).allMatch(t -> t.matches("[A-Z]+\\|\\S+"));
      assertThat(tree.origin()).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void a04_sameSeedSameSentences() {
    List<String> again = Register.load(7).sentences(3000, 100).stream().map(RegisterTest::text).toList();
    assertThat(again).isEqualTo(TREES.stream().map(RegisterTest::text).toList());
  }

  @Test
  void b01_forms() {
    Forms forms = new Forms(List.of("shoot shot shot", "take took taken"));
    assertThat(forms.verb("shoot", "shoot", "VBD")).isEqualTo("shot");
    assertThat(forms.verb("take", "take", "VBG")).isEqualTo("taking");
    assertThat(forms.verb("free", "free", "VBN")).isEqualTo("freed");
    assertThat(forms.verb("free", "free", "VBG")).isEqualTo("freeing");
    assertThat(forms.verb("carry", "carry", "VBZ")).isEqualTo("carries");
    assertThat(forms.verb("carry", "carry", "VBD")).isEqualTo("carried");
    assertThat(forms.verb("repel", "repell", "VBD")).isEqualTo("repelled");
    assertThat(forms.verb("ram", Forms.stem("ram"), "VBG")).isEqualTo("ramming");
    assertThat(Forms.withS("clash")).isEqualTo("clashes");
  }

  @Test
  void b02_aRuleNeedsOneHead() {
    Forms forms = new Forms(List.of());
    assertThatThrownBy(() -> RegisterGrammar.read(List.of("S: det=the/DT"), forms))
        .hasMessageContaining("S: det=the/DT");
    assertThatThrownBy(() -> RegisterGrammar.read(List.of("S: NOUN"), forms).rule("NOUN"))
        .hasMessageContaining("NOUN");
  }
}
