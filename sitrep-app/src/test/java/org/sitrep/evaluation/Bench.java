package org.sitrep.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sitrep.knowledge.Knowledge;

/** What the tests of this room share: the directories, the packs loaded once, an evaluation that keeps quiet. */
final class Bench {

  static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
  static final Path SHARED = HOME.resolve("../shared").normalize();

  private static final class Loaded {
    static final Knowledge KNOWLEDGE = Knowledge.load(HOME, List.of("syria"));
  }

  private Bench() {}

  static Evaluation evaluation(StringBuilder warnings) {
    Supplier<Knowledge> knowledge = () -> Loaded.KNOWLEDGE;
    return new Evaluation(
        HOME,
        knowledge,
        new Evaluation.Listener() {
          @Override
          public void coded(int documents, int claims) {}

          @Override
          public void warn(String message) {
            warnings.append(message).append('\n');
          }
        });
  }

  static Evaluation.Result measure(Path gold, Path predicted, int errors) {
    return evaluation(new StringBuilder())
        .measure(new Evaluation.Request(gold, Optional.of(predicted), List.of(), errors));
  }
}
