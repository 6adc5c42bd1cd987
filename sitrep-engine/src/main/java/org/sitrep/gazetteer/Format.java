package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The foreign formats, told by how a file begins. */
enum Format {
  /** 19 columns. */
  GEONAMES(GeoNamesTables::places),
  /** {@code admin1CodesASCII}: names of regions for the places of other files. */
  GEONAMES_REGIONS(GeoNamesTables::regions),
  /** {@code alternateNamesV2}: names for places of other files. */
  ALTERNATE_NAMES(GeoNamesTables::names),
  /** A table of one row a record. */
  WHOSONFIRST(WhosOnFirst::table),
  /** The records. */
  WHOSONFIRST_GEOJSON((dump, setting, sink) ->
      GeoJson.read(dump, sink, (feature, shape, line) -> WhosOnFirst.feature(feature.path("properties"), shape, line, setting, sink))),
  /** Either layout. */
  GNS(Gns::read),
  /** Comma-separated. */
  PCODES(Pcodes::read),
  /** Comma-separated. */
  OURAIRPORTS(Airfields::read),
  /** Any theme, as GeoJSON. */
  NATURALEARTH(NaturalEarth::read),
  /** A Lua module. */
  WIKIPEDIA(ConflictMap::read),
  /** Comma-separated with a header. */
  CSV((dump, setting, sink) -> Generic.table(dump, setting, sink, ',')),
  /** Semicolons between the columns. */
  SEMICOLONS((dump, setting, sink) -> Generic.table(dump, setting, sink, ';')),
  /** Tabs between the columns. */
  TSV((dump, setting, sink) -> Generic.table(dump, setting, sink, '\t')),
  /** Points, lines or areas of no particular source. */
  GEOJSON(Generic::geoJson);

  private static final Pattern MARK = Pattern.compile("[{,]\\s*lat\\s*=");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}\\.\\w+");
  private static final Pattern PCODE = Pattern.compile("adm(in)?\\d_?pcode");
  private static final int GEONAMES_COLUMNS = 19;

  private final Importer importer;

  Format(Importer importer) {
    this.importer = importer;
  }

  Importer importer() {
    return importer;
  }

  /** How it is called on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Format::word).toList();
  }

  static Optional<Format> ofWord(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word.toLowerCase(Locale.ROOT))).findFirst();
  }

  /** Names and regions come after the places that they are for. */
  boolean isForOthers() {
    return this == ALTERNATE_NAMES;
  }

  /** By its first characters. */
  static Format detect(String head) throws IOException {
    String text = head.stripLeading();
    if (text.isEmpty()) {
      throw new Refused(0, "the file is empty");
    }
    if (text.startsWith("{") && text.contains("\"type\"") && text.contains("Feature")) {
      return geoJson(text);
    }
    if (MARK.matcher(text).find()) {
      return WIKIPEDIA;
    }
    String first = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    List<String> tabbed = List.of(first.split("\t", -1));
    String low = first.toLowerCase(Locale.ROOT);
    List<String> columns = Arrays.stream(low.split("[,;\t]")).map(c -> c.strip().replace("\"", "").replace(' ', '_')).toList();
    if (columns.contains("wof_id")) {
      return WHOSONFIRST;
    }
    if (columns.contains("ufi")) {
      return GNS;
    }
    if (columns.contains("latitude_deg") && columns.contains("iso_country")) {
      return OURAIRPORTS;
    }
    if (columns.stream().anyMatch(c -> PCODE.matcher(c).matches())) {
      return PCODES;
    }
    boolean numbered = NUMBER.matcher(tabbed.getFirst()).matches();
    if (numbered && tabbed.size() == GEONAMES_COLUMNS) {
      return GEONAMES;
    }
    if (numbered && tabbed.size() >= 8 && tabbed.size() <= 10 && NUMBER.matcher(tabbed.get(1)).matches()) {
      return ALTERNATE_NAMES;
    }
    if (tabbed.size() == 4 && REGION.matcher(tabbed.getFirst()).matches()) {
      return GEONAMES_REGIONS;
    }
    return table(first, columns, tabbed.size());
  }

  private static Format geoJson(String text) {
    if (text.contains("\"wof:id\"") || text.contains("\"wof_id\"")) {
      return WHOSONFIRST_GEOJSON;
    }
    boolean earth = text.contains("\"featurecla\"") || text.contains("\"FEATURECLA\"") || text.contains("\"ADM0_A3\"");
    return earth ? NATURALEARTH : GEOJSON;
  }

  private static Format table(String first, List<String> columns, int tabbed) throws Refused {
    boolean header = columns.stream().anyMatch(c -> c.matches("lat.*|y|point_y|y_?coord"));
    if (!header) {
      throw new Refused(
          1, "the format cannot be told from the first line"
              + (tabbed > 1 ? ", of " + tabbed + " columns (a GeoNames table has " + GEONAMES_COLUMNS + ")" : "")
              + "; a table needs a header such as name,lat,lon, or say what it is: --as " + String.join("|", words()));
    }
    if (first.indexOf('\t') >= 0) {
      return TSV;
    }
    return first.chars().filter(c -> c == ';').count() > first.chars().filter(c -> c == ',').count() ? SEMICOLONS : CSV;
  }
}
