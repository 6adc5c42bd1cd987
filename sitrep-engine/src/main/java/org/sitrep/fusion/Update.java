package org.sitrep.fusion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.event.Event;

/**
 * What claims that come or go change.
 *
 * @param events the events that are new or otherwise than before, in canonical order
 * @param replacedEvents ids of the events that were there and are to be taken away, before {@code events} are put
 *     in: those that are no more, and those that are otherwise
 * @param components of each claim whose component changed, the component's new name; claims that went have none
 */
public record Update(
    List<Event> events, Set<String> replacedEvents, Map<String, String> components) {

  public Update {
    events = List.copyOf(events);
    replacedEvents = Set.copyOf(replacedEvents);
    components = Map.copyOf(components);
  }
}
