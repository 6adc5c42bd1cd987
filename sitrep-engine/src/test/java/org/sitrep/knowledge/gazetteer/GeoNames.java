package org.sitrep.knowledge.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.entity.Place.Feature;

/** GeoNames: countries, first-level regions, and the world's cities of 15,000 inhabitants or more. */
final class GeoNames {

  private static final String ORIGIN = "geonames";
  private static final long NOTABLE = 100_000;

  /** What is taken from a line of {@code countryInfo}. */
  record Country(String code, String iso3, String name, double area, long population, String id) {}

  private final Map<String, Country> countries = new HashMap<>();
  private final Map<String, String> regions = new HashMap<>();
  private final List<String[]> regionRows;
  private final List<GazetteerRow> cities = new ArrayList<>();
  private final Map<String, double[]> regionSums = new HashMap<>();

  GeoNames(Sources sources) {
    for (String[] c : sources.tabbed("countryInfo.tsv")) {
      if (c[0].length() == 2 && !c[16].isEmpty()) {
        countries.put(
            c[0],
            new Country(
                c[0], c[1], c[4], Double.parseDouble(c[6]), Long.parseLong(c[7]), "gn:" + c[16]));
      }
    }
    regionRows = sources.tabbed("admin1CodesASCII.txt");
    for (String[] c : regionRows) {
      regions.put(c[0], c[1]);
    }
    for (String[] c : sources.tabbed("cities15000.txt")) {
      city(c);
    }
  }

  Map<String, Country> countries() {
    return countries;
  }

  /** The cities, in the order of the source. */
  List<GazetteerRow> cities() {
    return cities;
  }

  private void city(String[] c) {
    long population = Long.parseLong(c[14]);
    double lat = Double.parseDouble(c[4]);
    double lon = Double.parseDouble(c[5]);
    String code = c[7];
    if (code.equals("PPLQ") || code.equals("PPLH")) {
      return;
    }
    String region = c[8] + "." + c[10];
    Feature feature =
        code.equals("PPLX") ? Feature.NEIGHBOURHOOD : WhosOnFirst.settlement(code, population);
    Set<String> names = new LinkedHashSet<>();
    names.add(c[2]);
    if (population >= NOTABLE || code.equals("PPLC")) {
      for (String other : c[3].split(",")) {
        if (Names.isLatin(other) && !countryName(other)) {
          names.add(other);
        }
      }
    }
    cities.add(
        new GazetteerRow(
            "gn:" + c[0], c[1], feature, lat, lon, WhosOnFirst.settlementKm(population), c[8],
            regions.getOrDefault(region, ""), population, List.copyOf(names), ORIGIN));
    double[] sum = regionSums.computeIfAbsent(region, r -> new double[5]);
    sum[0] += lat;
    sum[1] += lon;
    sum[2] += lat * lat;
    sum[3] += lon * lon;
    sum[4]++;
  }

  private boolean countryName(String name) {
    return countries.values().stream().anyMatch(c -> c.name().equalsIgnoreCase(name));
  }

  /**
   * First-level regions, at the middle of their cities (GeoNames publishes no point for them).
   *
   * @param done countries that have regions from elsewhere
   */
  List<GazetteerRow> regions(Set<String> done) {
    List<GazetteerRow> rows = new ArrayList<>();
    for (String[] c : regionRows) {
      String country = c[0].substring(0, 2);
      double[] sum = regionSums.get(c[0]);
      if (done.contains(country) || sum == null) {
        continue;
      }
      double lat = sum[0] / sum[4];
      double lon = sum[1] / sum[4];
      double spread =
          Math.sqrt(Math.max(0, sum[2] / sum[4] - lat * lat) + Math.max(0, sum[3] / sum[4] - lon * lon));
      rows.add(
          new GazetteerRow(
              "gn:" + c[3], Names.bare(c[1]), Feature.REGION, lat, lon,
              Math.clamp(spread * 111 * 2, 20, 400), country, Names.bare(c[1]), 0,
              List.of(c[1], c[2], Names.bare(c[2])), ORIGIN));
    }
    return rows;
  }

  /** Whether a name is all capitals, as labels on a map are. */
  static String title(String name) {
    if (name.isEmpty() || !name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder out = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split(" ")) {
      out.append(out.isEmpty() ? "" : " ");
      out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return out.toString();
  }
}
