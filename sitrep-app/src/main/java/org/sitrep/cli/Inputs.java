package org.sitrep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sitrep.flow.Issue;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.page.Capture;
import picocli.CommandLine.Parameters;

/** The files and directories that a command reads, and what came of reading them. */
final class Inputs {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, directories, or - for standard input.")
  private List<Path> paths = List.of();

  private int captures;
  private int rejects;
  private int unmatched;

  /** Inputs that were not asked for by option. */
  static Inputs of(Path... paths) {
    Inputs inputs = new Inputs();
    inputs.paths = List.of(paths);
    return inputs;
  }

  List<String> names() {
    return paths.stream().map(Path::toString).toList();
  }

  /** Hands every document to {@code captures}; each trouble is one line for the person. */
  void read(Console console, Consumer<Capture> each, Consumer<Issue> issues) {
    new Ingestion()
        .read(
            paths,
            capture -> {
              captures++;
              each.accept(capture);
            },
            issue -> {
              reject(console, issue);
              issues.accept(issue);
            });
  }

  /** Counts and tells an issue that was found outside of ingestion. */
  void reject(Console console, Issue issue) {
    console.warn(issue.toString());
    rejects += issue.kind().rejects() ? 1 : 0;
    boolean noInput = issue.kind() == Issue.Kind.MISSING || issue.kind() == Issue.Kind.UNSUPPORTED;
    unmatched += noInput ? 1 : 0;
  }

  int rejects() {
    return rejects;
  }

  /** What to end with: nothing matched, some were left out, or all is well. */
  int exit() {
    if (captures == 0 && rejects == unmatched) {
      return Exit.NO_INPUT;
    }
    return rejects > 0 ? Exit.REJECTS : Exit.OK;
  }
}
