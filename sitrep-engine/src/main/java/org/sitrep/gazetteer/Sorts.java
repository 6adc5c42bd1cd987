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
    String[] parts = name.split(" ");
    int n = parts.length;
    Optional<Feature> found = Optional.empty();
    if (n > 2) {
      found = words.feature(Kind.TYPE, parts[n - 2] + " " + parts[n - 1]);
    }
    if (found.isEmpty() && n > 1) {
      found = words.feature(Kind.TYPE, parts[n - 1]);
    }
    return found;
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
