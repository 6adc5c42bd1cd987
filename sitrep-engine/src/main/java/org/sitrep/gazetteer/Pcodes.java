package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.entity.Place.Feature;

/**
 * OCHA's common operational datasets of administrative units: {@code ADM1_EN}, {@code ADM1_PCODE} (or {@code admin1Name_en},
 * {@code admin1Pcode}) and so on down, with a point a row. A row is of the deepest level that it names.
 */
final class Pcodes {

  private static final String ORIGIN = "ocha";
  private static final Pattern COLUMN = Pattern.compile("adm(?:in)?(\\d)_?(?:name_?)?([a-z]{2}|pcode)");
  private static final List<String> LAT = List.of("lat", "latitude", "y", "point_y", "y_coord", "center_lat", "lat_dd");
  private static final List<String> LON = List.of("lon", "long", "lng", "longitude", "x", "point_x", "x_coord", "center_lon", "lon_dd");
  private static final int DEEPEST = 9;
  private static final int LAST_DIVISION = 3;

  /** Where the cells of one level stand. */
  private record Level(int number, int code, Map<String, Integer> names) {}

  private final List<Level> levels = new ArrayList<>();
  private final int lat;
  private final int lon;
  private final int width;

  private Pcodes(List<String> header) throws Refused {
    Map<String, Integer> plain = new HashMap<>();
    Map<Integer, Integer> codes = new HashMap<>();
    Map<Integer, Map<String, Integer>> names = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip().toLowerCase(Locale.ROOT);
      plain.put(column, i);
      Matcher m = COLUMN.matcher(column);
      if (m.matches()) {
        int level = Integer.parseInt(m.group(1));
        if (m.group(2).equals("pcode")) {
          codes.put(level, i);
        } else {
          names.computeIfAbsent(level, k -> new TreeMap<>()).put(m.group(2), i);
        }
      }
    }
    for (int level = DEEPEST; level >= 0; level--) {
      if (codes.containsKey(level) && names.containsKey(level)) {
        levels.add(new Level(level, codes.get(level), names.getOrDefault(level, Map.of())));
      }
    }
    lat = LAT.stream().filter(plain::containsKey).map(plain::get).findFirst().orElse(-1);
    lon = LON.stream().filter(plain::containsKey).map(plain::get).findFirst().orElse(-1);
    width = header.size();
    if (levels.isEmpty() || lat < 0 || lon < 0) {
      throw new Refused(
          1, "a P-code table has columns such as ADM1_EN and ADM1_PCODE and a point (\"lat\" and \"lon\", or \"y\" and \"x\"); "
              + (levels.isEmpty() ? "the first are" : "the point is") + " not in the header");
    }
  }

  static void read(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), ',', true);
    List<String> header = records.next();
    Pcodes columns = new Pcodes(header == null ? List.of() : header);
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != columns.width) {
        sink.reject(records.line(), cells.size() + " columns where the header has " + columns.width);
      } else {
        columns.row(cells, records.line(), setting, sink);
      }
    }
  }

  private void row(List<String> cells, int line, Setting setting, Sink sink) throws Refused {
    Level level = levels.stream().filter(l -> !cells.get(l.code).isBlank()).findFirst().orElse(null);
    if (level == null) {
      sink.reject(line, "no P-code");
      return;
    }
    String code = cells.get(level.code).strip();
    List<String> names = names(cells, level);
    String letters = code.replaceAll("[^A-Za-z].*", "");
    boolean three = letters.length() == 3 && setting.codes().containsKey(letters.toUpperCase(Locale.ROOT));
    String country = setting.country(three ? letters : letters.substring(0, Math.min(2, letters.length())), false);
    if (!setting.wants(country)) {
      sink.leaveOut();
      return;
    }
    String region = levels.stream().filter(l -> l.number == 1).map(l -> names(cells, l)).filter(n -> !n.isEmpty()).map(List::getFirst).findFirst().orElse("");
    sink.place(
        new Draft(
            line, "pcode:" + code, "", names.isEmpty() ? "" : names.getFirst(), feature(level.number), Numbers.degrees(cells.get(lat)),
            Numbers.degrees(cells.get(lon)), 0, country, region, "", 0, names, ORIGIN, null));
  }

  private static Feature feature(int level) {
    return level == 0 ? Feature.COUNTRY : level == 1 ? Feature.REGION : level <= LAST_DIVISION ? Feature.DISTRICT : Feature.VILLAGE;
  }

  /** The English name first. */
  private static List<String> names(List<String> cells, Level level) {
    List<String> names = new ArrayList<>();
    level.names.forEach((language, at) -> {
      String name = NameRules.tidy(cells.get(at));
      if (language.equals("en")) {
        names.addFirst(name);
      } else if (NameRules.isRead(name)) {
        names.add(name);
      }
    });
    names.removeIf(String::isEmpty);
    if (level.number <= LAST_DIVISION) {
      names.replaceAll(NameRules::bare);
    }
    return names;
  }
}
