package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Interest;
import org.sitrep.entity.Actor;

/**
 * The parties that the packs list, under all their names, and how they stand to each other by date. Immutable and
 * thread-safe.
 *
 * <p>Beside the rows of {@code actors/*.csv}, every state and people of states.csv and peoples.csv makes parties
 * with the roles of roles.csv: "tr" makes "tr.forces", "tr.defence-ministry" and so on. {@link Roles#COUNTRY} stands
 * for the state in descriptions that leave it open ("country.forces", the government forces).
 */
public final class Actors {

  /** A name of a party, for the days on which it was in use. */
  private record Name(String id, String name, Actor.Kind kind, Affiliations.Period period) {}

  /** What a description means in texts about a country. */
  private record Meaning(String country, String means, Affiliations.Period period) {}

  private static final String PARTED = "\\|";

  private final Map<String, List<Name>> byId = new LinkedHashMap<>();
  private final Map<String, String> adjectives = new LinkedHashMap<>();
  private final Set<String> states = new LinkedHashSet<>();
  private final Set<String> local = new LinkedHashSet<>();
  private final NameTrie<String> names = new NameTrie<>();
  private final NameTrie<String> nations = new NameTrie<>();
  private final NameTrie<String> peoples = new NameTrie<>();
  private final NameTrie<String> seats = new NameTrie<>();
  private final NameTrie<String> persons = new NameTrie<>();
  private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
  private final Set<String> meant = new LinkedHashSet<>();
  private final Roles roles;
  private final Affiliations affiliations;
  private final Optional<String> home;

  private Actors(List<Path> packs) {
    roles = Roles.load(packs);
    for (Path pack : packs) {
      readNations(pack, "states.csv", true);
      readNations(pack, "peoples.csv", false);
      for (Path file : files(pack.resolve("actors"))) {
        Csv.read(file).forEach(this::readName);
        if (!pack.endsWith(Knowledge.COMMON)) {
          Csv.read(file).forEach(row -> local.add(row.get("id")));
        }
      }
      for (Csv.Row row : Roles.rows(pack, "persons.csv")) {
        persons.put(row.require("name"), row.require("actor"));
        meant.add(row.get("actor"));
      }
      for (Csv.Row row : Roles.rows(pack, "contexts.csv")) {
        meanings
            .computeIfAbsent(row.require("description"), k -> new ArrayList<>())
            .add(new Meaning(row.require("country"), row.require("means"), Affiliations.Period.of(row)));
        meant.add(row.get("means"));
      }
    }
    affiliations = new Affiliations(packs, this::tieOfName);
    home = homes(packs);
  }

  /** The country whose descriptions the last pack explains first. */
  private static Optional<String> homes(List<Path> packs) {
    return packs.size() < 2
        ? Optional.empty()
        : Roles.rows(packs.getLast(), "contexts.csv").stream().findFirst().map(row -> row.require("country"));
  }

  static Actors load(List<Path> packs) {
    return new Actors(packs);
  }

