package org.sitrep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Workshop;
import org.sitrep.evaluation.Evaluation;
import org.sitrep.evaluation.EvaluationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "eval",
    description = {
      "Measures claims and attributions against a file made by hand; nothing is stored.",
      "Without PREDICTED the documents are read and coded now. What kind of file GOLD is shows in its first row:"
          + " claims under the codebook, labelled snippets (CASE 2021), atrocity reports with their dead and injured (PITF),"
          + " news with its attributions marked (PolNeAR), incidents that articles of --documents are tied to (Airwars)."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep eval gold_claims.jsonl                          its documents are in gold_documents.jsonl",
      "  sitrep eval gold_claims.jsonl --documents pages/",
      "  sitrep claims --json > mine.jsonl && sitrep eval gold_claims.jsonl mine.jsonl --errors 40",
      "  sitrep eval case2021_dev.jsonl --json",
      "  sitrep eval polnear_dev.jsonl.gz --errors 20",
      "  sitrep eval incidents.jsonl --documents articles.jsonl more.jsonl"
    })
final class EvalCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private JsonOption json;

  @Parameters(index = "0", paramLabel = "GOLD", description = "The file made by hand: JSON lines, .gz too.")
  private Path gold;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PREDICTED",
      description = "Claims to judge, as `sitrep claims --json` writes them.")
  private @Nullable Path predicted;

  @Option(
      names = "--documents",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or directories with the documents that GOLD is about (default: beside it).")
  private List<Path> documents = List.of();

  @Option(names = "--errors", paramLabel = "N", defaultValue = "0", description = "List the first N errors, too.")
  private int errors;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  EvalCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Optional<Path> judged = Optional.ofNullable(predicted);
    for (Path file : judged.isPresent() ? List.of(gold, judged.get()) : List.of(gold)) {
      if (!Files.exists(file)) {
        console.warn(file + ": no such file");
        return Exit.NO_INPUT;
      }
    }
    Progress progress = new Progress(console);
    Evaluation evaluation =
        new Evaluation(sitrep.home(), () -> Workshop.knowledge(sitrep.home()), listener(console, progress));
    try {
      Evaluation.Result result = evaluation.measure(new Evaluation.Request(gold, judged, documents, errors));
      progress.clear();
      if (json.isSet()) {
        console.line(result.figures());
      } else {
        result.lines().forEach(console::line);
      }
      return Exit.OK;
    } catch (EvaluationException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Evaluation.Listener listener(Console console, Progress progress) {
    return new Evaluation.Listener() {
      @Override
      public void coded(int documents, int claims) {
        progress.tell(documents, claims);
      }

      @Override
      public void warn(String message) {
        progress.clear();
        console.warn(message);
      }
    };
  }
}
