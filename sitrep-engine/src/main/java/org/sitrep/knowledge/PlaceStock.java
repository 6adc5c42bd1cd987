package org.sitrep.knowledge;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitrep.entity.Place;

/**
 * The place files of packs, for those who add to them: what is there already, whether changed files can be read, and the
 * compact index of them all. Thread-safe. Every method reads the files anew and throws a {@link KnowledgeException} that names
 * file and line when one cannot be read.
 */
public final class PlaceStock {

  private final List<Path> packs;

  /**
   * The files of some packs.
   *
   * @param packs their directories, the common one first
   */
  public PlaceStock(List<Path> packs) {
    this.packs = List.copyOf(packs);
  }

  /**
   * What was built.
   *
   * @param bytes the index, ready to be written
   * @param places how many places
   * @param villages how many of them are villages that count only in articles about their country
   * @param names how many names they have
   * @param keys how many different names and sound keys are looked up
   * @param countries how many places each country has
   */
  public record Built(ByteBuffer bytes, int places, int villages, int names, int keys, Map<String, Integer> countries) {}

  /**
   * The places of all packs by id.
   *
   * @param instead files to read for others, or to leave out
   */
  public Map<String, Place> places(Map<Path, Optional<Path>> instead) {
    PlaceFiles.Content content = PlaceFiles.read(packs, instead);
    Map<String, Place> places = new HashMap<>();
    content.villages().forEach((id, entry) -> places.put(id, entry.place()));
    content.entries().forEach((id, entry) -> places.put(id, entry.place()));
    return places;
  }

  /** The words that stand beside place names. */
  public PlaceWords words() {
    return PlaceWords.load(packs);
  }

  /** The index that the packs are looked up in; also kept for the next run, as every command does. */
  public Built build() {
    PlaceKeys keys = new PlaceKeys(PlaceWords.load(packs));
    PlaceFiles.Content content = PlaceFiles.read(packs);
    ByteBuffer bytes = PlaceIndexWriter.layers(content, keys);
    PlaceCache.open(PlaceFiles.sources(packs), bytes::duplicate);
    Map<String, Integer> countries = new TreeMap<>();
    Stream.concat(content.entries().values().stream(), content.villages().values().stream())
        .forEach(e -> countries.merge(e.place().country(), 1, Integer::sum));
    PlaceIndex main = PlaceIndex.layer(bytes, 0);
    PlaceIndex villages = PlaceIndex.layer(bytes, 1);
    return new Built(
        bytes, main.size() + villages.size(), villages.size(), main.names() + villages.names(), main.keys() + villages.keys(), countries);
  }

  /** How many places each pack's files hold, by the pack's name; a place that two packs have counts in both. */
  public Map<String, Integer> byPack() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Path pack : packs) {
      counts.put(pack.getFileName().toString(), PlaceFiles.count(pack));
    }
    return counts;
  }

  /** Where the packs' {@code place-names} give a name to a place: file and line, by the place's id. */
  public Map<String, String> namedByHand(String name) {
    String folded = PlaceKeys.fold(name);
    Map<String, String> found = new TreeMap<>();
    for (Csv.Row row : PlaceFiles.nameRows(packs)) {
      if (PlaceKeys.fold(row.get("name")).equals(folded)) {
        found.put(row.get("place"), row.file().getFileName() + ":" + row.line() + " (" + row.get("origin") + ")");
      }
    }
    return found;
  }
}