  static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new KnowledgeException(directory, 0, "cannot be listed: " + e.getMessage());
    }
  }

  private void readNations(Path pack, String file, boolean state) {
    for (Csv.Row row : Roles.rows(pack, file)) {
      String id = row.require("id");
      Actor.Kind kind = state ? Actor.Kind.STATE : Actor.Kind.CIVILIANS;
      add(new Name(id, row.require("name"), kind, Affiliations.Period.ALWAYS), names);
      for (String also : cells(row, "also")) {
        add(new Name(id, also, kind, Affiliations.Period.ALWAYS), names);
      }
      List<String> own = cells(row, "adjectives");
      own.forEach(adjective -> nations.put(adjective, id));
      adjectives.put(id, own.isEmpty() ? row.get("name") : own.getFirst());
      for (String people : cells(row, "people")) {
        if (!people.equals("-") && !own.contains(people)) {
          peoples.put(people, id);
        }
      }
      cells(row, "seats").forEach(seat -> seats.put(seat, id));
      if (state) {
        states.add(id);
      }
    }
  }

  private static List<String> cells(Csv.Row row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? List.of() : List.of(cell.split(PARTED));
  }

  private void readName(Csv.Row row) {
    add(
        new Name(row.require("id"), row.require("name"), Roles.kind(row), Affiliations.Period.of(row)),
        names);
  }

  private void add(Name name, NameTrie<String> trie) {
    byId.computeIfAbsent(name.id(), k -> new ArrayList<>()).add(name);
    trie.put(name.name(), name.id());
  }

  /** The common nouns and adjectives that make parties. */
  public Roles roles() {
    return roles;
  }

  /** The party with an id, under the name that its first row gives. */
  public Optional<Actor> find(String id) {
    List<Name> rows = byId.get(id);
    return rows != null ? Optional.of(actor(rows.getFirst())) : made(id);
  }

  /** The party with an id, under the name it had on a day. */
  public Optional<Actor> find(String id, LocalDate day) {
    for (Name name : byId.getOrDefault(id, List.of())) {
      if (name.period().contains(day)) {
        return Optional.of(actor(name));
      }
    }
    return find(id);
  }

  private static Actor actor(Name name) {
    return new Actor(name.id(), name.name(), name.kind());
  }

  /** A party made by a role ("tr.forces"), or a description ("civilians", "country.forces"). */
  private Optional<Actor> made(String id) {
    if (id.equals(Roles.COUNTRY)) {
      return Optional.of(new Actor(id, "government", Actor.Kind.STATE));
    }
    int dot = id.lastIndexOf('.');
    Roles.Role role = roles.role(id.substring(dot + 1));
    if (role == null || dot < 0 == role.isOfState()) {
      return Optional.empty();
    }
    if (dot < 0) {
      return Optional.of(new Actor(id, role.name(), role.kind()));
    }
    String owner = id.substring(0, dot);
    if (owner.equals(Roles.COUNTRY)) {
      return Optional.of(new Actor(id, role.alone(), role.kind()));
    }
    String adjective = adjective(owner);
    return adjective == null
        ? Optional.empty()
        : Optional.of(new Actor(id, role.name().replace("{}", adjective), role.kind()));
  }

  private @Nullable String adjective(String owner) {
    String adjective = adjectives.get(owner);
    List<Name> rows = byId.get(owner);
    return adjective != null ? adjective : rows == null ? null : rows.getFirst().name();
  }

  private Optional<Affiliations.Tie> tieOfName(String id) {
    int dot = id.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Roles.Role role = roles.role(id.substring(dot + 1));
    String relation = role == null || !role.isOfState() ? "part_of" : role.relation();
    if (relation.isEmpty()) {
      return Optional.empty();
    }
    Affiliations.Relation made =
        Affiliations.Relation.valueOf(relation.toUpperCase(Locale.ROOT));
    return Optional.of(
        new Affiliations.Tie(
            id, made, id.substring(0, dot), Affiliations.Period.ALWAYS, Path.of(""), 0));
  }

  /** All parties that a text may name, in the order of the packs. */
  public List<Actor> named(String text) {
    return list(names.exactly(Words.of(text)));
  }

  private List<Actor> list(List<String> ids) {
    return ids.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
  }

  /** The ids of those who have the longest name that starts at a word. */
  public Optional<Found<String>> name(Words words, int at) {
    return Optional.ofNullable(names.longest(words, at));
  }

  /** The state or people whose adjective starts at a word ("Turkish"). */
  public Optional<Found<String>> nation(Words words, int at) {
    return Optional.ofNullable(nations.longest(words, at));
  }

  /** The state or people whose members are named at a word ("Turks"). */
  public Optional<Found<String>> people(Words words, int at) {
    return Optional.ofNullable(peoples.longest(words, at));
  }

  /** The state whose seat of government is named at a word ("Ankara"). */
  public Optional<Found<String>> seat(Words words, int at) {
    return Optional.ofNullable(seats.longest(words, at));
  }

  /** The party for which the person named at a word acts. */
  public Optional<Found<String>> person(Words words, int at) {
    return Optional.ofNullable(persons.longest(words, at));
  }

  /** Whether an id is that of a state. */
  public boolean isState(String id) {
    return states.contains(id);
  }

  /** Whether a party is listed by a pack about a country, not by the common one. */
  public boolean isLocal(String id) {
    return local.contains(id);
  }

  /** Whether a party had a name on a day. True where the packs don't list the name at all. */
  public boolean isCurrent(String id, String name, LocalDate day) {
    boolean listed = false;
    Words words = Words.of(name);
    for (Name row : byId.getOrDefault(id, List.of())) {
      NameTrie<String> one = new NameTrie<>();
      one.put(row.name(), id);
      if (!one.exactly(words).isEmpty()) {
        listed = true;
        if (row.period().contains(day)) {
          return true;
        }
      }
    }
    return !listed;
  }

  /**
   * What a description means in a text about a country: "country.forces" is "sy.forces" in one about Syria.
   *
   * @param description an id of a description
   * @param country id of the state
   * @param day of the text, where known
   */
  public Optional<Actor> meaning(String description, String country, Optional<LocalDate> day) {
    for (Meaning meaning : meanings.getOrDefault(description, List.of())) {
      if (meaning.country().equals(country) && day.map(meaning.period()::contains).orElse(true)) {
        return find(meaning.means(), day);
      }
    }
    if (description.equals(Roles.COUNTRY)) {
      return find(country, day);
    }
    return description.startsWith(Roles.COUNTRY + ".")
        ? find(country + description.substring(Roles.COUNTRY.length()), day)
        : Optional.empty();
  }

  private Optional<Actor> find(String id, Optional<LocalDate> day) {
    return day.isPresent() ? find(id, day.get()) : find(id);
  }

  /** The country that the packs are about, where they are about one. */
  public Optional<String> home() {
    return home;
  }

  /** In the place of a day that is not known. */
  public static final LocalDate UNKNOWN_DAY = LocalDate.MAX;

  /** Whether {@code part} is {@code whole}, or belongs to it on that day. */
  public boolean isPartOf(String part, String whole, LocalDate day) {
    return affiliations.wholes(part, day).contains(whole);
  }

  /**
   * The id of the party on whose side an actor stands on a day: itself where it belongs to nobody, or, on
   * {@link #UNKNOWN_DAY}, where that was not always the same.
   */
  public String side(String actor, LocalDate day) {
    return affiliations.side(actor, day);
  }

  /** Whether two parties fight each other on a day; empty where the packs don't say. */
  public Optional<Boolean> opposed(String a, String b, LocalDate day) {
    if (isPartOf(a, b, day) || isPartOf(b, a, day)) {
      return Optional.of(false);
    }
    if (affiliations.mutual(a, b, Affiliations.Relation.OPPOSED_TO, day)) {
      return Optional.of(true);
    }
    return isFriend(a, b, day) ? Optional.of(false) : Optional.empty();
  }

  /** Whether two parties are listed as fighting each other on some day. */
  public boolean everOpposed(String a, String b) {
    return affiliations.turns().stream().anyMatch(day -> opposed(a, b, day).orElse(false));
  }

  private boolean isFriend(String a, String b, LocalDate day) {
    return !Collections.disjoint(affiliations.wholes(a, day), affiliations.wholes(b, day))
        || affiliations.mutual(a, b, Affiliations.Relation.ALLY_OF, day)
        || affiliations.mutual(a, b, Affiliations.Relation.BACKED_BY, day);
  }

  /**
   * What a party stands to gain from a claim.
   *
   * @param speaker id of the party whose word it is
   * @param beneficiary id of the party that the claim favours
   * @param day of the claim
   */
  public Interest interest(String speaker, String beneficiary, LocalDate day) {
    return opposed(speaker, beneficiary, day)
        .map(against -> against ? Interest.AGAINST_INTEREST : Interest.SELF_SERVING)
        .orElse(Interest.NEUTRAL);
  }

  /** What a party stands to gain from a claim of an unknown day: what it gains on all days on which it gains or loses. */
  Interest interest(String speaker, String beneficiary) {
    Set<Interest> all = EnumSet.noneOf(Interest.class);
    affiliations.turns().forEach(day -> all.add(interest(speaker, beneficiary, day)));
    all.remove(Interest.NEUTRAL);
    return all.size() == 1 ? all.iterator().next() : Interest.NEUTRAL;
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** All names of the packs with their periods, for the check of the packs. */
  void forEachName(NameVisitor visitor) {
    byId.forEach((id, rows) -> rows.forEach(row -> visitor.name(id, row.name(), row.period())));
  }

  /** Sees every name. */
  interface NameVisitor {
    void name(String id, String name, Affiliations.Period period);
  }

  Affiliations affiliations() {
    return affiliations;
  }

  /** The ids that contexts.csv and persons.csv point to. */
  Set<String> meant() {
    return Collections.unmodifiableSet(meant);
  }
}
