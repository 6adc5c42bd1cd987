package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Casualties;
import tools.jackson.databind.JsonNode;

/** All frames of the packs, by the words that evoke them. Immutable and thread-safe. */
public final class Frames {

  /** A frame and the one of its triggers that was met. */
  public record Match(Frame frame, Frame.Trigger trigger) {}

  private static final Set<String> KEYS =
      Set.of("id", "verbs", "nouns", "slots", "subject", "object", "of", "possessor", "among", "means", "fate", "bare",
          "examples", "not");

  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, List<Match>> verbs = new HashMap<>();
  private final Map<String, List<Match>> nouns = new HashMap<>();

  private Frames() {}

  static Frames load(List<Path> packs, EventTypes types) {
    Frames all = new Frames();
    for (Path pack : packs) {
      for (Path file : Yaml.list(pack.resolve("frames/en"), ".yml")) {
        all.read(pack.getFileName().toString(), file, types);
      }
    }
    Comparator<Match> longestFirst =
        Comparator.<Match>comparingInt(m -> -m.trigger().others().size())
            .thenComparingInt(m -> -m.frame().demands())
            .thenComparingInt(m -> m.frame().alternatives());
    all.verbs.values().forEach(list -> list.sort(longestFirst));
    all.nouns.values().forEach(list -> list.sort(longestFirst));
    return all;
  }

  /** The frames that a verb may evoke, those that ask for most words first. */
  public List<Match> verb(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** The frames that a noun may evoke, those that ask for most words first. */
  public List<Match> noun(String lemma) {
    return nouns.getOrDefault(lemma, List.of());
  }

  /** All frames. */
  public List<Frame> list() {
    return List.copyOf(frames);
  }

  private void read(String pack, Path file, EventTypes types) {
    JsonNode root = Yaml.read(file);
    String type = Yaml.text(root, "type", "");
    if (!types.has(type)) {
      throw new KnowledgeException(file, Yaml.line(file, List.of("type:")), "\"type: " + type + "\" is no id of event-types.csv");
    }
    if (root.get("frames") == null) {
      throw new KnowledgeException(file, 0, "no \"frames:\"; write a list of frames");
    }
    for (JsonNode node : root.get("frames")) {
      add(frame(pack, file, type, node, types));
    }
  }

  private void add(Frame frame) {
    frames.add(frame);
    for (Frame.Trigger trigger : frame.verbs()) {
      verbs.computeIfAbsent(trigger.lemma(), k -> new ArrayList<>()).add(new Match(frame, trigger));
    }
    for (Frame.Trigger trigger : frame.nouns()) {
      nouns.computeIfAbsent(trigger.lemma(), k -> new ArrayList<>()).add(new Match(frame, trigger));
    }
  }

  private static Frame frame(String pack, Path file, String type, JsonNode node, EventTypes types) {
    String id = type + "/" + Yaml.text(node, "id", "");
    for (String key : node.propertyNames()) {
      if (!KEYS.contains(key)) {
        throw error(file, id, "unknown key \"" + key + "\"; known are " + KEYS);
      }
    }
    List<String> examples = Yaml.texts(node.get("examples"));
    List<String> counterExamples = Yaml.texts(node.get("not"));
    if (examples.isEmpty() || counterExamples.isEmpty()) {
      throw error(file, id, "needs an example (\"examples:\") and a counter-example (\"not:\")");
    }
    return new Frame(
        id,
        pack,
        types.get(type),
        Yaml.texts(node.get("verbs")).stream().map(Frame.Trigger::verb).toList(),
        Yaml.texts(node.get("nouns")).stream().map(Frame.Trigger::noun).toList(),
        slots(node.get("slots")),
        alternatives(node, "subject"),
        alternatives(node, "object"),
        alternatives(node, "of"),
        alternatives(node, "possessor"),
        alternatives(node, "among"),
        Yaml.text(node, "means", "false").equals("true"),
        fate(file, id, Yaml.text(node, "fate", "")),
        Yaml.text(node, "bare", "keep").equals("drop"),
        examples,
        counterExamples);
  }

  private static KnowledgeException error(Path file, String id, String message) {
    int line = Yaml.line(file, List.of("frames:", "id: " + id.substring(id.indexOf('/') + 1)));
    return new KnowledgeException(file, line, id + ": " + message);
  }

  private static Map<String, List<String>> slots(JsonNode node) {
    Map<String, List<String>> slots = new LinkedHashMap<>();
    if (node != null) {
      node.properties().forEach(e -> slots.put(e.getKey(), split(e.getValue().asString())));
    }
    return slots;
  }

  private static Set<String> alternatives(JsonNode node, String field) {
    return new LinkedHashSet<>(split(Yaml.text(node, field, "")));
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Optional<Casualties.Fate> fate(Path file, String id, String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Casualties.Fate.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw error(file, id, "\"fate: " + name + "\"; write killed, wounded, captured or displaced");
    }
  }
}
