package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.Place.Feature;

/**
 * Files of the GEOnet Names Server (NGA), the older layout ({@code UFI}, {@code LAT}, {@code DSG}, {@code CC1}) and the newer
 * ({@code ufi}, {@code lat_dd}, {@code desig_cd}, {@code cc_ft}); one row a name, one {@code ufi} a place.
 */
final class Gns {

  private static final String ORIGIN = "gns";
  private static final List<List<String>> COLUMNS =
      List.of(
          List.of("ufi"), List.of("full_name_ro", "full_name", "full_name_rg", "full_nm_nd"), List.of("lat", "lat_dd"),
          List.of("long", "long_dd"), List.of("dsg", "desig_cd"), List.of("fc"), List.of("cc1", "cc_ft"), List.of("nt"));

  private Gns() {}

  static void read(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), '\t', false);
    List<String> header = records.next();
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; header != null && i < header.size(); i++) {
      at.put(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    int[] columns = new int[COLUMNS.size()];
    for (int i = 0; i < columns.length; i++) {
      List<String> names = COLUMNS.get(i);
      columns[i] =
          names.stream().filter(at::containsKey).map(n -> at.getOrDefault(n, -1)).findFirst()
              .orElseThrow(() -> new Refused(1, "no column \"" + String.join("\" or \"", names) + "\" in the header of this GNS file"));
    }
    boolean fips = at.containsKey("cc1");
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != at.size()) {
        sink.reject(records.line(), cells.size() + " columns where the header has " + at.size());
      } else {
        row(cells, columns, fips, at, records.line(), setting, sink);
      }
    }
  }

  private static void row(
      List<String> cells, int[] columns, boolean fips, Map<String, Integer> at, int line, Setting setting, Sink sink) throws Refused {
    long population = at.containsKey("pop") ? Numbers.count(cells.get(at.get("pop"))) : 0;
    Optional<Feature> feature = Sorts.ofCode(cells.get(columns[5]), cells.get(columns[4]), population);
    String country = setting.country(cells.get(columns[6]).split("[,;]", 2)[0], fips);
    String type = cells.get(columns[7]);
    boolean script = type.endsWith("S"); // the name in its own script
    String name = NameRules.tidy(cells.get(columns[1]));
    if (feature.isEmpty() || !setting.wants(country) || script && !NameRules.isArabic(name)) {
      sink.leaveOut();
      return;
    }
    String shown = feature.get().isDivision() ? NameRules.bare(name) : name;
    String code = country + "." + (at.containsKey("adm1") ? cells.get(at.get("adm1")) : "");
    boolean first = type.equals("N") || type.equals("C");
    if (feature.get() == Feature.REGION && first) {
      sink.region(code, shown);
    }
    String ufi = cells.get(columns[0]).strip();
    sink.part(
        new Draft(
            line, ufi.isEmpty() ? "" : "gns:" + ufi, "", shown, feature.get(), Numbers.degrees(cells.get(columns[2])),
            Numbers.degrees(cells.get(columns[3])), 0, country, "", code, population, List.of(), ORIGIN, null));
  }
}
