package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What words stand for, beside the frames: classes of nouns, means of attack, and the sets of cue words that
 * attribution, certainty and grammar rest on. Words are lower-case lemmas. Immutable and thread-safe.
 */
public final class Lexicon {

  /**
   * The means of an attack.
   *
   * @param type id of the event type it leads to
   * @param rank its place in the list; the smaller decides
   */
  public record Means(String type, int rank) {}

  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<String, Means> means = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final Map<String, Set<String>> cues = new HashMap<>();

  private final Counts counts;

  private Lexicon(Counts counts) {
    this.counts = counts;
  }

  static Lexicon load(List<Path> packs, Counts counts) {
    Lexicon lexicon = new Lexicon(counts);
    for (Path pack : packs) {
      lexicon.readClasses(pack.resolve("nouns.yml"));
      lexicon.readMeans(pack.resolve("means.yml"));
      lexicon.readCues("grammar", pack.resolve("grammar.yml"));
      lexicon.readCues("attribution", pack.resolve("attribution/en.yml"));
      lexicon.readCues("certainty", pack.resolve("certainty/en.yml"));
      lexicon.readCues("states", pack.resolve("states.yml"));
    }
    return lexicon;
  }

  /** Whether a noun belongs to a class of {@code nouns.yml}. */
  public boolean is(String noun, String nounClass) {
    return classes.getOrDefault(nounClass, Set.of()).contains(noun);
  }

  /** Whether a noun means a person or people, or nobody. */
  public boolean isPerson(String noun) {
    return counts.isPerson(noun) || counts.isNobody(noun);
  }

  /** Whether a word says what befell people ("killed", "wounding"). */
  public boolean isOutcome(String form) {
    return counts.outcome(form).isPresent();
  }

  /** What means of attack one or two words name, if any. */
  public Optional<Means> means(String words) {
    return Optional.ofNullable(means.get(words));
  }

  /** The place of an event type in the list of means; after all others where it is not in it. */
  public int rank(String type) {
    return ranks.getOrDefault(type, Integer.MAX_VALUE);
  }

  /**
   * Whether a word or phrase stands in a list of cues.
   *
   * @param list path of the list ("attribution.verbs.neutral")
   */
  public boolean cue(String list, String words) {
    return cues.getOrDefault(list, Set.of()).contains(words);
  }

  /** All words and phrases of a list of cues. */
  public Set<String> cues(String list) {
    return cues.getOrDefault(list, Set.of());
  }

  private void readClasses(Path file) {
    if (Files.exists(file)) {
      Yaml.read(file).properties().forEach(
          e -> classes.computeIfAbsent(e.getKey(), k -> new HashSet<>()).addAll(lower(e.getValue())));
    }
  }

  private void readMeans(Path file) {
    if (Files.exists(file)) {
      int rank = 0;
      for (JsonNode group : Yaml.read(file).get("means")) {
        Means value = new Means(Yaml.text(group, "type", ""), rank++);
        ranks.putIfAbsent(value.type(), value.rank());
        lower(group.get("nouns")).forEach(noun -> means.putIfAbsent(noun, value));
      }
    }
  }

  private void readCues(String name, Path file) {
    if (Files.exists(file)) {
      readCues(name, Yaml.read(file));
    }
  }

  private void readCues(String path, JsonNode node) {
    if (node.isArray()) {
      cues.computeIfAbsent(path, k -> new HashSet<>()).addAll(lower(node));
    } else if (node.isObject()) {
      node.properties().forEach(e -> readCues(path + "." + e.getKey(), e.getValue()));
    }
  }

  private static List<String> lower(JsonNode words) {
    List<String> lower = new ArrayList<>();
    Yaml.texts(words).forEach(w -> lower.add(w.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
