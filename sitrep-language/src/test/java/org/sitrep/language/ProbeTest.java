package org.sitrep.language;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** How many relations of the sentences in {@code probe.txt} are found, from raw text. */
class ProbeTest {

  private record Result(int right, int asserted, List<String> wrong) {

    double share() {
      return (double) right / asserted;
    }
  }

  private static Result measure(English english) {
    int asserted = 0;
    List<String> wrong = new ArrayList<>();
    for (String line : Lines.read("probe.txt")) {
      String[] parts = line.split(" \\| ");
      List<SyntaxTree> trees = english.analyse(parts[0], new Span(0, parts[0].length()));
      for (int k = 1; k < parts.length; k++) {
        asserted++;
        if (trees.size() != 1 || !holds(trees.getFirst(), parts[k].strip().split(" "))) {
          wrong.add(parts[k].strip() + ": " + parts[0]);
        }
      }
    }
    return new Result(asserted - wrong.size(), asserted, wrong);
  }

  private static boolean holds(SyntaxTree tree, String[] assertion) {
    int token = token(tree, assertion[1]);
    if (token < 0) {
      return false;
    }
    if (assertion[0].equals("root")) {
      return tree.root() == token;
    }
    if (assertion.length == 2) {
      return tree.upos(token).name().equals(assertion[0]);
    }
    String relation = tree.relation(token);
    boolean subtype = relation.startsWith(assertion[0] + ":") && !relation.endsWith(":pass");
    return (relation.equals(assertion[0]) || subtype) && tree.head(token) == token(tree, assertion[2]);
  }

  private static int token(SyntaxTree tree, String word) {
    String[] parts = word.split("#");
    int left = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
    for (int i = 0; i < tree.size(); i++) {
      if (tree.form(i).equals(parts[0]) && --left == 0) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void a01_relationsOfNewsSentences() throws IOException {
    Result result = measure(English.load());
    double expected = ParserAccuracyTest.expected("probe").getOrDefault("relations", 1.0);
    double tolerance = ParserAccuracyTest.expected("tolerance").getOrDefault("accuracy", 0.0);
    assertThat(result.share())
        .as("%d of %d; wrong: %s", result.right(), result.asserted(), String.join("\n", result.wrong()))
        .isGreaterThanOrEqualTo(expected - tolerance);
  }
}
