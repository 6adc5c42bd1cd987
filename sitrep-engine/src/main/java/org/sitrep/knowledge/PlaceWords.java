package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.entity.Place.Feature;

/**
 * The English words that stand beside place names and say what is named, where it lies, or that it is no
 * place at all; read from {@code place-words/*.csv} of every pack. Look-ups take words in any case.
 * Immutable and thread-safe.
 */
public final class PlaceWords {

  /** What a word does beside a name. */
  public enum Kind {
    /** Says what sort of place it is ("province"). */
    TYPE,
    /** Says that the thing lies around the place ("countryside"). */
    AROUND,
    /** A direction ("south", "southern"). */
    DIRECTION,
    /** A part of a place ("bank", "side"). */
    PART,
    /** Puts something at a place ("in"). */
    LOCATIVE,
    /** Puts something at a place so plainly that an unknown name after it is one ("near"). */
    AT,
    /** Moves something towards a place ("towards"). */
    TOWARDS,
    /** A measure of distance. */
    UNIT,
    /** Makes a name an organisation's ("brigade"). */
    ORGANISATION,
    /** Stands before a person's name ("Gen."). */
    TITLE,
    /** Makes a name an operation's. */
    OPERATION,
    /** The Arabic article in Latin letters. */
    ARTICLE,
    /** May stand between a name and the word for its sort ("International" before "Airport"). */
    MODIFIER,
    /** A word for the land of a state ("border", "airspace"). */
    LAND,
    /** A generic first word of a name ("Tal"). */
    HEAD,
    /** A verb whose object, if it is a bare name that sounds like a place's, is that place ("captured"). */
    TAKEN,
    /** A verb whose object, if it is a bare name, is a place, known or not ("shelled"). */
    ENTERED,
    /** A name that is no place unless something says so. */
    NEVER
  }

  private static final Set<Kind> INFLECTED = EnumSet.of(Kind.TYPE, Kind.AROUND, Kind.LAND);
  private static final List<String> FILES = List.of("en.csv", "names.csv", "common-words.csv");

  private record Word(Optional<Feature> feature, String value) {}

  private final Map<Kind, Map<String, Word>> words = new EnumMap<>(Kind.class);
  private final Map<Feature, List<String>> types = new EnumMap<>(Feature.class);

  private PlaceWords() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashMap<>());
    }
  }

  static PlaceWords load(List<Path> packs) {
    PlaceWords all = new PlaceWords();
    for (Path pack : packs) {
      for (String name : FILES) {
        Path file = pack.resolve("place-words").resolve(name);
        if (Files.exists(file)) {
          Csv.read(file).forEach(all::add);
        }
      }
    }
    all.of(Kind.TYPE).forEach((word, meaning) -> meaning.feature.ifPresent(f -> all.types.computeIfAbsent(f, k -> new ArrayList<>()).add(word)));
    all.types.values().forEach(Collections::sort);
    INFLECTED.forEach(kind -> addPlurals(all.of(kind)));
    return all;
  }

  private void add(Csv.Row row) {
    Kind kind = row.oneOf("kind", Kind.class);
    Optional<Feature> feature =
        row.get("feature").isEmpty()
            ? Optional.empty()
            : Optional.of(row.oneOf("feature", Feature.class));
    String value = row.get("value");
    if (kind == Kind.DIRECTION || kind == Kind.UNIT || kind == Kind.AROUND) {
      row.number("value");
    }
    of(kind).put(row.require("word").toLowerCase(Locale.ROOT), new Word(feature, value));
  }

  /** Adds "provinces" for "province" and "cities" for "city", where these are no words of their own. */
  private static void addPlurals(Map<String, Word> words) {
    Map<String, Word> plurals = new HashMap<>();
    words.forEach((word, meaning) -> plurals.put(word + "s", meaning));
    words.forEach((word, meaning) -> {
      if (word.endsWith("y")) {
        plurals.put(word.substring(0, word.length() - 1) + "ies", meaning);
      }
    });
    plurals.forEach(words::putIfAbsent);
  }

  private Map<String, Word> of(Kind kind) {
    return words.getOrDefault(kind, Map.of());
  }

  private Word find(Kind kind, String word) {
    return of(kind).getOrDefault(word.toLowerCase(Locale.ROOT), NONE);
  }

  private static final Word NONE = new Word(Optional.empty(), "\0");

  /** Whether a word does this. Plurals count for {@link Kind#TYPE}, {@link Kind#AROUND} and {@link Kind#LAND}. */
  public boolean is(Kind kind, String word) {
    return find(kind, word) != NONE;
  }

  /** The sort of place that a word of kind {@link Kind#TYPE} or {@link Kind#HEAD} names, if any. */
  public Optional<Feature> feature(Kind kind, String word) {
    return find(kind, word).feature;
  }

  /** The words, in the singular, that call a place of this sort by its sort. */
  public List<String> listTypes(Feature feature) {
    return types.getOrDefault(feature, List.of());
  }

  /** The number that goes with a word: degrees of a direction, kilometres of a unit. */
  public OptionalDouble number(Kind kind, String word) {
    Word found = find(kind, word);
    return found == NONE || found.value.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(found.value));
  }

  /** The classes of generic first words, by the word. */
  Map<String, String> heads() {
    Map<String, String> heads = new HashMap<>();
    of(Kind.HEAD).forEach((word, w) -> heads.put(word, w.value));
    return heads;
  }

  Set<String> articles() {
    return new TreeSet<>(of(Kind.ARTICLE).keySet());
  }
}
