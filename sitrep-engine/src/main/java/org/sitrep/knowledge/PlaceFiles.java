package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/**
 * Reads the place files of packs, plain or gzipped: {@code places.csv}, {@code *-places.csv} and {@code places/*.csv};
 * {@code places/villages/*.csv}, whose places count only in an article about their country; {@code place-names.csv} and
 * {@code place-names/*.csv} with names to add to places of other files, or to drop because the source is wrong. A row of a later
 * pack replaces one of the same id of an earlier pack, and one of the other files a row of the villages.
 */
final class PlaceFiles {

  private static final int LONGEST_NAME = 100;
  private static final Path PLACES = Path.of("places");
  private static final Path VILLAGES = PLACES.resolve("villages");
  private static final Path NAMES = Path.of("place-names");

  /**
   * A place with all its names.
   *
   * @param names the one to show first
   * @param steps the step of the ladder for those names that have one of their own
   */
  record Entry(Place place, List<String> names, Map<String, String> steps) {}

  private PlaceFiles() {}

  /** What a line of {@code place-names.csv} does. */
  private enum Use {
    /** One more spelling. */
    ADD,
    /** A short form ("DRC"). */
    ABBREVIATION,
    /** What others than its people call it ("Holland"), or called it. */
    EXONYM,
    /** No name of the place: the source is wrong. */
    DROP
  }

  /** What the packs hold together. */
  record Content(Map<String, Entry> entries, Map<String, Entry> villages, Set<String> focus) {}

  static Content read(List<Path> packs) {
    return read(packs, Map.of());
  }

  /**
   * The packs with some files exchanged.
   *
   * @param instead what to read for a file, or empty to leave it out
   */
  static Content read(List<Path> packs, Map<Path, Optional<Path>> instead) {
    Map<String, Entry> all = new LinkedHashMap<>();
    Map<String, Entry> villages = new LinkedHashMap<>();
    Set<String> focus = new TreeSet<>();
    for (Path pack : packs) {
      Map<String, Entry> own = new LinkedHashMap<>();
      rows(places(pack, instead), instead, row -> add(row, own));
      all.putAll(own);
      if (!pack.endsWith(Knowledge.COMMON)) {
        own.values().forEach(e -> focus.add(e.place.country()));
      }
      Map<String, Entry> small = new LinkedHashMap<>();
      rows(list(pack, VILLAGES, instead), instead, row -> add(row, small));
      villages.putAll(small);
      rows(names(pack, instead), instead, row -> name(row, all, villages));
    }
    villages.keySet().removeAll(all.keySet());
    focus.remove("");
    return new Content(all, villages, Set.copyOf(focus));
  }

  private static void rows(List<Path> files, Map<Path, Optional<Path>> instead, Consumer<Csv.Row> use) {
    for (Path file : files) {
      instead.getOrDefault(file, Optional.of(file)).ifPresent(f -> Csv.read(f).forEach(use));
    }
  }

  /** All files that the gazetteer is made from, words that decide its keys included, in a fixed order. */
  static List<Path> sources(List<Path> packs) {
    List<Path> sources = new ArrayList<>();
    for (Path pack : packs) {
      sources.addAll(places(pack, Map.of()));
      sources.addAll(list(pack, VILLAGES, Map.of()));
      sources.addAll(names(pack, Map.of()));
      Path words = pack.resolve("place-words").resolve("en.csv");
      if (Files.exists(words)) {
        sources.add(words);
      }
    }
    return sources;
  }

  /** How many places a pack's own files hold. */
  static int count(Path pack) {
    int[] count = {0};
    rows(places(pack, Map.of()), Map.of(), row -> count[0]++);
    rows(list(pack, VILLAGES, Map.of()), Map.of(), row -> count[0]++);
    return count[0];
  }

  /** The lines that add names to a pack's places or drop them. */
  static List<Csv.Row> nameRows(List<Path> packs) {
    List<Csv.Row> rows = new ArrayList<>();
    packs.forEach(pack -> rows(names(pack, Map.of()), Map.of(), rows::add));
    return rows;
  }

