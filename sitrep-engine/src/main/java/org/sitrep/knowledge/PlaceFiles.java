package org.sitrep.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;

/**
 * Reads the place files of packs: {@code places.csv}, {@code *-places.csv} and {@code places/*.csv}, and
 * {@code place-names.csv} with names to add to places of other files, or to drop because the source is wrong. A row of a later pack
 * replaces one of the same id of an earlier pack.
 */
final class PlaceFiles {

  private static final int LONGEST_NAME = 100;
  private static final String MORE_NAMES = "place-names.csv";

  /** A place with all its names, the one to show first. */
  record Entry(Place place, List<String> names) {}

  private PlaceFiles() {}

  /** What a line of {@code place-names.csv} does. */
  private enum Use {
    ADD,
    DROP
  }

  /** What the packs hold together. */
  record Content(Map<String, Entry> entries, Set<String> focus) {}

  static Content read(List<Path> packs) {
    Map<String, Entry> all = new LinkedHashMap<>();
    Set<String> focus = new TreeSet<>();
    for (Path pack : packs) {
      Map<String, Entry> own = new LinkedHashMap<>();
      for (Path file : files(pack)) {
        Csv.read(file).forEach(row -> add(row, own));
      }
      all.putAll(own);
      if (!pack.endsWith(Knowledge.COMMON)) {
        own.values().forEach(e -> focus.add(e.place.country()));
      }
      Path more = pack.resolve(MORE_NAMES);
      if (Files.exists(more)) {
        Csv.read(more).forEach(row -> name(row, all));
      }
    }
    focus.remove("");
    return new Content(all, Set.copyOf(focus));
  }

  /** All files that the gazetteer is made from, words that decide its keys included, in a fixed order. */
  static List<Path> sources(List<Path> packs) {
    List<Path> sources = new ArrayList<>();
    for (Path pack : packs) {
      sources.addAll(files(pack));
      for (Path more : List.of(pack.resolve(MORE_NAMES), pack.resolve("place-words").resolve("en.csv"))) {
        if (Files.exists(more)) {
          sources.add(more);
        }
      }
    }
    return sources;
  }

  private static List<Path> files(Path pack) {
    List<Path> files = new ArrayList<>();
    Path directory = pack.resolve("places");
    try (Stream<Path> top = Files.list(pack);
        Stream<Path> below = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
      top.filter(f -> f.getFileName().toString().endsWith("places.csv")).sorted().forEach(files::add);
      below.filter(f -> f.getFileName().toString().endsWith(".csv")).sorted().forEach(files::add);
    } catch (IOException e) {
      throw new KnowledgeException(pack, 0, "cannot be listed: " + e.getMessage());
    }
    return files;
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
    if (row.require("origin").isEmpty() || !(place.km() > 0)) {
      throw row.error("\"km\" must be more than 0");
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
    if (own.put(place.id(), new Entry(place, names)) != null) {
      throw row.error("the id " + place.id() + " is used twice in this pack");
    }
  }

  private static void name(Csv.Row row, Map<String, Entry> all) {
    Entry entry = all.get(row.require("place"));
    if (entry == null) {
      throw row.error("no place has the id " + row.get("place"));
    }
    row.require("origin");
    check(row, row.require("name"));
    List<String> names = new ArrayList<>(entry.names);
    boolean change =
        row.oneOf("use", Use.class) == Use.ADD ? names.add(row.get("name")) : names.remove(row.get("name"));
    if (!change) {
      throw row.error("the place " + row.get("place") + " has no name " + row.get("name") + " to drop");
    }
    all.put(entry.place.id(), new Entry(entry.place, names));
  }

  private static void check(Csv.Row row, String name) {
    if (name.length() < 2 || name.length() > LONGEST_NAME) {
      throw row.error("a name must have 2 to " + LONGEST_NAME + " letters: " + name.substring(0, Math.min(20, name.length())));
    }
  }
}
