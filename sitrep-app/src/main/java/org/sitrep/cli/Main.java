package org.sitrep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
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
    try {
      return commands(console, home).execute(args);
    } catch (Error e) {
      return internal(console, e);
    }
  }

  /** All commands, as the command line takes them. */
  static CommandLine commands(Console console, Path home) {
    CommandLine commands = new CommandLine(new SitrepCommand(console, home));
    commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setAbbreviatedOptionsAllowed(false);
    commands.setUsageHelpAutoWidth(true);
    commands.registerConverter(LocalDate.class, Main::day);
    commands.setParameterExceptionHandler((e, given) -> refuse(console, e, given.length == 0));
    commands.setExecutionExceptionHandler((e, at, result) -> explain(console, e));
    return commands;
  }

  private static LocalDate day(String given) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException('"' + given + "\" is no day; write it as 2017-09-24");
    }
  }

  /** One line for what is wrong, and where to read on; everything where nothing was asked. */
  private static int refuse(Console console, CommandLine.ParameterException e, boolean nothingAsked) {
    CommandLine at = e.getCommandLine();
    if (nothingAsked) {
      at.usage(at.getErr());
      return Exit.USAGE;
    }
    console.warn(Tables.oneLine(String.valueOf(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, at.getErr());
    console.say("See: " + at.getCommandSpec().qualifiedName() + " --help");
    return Exit.USAGE;
  }

  private static int explain(Console console, Exception e) {
    if (e instanceof StoreException store) {
      console.warn(String.valueOf(store.getMessage()));
      return switch (store.reason()) {
        case LOCKED, VERSION -> Exit.STORE;
        case ABSENT -> Exit.NO_INPUT;
        case PATH -> Exit.USAGE;
        case BROKEN -> Exit.INTERNAL;
      };
    }
    if (e instanceof KnowledgeException) {
      console.warn(Tables.oneLine(String.valueOf(e.getMessage())));
      return Exit.VERIFY_FAILED;
    }
    if (e instanceof UsageException) {
      console.warn(String.valueOf(e.getMessage()));
      return Exit.USAGE;
    }
    Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
    if (cause instanceof FileSystemException file) {
      console.warn(file.getFile() + ": " + trouble(file));
      return Exit.USAGE;
    }
    return internal(console, e);
  }

  private static String trouble(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file or directory";
      case AccessDeniedException denied -> "may not be opened";
      default -> Objects.requireNonNullElse(e.getReason(), "cannot be opened");
    };
  }

  /** A fault of the program: one line for the person, and a file for whoever mends it. */
  private static int internal(Console console, Throwable e) {
    String kept;
    try {
      Path file = Files.createTempFile("sitrep-error-", ".txt");
      try (PrintStream out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
        out.println(SitrepCommand.nameAndVersion() + ", Java " + Runtime.version());
        e.printStackTrace(out);
      }
      kept = "; details for a report are in " + file;
    } catch (IOException unwritable) {
      kept = "";
    }
    console.warn("internal error: " + Tables.oneLine(e.toString()) + kept);
    return Exit.INTERNAL;
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  private static Path home() {
    return Path.of(System.getProperty("sitrep.home", "")).toAbsolutePath();
  }
}
