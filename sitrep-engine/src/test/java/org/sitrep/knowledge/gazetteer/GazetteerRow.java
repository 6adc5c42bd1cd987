package org.sitrep.knowledge.gazetteer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.entity.Place.Feature;

/** One line of a gazetteer file, as the generator writes it. */
record GazetteerRow(
    String id,
    String name,
    Feature feature,
    double lat,
    double lon,
    double km,
    String country,
    String region,
    long population,
    List<String> names,
    String origin) {

  static final String HEADER = "id,name,feature,lat,lon,km,country,region,population,names,origin";

  GazetteerRow {
    names = others(name, names);
  }

  private static List<String> others(String name, List<String> names) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String other : names) {
      String tidy = other.strip().replace('|', ' ').replace('\n', ' ');
      if (tidy.length() > 1 && !tidy.equals(name)) {
        distinct.add(tidy);
      }
    }
    return List.copyOf(distinct);
  }

  /** The same place with the names, inhabitants and rank of another row, where those are more. */
  GazetteerRow with(GazetteerRow more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(more.names);
    boolean larger = more.feature.isSettlement() && more.feature.compareTo(feature) < 0;
    return new GazetteerRow(
        id, name, larger ? more.feature : feature, lat, lon, Math.max(km, more.km), country, region,
        Math.max(population, more.population), List.copyOf(all), origin);
  }

  /** Whether its name is long enough to be looked for in a text, and no number. */
  boolean isUsable() {
    return name.length() > 1 && !Character.isDigit(name.charAt(0));
  }

  String line() {
    return String.join(
        ",",
        id,
        cell(name),
        feature.name(),
        number(lat, 5),
        number(lon, 5),
        number(km, 1),
        country,
        cell(region),
        Long.toString(population),
        cell(String.join("|", names)),
        origin);
  }

  private static String number(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private static String cell(String text) {
    return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
