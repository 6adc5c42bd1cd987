package org.sitrep.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sitrep.desk.Workshop;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.KnowledgeException;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Verifier;

/**
 * Runs the examples of the frames and prints those that do not come out as written. The knowledge is loaded anew each time,
 * the analyser once.
 */
final class Verifying {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Console console;
  private final Path home;
  private final English english;

  Verifying(Console console, Path home, English english) {
    this.console = console;
    this.home = home;
    this.english = english;
  }

  /** Runs all examples; whether every one comes out as written. */
  boolean once() {
    return run("");
  }

  /** Runs all examples now and after every change of a file below {@code knowledge}; never returns. */
  void untilInterrupted() throws InterruptedException {
    FileWatch files = new FileWatch(home.resolve("knowledge"));
    console.say("Watching " + home.resolve("knowledge") + ". Press Ctrl-C to end.");
    while (true) {
      String now = LocalTime.now().format(CLOCK) + "  ";
      try {
        run(now);
      } catch (KnowledgeException | UncheckedIOException e) {
        console.warn(now + Tables.oneLine(String.valueOf(e.getMessage())));
      }
      files.awaitChange();
    }
  }

  private boolean run(String before) {
    Knowledge knowledge = Workshop.knowledge(home);
    Verifier verifier = new Verifier(knowledge, Pipeline.of(knowledge, english));
    List<Verifier.Finding> findings = verifier.run();
    for (Verifier.Finding finding : findings) {
      console.line(finding.frame() + ": " + finding.sentence());
      console.line("    wanted  " + finding.wanted());
      console.line("    found   " + finding.found());
    }
    List<Issue> slips = knowledge.checkActors();
    slips.forEach(i -> console.line(i.where() + (i.position() > 0 ? ":" + i.position() : "") + ": " + i.message()));
    int all = verifier.count();
    console.line(before + (all - findings.size()) + " of " + all + " examples come out as written");
    return findings.isEmpty() && slips.isEmpty();
  }
}
