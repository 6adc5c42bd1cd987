package org.sitrep.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh.",
    footer = {"", "Example, for ~/.bashrc:", "  source <(sitrep completion)"})
final class CompletionCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  CompletionCommand() {}

  @Override
  public Integer call() {
    sitrep.console().line(AutoComplete.bash("sitrep", spec.root().commandLine()));
    return Exit.OK;
  }
}
