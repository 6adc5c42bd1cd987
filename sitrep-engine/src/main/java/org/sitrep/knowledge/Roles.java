package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Actor;

/**
 * The common nouns and adjectives that make parties: what "army", "regime", "US-backed" or "Liwa" say of those they
 * stand with. Read from roles.csv, heads.csv, sides.csv, links.csv, shapes.csv and ranks.csv. Immutable and thread-safe.
 */
public final class Roles {

  /** The country that a text is about, in ids of descriptions ("country.forces"). */
  public static final String COUNTRY = "country";

  /** A head that points back to a party named before. */
  public static final String BACK = "back";

  /** Stands for the state or group itself. */
  public static final String SELF = "self";

  /**
   * A head noun.
   *
   * @param words as in the file
   * @param state what "Turkish (words)" is: {@link #SELF}, a role, or empty
   * @param group what "Name (words)" is: {@link #SELF} or empty
   * @param alone what the words are by themselves: an id, {@link #BACK}, or empty
   * @param materiel whether they name a weapon by which the party acts
   */
  public record Head(String words, String state, String group, String alone, boolean materiel) {}

  /**
   * An adjective of dependence.
   *
   * @param role what it makes of the other party
   * @param before whether it stands before the party it hangs on ("pro-Iranian")
   */
  public record Link(String role, boolean before) {}

  /**
   * A word that makes a party of a capitalised name.
   *
   * @param first whether it is the first word of the name; the last one otherwise
   * @param kind what sort of party
   */
  public record Shape(boolean first, Actor.Kind kind) {}

  /** A role: what it makes, and how it is shown. */
  record Role(String id, Actor.Kind kind, String name, String alone, String relation) {
    boolean isOfState() {
      return name.contains("{}");
    }
  }

  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final NameTrie<Head> heads = new NameTrie<>();
  private final NameTrie<String> sides = new NameTrie<>();
  private final NameTrie<Link> links = new NameTrie<>();
  private final NameTrie<Shape> shapes = new NameTrie<>();
  private final NameTrie<String> ranks = new NameTrie<>();

  private Roles() {}

  static Roles load(List<Path> packs) {
    Roles all = new Roles();
    for (Path pack : packs) {
      all.read(pack);
    }
    return all;
  }

  private void read(Path pack) {
    for (Csv.Row row : rows(pack, "roles.csv")) {
      String id = row.require("id");
      roles.put(id, new Role(id, kind(row), row.require("name"), row.get("alone"), row.get("relation")));
    }
    for (Csv.Row row : rows(pack, "heads.csv")) {
      String words = row.require("words");
      String bare = words.startsWith("=") ? words.substring(1) : words;
      Head head =
          new Head(bare, row.get("state"), row.get("group"), row.get("alone"), !row.get("materiel").isEmpty());
      check(row, head);
      forms(words).forEach(form -> heads.put(form, head));
    }
    for (Csv.Row row : rows(pack, "sides.csv")) {
      sides.put(row.require("words"), row.get("role"));
    }
    for (Csv.Row row : rows(pack, "links.csv")) {
      links.put(row.require("words"), new Link(row.require("role"), row.get("place").equals("before")));
    }
    for (Csv.Row row : rows(pack, "shapes.csv")) {
      shapes.put(row.require("word"), new Shape(row.get("place").equals("first"), kind(row)));
    }
    for (Csv.Row row : rows(pack, "ranks.csv")) {
      ranks.put(row.require("words"), row.get("words"));
    }
  }

  private void check(Csv.Row row, Head head) {
    String alone = head.alone().startsWith(COUNTRY + ".") ? head.alone().substring(8) : head.alone();
    for (String role : List.of(head.state(), alone)) {
      boolean known = role.isEmpty() || role.equals(SELF) || role.equals(BACK) || role.equals(COUNTRY);
      if (!known && !roles.containsKey(role)) {
        throw row.error("no role \"" + role + "\"; add it to roles.csv");
      }
    }
  }

  static List<Csv.Row> rows(Path pack, String file) {
    Path path = pack.resolve(file);
    return Files.exists(path) ? Csv.read(path) : List.of();
  }

  static Actor.Kind kind(Csv.Row row) {
    try {
      return Actor.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.error("no kind of party: " + row.get("kind"));
    }
  }

  /** Singular and plural of a noun, or what follows an "=" as it stands. */
  static List<String> forms(String noun) {
    return noun.startsWith("=") ? List.of(noun.substring(1)) : List.of(noun, plural(noun));
  }

  private static String plural(String noun) {
    char last = noun.charAt(noun.length() - 1);
    if (last == 'y' && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return last == 's' || last == 'h' || last == 'x' ? noun + "es" : noun + "s";
  }

  /** The head noun that starts at a word, the longest one. */
  public Optional<Found<Head>> head(Words words, int at) {
    return Optional.ofNullable(heads.longest(words, at));
  }

  /** The adjective of side that starts at a word; the value is its role, empty for the government's. */
  public Optional<Found<String>> side(Words words, int at) {
    return Optional.ofNullable(sides.longest(words, at));
  }

  /** The adjective of dependence that starts at a word. */
  public Optional<Found<Link>> link(Words words, int at) {
    return Optional.ofNullable(links.longest(words, at));
  }

  /** The word that makes a party of a name, at a word. */
  public Optional<Found<Shape>> shape(Words words, int at) {
    return Optional.ofNullable(shapes.longest(words, at));
  }

  /** The rank or office that starts at a word ("Lieutenant General"). */
  public Optional<Found<String>> rank(Words words, int at) {
    return Optional.ofNullable(ranks.longest(words, at));
  }

  /** Whether a role belongs to a state or people. */
  public boolean isOfState(String role) {
    Role found = roles.get(role);
    return found != null && found.isOfState();
  }

  @Nullable Role role(String id) {
    return roles.get(id);
  }

  /** The party that a state or group makes with a role: the role alone where it is nobody's in particular. */
  public String compose(String owner, String role) {
    if (role.isEmpty() || role.equals(SELF)) {
      return owner;
    }
    return isOfState(role) ? owner + "." + role : role;
  }

  Map<String, Role> all() {
    return new HashMap<>(roles);
  }
}
