package org.sitrep.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether a value found is as good as the one in the gold. */
final class Agreement {

  /** Of a list found only so many values count. */
  private static final int FEW = 3;

  private static final double SHARED = 0.6;
  private static final double EARTH_KM = 12742;
  private static final double DEFAULT_KM = 15;

  /** Words that turn one party into another: "Free Syrian Army" is not "Syrian Army". */
  private static final Set<String> TURNS =
      Set.of("free", "national", "backed", "supported", "aligned", "led", "anti", "counter", "pro", "former", "rival",
          "interim", "not", "non");

  private Agreement() {}

  static boolean of(SlotValue gold, SlotValue found) {
    return switch (gold) {
      case SlotValue.Names g -> found instanceof SlotValue.Names f && sameName(g.value(), few(f.value()));
      case SlotValue.Where g -> found instanceof SlotValue.Where f && samePlace(g.place(), f.place());
      case SlotValue.When g -> found instanceof SlotValue.When f
          && g.readings().stream().anyMatch(r -> r.sameDays(f.readings().getFirst()));
      case SlotValue.Range g -> found instanceof SlotValue.Range f && g.sameAs(f);
      case SlotValue.Word g -> g.equals(found);
    };
  }

  static JsonNode few(JsonNode value) {
    if (!value.isArray() || value.size() <= FEW) {
      return value;
    }
    ArrayNode few = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < FEW; i++) {
      few.add(value.get(i));
    }
    return few;
  }

  /** A name in common, or most words of one, none of which turns it into another. */
  static boolean sameName(@Nullable JsonNode gold, @Nullable JsonNode found) {
    Set<String> g = Slots.names(gold);
    Set<String> f = Slots.names(found);
    for (String a : g) {
      for (String b : f) {
        if (a.equals(b) || alike(words(a), words(b))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> words(String name) {
    return new HashSet<>(List.of(name.split(" ")));
  }

  private static boolean alike(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    long both = a.stream().filter(b::contains).count();
    boolean turned = all.stream().anyMatch(w -> a.contains(w) != b.contains(w) && TURNS.contains(w));
    return (double) both / all.size() >= SHARED && !turned;
  }

  /** Within the tolerance where both are located, else by name. */
  private static boolean samePlace(JsonNode gold, JsonNode found) {
    for (JsonNode member : gold.path("members")) {
      if (samePlace(member, found)) {
        return true;
      }
    }
    if (isLocated(gold) && isLocated(found)) {
      JsonNode km = Slots.filled(gold, "km");
      return km(gold, found) <= (km == null ? DEFAULT_KM : km.doubleValue());
    }
    JsonNode names = few(found.isObject() ? placeNames(found) : found);
    return sameName(gold.get("names"), names) || sameSkeleton(gold.get("names"), names);
  }

  private static boolean isLocated(JsonNode place) {
    return place.path("lat").isNumber() && place.path("lon").isNumber();
  }

  private static JsonNode placeNames(JsonNode place) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    for (String field : List.of("name", "surface")) {
      JsonNode name = Slots.filled(place, field);
      if (name != null) {
        names.add(name);
      }
    }
    place.path("names").forEach(names::add);
    return names;
  }

  private static boolean sameSkeleton(@Nullable JsonNode gold, JsonNode found) {
    Set<String> bones = new HashSet<>();
    Slots.names(gold).forEach(n -> bones.add(Fold.skeleton(n)));
    return Slots.names(found).stream().map(Fold::skeleton).anyMatch(b -> b.codePointCount(0, b.length()) >= 3 && bones.contains(b));
  }

  private static double km(JsonNode a, JsonNode b) {
    double lat = Math.toRadians(a.get("lat").doubleValue());
    double other = Math.toRadians(b.get("lat").doubleValue());
    double north = Math.sin(Math.toRadians(b.get("lat").doubleValue() - a.get("lat").doubleValue()) / 2);
    double east = Math.sin(Math.toRadians(b.get("lon").doubleValue() - a.get("lon").doubleValue()) / 2);
    return EARTH_KM * Math.asin(Math.sqrt(north * north + Math.cos(lat) * Math.cos(other) * east * east));
  }
}
