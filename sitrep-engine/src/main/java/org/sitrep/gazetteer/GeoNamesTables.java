package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.entity.Place.Feature;

/** The tables that GeoNames publishes, tab-separated and without a header; columns after its readme. */
final class GeoNamesTables {

  static final String ORIGIN = "geonames";

  private static final int COLUMNS = 19;
  private static final int NAME_COLUMNS = 8;
  private static final int REGION_COLUMNS = 4;
  private static final Set<String> LANGUAGES = Set.of("", "en", "ar", "ku", "fr", "tr", "abbr");

  private GeoNamesTables() {}

  /** {@code allCountries}, a country's file, {@code cities15000} and their like. */
  static void places(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), '\t', false);
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != COLUMNS) {
        sink.reject(records.line(), cells.size() + " columns where a GeoNames table has " + COLUMNS);
      } else {
        place(cells, records.line(), setting, sink);
      }
    }
  }

  private static void place(List<String> c, int line, Setting setting, Sink sink) throws Refused {
    long population = Numbers.count(c.get(14));
    Optional<Feature> feature = Sorts.ofCode(c.get(6), c.get(7), population);
    String country = setting.country(c.get(8), false);
    if (!setting.wants(country) || feature.isEmpty()) {
      sink.leaveOut();
      return;
    }
    boolean division = feature.get().isDivision();
    String shown = division ? NameRules.bare(c.get(1)) : c.get(1);
    String code = country + "." + c.get(10);
    if (feature.get() == Feature.REGION) {
      sink.region(code, shown);
    }
    List<String> names = new ArrayList<>();
    names.add(division ? NameRules.bare(c.get(2)) : c.get(2));
    for (String other : c.get(3).split(",")) {
      if (NameRules.isRead(other)) {
        names.add(division ? NameRules.bare(other) : other);
      }
    }
    String id = c.getFirst().isBlank() ? "" : "gn:" + c.getFirst();
    sink.place(
        new Draft(
            line, id, "", shown, feature.get(), Numbers.degrees(c.get(4)), Numbers.degrees(c.get(5)), 0, country, "", code,
            population, names, ORIGIN, null));
  }

  /** {@code admin1CodesASCII}: the names of first-level regions. */
  static void regions(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), '\t', false);
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() != REGION_COLUMNS) {
        sink.reject(records.line(), cells.size() + " columns where a table of regions has " + REGION_COLUMNS);
      } else {
        sink.region(cells.get(0), NameRules.bare(NameRules.tidy(cells.get(1))));
        sink.leaveOut();
      }
    }
  }

  /** What a name counts as: the columns after it say whether it is colloquial or historic. */
  private static String use(List<String> cells) {
    boolean other = cells.get(6).equals("1") || cells.get(7).equals("1");
    return cells.get(2).equals("abbr") ? "abbreviation" : other ? "exonym" : "add";
  }

  /** {@code alternateNamesV2}. */
  static void names(Dump dump, Setting setting, Sink sink) throws IOException {
    Records records = new Records(dump.text(), '\t', false);
    for (List<String> cells = records.next(); cells != null; cells = records.next()) {
      if (cells.size() < NAME_COLUMNS || cells.size() > NAME_COLUMNS + 2) {
        sink.reject(records.line(), cells.size() + " columns where a table of alternate names has 8 to 10");
        continue;
      }
      String id = "gn:" + cells.get(1);
      String name = NameRules.tidy(cells.get(3));
      if (name.length() > NameRules.LONGEST) {
        sink.reject(records.line(), "a name of " + name.length() + " letters; the longest that is taken has " + NameRules.LONGEST);
      } else if (LANGUAGES.contains(cells.get(2)) && sink.wantsNames(id) && (NameRules.isRead(name) || cells.get(2).equals("abbr") && name.length() > 1)) {
        sink.name(id, name, use(cells));
      } else {
        sink.leaveOut();
      }
    }
  }
}
