package org.sitrep.knowledge.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the files that the gazetteer is made from. */
final class Sources {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path dir;

  Sources(Path dir) {
    this.dir = dir;
  }

  /** The rows of a tab-separated file, split; comment lines are left out. */
  List<String[]> tabbed(String file) {
    try {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(dir.resolve(file))) {
        if (!line.startsWith("#") && !line.isBlank()) {
          rows.add(line.split("\t", -1));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The features of a GeoJSON file. */
  List<JsonNode> features(String file) {
    List<JsonNode> features = new ArrayList<>();
    for (JsonNode feature : JSON.readTree(dir.resolve(file).toFile()).get("features")) {
      features.add(feature);
    }
    return features;
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  Path path(String file) {
    return dir.resolve(file);
  }

  boolean has(String file) {
    return Files.exists(dir.resolve(file));
  }
}
