package org.sitrep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sitrep.knowledge.KnowledgeException;
import org.sitrep.store.StoreException;
import picocli.CommandLine;

/** The {@code sitrep} command. Its contract (options, streams, exit codes) is in the README. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process. */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    boolean terminal = Boolean.getBoolean("sitrep.terminal");
    int code = run(new Console(out, err, terminal), home(), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command; gives its exit code. */
  static int run(Console console, Path home, String... args) {
    if (args.length == 1 && args[0].equals("--version")) {
      console.line(SitrepCommand.nameAndVersion());
      return Exit.OK; // without looking at all commands first: scripts ask this often
    }
    CommandLine commands = new CommandLine(new SitrepCommand(console, home));
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setAbbreviatedOptionsAllowed(false);
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionExceptionHandler((e, at, result) -> explain(console, e));
    return commands.execute(args);
  }

  private static int explain(Console console, Exception e) throws Exception {
    if (e instanceof StoreException store) {
      console.warn(String.valueOf(store.getMessage()));
      return switch (store.reason()) {
        case LOCKED, VERSION -> Exit.STORE;
        case ABSENT -> Exit.NO_INPUT;
        case BROKEN -> Exit.INTERNAL;
      };
    }
    if (e instanceof KnowledgeException) {
      console.warn(String.valueOf(e.getMessage()));
      return Exit.VERIFY_FAILED;
    }
    if (e instanceof UsageException) {
      console.warn(String.valueOf(e.getMessage()));
      return Exit.USAGE;
    }
    console.warn("internal error: " + e);
    e.printStackTrace(console.err());
    return Exit.INTERNAL;
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  private static Path home() {
    return Path.of(System.getProperty("sitrep.home", "")).toAbsolutePath();
  }
}
