package org.sitrep.knowledge;

import java.nio.file.Path;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wording of page furniture: what {@code layout/*.yml} of the packs say, and the markup of threads in {@code layout/threads.yml}. A phrase there matches a whole
 * line, whatever its case. Immutable and thread-safe.
 */
public final class Layout {

  /** Sorts of lines. */
  public enum Phrase {
    FURNITURE,
    BANNER,
    CAPTION,
    CREDIT,
    BYLINE,
    DATE_LABEL,
    RELATED,
    FORM,
    THREAD,
    PROMPT,
    POINTER,
    REPLY_LABEL,
    CLOSING,
    COMMENT_TIME,
    /** Beginnings of a sentence that owns up to a change. */
    CORRECTION,
    /** Times reckoned from now, wherever they stand. */
    RELATIVE_TIME
  }

  /** Sorts of words. */
  public enum Word {
    INFORMAL,
    PERSON,
    REPORT,
    NEVER_IN_NAME,
    NO_NAME,
    BEFORE_OBJECT
  }

  /** What a page's head may state of it. */
  public enum Stated {
    HEADLINE,
    AUTHOR,
    PUBLISHER,
    URL,
    PUBLISHED,
    MODIFIED,
    LANGUAGE
  }

  /**
   * A line that names an author.
   *
   * @param name as printed
   * @param time when it was written, as printed
   * @param to who is answered, as printed
   */
  public record AuthorLine(String name, Optional<String> time, Optional<String> to) {}

  /** How a line with a name is written, and whether it must hold a date. */
  private record NamedLine(Pattern pattern, boolean dated) {

    static NamedLine of(String phrase) {
      return new NamedLine(Layout.pattern(phrase), phrase.contains("{date}"));
    }
  }

  private static final String META = "META_";
  private static final String BYLINE_PREFIX = "BYLINE_PREFIX";
  private static final int LONGEST = 160;
  private static final Pattern UNSAID = Pattern.compile("^[^\\p{L}\\p{N}]+");
  private static final String NAME = "(?<name>\\S.{0,38}?)";
  private static final String TO = "(?<to>\\S.{0,38}?)";
  private static final String AGO = "(?<time>.{0,20}\\bago\\b.{0,12}|just now|yesterday)";
  /** With an hour, a day in figures, a year, or a month by its name. */
  private static final String DATE =
      "(?<time>(?=.*\\d)(?=.*(?:\\d[:.]\\d\\d|\\d[./-]\\d|\\b(?:19|20)\\d\\d\\b|\\b(?:" + months() + "))).{5,45})";

  private final Map<Phrase, Pattern> phrases = new EnumMap<>(Phrase.class);
  private final Map<Word, Set<String>> words = new EnumMap<>(Word.class);
  private final List<NamedLine> authors = new ArrayList<>();
  private final List<NamedLine> avatars = new ArrayList<>();
  private final Map<Stated, List<String>> stated = new EnumMap<>(Stated.class);
  private final List<String> bylinePrefixes;
  private final Marks marks;
  private final ThreadMarkup threads;

  private Layout(Map<String, Set<String>> entries, ThreadMarkup threads) {
    this.threads = threads;
    for (Phrase phrase : Phrase.values()) {
      phrases.put(phrase, anyOf(of(entries, phrase.name())));
    }
    for (Word word : Word.values()) {
      words.put(word, Set.copyOf(of(entries, word.name())));
    }
    of(entries, "AUTHOR_LINE").forEach(p -> authors.add(NamedLine.of(p)));
    for (Stated sort : Stated.values()) {
      stated.put(sort, List.copyOf(of(entries, META + sort.name())));
    }
    this.bylinePrefixes =
        of(entries, BYLINE_PREFIX).stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    this.marks = new Marks(entries);
    of(entries, "AVATAR").forEach(p -> avatars.add(NamedLine.of(p)));
  }

  /** Reads {@code layout/*.yml} of all packs; packs without the directory add nothing. */
  static Layout load(List<Path> packs) {
    Map<String, Set<String>> entries = new HashMap<>();
    for (Path pack : packs) {
      Yaml.list(pack.resolve("layout"), ".yml").stream()
          .filter(file -> !file.endsWith(ThreadMarkup.FILE))
          .forEach(file -> add(file, entries));
    }
    return new Layout(entries, ThreadMarkup.load(packs));
  }

  /** How platforms mark up readers' comments. */
  public ThreadMarkup threads() {
    return threads;
  }

  /** What the names of a page's elements say. */
  public Marks marks() {
    return marks;
  }

  /** The names of meta elements that state a thing, the most trusted first. */
  public List<String> names(Stated sort) {
    return stated.getOrDefault(sort, List.of());
  }

  /** A byline without the words before the name ("Written by Ann Lee" gives "Ann Lee"). */
  public String name(String byline) {
    String line = byline.strip();
    String lower = line.toLowerCase(Locale.ROOT);
    for (String prefix : bylinePrefixes) {
      if (lower.startsWith(prefix) && lower.length() > prefix.length() && !Character.isLetter(lower.charAt(prefix.length()))) {
        return line.substring(prefix.length()).replaceFirst("^[\\s:]+", "");
      }
    }
    return line;
  }

  /** Whether a line is of a sort. */
  public boolean is(Phrase phrase, String line) {
    Pattern pattern = phrases.get(phrase);
    return pattern != null && line.length() <= LONGEST && pattern.matcher(line.strip()).matches();
  }

  /** Whether a sentence begins with a phrase of a sort, brackets and quotation marks before it aside. */
  public boolean begins(Phrase phrase, String sentence) {
    Pattern pattern = phrases.get(phrase);
    String text = UNSAID.matcher(sentence).replaceFirst("");
    return pattern != null && pattern.matcher(text.substring(0, Math.min(LONGEST, text.length()))).lookingAt();
  }

  /** A text without the phrases of a sort. */
  public String without(Phrase phrase, String text) {
    Pattern pattern = phrases.get(phrase);
    return pattern == null ? text : pattern.matcher(text).replaceAll(" ");
  }

  /** Whether a word, in lower case, is of a sort. */
  public boolean is(Word sort, String word) {
    Set<String> known = words.get(sort);
    return known != null && known.contains(word);
  }

  /** Reads a line such as "Ann says:"; empty where it is no such line. */
  public Optional<AuthorLine> findAuthorLine(String line) {
    return find(authors, line);
  }

  /** Reads a line such as "Ann's picture"; empty where it is no such line. */
  public Optional<String> findAvatar(String line) {
    return find(avatars, line).map(AuthorLine::name);
  }

  /** Whether a line holds a digit, without which it holds no date. */
  public static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) >= '0' && line.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static String months() {
    return Arrays.stream(Month.values()).map(m -> m.name().substring(0, 3)).collect(Collectors.joining("|"));
  }

  private static Optional<AuthorLine> find(List<NamedLine> sorts, String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String text = line.strip();
    boolean digit = hasDigit(text);
    for (NamedLine sort : sorts) {
      Matcher m = sort.pattern.matcher(text);
      if ((digit || !sort.dated) && m.matches()) {
        return Optional.of(
            new AuthorLine(
                m.group("name").strip(), group(m, "time"), group(m, "to")));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> group(Matcher m, String name) {
    return m.namedGroups().containsKey(name)
        ? Optional.ofNullable(m.group(name)).map(String::strip)
        : Optional.empty();
  }

  private static Set<String> of(Map<String, Set<String>> entries, String name) {
    return entries.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
  }

  private static @Nullable Pattern anyOf(Set<String> phrases) {
    return phrases.isEmpty()
        ? null
        : compile(phrases.stream().map(Layout::regex).collect(Collectors.joining("|")));
  }

  private static Pattern pattern(String phrase) {
    return compile(
        regex(phrase)
            .replace("{name}", NAME)
            .replace("{to}", TO)
            .replace("{ago}", AGO)
            .replace("{date}", DATE));
  }

  private static Pattern compile(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The phrase as a regular expression; slots in braces are left as they stand. */
  private static String regex(String phrase) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      if (c == '*') {
        boolean ends = i == phrase.length() - 1;
        out.append(ends && i > 0 && phrase.charAt(i - 1) != ' ' ? ".{0,80}" : ".{1,80}");
      } else if (c == '#') {
        out.append("\\d[\\d.,]{0,9}[kK]?");
      } else if (Character.isLetterOrDigit(c) || c == '{' || c == '}' || c > 127) {
        out.append(c);
      } else if (c == ' ') {
        out.append("\\s+");
      } else {
        out.append('\\').append(c);
      }
    }
    return out.toString();
  }

  private static void add(Path file, Map<String, Set<String>> entries) {
    Yaml.read(file)
        .propertyStream()
        .forEach(
            group -> {
              if (!known(group.getKey()) || !group.getValue().isArray()) {
                throw new KnowledgeException(
                    file, 0, "\"" + group.getKey() + "\" is no list known here");
              }
              entries
                  .computeIfAbsent(group.getKey(), k -> new LinkedHashSet<>())
                  .addAll(Yaml.texts(group.getValue()));
            });
  }

  private static boolean known(String group) {
    Set<String> names = new HashSet<>(Set.of("author_line", "avatar", BYLINE_PREFIX.toLowerCase(Locale.ROOT)));
    names.addAll(Marks.groups());
    for (Phrase phrase : Phrase.values()) {
      names.add(phrase.name().toLowerCase(Locale.ROOT));
    }
    for (Stated sort : Stated.values()) {
      names.add((META + sort.name()).toLowerCase(Locale.ROOT));
    }
    for (Word word : Word.values()) {
      names.add(word.name().toLowerCase(Locale.ROOT));
    }
    return names.contains(group);
  }
}
