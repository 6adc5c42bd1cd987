package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML rule files into trees, with errors that name the file. */
final class Yaml {

  private static final YAMLMapper MAPPER = new YAMLMapper();

  private Yaml() {}

  static JsonNode read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return MAPPER.readTree(in);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new KnowledgeException(file, line, "not YAML: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new KnowledgeException(file, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** The files below {@code dir} with the given ending, sorted; none where there is no such directory. */
  static List<Path> list(Path dir, String ending) {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new KnowledgeException(dir, 0, "cannot be listed: " + e.getMessage());
    }
  }

  /**
   * The line, from 1, to name for an entry: of {@code starts}, each is looked for from the line of the one before it, as what
   * a line begins with, indents and list marks aside. The last one found counts; 0 where none is.
   */
  static int line(Path file, List<String> starts) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      return 0;
    }
    int found = 0;
    for (String start : starts) {
      for (int i = Math.max(0, found - 1); i < lines.size(); i++) {
        if (lines.get(i).replaceFirst("^[\\s-]+", "").startsWith(start)) {
          found = i + 1;
          break;
        }
      }
    }
    return found;
  }

  /** The texts of a list; empty where there is none. */
  static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null && node.isArray()) {
      for (JsonNode item : node) {
        texts.add(item.asString());
      }
    }
    return texts;
  }

  /** The text of a field, or {@code otherwise}. */
  static String text(JsonNode node, String field, String otherwise) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? otherwise : value.asString();
  }
}
