package org.sitrep.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.language.English;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sitrep verify --watch} over a small copy of the knowledge: no gazetteer and one file of frames. */
class VerifyWatchTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final English ENGLISH = English.load();
  private static final String ALL_WELL = "\\d\\d:\\d\\d:\\d\\d  2 of 2 examples come out as written";
  private static final String WARNING = "sitrep: \\d\\d:\\d\\d:\\d\\d  .*";
  private static final String FRAMES =
      """
      type: %s
      frames:
        - id: shell-it
          verbs: [%s]
          slots: {actor: subject, target: object}
          examples:
            - "Rebels shelled soldiers. => [@publisher] certain: Rebels SHELLING soldiers"
          not:
            - "She ate peas."
      """;

  @TempDir private Path home = Path.of("");
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Thread watching = new Thread();

  @BeforeEach
  void watch() throws IOException, InterruptedException {
    copyWithoutPlaces();
    write(FRAMES.formatted("shelling", "shell"));
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Verifying verifying = new Verifying(new Console(stream, stream, false), home, ENGLISH);
    watching =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    verifying.untilInterrupted();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // as Ctrl-C ends it
                  }
                });
    awaitLine(ALL_WELL);
  }

  @AfterEach
  void end() throws InterruptedException {
    watching.interrupt();
    watching.join();
  }

  @Test
  void A01_anEditedFrameIsRunAgain() throws IOException, InterruptedException {
    write(FRAMES.formatted("shelling", "pound"));
    awaitLine("\\d\\d:\\d\\d:\\d\\d  1 of 2 examples come out as written");
    assertThat(lines())
        .containsSubsequence(
            "shelling/shell-it: Rebels shelled soldiers.",
            "    wanted  [@publisher] certain: Rebels SHELLING soldiers",
            "    found   none");
    write(FRAMES.formatted("shelling", "shell"));
    awaitTimes(2, ALL_WELL);
  }

  @Test
  void B01_aBrokenFileIsNamedAndWatchingGoesOn() throws IOException, InterruptedException {
    write(FRAMES.formatted("shelling", "shell").replace("slots: {", "slots: {{"));
    awaitLine(WARNING + "shelling\\.yml:5: not YAML: .*");
    write(FRAMES.formatted("shellling", "shell"));
    awaitLine(WARNING + "shelling\\.yml:1: \"type: shellling\" is no id of event-types\\.csv");
    write(FRAMES.formatted("shelling", "shell").replace("slots:", "slot:"));
    awaitLine(WARNING + "shelling\\.yml:3: shelling/shell-it: unknown key \"slot\".*");
    write(FRAMES.formatted("shelling", "shell"));
    awaitTimes(2, ALL_WELL);
  }

  private void copyWithoutPlaces() throws IOException {
    Path from = Bench.HOME.resolve("knowledge/common");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = from.relativize(file);
        if (!name.startsWith("places") && !name.startsWith("place-names.csv") && !name.startsWith("frames")) {
          Path copy = home.resolve("knowledge/common").resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    Files.createDirectories(home.resolve("knowledge/common/frames/en"));
  }

  private void write(String frames) throws IOException {
    Files.writeString(home.resolve("knowledge/common/frames/en/shelling.yml"), frames);
  }

  private void awaitLine(String pattern) throws InterruptedException {
    awaitTimes(1, pattern);
  }

  /** Returns when that many lines match. */
  private void awaitTimes(int times, String pattern) throws InterruptedException {
    long started = System.nanoTime();
    while (lines().stream().filter(l -> l.matches(pattern)).count() < times) {
      assertThat(watching.isAlive() && System.nanoTime() - started < LONGEST.toNanos())
          .as(pattern + " in:\n" + printed.toString(StandardCharsets.UTF_8))
          .isTrue();
      Thread.sleep(20);
    }
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
