package org.sitrep.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.entity.Place.Feature;

/**
 * A place as an importer found it, not yet checked.
 *
 * @param line where it stands in its file
 * @param id with the prefix of its origin
 * @param also another id that the same place goes by, or empty
 * @param km radius, or 0 for the usual one of such a place
 * @param region name of the first-level region, or empty
 * @param regionCode under which a row of another place gives that name, or empty
 * @param shape of a region or country, to find what lies in it
 */
record Draft(
    int line,
    String id,
    String also,
    String name,
    Feature feature,
    double lat,
    double lon,
    double km,
    String country,
    String region,
    String regionCode,
    long population,
    List<String> names,
    String origin,
    @Nullable Geometry shape) {

  static final String HEADER = "id,name,feature,lat,lon,km,country,region,population,names,origin";

  Draft withRegion(String found) {
    return new Draft(line, id, also, name, feature, lat, lon, km, country, found, regionCode, population, names, origin, shape);
  }

  Draft withCountry(String found) {
    return new Draft(line, id, also, name, feature, lat, lon, km, found, region, regionCode, population, names, origin, shape);
  }

  Draft withNames(List<String> more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(more);
    all.remove(name);
    return new Draft(
        line, id, also, name, feature, lat, lon, km, country, region, regionCode, population, List.copyOf(all), origin, shape);
  }

  /** The same place with what another record of it adds. */
  Draft with(Draft other) {
    List<String> all = new ArrayList<>(names);
    if (!other.name.equals(name)) {
      all.add(other.name);
    }
    all.addAll(other.names);
    boolean larger = other.feature.isSettlement() && feature.isSettlement() && other.feature.compareTo(feature) < 0;
    Draft both =
        new Draft(
            line, id, also, name, larger ? other.feature : feature, lat, lon, Math.max(km, other.km), country,
            region.isEmpty() ? other.region : region, regionCode, Math.max(population, other.population), names, origin,
            shape == null ? other.shape : shape);
    return both.withNames(all);
  }

  /** As a row of a place file. */
  String row() {
    return String.join(
        ",", cell(id), cell(name), feature.name(), number(lat, 5), number(lon, 5), number(km, 1), country, cell(region),
        Long.toString(population), cell(String.join("|", names)), cell(origin));
  }

  private static String number(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    String plain = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    return plain.equals("-0") ? "0" : plain;
  }

  static String cell(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && !text.startsWith("#");
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
