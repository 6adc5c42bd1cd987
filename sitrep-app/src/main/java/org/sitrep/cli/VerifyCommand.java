package org.sitrep.cli;

import java.util.concurrent.Callable;
import org.sitrep.language.English;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "verify",
    description = "Loads every knowledge file, runs every example that the frames carry, reads the outlets' sample pages.",
    footer = {
      "",
      "Example:",
      "  sitrep verify --watch   in one window, while you edit a frame in another",
      "",
      "Ends with 6 when an example or a sample page does not come out as written; with --watch, when you press Ctrl-C."
    })
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;

  @Option(
      names = "--watch",
      description = "Stay, and run the examples again after each change of a file below knowledge/, until interrupted.")
  private boolean watch;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  VerifyCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Verifying verifying = new Verifying(sitrep.console(), sitrep.home(), English.load());
    if (watch) {
      verifying.untilInterrupted();
    }
    return verifying.once() ? Exit.OK : Exit.VERIFY_FAILED;
  }
}
