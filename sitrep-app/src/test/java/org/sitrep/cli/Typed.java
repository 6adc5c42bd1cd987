package org.sitrep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs command lines as somebody types, or copies, them. */
public final class Typed {

  private Typed() {}

  /**
   * What running a line left.
   *
   * @param exit the code it ended with
   * @param out data
   * @param err lines for the person
   */
  public record Result(int exit, String out, List<String> err) {}

  /** The words of a line, as a shell parts them. */
  public static List<String> words(String line) {
    try {
      Process shell = new ProcessBuilder("sh", "-c", "sitrep() { printf '%s\\n' \"$@\"; }; " + line).redirectErrorStream(true).start();
      shell.getOutputStream().close();
      return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs "sitrep ..." . */
  public static Result run(String line) {
    Bench.Result result = Bench.run(words(line).toArray(String[]::new));
    return new Result(result.exit(), result.out(), result.err());
  }
}
