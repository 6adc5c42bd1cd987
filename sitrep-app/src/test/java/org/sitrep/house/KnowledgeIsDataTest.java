package org.sitrep.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that a country's pack lists stand in the pack and never in the program. */
class KnowledgeIsDataTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ""));
  private static final Pattern STRING = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter names are words of other things, too. */
  private static final int SHORTEST = 4;

  @Test
  void noNameOfAPackInMainCode() throws IOException {
    Set<String> names = packNames();
    assertThat(names).as("names in the packs").hasSizeGreaterThan(100);
    List<String> found = new ArrayList<>();
    for (Path source : mainSources()) {
      String text = withoutComments(Files.readString(source, StandardCharsets.UTF_8));
      Matcher strings = STRING.matcher(text);
      while (strings.find()) {
        String literal = strings.group(1) != null ? strings.group(1) : strings.group(2);
        if (names.contains(fold(literal))) {
          found.add(HOME.relativize(source) + ": \"" + literal + '"');
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> mainSources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> modules = Files.list(HOME)) {
      for (Path module : modules.map(m -> m.resolve("src/main/java")).filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(module)) {
          files.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    assertThat(sources).as("sources under " + HOME).hasSizeGreaterThan(50);
    return sources;
  }

  /** Comments may say for whom something is good; only strings reach the program. */
  private static String withoutComments(String source) {
    return source.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("(?m)^\\s*//.*$", " ");
  }

  /** Every name and alias in the CSV files of the packs that speak of one country. */
  private static Set<String> packNames() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> packs = Files.list(HOME.resolve("knowledge"))) {
      for (Path pack : packs.filter(p -> Files.isDirectory(p) && !p.endsWith("common")).toList()) {
        try (Stream<Path> files = Files.walk(pack)) {
          for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
            addNames(file, names);
          }
        }
      }
    }
    return names;
  }

  private static void addNames(Path file, Set<String> names) throws IOException {
    List<String> lines =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .filter(l -> !l.startsWith("#") && !l.isBlank())
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    List<String> header = List.of(lines.getFirst().split(",", -1));
    int column = header.indexOf("name");
    if (column < 0) {
      return;
    }
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String name = cells.length > column ? fold(cells[column]) : "";
      if (name.length() >= SHORTEST) {
        names.add(name);
      }
    }
  }

  private static String fold(String name) {
    return WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
