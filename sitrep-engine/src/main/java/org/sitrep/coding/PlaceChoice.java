package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.entity.Place.Feature;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.Mention.PlaceRelation.Kind;
import org.sitrep.mention.ResolvedArticle;

/** Which of the places of one phrase or sentence is meant: the most specific, not those that it lies in or near. */
final class PlaceChoice {

  private static final double BESIDE_KM = 80;
  private static final double RIM_KM = 20;
  private static final double FAR_KM = 60;
  private static final double EARTH_KM = 6371;

  private final ResolvedArticle article;

  PlaceChoice(ResolvedArticle article) {
    this.article = article;
  }

  /** The mentions left when those are dropped that only say where another one lies; in the order given. */
  List<OfPlace> specific(List<OfPlace> mentions) {
    List<OfPlace> kept = new ArrayList<>();
    for (OfPlace mention : mentions) {
      if (mentions.stream().noneMatch(other -> other != mention && frames(mention, other))) {
        kept.add(mention);
      }
    }
    return kept;
  }

  /** Whether one place only says where the other lies. */
  private boolean frames(OfPlace frame, OfPlace other) {
    int level = level(frame);
    int inner = level(other);
    if (inner < level) {
      return isWithin(other, frame, RIM_KM);
    }
    return inner == level && level == 1 && apart(frame) > apart(other) && isWithin(other, frame, BESIDE_KM);
  }

  /** 2 for what lies off the place named, 1 for what is near it, 0 for the place itself. */
  private static int apart(OfPlace mention) {
    return mention.relation().map(r -> r.kind() == Kind.OFFSET ? 2 : r.kind() == Kind.AROUND ? 1 : 0).orElse(0);
  }

  /** Whether the one is more specific and may lie in the other: "a child from X in Y province". */
  boolean isIn(OfPlace inner, OfPlace outer) {
    return frames(outer, inner);
  }

  /** Whether a place lies in the country in which most of the article's other places lie: nobody "from" elsewhere is hit there. */
  boolean isAtHome(OfPlace mention) {
    Location own = article.places().get(mention);
    Map<String, Long> countries = article.places().values().stream()
        .filter(l -> !l.name().equals(own == null ? "" : own.name()))
        .flatMap(l -> l.place().stream())
        .collect(Collectors.groupingBy(Place::country, Collectors.counting()));
    Optional<String> home = countries.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    return own == null || own.place().isEmpty() || home.isEmpty() || home.get().equals(own.place().get().country());
  }

  boolean isCountry(OfPlace mention) {
    return level(mention) == 4;
  }

  /** 4 for a country, down to 1 for a settlement or site. */
  private int level(OfPlace mention) {
    Optional<Feature> feature = mention.feature().filter(f -> f != Feature.AREA);
    Location location = article.places().get(mention);
    if (feature.isEmpty() && location != null) {
      feature = location.place().map(p -> p.feature());
    }
    int level = feature.map(PlaceChoice::level).orElse(1);
    boolean around = mention.relation().flatMap(r -> r.kind() == Kind.AROUND ? r.km() : Optional.empty()).filter(km -> km > RIM_KM).isPresent();
    return around && level == 1 ? 2 : level;
  }

  private static int level(Feature feature) {
    return switch (feature) {
      case COUNTRY -> 4;
      case REGION, SEA, DESERT -> 3;
      case DISTRICT, RIVER, MOUNTAIN -> 2;
      default -> 1;
    };
  }

  private boolean isWithin(OfPlace inner, OfPlace outer, double rim) {
    Location a = article.places().get(inner);
    Location b = article.places().get(outer);
    if (a == null || b == null || !a.isLocated() || !b.isLocated()) {
      return true;
    }
    return km(a, b) <= b.km() * 1.3 + rim;
  }

  /** Whether two places lie so far from each other that one happening is hardly at both. */
  static boolean isFar(Location a, Location b) {
    return a.isLocated() && b.isLocated() && km(a, b) > FAR_KM + a.km() + b.km();
  }

  /** The great-circle distance of two located places, in kilometres. */
  private static double km(Location a, Location b) {
    double lat = Math.sin(Math.toRadians(b.lat() - a.lat()) / 2);
    double lon = Math.sin(Math.toRadians(b.lon() - a.lon()) / 2);
    double h = lat * lat + Math.cos(Math.toRadians(a.lat())) * Math.cos(Math.toRadians(b.lat())) * lon * lon;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
  }

  @Nullable Location at(OfPlace mention) {
    return article.places().get(mention);
  }
}
