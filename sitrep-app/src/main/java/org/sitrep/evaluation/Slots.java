package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The slots of a claim in the codebook's JSON that are filled, gold or found. */
final class Slots {

  static final String PUBLISHER = "@publisher";
  static final List<String> NAMED = List.of("actor", "target", "source");
  private static final List<String> COUNTS = List.of("killed", "wounded", "captured", "displaced");

  private Slots() {}

  /** By name, in the order in which they are judged. */
  static Map<String, SlotValue> of(JsonNode claim) {
    Map<String, SlotValue> slots = new LinkedHashMap<>();
    slots.put("event_type", new SlotValue.Word(claim.path("event_type").asString("")));
    JsonNode certainty = filled(claim, "certainty");
    slots.put("certainty", new SlotValue.Word(certainty == null ? "certain" : certainty.asString()));
    for (String slot : NAMED) {
      JsonNode value = claim.get(slot);
      if (!names(value).isEmpty() && value != null) {
        slots.put(slot, new SlotValue.Names(value));
      }
    }
    slots.putIfAbsent("source", new SlotValue.Names(JsonNodeFactory.instance.arrayNode().add(PUBLISHER)));
    JsonNode place = filled(claim, "place");
    if (place != null) {
      slots.put("place", new SlotValue.Where(withMembers(place, claim.get("places"))));
    }
    List<SlotValue.Days> days = days(claim);
    if (!days.isEmpty()) {
      slots.put("time", new SlotValue.When(days));
    }
    for (String slot : COUNTS) {
      JsonNode value = claim.get(slot);
      if (value != null && !value.isNull() && !(value.isArray() && value.isEmpty())) {
        slots.put(slot, new SlotValue.Range(bounds(value)));
      }
    }
    return slots;
  }

  /** Certain, and the publisher's own word: right by doing nothing. */
  static boolean isDefault(String slot, SlotValue value) {
    return switch (value) {
      case SlotValue.Word w -> slot.equals("certainty") && w.word().equals("certain");
      case SlotValue.Names n -> slot.equals("source") && names(n.value()).contains(PUBLISHER);
      default -> false;
    };
  }

  private static JsonNode withMembers(JsonNode place, @Nullable JsonNode places) {
    ArrayNode members = JsonNodeFactory.instance.arrayNode();
    if (places != null && places.isArray() && place.isObject()) {
      for (JsonNode member : places) {
        if (member instanceof ObjectNode object) {
          JsonNode km = filled(member, "km");
          JsonNode wide = place.get("km");
          ObjectNode copy = object.deepCopy();
          copy.set("km", km != null ? km : wide == null ? NullNode.instance : wide);
          members.add(copy);
        }
      }
    }
    return members.isEmpty() ? place : ((ObjectNode) place.deepCopy()).set("members", members);
  }

  private static List<SlotValue.Days> days(JsonNode claim) {
    JsonNode time = filled(claim, "time");
    time = time == null ? filled(claim, "when") : time;
    if (time == null) {
      return List.of();
    }
    SlotValue.Days stated = time.isObject() ? days(time, filled(time, "start"), filled(time, "end")) : new SlotValue.Days(time, time);
    if (stated.start() == null) {
      return List.of();
    }
    List<SlotValue.Days> readings = new ArrayList<>(List.of(stated));
    JsonNode others = claim.get("time_alt");
    for (JsonNode other : others == null ? List.<JsonNode>of() : others.isArray() ? others : List.of(others)) {
      JsonNode start = filled(other, "start");
      if (start != null) {
        readings.add(days(other, start, filled(other, "end")));
      }
    }
    return readings;
  }

  private static SlotValue.Days days(JsonNode time, @Nullable JsonNode start, @Nullable JsonNode end) {
    return new SlotValue.Days(start == null ? end : start, end == null ? start : end);
  }

  private static List<JsonNode> bounds(JsonNode value) {
    if (value.isObject()) {
      JsonNode low = value.has("low") ? value.get("low") : value.get("min");
      JsonNode high = value.has("high") ? value.get("high") : value.get("max");
      return List.of(low == null ? NullNode.instance : low, high == null ? NullNode.instance : high);
    }
    List<JsonNode> bounds = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(bounds::add);
    } else {
      bounds.addAll(List.of(value, value));
    }
    return bounds;
  }

  /** A field with something in it: neither null nor empty nor zero. */
  static @Nullable JsonNode filled(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull() || (value.isContainer() && value.isEmpty())) {
      return null;
    }
    boolean nothing = value.isString() ? value.stringValue().isEmpty()
        : value.isNumber() ? value.doubleValue() == 0 : value.isBoolean() && !value.booleanValue();
    return nothing ? null : value;
  }

  /** The names that a slot holds, folded: of one value or of many, of texts or of objects with names in them. */
  static Set<String> names(@Nullable JsonNode value) {
    Set<String> names = new HashSet<>();
    if (value == null || value.isNull()) {
      return names;
    }
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (!one.isObject()) {
        names.add(one.asString().equals(PUBLISHER) ? PUBLISHER : Fold.name(one.asString()));
        continue;
      }
      for (String field : List.of("name", "surface", "id")) {
        JsonNode name = filled(one, field);
        if (name != null) {
          names.add(Fold.name(name.asString()));
        }
      }
      one.path("names").forEach(name -> names.add(Fold.name(name.asString())));
    }
    names.remove("");
    return names;
  }
}
