package org.sitrep.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "gazetteer",
    description = "Adds places to the packs, and shows how a name is looked up.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      GazetteerImportCommand.class,
      GazetteerBuildCommand.class,
      GazetteerLookupCommand.class,
      GazetteerExplainCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  sitrep gazetteer lookup Maadan --near Raqqa",
      "  sitrep gazetteer import LB.zip --pack lebanon"
    })
final class GazetteerCommand implements Runnable {

  @ParentCommand private SitrepCommand sitrep;
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  GazetteerCommand() {}

  SitrepCommand sitrep() {
    return sitrep;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command: import, build, lookup or explain?");
  }
}
