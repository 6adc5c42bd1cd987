package org.sitrep.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sitrep.desk.Workshop;
import org.sitrep.flow.Issue;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

/** Commands with their streams caught, and reading with one pipeline for all tests. */
final class Bench {

  static final Path HOME = Path.of(System.getProperty("sitrep.home", "")).toAbsolutePath();

  private static final class Loaded {
    static final Pipeline PIPELINE = Workshop.pipeline(HOME);
  }

  private Bench() {}

  /**
   * What a command left.
   *
   * @param exit the code it ended with
   * @param out data
   * @param err lines for the person
   */
  record Result(int exit, String out, List<String> err) {}

  /**
   * What reading left.
   *
   * @param issues all of the store
   * @param docs the documents of all claims and all heads of the store
   */
  record Read(int exit, List<String> err, List<Issue> issues, List<String> docs, int claims) {}

  /** The pipeline that all tests share. */
  static Pipeline pipeline() {
    return Loaded.PIPELINE;
  }

  static Result run(String... args) {
    return runAt(HOME, args);
  }

  static Result runAt(Path home, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(console(out, err), home, args);
    return new Result(exit, out.toString(StandardCharsets.UTF_8), lines(err));
  }

  static Read read(Path store, Path... paths) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Inputs inputs = Inputs.of(paths);
    try (Store open = Store.open(store)) {
      Reads.run(console(new ByteArrayOutputStream(), err), Loaded.PIPELINE, open, inputs, Optional.empty());
      return new Read(
          inputs.exit(),
          lines(err),
          open.listIssues(),
          open.listDocuments().stream().map(d -> d.doc()).toList(),
          open.listClaims(Filter.ALL).size());
    }
  }

  private static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
