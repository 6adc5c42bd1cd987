package org.sitrep.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.EventTypes;
import tools.jackson.databind.JsonNode;

/** Which event types may stand for those of the gold. */
record Kinship(EventTypes types) {

  /** Whether a claim found has the type of the gold, or one that a careful coder could defend. */
  boolean same(JsonNode gold, JsonNode found) {
    return accepted(gold).contains(type(found));
  }

  /** Whether it has at least a type of the same family. */
  boolean related(JsonNode gold, JsonNode found) {
    String family = family(type(found));
    return accepted(gold).stream().anyMatch(t -> Objects.equals(family(t), family));
  }

  static String type(JsonNode claim) {
    return claim.path("event_type").asString("");
  }

  private static List<String> accepted(JsonNode gold) {
    List<String> accepted = new ArrayList<>(List.of(type(gold)));
    gold.path("event_type_alt").forEach(alternative -> accepted.add(alternative.asString()));
    return accepted;
  }

  private @Nullable String family(String type) {
    return types.has(type) ? types.get(type).family() : null;
  }
}
