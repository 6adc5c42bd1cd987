package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

import static org.assertj.core.api.Assertions.assertThat;

/** The documents name commands, options and files that are there; every command and option is described. */
class CommandsTest {

  private static final List<String> DOCUMENTS =
      List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "GLOSSARY.md", "docs/watching.md",
          "demo/README.md");
  /** On a line of its own in a block, or in backticks. */
  private static final Pattern CALL =
      Pattern.compile("(?:^(?:\\$ )?\\./|`(?:\\./)?)sitrep ((?:[a-z]|--)[^`\\n|>)]*)", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("(?:^|[(| ])sitrep ((?:[a-z]|--)[^`\\n|>)]*)", Pattern.MULTILINE);
  private static final Pattern PATH =
      Pattern.compile("`((?:knowledge|docs|eval|demo|sitrep-[a-z]+|\\.ci)/[\\w./-]+)`|]\\(([\\w./-]+)\\)");

  private static final CommandLine COMMANDS =
      Main.commands(new Console(System.out, System.err, false), Bench.HOME);

  @Test
  void A01_everyCommandIsDescribed() {
    assertThat(all(COMMANDS.getCommandSpec())).hasSizeGreaterThan(10)
        .allSatisfy(c -> assertThat(c.usageMessage().description()).as(c.qualifiedName()).isNotEmpty());
  }

  @Test
  void A02_everyOptionAndParameterIsDescribed() {
    for (CommandSpec command : all(COMMANDS.getCommandSpec())) {
      for (ArgSpec arg : Stream.concat(command.options().stream(), command.positionalParameters().stream()).toList()) {
        assertThat(arg.description()).as(command.qualifiedName() + " " + arg.paramLabel()).isNotEmpty();
      }
    }
  }

  @Test
  void B01_whatTheDocumentsCallIsThere() throws IOException {
    int calls = 0;
    for (String document : DOCUMENTS) {
      Matcher m = CALL.matcher(read(document));
      while (m.find()) {
        check(document, m.group(1).split("\\s#|\\s{2,}", 2)[0].strip());
        calls++;
      }
    }
    assertThat(calls).isGreaterThan(20);
  }

  @Test
  void B02_theReadmeNamesEveryCommand() throws IOException {
    String readme = read("README.md");
    assertThat(COMMANDS.getSubcommands().keySet()).allSatisfy(name -> assertThat(readme).contains("sitrep " + name));
  }

  @Test
  void B03_theExamplesOfTheHelpAreThere() {
    for (CommandSpec command : all(COMMANDS.getCommandSpec())) {
      Matcher m = EXAMPLE.matcher(String.join("\n", command.usageMessage().footer()));
      while (m.find()) {
        check(command.qualifiedName() + " --help", m.group(1).split("\\s{2,}", 2)[0].strip());
      }
    }
  }

  @Test
  void C01_filesThatTheDocumentsNameAreThere() throws IOException {
    for (String document : DOCUMENTS) {
      Matcher m = PATH.matcher(read(document));
      while (m.find()) {
        String path = m.group(1) != null ? m.group(1) : m.group(2);
        assertThat(Bench.HOME.resolve(document).resolveSibling(path).normalize()).as(document).satisfiesAnyOf(
            file -> assertThat(file).exists(), file -> assertThat(Bench.HOME.resolve(path)).exists());
      }
    }
  }

  @Test
  void C02_theChecksRunTheCommandsOfTheReadme() throws IOException {
    assertThat(read("README.md").lines()).contains("mvn verify", "./sitrep demo");
    assertThat(read(".ci/run").lines()).contains("mvn verify", "./sitrep demo --no-serve");
  }

  /** "claims --place Maadan --json": the command is there, and so are its options. */
  private static void check(String where, String call) {
    List<String> words = words(call);
    String name = words.getFirst();
    assertThat(name.startsWith("--") || COMMANDS.getSubcommands().containsKey(name))
        .as(where + ": sitrep " + call)
        .isTrue();
    CommandLine line = COMMANDS.getSubcommands().getOrDefault(name, COMMANDS);
    if (words.size() > 1 && line.getSubcommands().containsKey(words.get(1))) {
      line = line.getSubcommands().get(words.get(1));
    }
    CommandSpec command = line.getCommandSpec();
    for (String word : words) {
      if (word.startsWith("--")) {
        String option = word.split("=", 2)[0].replaceAll("[,.;:]$", "");
        assertThat(command.optionsMap()).as(where + ": sitrep " + call).containsKey(option);
      }
    }
  }

  private static List<String> words(String call) {
    List<String> words = new ArrayList<>();
    Matcher m = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+").matcher(call);
    while (m.find()) {
      words.add(m.group());
    }
    return words;
  }

  private static List<CommandSpec> all(CommandSpec root) {
    List<CommandSpec> specs = new ArrayList<>(List.of(root));
    root.subcommands().values().forEach(sub -> specs.addAll(all(sub.getCommandSpec())));
    return specs;
  }

  private static String read(String document) throws IOException {
    return Files.readString(Path.of(Bench.HOME.toString(), document), StandardCharsets.UTF_8);
  }
}
