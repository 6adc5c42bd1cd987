package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.entity.Place.Feature;
import tools.jackson.databind.JsonNode;

/** Tables with a header and GeoJSON of no particular source: columns and properties are told by their usual names. */
final class Generic {

  private enum Field {
    ID("id", "code", "pcode", "ref", "uid"),
    NAME("name", "name_en", "title", "label", "place", "placename", "place_name", "location", "asciiname", "town", "city", "village"),
    LAT("lat", "latitude", "y", "point_y", "lat_dd", "ycoord", "y_coord"),
    LON("lon", "lng", "long", "longitude", "x", "point_x", "lon_dd", "long_dd", "xcoord", "x_coord"),
    FEATURE("feature", "type", "class", "kind", "category", "feature_type", "place_type", "sort"),
    KM("km", "radius", "radius_km", "uncertainty_km"),
    COUNTRY("country", "country_code", "iso2", "iso_a2", "cc", "iso3", "iso_a3"),
    REGION("region", "admin1", "adm1", "adm1_en", "state", "province", "governorate", "adm1name"),
    POPULATION("population", "pop", "inhabitants"),
    NAMES("names", "alternatenames", "alternate_names", "alt_names", "alt_name", "aliases", "alias", "other_names", "name_ar", "name_local");

    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }
  }

  private static final String POINT =
      "the header names no column for the name, latitude and longitude; write name,lat,lon (or latitude, longitude, lng, y, x)";

  private Generic() {}

  static void table(Dump dump, Setting setting, Sink sink, char delimiter) throws IOException {
    Records records = new Records(dump.text(), delimiter, delimiter != '\t');
    List<String> header = records.next();
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; header != null && i < header.size(); i++) {
      at.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT).replace(' ', '_'), i);
    }
    Map<Field, List<Integer>> columns = new HashMap<>();
    for (Field field : Field.values()) {
      columns.put(field, field.names.stream().filter(at::containsKey).map(n -> at.getOrDefault(n, 0)).toList());
    }
    for (Field needed : List.of(Field.NAME, Field.LAT, Field.LON)) {
      if (columns.getOrDefault(needed, List.of()).isEmpty()) {
        throw new Refused(records.line(), POINT);
      }
    }
    int width = header == null ? 0 : header.size();
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != width) {
        sink.reject(records.line(), cells.size() + " columns where the header has " + width);
        continue;
      }
      place(values(cells, columns), null, records.line(), setting, sink);
    }
  }

  private static Map<Field, String> values(List<String> cells, Map<Field, List<Integer>> columns) {
    Map<Field, String> values = new HashMap<>();
    columns.forEach((field, at) -> {
      List<String> own = at.stream().map(i -> cells.get(i).strip()).filter(c -> !c.isEmpty()).toList();
      values.put(field, value(field, own));
    });
    return values;
  }

  private static String value(Field field, List<String> own) {
    return field == Field.NAMES ? String.join("|", own) : own.isEmpty() ? "" : own.getFirst();
  }

  static void geoJson(Dump dump, Setting setting, Sink sink) throws IOException {
    GeoJson.read(dump, sink, (feature, shape, line) -> {
      if (shape == null) {
        sink.reject(line, "no geometry");
        return;
      }
      Map<String, String> properties = new HashMap<>();
      feature.path("properties").properties().forEach(p -> properties.put(p.getKey().toLowerCase(Locale.ROOT), text(p.getValue())));
      properties.putIfAbsent("id", text(feature.path("id")));
      Map<Field, String> values = new HashMap<>();
      for (Field field : Field.values()) {
        List<String> own = field.names.stream().map(n -> properties.getOrDefault(n, "").strip()).filter(v -> !v.isEmpty()).toList();
        values.put(field, value(field, own));
      }
      place(values, shape, line, setting, sink);
    });
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> all = new ArrayList<>();
      value.forEach(v -> all.add(v.asString("")));
      return String.join("|", all);
    }
    return value.asString("");
  }

  private static void place(Map<Field, String> v, @Nullable Geometry shape, int line, Setting setting, Sink sink) throws Refused {
    String name = NameRules.tidy(get(v, Field.NAME));
    long population = Numbers.count(get(v, Field.POPULATION));
    String country = setting.country(get(v, Field.COUNTRY), false);
    if (!setting.wants(country)) {
      sink.leaveOut();
      return;
    }
    Optional<Feature> told = setting.sorts().ofWord(get(v, Field.FEATURE));
    Feature feature = told.or(() -> setting.sorts().ofName(name)).orElse(shape == null || shape.getDimension() == 0 ? Sorts.settlement("", population) : Feature.AREA);
    double lat = Numbers.degrees(get(v, Field.LAT));
    double lon = Numbers.degrees(get(v, Field.LON));
    double km = Numbers.degrees(get(v, Field.KM));
    if (shape != null) {
      Shapes.Middle middle = Shapes.middle(shape);
      lat = middle.lat();
      lon = middle.lon();
      km = km > 0 ? km : middle.km();
    }
    List<String> names = new ArrayList<>();
    for (String other : get(v, Field.NAMES).split("[|;]")) {
      names.add(NameRules.tidy(other));
    }
    String given = get(v, Field.ID);
    sink.place(
        new Draft(
            line, id(given, name, lat, lon, setting), "", name, feature, lat, lon, km > 0 ? Math.max(0.1, km) : 0, country,
            NameRules.bare(NameRules.tidy(get(v, Field.REGION))), "", population, names, setting.file(), feature == Feature.REGION ? shape : null));
  }

  /** The id given, with the file's name before it unless it has an origin of its own; else one made of name and point. */
  static String id(String given, String name, double lat, double lon, Setting setting) {
    if (given.indexOf(':') > 0) {
      return NameRules.tidy(given);
    }
    String point = String.format(Locale.ROOT, "%.3f_%.3f", lat, lon);
    return setting.file() + ":" + (given.isEmpty() ? NameRules.slug(name) + "@" + point : NameRules.tidy(given));
  }

  private static String get(Map<Field, String> values, Field field) {
    return values.getOrDefault(field, "");
  }
}
