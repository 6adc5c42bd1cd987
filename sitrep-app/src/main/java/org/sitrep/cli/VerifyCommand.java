package org.sitrep.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "verify",
    description = "Loads every knowledge file and runs every example that the frames carry.",
    footer = {"", "Ends with 6 when an example does not come out as written."})
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  VerifyCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    Knowledge knowledge = Workshop.knowledge(sitrep.home());
    Verifier verifier = new Verifier(knowledge, Pipeline.of(knowledge, English.load()));
    List<Verifier.Finding> findings = verifier.run();
    for (Verifier.Finding finding : findings) {
      console.line(finding.frame() + ": " + finding.sentence());
      console.line("    wanted  " + finding.wanted());
      console.line("    found   " + finding.found());
    }
    console.line(verifier.count() - findings.size() + " of " + verifier.count() + " examples come out as written");
    return findings.isEmpty() ? Exit.OK : Exit.VERIFY_FAILED;
  }
}
