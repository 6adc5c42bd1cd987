package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A part of a YAML file, read with messages that name the file and the entry. */
record YamlEntry(Path file, String entry, JsonNode node) {

  /** Reads a whole file. */
  static YamlEntry read(Path file) {
    return new YamlEntry(file, "", Yaml.read(file));
  }

  /** The entry {@code name}, which must be there. */
  YamlEntry get(String name) {
    JsonNode child = node.get(name);
    if (child == null) {
      throw error("\"" + name + "\" is missing; write it");
    }
    return new YamlEntry(file, entry.isEmpty() ? name : entry + "." + name, child);
  }

  /** The entries of a mapping, in the order of the file. */
  Map<String, YamlEntry> entries() {
    if (!node.isObject()) {
      throw error("is no mapping; write \"name: value\" lines");
    }
    Map<String, YamlEntry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> e : node.properties()) {
      entries.put(e.getKey(), new YamlEntry(file, entry.isEmpty() ? e.getKey() : entry + "." + e.getKey(), e.getValue()));
    }
    return entries;
  }

  /** The members of a list. */
  List<YamlEntry> items() {
    if (!node.isArray()) {
      throw error("is no list; write [a, b]");
    }
    List<YamlEntry> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new YamlEntry(file, entry, item));
    }
    return items;
  }

  /** The members of a list of words. */
  List<String> words() {
    return items().stream().map(YamlEntry::word).toList();
  }

  /** A word. */
  String word() {
    if (!node.isValueNode() || node.isNull()) {
      throw error("is no word");
    }
    return node.asString();
  }

  /** A whole number. */
  long number() {
    if (!node.isIntegralNumber()) {
      throw error("is no whole number: " + node);
    }
    return node.longValue();
  }

  /** The line at which the entry begins; 0 where that cannot be told. */
  int line() {
    return Yaml.line(file, Arrays.stream(entry.split("\\.")).filter(s -> !s.isEmpty()).map(s -> s + ":").toList());
  }

  KnowledgeException error(String message) {
    return new KnowledgeException(file, line(), (entry.isEmpty() ? "" : entry + " ") + message);
  }
}
