package org.sitrep.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of all commands; knows where to write and where the knowledge packs are. */
@Command(
    name = "sitrep",
    description = "Reads conflict reporting and keeps track of who says what happened.",
    versionProvider = SitrepCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      ReadCommand.class,
      MergeCommand.class,
      WatchCommand.class,
      ClaimsCommand.class,
      EventsCommand.class,
      EventCommand.class,
      ControlCommand.class,
      SourcesCommand.class,
      ReviewCommand.class,
      ZonesCommand.class,
      ProximityCommand.class,
      MapCommand.class,
      ReportCommand.class,
      DiscussionCommand.class,
      DiffCommand.class,
      IssuesCommand.class,
      WeightsCommand.class,
      ExportCommand.class,
      ServeCommand.class,
      PagesCommand.class,
      ParseCommand.class,
      PlacesCommand.class,
      AttributionsCommand.class,
      ExplainCommand.class,
      GazetteerCommand.class,
      VerifyCommand.class,
      EvalCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "First steps:",
      "  sitrep demo           read the sample corpus and open the web page",
      "  sitrep read pages/    read your own",
      "  sitrep claims --json  who says that what happened",
      "",
      "Exit codes:",
      "  0 ok                  3 finished with rejects     6 verify failed",
      "  1 internal error      4 no input matched        130 interrupted",
      "  2 usage               5 store in use or of another version"
    })
final class SitrepCommand implements Runnable {

  private final Console console;
  private final Path home;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show help for a command.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  SitrepCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  Console console() {
    return console;
  }

  /** The directory that holds {@code knowledge}, {@code exports} and {@code demo}. */
  Path home() {
    return home;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
  }

  /** The name and version, as {@code --version} prints them. */
  static String nameAndVersion() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "sitrep " + (version == null ? "(not packaged)" : version);
  }

  /** Says the version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {nameAndVersion()};
    }
  }
}
