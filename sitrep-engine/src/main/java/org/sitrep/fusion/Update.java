package org.sitrep.fusion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.event.Event;
import org.sitrep.flow.Issue;

/**
 * What claims that come or go change.
 *
 * @param events the events that are new or otherwise than before, in canonical order
 * @param replacedEvents ids of the events that were there and are to be taken away, before {@code events} are put
 *     in: those that are no more, and those that are otherwise
 * @param components of each claim whose component changed, the component's new name; claims that went have none
 * @param issues blocks of claims so large that comparing them takes long; said where all claims are compared at once
 */
public record Update(
    List<Event> events, Set<String> replacedEvents, Map<String, String> components, List<Issue> issues) {

  public Update {
    events = List.copyOf(events);
    replacedEvents = Set.copyOf(replacedEvents);
    components = Map.copyOf(components);
    issues = List.copyOf(issues);
  }

  Update(List<Event> events, Set<String> replacedEvents, Map<String, String> components) {
    this(events, replacedEvents, components, List.of());
  }
}
