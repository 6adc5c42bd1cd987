package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sitrep.entity.EventType;

/** The kinds of happenings that claims can be of. Immutable and thread-safe. */
public final class EventTypes {

  private final Map<String, EventType> byId = new LinkedHashMap<>();
  private final Map<String, String> takenByOthers = new LinkedHashMap<>();

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
      types.takenByOthers.put(type.id(), row.get("acled_sub_event_nonstate"));
    }
    return types;
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

  /** The ACLED sub-event of a type: it may depend on whether a state did it. */
  public String acledSubEvent(EventType type, boolean byState) {
    String other = takenByOthers.getOrDefault(type.id(), "");
    return byState || other.isEmpty() ? type.acledSubEvent() : other;
  }
}