  private static List<Path> places(Path pack, Map<Path, Optional<Path>> instead) {
    List<Path> files = new ArrayList<>(list(pack, Path.of(""), instead));
    files.removeIf(f -> !f.getFileName().toString().replaceFirst("\\.gz$", "").endsWith("places.csv"));
    files.addAll(list(pack, PLACES, instead));
    return files;
  }

  private static List<Path> names(Path pack, Map<Path, Optional<Path>> instead) {
    List<Path> files = new ArrayList<>(list(pack, Path.of(""), instead));
    files.removeIf(f -> !f.getFileName().toString().equals(NAMES + ".csv"));
    files.addAll(list(pack, NAMES, instead));
    return files;
  }

  private static List<Path> list(Path pack, Path below, Map<Path, Optional<Path>> instead) {
    Path directory = below.toString().isEmpty() ? pack : pack.resolve(below);
    Set<Path> files = new TreeSet<>();
    instead.keySet().stream().filter(f -> directory.equals(f.getParent())).forEach(files::add);
    if (Files.isDirectory(directory)) {
      try (Stream<Path> listed = Files.list(directory)) {
        listed.filter(f -> f.getFileName().toString().matches(".*\\.csv(\\.gz)?")).forEach(files::add);
      } catch (IOException e) {
        throw new KnowledgeException(pack, 0, "cannot be listed: " + e.getMessage());
      }
    }
    return List.copyOf(files);
  }

  private static void add(Csv.Row row, Map<String, Entry> own) {
    Place place;
    try {
      place =
          new Place(
              row.require("id"),
              row.require("name"),
              row.oneOf("feature", Feature.class),
              row.number("lat"),
              row.number("lon"),
              row.number("km"),
              row.get("country"),
              row.get("region"),
              row.get("population").isEmpty() ? 0 : (long) row.number("population"));
    } catch (IllegalArgumentException e) {
      throw row.error("coordinates out of range: " + row.get("lat") + ", " + row.get("lon"));
    }
    if (row.require("origin").isEmpty() || !(place.km() > 0 && place.km() <= Place.WIDEST_KM)) {
      throw row.error("\"km\" must be more than 0, and no more than half the earth");
    }
    List<String> names = new ArrayList<>(4);
    names.add(place.name());
    String more = row.get("names");
    for (int at = 0; at < more.length(); ) {
      int bar = more.indexOf('|', at);
      int to = bar < 0 ? more.length() : bar;
      names.add(more.substring(at, to));
      at = to + 1;
    }
    for (String name : names) {
      check(row, name);
    }
    if (own.put(place.id(), new Entry(place, names, Map.of())) != null) {
      throw row.error("the id " + place.id() + " is used twice in this pack");
    }
  }

  private static void name(Csv.Row row, Map<String, Entry> loud, Map<String, Entry> villages) {
    Map<String, Entry> all = loud.containsKey(row.require("place")) ? loud : villages;
    Entry entry = all.get(row.get("place"));
    if (entry == null) {
      throw row.error("no place has the id " + row.get("place"));
    }
    row.require("origin");
    check(row, row.require("name"));
    List<String> names = new ArrayList<>(entry.names);
    Map<String, String> steps = new HashMap<>(entry.steps);
    String name = row.get("name");
    Use use = row.oneOf("use", Use.class);
    boolean change = use == Use.DROP ? names.remove(name) : names.add(name);
    if (!change) {
      throw row.error("the place " + row.get("place") + " has no name " + name + " to drop");
    }
    if (use == Use.ABBREVIATION || use == Use.EXONYM) {
      steps.put(name, use == Use.EXONYM ? Places.EXONYM : Places.ABBREVIATION);
    }
    all.put(entry.place.id(), new Entry(entry.place, names, steps));
  }

  private static void check(Csv.Row row, String name) {
    if (name.length() < 2 || name.length() > LONGEST_NAME) {
      throw row.error("a name must have 2 to " + LONGEST_NAME + " letters: " + name.substring(0, Math.min(20, name.length())));
    }
  }
}
