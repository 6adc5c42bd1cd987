package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Place.Feature;

/**
 * OurAirports' {@code airports.csv}: airports and air bases, without heliports, seaplane bases and what is closed. One of a large
 * or medium size is also called after the town it serves where that town has no other such.
 */
final class Airfields {

  private static final String ORIGIN = "ourairports";
  private static final List<String> COLUMNS =
      List.of("ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country", "municipality", "keywords");
  private static final String SMALL = "small_airport";
  private static final Set<String> TYPES = Set.of(SMALL, "medium_airport", "large_airport");
  private static final double KM = 3;

  private record Row(Draft draft, String town) {}

  private Airfields() {}

  static void read(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), ',', true);
    List<String> first = records.next();
    List<String> header = first == null ? List.of() : first;
    int[] at = new int[COLUMNS.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = header.indexOf(COLUMNS.get(i));
      if (at[i] < 0) {
        throw new Refused(1, "no column \"" + COLUMNS.get(i) + "\" in the header of this file of airports");
      }
    }
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> inTown = new HashMap<>();
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != header.size()) {
        sink.reject(records.line(), cells.size() + " columns where the header has " + header.size());
        continue;
      }
      String country = setting.country(cells.get(at[5]), false);
      if (!TYPES.contains(cells.get(at[1])) || !setting.wants(country)) {
        sink.leaveOut();
        continue;
      }
      Row row = row(cells, at, records.line(), country, setting.sorts());
      rows.add(row);
      inTown.merge(row.town, 1, Integer::sum);
    }
    for (Row row : rows) {
      boolean only = !row.town.isEmpty() && inTown.getOrDefault(row.town, 0) == 1;
      String sort = sort(row.draft.name(), setting.sorts());
      sink.place(only && !sort.isEmpty() ? row.draft.withNames(List.of(row.town.substring(0, row.town.indexOf('/')) + ' ' + sort)) : row.draft);
    }
  }

  /** What a name calls the place: "Airport" in "Foo International Airport", in "Foo Airport Bar Smith"; else empty. */
  private static String sort(String name, Sorts sorts) {
    String[] parts = name.split("[ -]");
    for (int i = 0; i < parts.length; i++) {
      String two = i + 1 < parts.length ? parts[i] + " " + parts[i + 1] : "";
      for (String word : List.of(two, parts[i])) {
        if (sorts.ofWord(word).equals(Optional.of(Feature.AIRFIELD))) {
          return word;
        }
      }
    }
    return "";
  }

  private static Row row(List<String> cells, int[] at, int line, String country, Sorts sorts) {
    String name = NameRules.tidy(cells.get(at[2])).replace(" / ", "-");
    Set<String> names = new LinkedHashSet<>();
    if (sorts.ofName(name).equals(Optional.of(Feature.AIRFIELD))) {
      names.add(sorts.plain(name));
    }
    for (String word : cells.get(at[7]).split("[,;]")) {
      String other = NameRules.tidy(word);
      if (sorts.ofName(other).equals(Optional.of(Feature.AIRFIELD)) && NameRules.isRead(other)) {
        names.add(other);
      }
    }
    names.remove(name);
    String town = cells.get(at[6]).replaceAll("\\s*[(/,].*", "").strip();
    boolean small = cells.get(at[1]).equals(SMALL);
    return new Row(
        new Draft(
            line, "oa:" + cells.get(at[0]).strip(), "", name, Feature.AIRFIELD, Numbers.degrees(cells.get(at[3])),
            Numbers.degrees(cells.get(at[4])), KM, country, "", "", 0, List.copyOf(names), ORIGIN, null),
        small || town.isEmpty() ? "" : town + "/" + country);
  }
}
