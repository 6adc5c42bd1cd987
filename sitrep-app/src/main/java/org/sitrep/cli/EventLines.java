package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.claim.Participant;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.mention.Location;

/** Events for a terminal. */
final class EventLines {

  private EventLines() {}

  /** One row of a list. */
  static List<String> row(Event event) {
    return List.of(
        event.id(),
        event.time().map(Object::toString).orElse("no date"),
        event.type().label(),
        Tables.cut(event.place().map(Location::name).orElse("no place"), 24),
        Tables.cut(parties(event), 48),
        losses(event),
        event.claims().size() + (event.claims().size() == 1 ? " claim" : " claims"),
        Tables.cut(roots(event, event.roots()), 40),
        contested(event));
  }

  /** What happened, and where the sources contradict each other. */
  static List<String> summary(Event event) {
    List<String> lines = new ArrayList<>();
    lines.add(
        event.type().label()
            + event.place().map(p -> " @ " + p.surface()).orElse("")
            + event.time().map(t -> ", " + t).orElse("")
            + ": " + parties(event)
            + (losses(event).isEmpty() ? "" : ", " + losses(event))
            + "  (" + event.id() + ")");
    for (Contradiction contradiction : event.contradictions()) {
      lines.add(
          "  ≠ " + Exchange.field(contradiction) + ": "
              + contradiction.versions().stream()
                  .map(v -> v.value() + " (" + roots(event, v.roots()) + ")")
                  .collect(Collectors.joining(" | ")));
    }
    return lines;
  }

  /** Everything about one event. */
  static List<String> page(Event event) {
    List<String> lines = summary(event);
    for (Claim claim : event.claims()) {
      lines.add("");
      lines.add(Notation.of(claim));
      lines.add("    " + claim.doc() + claim.publisher().map(p -> " (" + p + ")").orElse(""));
      lines.add("    \"" + Tables.oneLine(claim.evidence().quote()) + '"');
    }
    if (event.claims().size() > 1 || !event.why().possible().isEmpty()) {
      lines.add("");
      lines.addAll(Waterfall.brief(event));
    }
    return lines;
  }

  private static String roots(Event event, List<String> roots) {
    Map<String, String> names = Claim.rootNames(event.claims());
    return roots.stream().map(r -> names.getOrDefault(r, r)).collect(Collectors.joining(", "));
  }

  private static String parties(Event event) {
    String actors = names(event.actors());
    String targets = names(event.targets());
    return (actors.isEmpty() ? "?" : actors) + (targets.isEmpty() ? "" : " → " + targets);
  }

  private static String names(List<Participant> parties) {
    return parties.stream().map(Participant::name).distinct().collect(Collectors.joining(", "));
  }

  private static String losses(Event event) {
    return event.casualties().stream()
        .map((Casualties c) -> Exchange.name(c.fate()) + " " + Exchange.range(c))
        .collect(Collectors.joining(", "));
  }

  private static String contested(Event event) {
    return event.contradictions().stream()
        .map(c -> "≠" + Exchange.field(c))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
