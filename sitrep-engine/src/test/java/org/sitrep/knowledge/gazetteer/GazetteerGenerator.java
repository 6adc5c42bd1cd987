package org.sitrep.knowledge.gazetteer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.entity.Place.Feature;

/**
 * Makes the bundled place files from their sources, the same each time:
 *
 * <pre>GazetteerGenerator SOURCES UCDP.csv KNOWLEDGE</pre>
 *
 * SOURCES holds {@code wof_XX.tsv}, {@code admin/}, {@code naturalearth/}, {@code cities15000.txt},
 * {@code countryInfo.tsv}, {@code admin1CodesASCII.txt} and {@code airfields_SY.tsv} as described in
 * {@code knowledge/NOTICE-places.md}; KNOWLEDGE is the directory to write to.
 */
public final class GazetteerGenerator {

  private static final String PACK = "SY";
  private static final List<String> NEIGHBOURS =
      List.of("IQ", "LB", "JO", "TR", "IL", "PS", "YE", "LY", "UA");

  private GazetteerGenerator() {}

  /** Runs the generator. */
  public static void main(String[] args) throws IOException {
    Sources sources = new Sources(Path.of(args[0]));
    Path common = Path.of(args[2], "common", "places");
    Path syria = Path.of(args[2], "syria");
    Files.createDirectories(common);
    GeoNames geonames = new GeoNames(sources);
    NaturalEarth earth = new NaturalEarth(sources);
    Map<String, List<String>> arabic = new LinkedHashMap<>();
    Map<String, GazetteerRow> neighbours = new LinkedHashMap<>();
    for (String country : NEIGHBOURS) {
      neighbours.putAll(new WhosOnFirst(sources, country).places(false));
      arabic.put(country, countryNames(sources, country));
    }
    arabic.put(PACK, countryNames(sources, PACK));
    Map<String, GazetteerRow> pack = new WhosOnFirst(sources, PACK).places(true);
    List<GazetteerRow> cities = new ArrayList<>();
    for (GazetteerRow city : geonames.cities()) {
      if (merge(neighbours, city) && merge(pack, city)) {
        cities.add(city);
      } else if (pack.containsKey(city.id())) {
        cities.add(pack.get(city.id()));
      }
    }
    Set<String> done = NEIGHBOURS.stream().collect(Collectors.toSet());
    write(common.resolve("countries.csv"), earth.countries(geonames.countries(), arabic));
    write(common.resolve("regions.csv"), geonames.regions(done));
    write(common.resolve("cities.csv"), cities);
    write(common.resolve("near-and-middle-east.csv"), neighbours.values());
    write(common.resolve("physical.csv"), earth.features());
    write(syria.resolve("places.csv"), pack.values());
    Admin admin = new Admin(sources.features("admin/wof_admin_" + PACK + ".geojson"));
    Map<String, String> regionNames = regionNames(sources, pack);
    write(
        syria.resolve("ucdp-places.csv"),
        Ucdp.places(
            Path.of(args[1]),
            (lat, lon) -> admin.region(lat, lon).map(r -> regionNames.getOrDefault(r, "")).orElse("")));
    write(syria.resolve("airfields-places.csv"), airfields(sources, admin, regionNames));
  }

  /** Adds a city's names to the place of the same id; true where there is none. */
  private static boolean merge(Map<String, GazetteerRow> places, GazetteerRow city) {
    GazetteerRow known = places.get(city.id());
    if (known != null) {
      places.put(city.id(), known.with(city));
    }
    return known == null;
  }

  private static List<String> countryNames(Sources sources, String country) {
    return sources.tabbed("wof_" + country + ".tsv").stream()
        .filter(c -> c[4].equals("country"))
        .flatMap(c -> Names.ofWhosOnFirst(Sources.json(c[15]), false).stream())
        .filter(Names::isArabic)
        .toList();
  }

  private static Map<String, String> regionNames(Sources sources, Map<String, GazetteerRow> pack) {
    return sources.tabbed("wof_" + PACK + ".tsv").stream()
        .filter(c -> pack.containsKey("gn:" + c[1]) && c[4].equals("region"))
        .collect(Collectors.toMap(c -> c[0], c -> Objects.requireNonNull(pack.get("gn:" + c[1])).name()));
  }

  private static List<GazetteerRow> airfields(
      Sources sources, Admin admin, Map<String, String> regionNames) {
    List<GazetteerRow> rows = new ArrayList<>();
    List<String[]> all = sources.tabbed("airfields_SY.tsv");
    for (String[] c : all.subList(1, all.size())) {
      List<String> names = new ArrayList<>(List.of(c[1].split("\\|")));
      names.replaceAll(n -> n.replaceFirst("(?i)(?: military)? airport$", ""));
      double lat = Double.parseDouble(c[2]);
      double lon = Double.parseDouble(c[3]);
      rows.add(
          new GazetteerRow(
              "oa:" + c[0], names.getFirst() + " airfield", Feature.AIRFIELD, lat, lon, 2, PACK,
              admin.region(lat, lon).map(r -> regionNames.getOrDefault(r, "")).orElse(""), 0, names,
              "ourairports"));
    }
    return rows;
  }

  private static void write(Path file, Collection<GazetteerRow> rows) throws IOException {
    StringBuilder out = new StringBuilder(GazetteerRow.HEADER).append('\n');
    rows.stream().filter(GazetteerRow::isUsable).forEach(row -> out.append(row.line()).append('\n'));
    Files.writeString(file, out, StandardCharsets.UTF_8);
    System.err.println(file + ": " + rows.size() + " places, " + out.length() + " characters");
  }
}
