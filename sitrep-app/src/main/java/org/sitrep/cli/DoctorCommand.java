package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sitrep.control.ControlLedger;
import org.sitrep.desk.Workshop;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "doctor",
    description = "Checks that everything sitrep needs is there and works.")
final class DoctorCommand implements Callable<Integer> {

  private static final String SENTENCE = "The army said that it captured the village on Monday.";

  @ParentCommand private SitrepCommand sitrep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DoctorCommand() {}

  private interface Check {
    String run() throws IOException;
  }

  @Override
  public Integer call() {
    Path home = sitrep.home();
    boolean well =
        check("Java", () -> Runtime.version() + " in " + System.getProperty("java.home"))
            & check("home", home::toString)
            & check("knowledge", () -> Workshop.knowledge(home).packs().size() + " packs")
            & check("pipeline", () -> pipeline(home))
            & check("store", DoctorCommand::store);
    return well ? Exit.OK : Exit.INTERNAL;
  }

  private boolean check(String name, Check check) {
    try {
      sitrep.console().line("ok    " + name + ": " + check.run());
      return true;
    } catch (IOException | RuntimeException | LinkageError e) {
      sitrep.console().line("WRONG " + name + ": " + e.getMessage());
      return false;
    }
  }

  private static String pipeline(Path home) {
    Knowledge knowledge = Workshop.knowledge(home);
    Coded coded = Pipeline.of(knowledge, English.load()).claims(ExplainCommand.capture(SENTENCE, Optional.empty()));
    return coded.resolved().annotated().sentences().size() + " sentence, " + coded.claims().size()
        + " claim in \"" + SENTENCE + '"';
  }

  /** Makes a store, writes to it, and removes it. */
  private static String store() throws IOException {
    Path directory = Files.createTempDirectory("sitrep");
    try (Store store = Store.open(directory.resolve("doctor.duckdb"))) {
      store.replaceEvents(List.of(), new ControlLedger(List.of(), List.of()));
      return store.listClaims(Filter.ALL).isEmpty() ? "can be made and read" : "is not empty";
    } finally {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(directory);
    }
  }
}
