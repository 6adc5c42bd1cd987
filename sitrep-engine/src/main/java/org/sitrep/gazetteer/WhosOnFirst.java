package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.entity.Place.Feature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who's On First: a table of one row a record with all names as JSON, or the records themselves as GeoJSON. Records that carry
 * the id of a GeoNames place go by it, so that both sources agree on what is the same place.
 */
final class WhosOnFirst {

  static final String ORIGIN = "whosonfirst";
  static final String BOTH = "geonames+whosonfirst";

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> LANGUAGES = List.of("eng", "und", "ara", "kur", "fra", "tur");
  private static final List<String> COLUMNS =
      List.of("wof_id", "gn_id", "name", "placetype", "fcode", "lat", "lon", "region", "population", "current", "superseded", "names_json");

  private WhosOnFirst() {}

  static void table(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), '\t', false);
    List<String> header = records.next();
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; header != null && i < header.size(); i++) {
      at.put(header.get(i).strip(), i);
    }
    for (String column : COLUMNS) {
      if (!at.containsKey(column)) {
        throw new Refused(1, "no column \"" + column + "\" in the header of this Who's On First table");
      }
    }
    int width = at.size();
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != width) {
        sink.reject(records.line(), cells.size() + " columns where the header has " + width);
      } else {
        row(cells, at, records.line(), setting, sink);
      }
    }
  }

  private static String cell(List<String> cells, Map<String, Integer> at, String column) {
    return cells.get(at.getOrDefault(column, 0));
  }

  private static void row(List<String> cells, Map<String, Integer> at, int line, Setting setting, Sink sink) throws Refused {
    JsonNode names;
    try {
      names = JSON.readTree(cell(cells, at, "names_json"));
    } catch (JacksonException e) {
      sink.reject(line, "the names are not JSON: " + e.getOriginalMessage());
      return;
    }
    boolean gone = !cell(cells, at, "superseded").equals("0");
    add(
        new Raw(
            line, cell(cells, at, "wof_id"), cell(cells, at, "gn_id"), cell(cells, at, "name"), cell(cells, at, "placetype"),
            cell(cells, at, "fcode"), Numbers.degrees(cell(cells, at, "lat")), Numbers.degrees(cell(cells, at, "lon")), "",
            cell(cells, at, "region"), Numbers.count(cell(cells, at, "population")), gone, byLanguage(names, ""), null),
        setting, sink);
  }

  /** A record of the project itself, or one of its divisions as we keep them, with the id of its parent. */
  static void feature(JsonNode properties, @Nullable Geometry shape, int line, Setting setting, Sink sink) throws Refused {
    JsonNode p = properties;
    boolean own = p.has("wof:id");
    String id = own ? text(p, "wof:id") : text(p, "wof_id");
    String gn = own ? text(p.path("wof:concordances"), "gn:id") : text(p, "gn_id");
    Map<String, List<String>> names = own ? byLanguage(p, "name:") : Map.of("eng", texts(p.path("name_en")), "ara", texts(p.path("name_ar")));
    Geometry middle = shape;
    double lat = first(p, "lbl:latitude", "geom:latitude");
    double lon = first(p, "lbl:longitude", "geom:longitude");
    if (Double.isNaN(lat) && middle != null && !middle.isEmpty()) {
      lat = middle.getInteriorPoint().getY();
      lon = middle.getInteriorPoint().getX();
    }
    String country = own ? text(p, "wof:country") : text(p, "iso").split("-", 2)[0];
    boolean gone = !p.path("wof:superseded_by").isEmpty() || p.path("mz:is_current").asInt(1) == 0;
    String population = text(p, p.has("wof:population") ? "wof:population" : "gn:population");
    add(
        new Raw(
            line, id, gn, own ? text(p, "wof:name") : text(p, "name"), own ? text(p, "wof:placetype") : text(p, "placetype"),
            text(p, "gn:fcode"), lat, lon, country, "", Numbers.count(population), gone, names, shape),
        setting, sink);
  }

  private static double first(JsonNode p, String one, String other) {
    return p.has(one) ? p.path(one).asDouble(Double.NaN) : p.path(other).asDouble(Double.NaN);
  }

  private static String text(JsonNode p, String key) {
    String text = p.path(key).asString("");
    return text.equals("0") || text.equals("-1") ? "" : text;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(n -> texts.add(n.asString("")));
    } else {
      texts.add(node.asString(""));
    }
    texts.removeIf(String::isBlank);
    return texts;
  }

  /** "eng", "eng:variant", "name:eng_x_preferred", "name:eng_x_variant": the names of each language, the preferred first. */
  private static Map<String, List<String>> byLanguage(JsonNode names, String prefix) {
    Map<String, List<String>> all = new HashMap<>();
    for (boolean variants : new boolean[] {false, true}) {
      for (String key : names.propertyNames()) {
        boolean variant = key.contains("variant") || key.contains("colloquial");
        if (key.startsWith(prefix) && variant == variants) {
          String language = key.substring(prefix.length()).split("[:_]", 2)[0];
          all.computeIfAbsent(language, k -> new ArrayList<>()).addAll(texts(names.path(key)));
        }
      }
    }
    return all;
  }

  private record Raw(
      int line, String wof, String gn, String name, String type, String code, double lat, double lon, String country, String region,
      long population, boolean gone, Map<String, List<String>> names, @Nullable Geometry shape) {

    boolean isDivision() {
      return type.equals("region") || type.equals("county") || type.equals("country");
    }

    Optional<Feature> feature() {
      return switch (type) {
        case "country" -> Optional.of(Feature.COUNTRY);
        case "region" -> Optional.of(Feature.REGION);
        case "county" -> Optional.of(Feature.DISTRICT);
        case "neighbourhood", "macrohood", "borough" -> Optional.of(Feature.NEIGHBOURHOOD);
        case "locality", "localadmin" -> Sorts.ofCode("P", code, population);
        case "campus" -> Optional.of(Feature.AIRFIELD);
        default -> Optional.empty();
      };
    }

    /** The English name; of a division the one that is told from its generic word. */
    String shown() {
      List<String> english = names.getOrDefault("eng", List.of());
      String shown = english.isEmpty() ? name : english.getFirst();
      if (isDivision()) {
        shown = english.stream().filter(n -> n.toLowerCase(Locale.ROOT).endsWith(" governorate")).findFirst().orElse(shown);
      }
      return isDivision() ? NameRules.bare(shown) : shown;
    }
  }

  private static void add(Raw raw, Setting setting, Sink sink) throws Refused {
    Optional<Feature> feature = raw.feature();
    String country = raw.country.isEmpty() ? setting.country("", false) : raw.country.toUpperCase(Locale.ROOT);
    if (raw.gone || feature.isEmpty() || !setting.wants(country)) {
      sink.leaveOut();
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String language : LANGUAGES) {
      for (String given : raw.names.getOrDefault(language, List.of())) {
        String name = given.strip();
        if (NameRules.isLatin(name) || language.equals("ara") && NameRules.isArabic(name)) {
          names.add(raw.isDivision() ? NameRules.bare(name) : name);
        }
      }
    }
    if (NameRules.isRead(raw.name)) {
      names.add(raw.isDivision() ? NameRules.bare(raw.name) : raw.name);
    }
    String shown = raw.shown();
    if (!NameRules.isLatin(shown)) {
      shown = names.stream().filter(NameRules::isLatin).findFirst().orElse(shown);
    }
    if (feature.get() == Feature.REGION) {
      sink.region(ORIGIN + raw.name, shown);
    }
    String wof = raw.wof.isEmpty() ? "" : "wof:" + raw.wof;
    sink.part(
        new Draft(
            raw.line, raw.gn.isEmpty() ? wof : "gn:" + raw.gn, wof, shown, feature.get(), raw.lat, raw.lon, 0, country, "",
            ORIGIN + raw.region, raw.population, List.copyOf(names), raw.gn.isEmpty() ? ORIGIN : BOTH, raw.shape));
  }
}
