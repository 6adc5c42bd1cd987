package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.sitrep.entity.Place.Feature;
import tools.jackson.databind.JsonNode;

/** Natural Earth's themes as GeoJSON: populated places, rivers, lakes, physical regions, airports, countries. */
final class NaturalEarth {

  private static final String ORIGIN = "naturalearth";
  private static final List<String> NAMES = List.of("nameascii", "name_alt", "namealt", "name_en", "name_ar", "name_fr", "name_tr", "name_long", "formal_en");

  private static final String AIRFIELD_WORDS = "(?i) +(?:int'l|int\\.?|international|airport|air base|airbase|air force base|airfield)\\b.*$";

  private NaturalEarth() {}

  static void read(Dump dump, Setting setting, Sink sink) throws IOException {
    GeoJson.read(dump, sink, (feature, shape, line) -> feature(feature.path("properties"), shape, line, setting, sink));
  }

  /** A property under its name in small or capital letters: the themes differ in that. */
  private static String text(JsonNode p, String key) {
    String text = p.path(key).asString("");
    return (text.isEmpty() ? p.path(key.toUpperCase(Locale.ROOT)).asString("") : text).strip();
  }

  private static void feature(JsonNode p, @Nullable Geometry shape, int line, Setting setting, Sink sink) throws IOException {
    long population = Numbers.count(text(p, "pop_max"));
    Optional<Feature> feature = sort(text(p, "featurecla"), p, population);
    String name = NameRules.title(NameRules.tidy(text(p, "name")));
    String iso = text(p, "iso_a2");
    String country = iso.length() == 2 ? setting.country(iso, false) : setting.country(text(p, "adm0_a3"), false);
    if (feature.isEmpty() || name.isEmpty() || name.contains("?") || !setting.wants(country)) {
      sink.leaveOut();
      return;
    }
    if (shape == null) {
      sink.reject(line, "no geometry");
      return;
    }
    List<String> names = names(p);
    if (feature.get() == Feature.AIRFIELD) {
      names.add(name.replaceFirst(AIRFIELD_WORDS, ""));
    }
    Shapes.Middle middle = Shapes.middle(shape);
    String gn = text(p, "geonameid").replaceFirst("\\.0$", "");
    String known = gn.isEmpty() || gn.startsWith("-") ? "" : "gn:" + gn;
    String id = known.isEmpty() ? "ne:" + NameRules.slug(feature.get() + " " + name) : known;
    Draft draft =
        new Draft(
            line, id, "", name, feature.get(), middle.lat(), middle.lon(), middle.km() > 0 ? Math.max(2, middle.km()) : 0, country,
            text(p, "adm1name"), "", population, names, ORIGIN, feature.get() == Feature.COUNTRY ? shape : null);
    if (known.isEmpty()) {
      sink.part(draft); // rivers come in reaches
    } else {
      sink.place(draft);
    }
  }

  private static List<String> names(JsonNode p) {
    List<String> names = new ArrayList<>();
    for (String key : NAMES) {
      for (String other : text(p, key).split("[|;]")) {
        String tidy = NameRules.title(NameRules.tidy(other)).replaceFirst("^Lake ", "");
        if (NameRules.isRead(tidy)) {
          names.add(tidy);
        }
      }
    }
    return names;
  }

  private static Optional<Feature> sort(String theme, JsonNode p, long population) {
    return switch (theme) {
      case "River", "Canal" -> Optional.of(Feature.RIVER);
      case "Lake", "Alkaline Lake", "Reservoir", "Playa" -> Optional.of(Feature.LAKE);
      case "Range/mtn" -> Optional.of(Feature.MOUNTAIN);
      case "Desert" -> Optional.of(Feature.DESERT);
      case "Airport" -> Optional.of(Feature.AIRFIELD);
      case "Admin-0 capital", "Admin-1 capital" -> Optional.of(population >= 50_000 || theme.startsWith("Admin-0") ? Feature.CITY : Feature.TOWN);
      case "Admin-0 country" -> Optional.of(Feature.COUNTRY);
      case "Populated place" -> Optional.of(Sorts.settlement("", population));
      case "Island", "Island group", "Pen/cape", "Plain", "Coast", "Geoarea", "Delta", "Valley", "Plateau", "Basin", "Wetlands" -> Optional.of(Feature.AREA);
      default -> theme.isEmpty() && p.has("ADM0_A3") && p.has("CONTINENT") ? Optional.of(Feature.COUNTRY)
          : theme.startsWith("Admin-0") || theme.startsWith("Admin-1") ? Optional.of(Feature.TOWN) : Optional.empty();
    };
  }
}
