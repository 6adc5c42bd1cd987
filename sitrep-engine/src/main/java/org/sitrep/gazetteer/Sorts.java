package org.sitrep.gazetteer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.Place.Feature;
import org.sitrep.knowledge.PlaceWords;
import org.sitrep.knowledge.PlaceWords.Kind;

import static java.util.Map.entry;

/** Sorts of places by the codes and words of foreign gazetteers, and the usual radius of each. */
final class Sorts {

  /** Feature codes that GeoNames and GNS share (their documents: "featureCodes", "Feature Designation Codes"). */
  private static final Map<String, Feature> CODES =
      Map.ofEntries(
          entry("ADM1", Feature.REGION), entry("ADM2", Feature.DISTRICT), entry("ADM3", Feature.DISTRICT),
          entry("ADM4", Feature.DISTRICT), entry("ADMD", Feature.DISTRICT),
          entry("PPLX", Feature.NEIGHBOURHOOD), entry("STM", Feature.RIVER), entry("STMI", Feature.RIVER),
          entry("STMX", Feature.RIVER), entry("WAD", Feature.RIVER), entry("CNL", Feature.RIVER), entry("CNLI", Feature.RIVER),
          entry("LK", Feature.LAKE), entry("LKI", Feature.LAKE), entry("RSV", Feature.LAKE), entry("LGN", Feature.LAKE),
          entry("WLL", Feature.WELL), entry("WLLS", Feature.WELL), entry("SPNG", Feature.WELL), entry("OILW", Feature.WELL),
          entry("SEA", Feature.SEA), entry("GULF", Feature.SEA), entry("OCN", Feature.SEA), entry("BAY", Feature.SEA),
          entry("STRT", Feature.SEA), entry("HLL", Feature.HILL), entry("HLLS", Feature.HILL), entry("MT", Feature.MOUNTAIN),
          entry("MTS", Feature.MOUNTAIN), entry("PK", Feature.MOUNTAIN), entry("RDGE", Feature.MOUNTAIN),
          entry("MESA", Feature.HILL), entry("DSRT", Feature.DESERT), entry("ERG", Feature.DESERT),
          entry("AIRP", Feature.AIRFIELD), entry("AIRF", Feature.AIRFIELD), entry("AIRB", Feature.AIRFIELD),
          entry("AIRH", Feature.AIRFIELD), entry("MILB", Feature.BASE), entry("FT", Feature.BASE), entry("INSM", Feature.BASE),
          entry("CMP", Feature.CAMP), entry("CMPRF", Feature.CAMP), entry("CMPREF", Feature.CAMP), entry("DAM", Feature.DAM),
          entry("OILF", Feature.FIELD), entry("GASF", Feature.FIELD), entry("PSTB", Feature.CROSSING), entry("RD", Feature.ROAD),
          entry("RDJCT", Feature.ROAD), entry("PCLI", Feature.COUNTRY), entry("PCLD", Feature.COUNTRY),
          entry("PCLF", Feature.COUNTRY), entry("PCLS", Feature.COUNTRY), entry("PCL", Feature.COUNTRY),
          entry("PCLIX", Feature.COUNTRY));

  private final PlaceWords words;

  Sorts(PlaceWords words) {
    this.words = words;
  }

  /** By class and code; empty for what no text means, such as places that are no more. */
  static Optional<Feature> ofCode(String kind, String code, long population) {
    Feature known = CODES.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    return switch (kind) {
      case "P" -> code.equals("PPLH") || code.equals("PPLQ") || code.equals("PPLW") ? Optional.empty() : Optional.of(settlement(code, population));
      case "S" -> code.endsWith("H") && code.length() > 4 ? Optional.empty() : Optional.of(Feature.OTHER);
      case "T", "L" -> Optional.of(Feature.AREA);
      default -> Optional.empty();
    };
  }

  /** How large a settlement is called, from its code and inhabitants. */
  static Feature settlement(String code, long population) {
    if (code.equals("PPLC") || code.equals("PPLA") || population >= 50_000) {
      return Feature.CITY;
    }
    return code.startsWith("PPLA") || population >= 5_000 ? Feature.TOWN : Feature.VILLAGE;
  }

  /** By one of our own names of features, or by the words of the packs ("air base", "Oil field"). */
  Optional<Feature> ofWord(String given) {
    String word = given.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (word.isEmpty()) {
      return Optional.empty();
    }
    for (Feature feature : Feature.values()) {
      if (feature.name().equalsIgnoreCase(word)) {
        return Optional.of(feature);
      }
    }
    Feature code = CODES.get(given.strip());
    return code != null ? Optional.of(code) : words.feature(Kind.TYPE, word);
  }

  /** By the last word or two of a name ("Foo air base"). */
  Optional<Feature> ofName(String name) {
    return words.feature(Kind.TYPE, sort(name));
  }

  /** The last word or two of a name, where they say its sort; else empty. */
  String sort(String name) {
    String[] parts = name.split(" ");
    int n = parts.length;
    String two = n > 2 ? parts[n - 2] + " " + parts[n - 1] : "";
    String one = n > 1 ? parts[n - 1] : "";
    return words.is(Kind.TYPE, two) ? two : words.is(Kind.TYPE, one) ? one : "";
  }

  /** A name without the words that only describe its sort: "Foo Airport" for "Foo International Airport". */
  String plain(String name) {
    String sort = sort(name);
    String before = name.substring(0, name.length() - sort.length()).strip();
    int last = before.lastIndexOf(' ');
    while (!sort.isEmpty() && last > 0 && words.is(Kind.MODIFIER, before.substring(last + 1))) {
      before = before.substring(0, last).strip();
      last = before.lastIndexOf(' ');
    }
    return sort.isEmpty() ? name : before + " " + sort;
  }

  /** The usual radius, in kilometres. */
  static double km(Feature feature, long population) {
    return switch (feature) {
      case COUNTRY -> 200;
      case REGION -> 60;
      case DISTRICT, DESERT, SEA -> 20;
      case MOUNTAIN, AREA, RIVER, LAKE -> 10;
      case FIELD -> 6;
      case CITY, TOWN, VILLAGE, NEIGHBOURHOOD -> settlementKm(population);
      default -> 2;
    };
  }

  private static double settlementKm(long population) {
    if (population >= 1_000_000) {
      return 15;
    }
    if (population >= 200_000) {
      return 8;
    }
    return population >= 50_000 ? 5 : population >= 5_000 ? 3 : 2;
  }
}
