package org.sitrep.knowledge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.entity.Place.Feature;
import tools.jackson.databind.JsonNode;

/** One country of Who's On First: its divisions and settlements. */
final class WhosOnFirst {

  private static final String ORIGIN = "geonames+whosonfirst";

  private final String country;
  private final List<Raw> rows = new ArrayList<>();
  private final Map<String, String> regionByName = new HashMap<>();
  private final Map<String, String> regionById = new HashMap<>();
  private final Admin admin;

  private record Raw(
      String wof, String gn, String name, String type, String code, double lat, double lon,
      String region, long population, JsonNode names) {

    boolean isDivision() {
      return type.equals("region") || type.equals("county") || type.equals("country");
    }
  }

  WhosOnFirst(Sources sources, String country) {
    this.country = country;
    String shapes = "admin/wof_admin_" + country + ".geojson";
    this.admin = new Admin(sources.has(shapes) ? sources.features(shapes) : List.of());
    List<String[]> all = sources.tabbed("wof_" + country + ".tsv");
    for (String[] c : all.subList(1, all.size())) {
      if (!c[14].equals("0") || c[7].isEmpty()) {
        continue;
      }
      Raw raw =
          new Raw(
              c[0], c[1], c[2], c[4], c[6], Double.parseDouble(c[7]), Double.parseDouble(c[8]), c[10],
              c[12].isEmpty() ? 0 : (long) Double.parseDouble(c[12]), Sources.json(c[15]));
      rows.add(raw);
      if (raw.type.equals("region") && !raw.gn.isEmpty()) {
        regionByName.put(raw.name, regionName(raw));
        regionById.put(raw.wof, regionName(raw));
      }
    }
  }

  private static String regionName(Raw raw) {
    String english = Names.ofDivision(raw.names);
    return english.isEmpty() ? Names.bare(raw.name) : english;
  }

  /**
   * The places of the country by id, in the order of the source.
   *
   * @param villages whether every settlement is wanted, or only those with inhabitants or a rank
   */
  Map<String, GazetteerRow> places(boolean villages) {
    Map<String, GazetteerRow> places = new LinkedHashMap<>();
    for (Raw raw : rows) {
      if (wanted(raw, villages)) {
        GazetteerRow row = row(raw);
        places.merge(row.id(), row, GazetteerRow::with);
      }
    }
    return places;
  }

  private boolean wanted(Raw raw, boolean villages) {
    return switch (raw.type) {
      case "region", "county" -> !raw.gn.isEmpty() || raw.type.equals("county");
      case "locality", "neighbourhood" ->
          villages || raw.population > 0 || raw.code.startsWith("PPLA") || raw.names.has("eng");
      default -> false;
    };
  }

  private GazetteerRow row(Raw raw) {
    Set<String> names = new LinkedHashSet<>(Names.ofWhosOnFirst(raw.names, raw.isDivision()));
    String english = raw.type.equals("region") ? regionName(raw) : Names.english(raw.names);
    String display = !english.isEmpty() ? english : raw.name;
    if (!Names.isLatin(display)) {
      display = names.stream().filter(Names::isLatin).findFirst().orElse(display);
    }
    if (Names.isLatin(raw.name) || Names.isArabic(raw.name)) {
      names.add(raw.isDivision() ? Names.bare(raw.name) : raw.name);
    }
    Feature feature = feature(raw);
    return new GazetteerRow(
        raw.gn.isEmpty() ? "wof:" + raw.wof : "gn:" + raw.gn, display, feature, raw.lat, raw.lon,
        km(raw, feature), country, region(raw), raw.population, List.copyOf(names), ORIGIN);
  }

  private String region(Raw raw) {
    String named = regionByName.get(raw.region);
    if (named != null) {
      return named;
    }
    return admin.region(raw.lat, raw.lon).map(id -> regionById.getOrDefault(id, "")).orElse("");
  }

  private static Feature feature(Raw raw) {
    if (raw.isDivision()) {
      return raw.type.equals("region") ? Feature.REGION : Feature.DISTRICT;
    }
    if (raw.type.equals("neighbourhood") || raw.code.equals("PPLX")) {
      return Feature.NEIGHBOURHOOD;
    }
    return settlement(raw.code, raw.population);
  }

  /** How large a settlement is called, from its GeoNames code and inhabitants. */
  static Feature settlement(String code, long population) {
    if (code.equals("PPLC") || code.equals("PPLA") || population >= 50_000) {
      return Feature.CITY;
    }
    return code.startsWith("PPLA") || population >= 5_000 ? Feature.TOWN : Feature.VILLAGE;
  }

  private double km(Raw raw, Feature feature) {
    return switch (feature) {
      case REGION -> admin.radius(raw.wof, 60);
      case DISTRICT -> admin.radius(raw.wof, 20);
      default -> settlementKm(raw.population);
    };
  }

  /** The usual radius of a settlement, in kilometres. */
  static double settlementKm(long population) {
    if (population >= 1_000_000) {
      return 15;
    }
    if (population >= 200_000) {
      return 8;
    }
    return population >= 50_000 ? 5 : population >= 5_000 ? 3 : 2;
  }
}
