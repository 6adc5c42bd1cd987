package org.sitrep.knowledge.gazetteer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.sitrep.entity.Place.Feature;
import tools.jackson.databind.JsonNode;

/** Natural Earth: where countries lie, and the rivers, lakes, deserts and mountains of the region. */
final class NaturalEarth {

  private static final String ORIGIN = "naturalearth";
  private static final List<String> COUNTRY_NAMES = List.of("NAME", "NAME_LONG", "FORMAL_EN");

  private final Sources sources;

  NaturalEarth(Sources sources) {
    this.sources = sources;
  }

  /** The countries of GeoNames, at the middle of their land. */
  List<GazetteerRow> countries(Map<String, GeoNames.Country> countries, Map<String, List<String>> arabic) {
    Map<String, GazetteerRow> rows = new LinkedHashMap<>();
    for (JsonNode f : sources.features("naturalearth/ne_50m_admin_0_countries.geojson")) {
      JsonNode p = f.get("properties");
      GeoNames.Country country = country(countries, p);
      if (country == null || rows.containsKey(country.id())) {
        continue;
      }
      List<String> names = new ArrayList<>();
      COUNTRY_NAMES.forEach(n -> names.add(p.path(n).asString("")));
      names.removeIf(n -> n.contains("."));
      names.addAll(arabic.getOrDefault(country.code(), List.of()));
      Point middle = largest(Admin.geometry(f.get("geometry"))).getInteriorPoint();
      rows.put(
          country.id(),
          new GazetteerRow(
              country.id(), country.name(), Feature.COUNTRY, middle.getY(), middle.getX(),
              Math.max(10, Math.sqrt(country.area() / Math.PI)), country.code(), "",
              country.population(), names, "geonames+naturalearth"));
    }
    return List.copyOf(rows.values());
  }

  private static GeoNames.@Nullable Country country(Map<String, GeoNames.Country> countries, JsonNode p) {
    String iso3 = p.path("ADM0_A3").asString("");
    return countries.values().stream()
        .filter(c -> c.iso3().equals(iso3) || c.code().equals(p.path("ISO_A2").asString("")))
        .findFirst()
        .orElse(null);
  }

  private static Geometry largest(Geometry shape) {
    Geometry largest = shape.getGeometryN(0);
    for (int i = 1; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i).getArea() > largest.getArea()) {
        largest = shape.getGeometryN(i);
      }
    }
    return largest;
  }

  /** Rivers, lakes and named stretches of land. */
  List<GazetteerRow> features() {
    Map<String, GazetteerRow> rows = new LinkedHashMap<>();
    for (String file : List.of("rivers_lake_centerlines", "lakes", "geography_regions_polys")) {
      for (JsonNode f : sources.features("naturalearth/ne_10m_" + file + ".region.geojson")) {
        GazetteerRow row = row(f);
        if (row != null
            && row.lon() > 22 && row.lon() < 63 && row.lat() > 12 && row.lat() < 53) {
          rows.merge(row.id(), row, (a, b) -> a.km() >= b.km() ? a : b);
        }
      }
    }
    return List.copyOf(rows.values());
  }

  private static @Nullable GazetteerRow row(JsonNode f) {
    JsonNode p = f.get("properties");
    String name = GeoNames.title(p.path("name").asString("").strip().replaceAll("\\s+", " "));
    Feature feature = feature(p.path("featurecla").asString(""));
    if (name.isEmpty() || name.contains("?") || feature == null) {
      return null;
    }
    Geometry shape = Admin.geometry(f.get("geometry"));
    double lat;
    double lon;
    double km;
    if (feature == Feature.RIVER) {
      Coordinate middle = new LengthIndexedLine(shape).extractPoint(shape.getLength() / 2);
      lat = middle.y;
      lon = middle.x;
      km = shape.getEnvelopeInternal().getDiameter() / 2 * 105;
    } else {
      Point middle = shape.getInteriorPoint();
      lat = middle.getY();
      lon = middle.getX();
      km = Admin.radius(shape);
    }
    List<String> names = new ArrayList<>();
    for (String key : List.of("name_alt", "namealt", "name_en")) {
      for (String other : p.path(key).asString("").split("[|;]")) {
        names.add(GeoNames.title(other.strip()));
      }
    }
    names.removeIf(n -> n.isEmpty() || n.contains("?"));
    names.replaceAll(n -> n.replaceFirst("^Lake ", ""));
    return new GazetteerRow(
        "ne:" + slug(feature + "-" + name), name, feature, lat, lon, Math.max(2, km), "", "", 0,
        names, ORIGIN);
  }

  private static @Nullable Feature feature(String name) {
    return switch (name) {
      case "River" -> Feature.RIVER;
      case "Lake", "Alkaline Lake", "Reservoir" -> Feature.LAKE;
      case "Range/mtn" -> Feature.MOUNTAIN;
      case "Desert" -> Feature.DESERT;
      case "Island", "Island group", "Pen/cape", "Plain", "Coast", "Geoarea", "Delta", "Valley",
          "Plateau" ->
          Feature.AREA;
      default -> null;
    };
  }

  /** A name as part of an id. */
  static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’`]", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
