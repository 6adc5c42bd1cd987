package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sitrep.entity.Place;

/**
 * {@code territory.yml}: how areas, fronts, proximity and zones are drawn up. The file explains every number.
 * Immutable and thread-safe.
 *
 * @param version of the table
 * @param reachKm how far the holder of a place is taken to hold the ground around it, by sort of place; a sort
 *     that is not listed makes no area
 * @param areas of areas and fronts
 * @param proximity of distances between opposed sides
 * @param presence for each kind of happening, which participants it tells to be at the place: "actor", "target"
 * @param armed the sorts of parties that count
 * @param zones of zones
 */
public record TerritoryRules(
    int version,
    Map<String, Double> reachKm,
    Areas areas,
    Nearness proximity,
    Map<String, List<String>> presence,
    List<String> armed,
    Zones zones) {

  /**
   * Numbers for areas.
   *
   * @param vagueKm a place known no better than this makes no area
   * @param riverKm a place nearer to a river's line than this may lie on either bank
   * @param smoothKm by how much outlines may be simplified
   */
  public record Areas(double vagueKm, double riverKm, double smoothKm) {}

  /**
   * Numbers for distances.
   *
   * @param staleDays evidence further apart than this is paired only with a flag
   * @param horizonDays evidence further apart than this is not paired
   * @param spanDays a claim whose time is wider than this tells of no day
   * @param vagueKm a place known no better than this is no evidence point
   * @param closingKm closing in is noticed below this distance
   * @param closingShare and where at most this share of the earlier distance is left
   * @param closingDays against the distance at most so many days earlier
   */
  public record Nearness(
      int staleDays,
      int horizonDays,
      int spanDays,
      double vagueKm,
      double closingKm,
      double closingShare,
      int closingDays) {}

  /**
   * Words and numbers for zones.
   *
   * @param type id of the kind of claim
   * @param kinds sorts of zones with the words that name them
   * @param lines the sorts that are lines
   * @param sides words for the side of a river, with the direction in degrees
   * @param bankKm how far a river's side is drawn where nobody says how far
   * @param centreKm readings of a centre further from the likeliest than this are left out
   * @param mergeKm readings nearer to each other than this are one
   * @param centres the sorts of places that zones are drawn around rather than around a settlement of that name
   * @param widestKm a larger radius is not drawn
   */
  public record Zones(
      String type,
      Map<String, List<String>> kinds,
      List<String> lines,
      Map<String, Double> sides,
      double bankKm,
      double centreKm,
      double mergeKm,
      List<String> centres,
      double widestKm) {

    /** The sort that a text names, by its longest word; empty where it names none. */
    public Optional<String> kind(String text) {
      return longest(text, kinds.entrySet().stream().flatMap(e -> e.getValue().stream().map(w -> Map.entry(w, e.getKey()))).toList());
    }

    /** The direction in which the side that a text names lies. */
    public OptionalDouble side(String text) {
      Optional<Double> found = longest(text, List.copyOf(sides.entrySet()));
      return found.isPresent() ? OptionalDouble.of(found.get()) : OptionalDouble.empty();
    }

    private static <T> Optional<T> longest(String text, List<Map.Entry<String, T>> words) {
      String within = plain(text);
      Map.Entry<String, T> best = null;
      for (Map.Entry<String, T> word : words) {
        if (within.contains(plain(word.getKey()))
            && (best == null || word.getKey().length() > best.getKey().length())) {
          best = word;
        }
      }
      return best == null ? Optional.empty() : Optional.of(best.getValue());
    }

    private static String plain(String text) {
      return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
  }

  static TerritoryRules load(Path pack) {
    return YamlRecord.read(pack.resolve("territory.yml"), TerritoryRules.class);
  }

  /** How far the holder of such a place is taken to hold the ground, in km; empty where it makes no area. */
  public OptionalDouble reach(Place.Feature feature) {
    Double km = reachKm.get(feature.name().toLowerCase(Locale.ROOT));
    return km == null ? OptionalDouble.empty() : OptionalDouble.of(km);
  }
}
