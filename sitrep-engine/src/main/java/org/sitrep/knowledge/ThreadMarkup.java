package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import tools.jackson.databind.JsonNode;

/**
 * How readers' comments are marked up: what {@code layout/threads.yml} of the packs say. Immutable and
 * thread-safe.
 */
public final class ThreadMarkup {

  /** Sorts of words in class names, ids and the lines of comments. */
  public enum Word {
    POST,
    GLUED,
    THREAD,
    AUTHOR,
    TIME,
    VOTES,
    LINE,
    CONTROL,
    LIST,
    ARTICLE,
    BEFORE_AUTHOR,
    NUMBERED,
    AFTER_AUTHOR,
    NO_AUTHOR
  }

  /** Parts of a comment that selectors find, the best first. */
  public enum Part {
    AUTHOR,
    TIME,
    VOTES,
    BODY,
    TO,
    REPLY
  }

  /**
   * One platform.
   *
   * @param name for messages
   * @param post what one comment is
   * @param id on ids, with the groups "id" and perhaps "parent"
   * @param level on class names; a group says how deep the comment stands
   * @param indent what sets comments one step deeper
   * @param notice what tells of a link from elsewhere and is no comment where it stands apart from comments
   * @param parts selectors of the parts, the best first
   */
  public record Platform(
      String name,
      Evaluator post,
      Optional<Pattern> id,
      Optional<Pattern> level,
      Optional<Evaluator> indent,
      Optional<Evaluator> notice,
      Map<Part, List<Evaluator>> parts) {

    /** Selectors of a part; empty where it is told by words. */
    public List<Evaluator> part(Part part) {
      return parts.getOrDefault(part, List.of());
    }
  }

  static final String FILE = "threads.yml";

  private final List<Platform> platforms;
  private final Map<Word, Set<String>> words;
  private final Map<String, Double> ages;

  private ThreadMarkup(List<Platform> platforms, Map<Word, Set<String>> words, Map<String, Double> ages) {
    this.ages = Map.copyOf(ages);
    this.platforms = List.copyOf(platforms);
    this.words = words;
  }

  /** Reads {@code layout/threads.yml} of all packs. */
  static ThreadMarkup load(List<Path> packs) {
    List<Platform> platforms = new ArrayList<>();
    Map<Word, Set<String>> words = new EnumMap<>(Word.class);
    Map<String, Double> ages = new HashMap<>();
    for (Path pack : packs) {
      Path file = pack.resolve("layout").resolve(FILE);
      if (Files.exists(file)) {
        JsonNode root = Yaml.read(file);
        root.path("platforms").forEach(entry -> platforms.add(platform(file, entry)));
        root.path("ages").properties().forEach(age -> ages.put(age.getKey(), age.getValue().asDouble()));
        addWords(file, root, words);
      }
    }
    return new ThreadMarkup(platforms, words, ages);
  }

  /** All platforms, in the order in which they are tried. */
  public List<Platform> platforms() {
    return platforms;
  }

  /** The days in a unit of time, by its name in the singular: "3 weeks ago". */
  public Map<String, Double> ages() {
    return ages;
  }

  /** Whether a word, in lower case, is of a sort. */
  public boolean is(Word sort, String word) {
    return words(sort).contains(word);
  }

  /** All words of a sort, in lower case. */
  public Set<String> words(Word sort) {
    return words.getOrDefault(sort, Set.of());
  }

  private static void addWords(Path file, JsonNode root, Map<Word, Set<String>> words) {
    Set<String> known = new HashSet<>(Set.of("platforms", "ages"));
    for (Word word : Word.values()) {
      String key = word.name().toLowerCase(Locale.ROOT);
      known.add(key);
      words.computeIfAbsent(word, k -> new HashSet<>()).addAll(Yaml.texts(root.path(key)));
    }
    root.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new KnowledgeException(file, Yaml.line(file, List.of(name)), "\"" + name + "\" is no list known here");
            });
  }

  private static Platform platform(Path file, JsonNode entry) {
    String name = Yaml.text(entry, "name", "");
    int line = Yaml.line(file, List.of("name: " + name));
    Map<Part, List<Evaluator>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<String> selectors = Yaml.texts(entry.path(part.name().toLowerCase(Locale.ROOT)));
      parts.put(part, selectors.stream().map(s -> selector(file, line, s)).toList());
    }
    return new Platform(
        name,
        selector(file, line, Yaml.text(entry, "post", "")),
        regex(file, line, Yaml.text(entry, "id", "")),
        regex(file, line, Yaml.text(entry, "level", "")),
        optional(file, line, Yaml.text(entry, "indent", "")),
        optional(file, line, Yaml.text(entry, "notice", "")),
        parts);
  }

  private static Optional<Evaluator> optional(Path file, int line, String selector) {
    return selector.isEmpty() ? Optional.empty() : Optional.of(selector(file, line, selector));
  }

  private static Evaluator selector(Path file, int line, String selector) {
    try {
      return QueryParser.parse(selector);
    } catch (SelectorParseException | IllegalArgumentException e) {
      throw new KnowledgeException(file, line, "no selector: " + selector);
    }
  }

  private static Optional<Pattern> regex(Path file, int line, String regex) {
    try {
      return regex.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new KnowledgeException(file, line, "no regular expression: " + regex);
    }
  }
}
