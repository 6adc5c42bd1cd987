package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.entity.EventType;

/** The kinds of happenings that claims can be of. Immutable and thread-safe. */
public final class EventTypes {

  /**
   * A finer kind below a type.
   *
   * @param id short name ("grenade")
   * @param type the type it refines, with the codes that the finer kind has
   * @param test what is looked at: frame, group-frame, actor, target, actor-people, target-people, beaten, word, sentence
   * @param value what is looked for there
   */
  public record SubType(String id, EventType type, String test, String value) {}

  private static final Set<String> TESTS =
      Set.of("frame", "group-frame", "actor", "target", "actor-people", "target-people", "beaten", "word", "sentence");

  private final Map<String, EventType> byId = new LinkedHashMap<>();
  private final Map<String, List<SubType>> below = new LinkedHashMap<>();

  static EventTypes load(Path pack) {
    EventTypes types = new EventTypes();
    for (Csv.Row row : Csv.read(pack.resolve("ontology/event-types.csv"))) {
      EventType type =
          new EventType(
              row.require("id"),
              row.require("label"),
              row.require("family"),
              row.get("acled_event"),
              row.get("acled_sub_event"),
              row.get("plover"),
              row.get("cameo"));
      if (types.byId.put(type.id(), type) != null) {
        throw row.error("event type \"" + type.id() + "\" stands there twice; remove one row");
      }
    }
    for (Csv.Row row : Csv.read(pack.resolve("ontology/sub-types.csv"))) {
      types.add(row);
    }
    return types;
  }

  private void add(Csv.Row row) {
    EventType type = byId.get(row.require("type"));
    if (type == null) {
      throw row.error("\"" + row.get("type") + "\" is no id of event-types.csv");
    }
    if (!TESTS.contains(row.require("test"))) {
      throw row.error("no test \"" + row.get("test") + "\"; write one of " + TESTS);
    }
    EventType finer =
        new EventType(
            type.id(), type.label(), type.family(), row.require("acled_event"), row.require("acled_sub_event"),
            type.plover(), type.cameo());
    below.computeIfAbsent(type.id(), k -> new ArrayList<>())
        .add(new SubType(row.require("id"), finer, row.get("test"), row.require("value")));
  }

  private EventTypes() {}

  /**
   * The type with an id.
   *
   * @throws IllegalArgumentException where there is none
   */
  public EventType get(String id) {
    EventType type = byId.get(id);
    if (type == null) {
      throw new IllegalArgumentException("no event type \"" + id + "\"");
    }
    return type;
  }

  /** Whether there is a type with that id. */
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /** All types, in the order of the file. */
  public Collection<EventType> list() {
    return byId.values();
  }

  /** The finer kinds below a type; the first whose test holds decides. */
  public List<SubType> below(String id) {
    return below.getOrDefault(id, List.of());
  }
}
