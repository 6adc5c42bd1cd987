package org.sitrep.knowledge.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place.Feature;

/** Place names of the UCDP Georeferenced Event Dataset, with the point most of its events there have. */
final class Ucdp {

  private static final String ORIGIN = "ucdp";
  private static final Pattern NO_PLACE =
      Pattern.compile(
          "(?i)\\b(?:between|near|road|highway|in|border between|and|along|of)\\b|governorate|district"
              + "|-.*-|sector$|,");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?i)^(.+?) (villages?|town|city|suburb|neighbou?rhood|(?:oil|gas|oil/gas)? ?fields?|oilfields?"
              + "|(?:military )?air ?base|air ?port|army base|(?:iranian|military|air defense|radar) base"
              + "|base|camp|(?:refugee|idp) camp|hills?|mount(?:ain)?(?: range)?|dam|desert|plains?|river"
              + "|(?:border )?crossing|checkpoint|farms?|prison|lake|reservoir|castle|island|area"
              + "|locality|plant)$");
  private static final Pattern BARE =
      Pattern.compile("(?i)villages?|villae|town|field|(?:idp )?camp|.*\\b(?:brigade|oil|gas|army)(?: \\d+)?|.* military");
  private static final Map<String, Feature> HEADS =
      Map.of("jabal", Feature.MOUNTAIN, "tulul", Feature.AREA, "badiat", Feature.DESERT);

  private Ucdp() {}

  private record Point(double lat, double lon) {}

  /**
   * The distinct places.
   *
   * @param region the first-level region of a point
   */
  static List<GazetteerRow> places(Path file, BiFunction<Double, Double, String> region) {
    Map<String, Map<Point, Integer>> points = new TreeMap<>();
    List<List<String>> rows = csv(file);
    List<String> header = rows.getFirst();
    int where = header.indexOf("where_coordinates");
    int precision = header.indexOf("where_prec");
    int lat = header.indexOf("latitude");
    int lon = header.indexOf("longitude");
    for (List<String> row : rows.subList(1, rows.size())) {
      if (Integer.parseInt(row.get(precision)) <= 2 && !NO_PLACE.matcher(row.get(where)).find()) {
        Point at = new Point(Double.parseDouble(row.get(lat)), Double.parseDouble(row.get(lon)));
        points.computeIfAbsent(row.get(where), w -> new LinkedHashMap<>()).merge(at, 1, Integer::sum);
      }
    }
    Map<String, GazetteerRow> places = new LinkedHashMap<>();
    points.forEach(
        (name, at) -> {
          Point most =
              at.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
          GazetteerRow place = place(name, most, region.apply(most.lat, most.lon));
          if (place != null) {
            places.putIfAbsent(place.id(), place);
          }
        });
    return List.copyOf(places.values());
  }

  private static @Nullable GazetteerRow place(String where, Point at, String region) {
    List<String> names = new ArrayList<>();
    Feature feature = null;
    String whole = where.replaceAll("\\s+", " ").strip();
    String alone = whole.replaceAll("(?i)\\([^)]* (?:area|region|countryside)\\)", " ").replaceAll("\\s+", " ").strip();
    for (String part : alone.replaceAll("[()]", "/").split("/")) {
      Matcher type = TYPE.matcher(part.strip());
      if (type.matches()) {
        names.add(type.group(1).strip().replaceFirst("(?i) military$", ""));
        feature = feature == null ? feature(type.group(2)) : feature;
      } else if (part.strip().length() > 2) {
        names.add(part.strip());
      }
    }
    names.removeIf(n -> n.length() < 3 || Character.isDigit(n.charAt(0)) || BARE.matcher(n).matches());
    if (names.isEmpty()) {
      return null;
    }
    if (feature == null) {
      String head = names.getFirst().split(" ")[0].toLowerCase(Locale.ROOT);
      feature = HEADS.getOrDefault(head, Feature.OTHER);
    }
    return new GazetteerRow(
        "ucdp:" + NaturalEarth.slug(whole), names.getFirst(), feature, at.lat, at.lon, km(feature),
        "SY", region, 0, names, ORIGIN);
  }

  private static Feature feature(String type) {
    String word = type.toLowerCase(Locale.ROOT);
    String last = word.substring(word.lastIndexOf(' ') + 1);
    return switch (last) {
      case "village", "villages", "locality", "farm", "farms" -> Feature.VILLAGE;
      case "town", "city" -> Feature.TOWN;
      case "suburb", "neighborhood", "neighbourhood" -> Feature.NEIGHBOURHOOD;
      case "field", "fields", "oilfield", "oilfields", "plant" -> Feature.FIELD;
      case "airbase", "airport" -> Feature.AIRFIELD;
      case "base" -> word.contains("air base") ? Feature.AIRFIELD : Feature.BASE;
      case "camp" -> Feature.CAMP;
      case "hill", "hills" -> Feature.HILL;
      case "mount", "mountain", "range" -> Feature.MOUNTAIN;
      case "dam" -> Feature.DAM;
      case "desert" -> Feature.DESERT;
      case "river" -> Feature.RIVER;
      case "crossing", "checkpoint" -> Feature.CROSSING;
      case "lake", "reservoir" -> Feature.LAKE;
      case "area", "plain", "plains", "island" -> Feature.AREA;
      default -> Feature.OTHER;
    };
  }

  static double km(Feature feature) {
    return switch (feature) {
      case MOUNTAIN, AREA, LAKE -> 10;
      case FIELD, TOWN -> 5;
      case DESERT, RIVER -> 40;
      default -> 2;
    };
  }

  private static List<List<String>> csv(Path file) {
    try {
      List<List<String>> rows = new ArrayList<>();
      Pattern cell = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|([^,\n]*+)");
      String text = Files.readString(file);
      List<String> row = new ArrayList<>();
      int at = 0;
      Matcher m = cell.matcher(text);
      while (at < text.length() && m.find(at)) {
        row.add(m.group(1) != null ? m.group(1) : m.group(2));
        at = m.end();
        if (at >= text.length() || text.charAt(at) == '\n') {
          rows.add(List.of(row.toArray(new String[0])));
          row.clear();
        }
        at++;
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
