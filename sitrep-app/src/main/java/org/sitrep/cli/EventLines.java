package org.sitrep.cli;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.claim.Participant;
import org.sitrep.event.CasualtyFigure;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.mention.Location;

/** Events for a terminal. */
final class EventLines {

  private EventLines() {}

  /** One row of a list. */
  static List<String> row(Event event) {
    return row(event, CasualtyPolicy.RANGE);
  }

  /** One row of a list, with losses summed up by a policy. */
  static List<String> row(Event event, CasualtyPolicy policy) {
    return List.of(
        event.id(),
        event.time().map(Object::toString).orElse("no date"),
        event.type().label(),
        Tables.cut(event.place().map(Location::name).orElse("no place"), 24),
        Tables.cut(parties(event), 48),
        losses(event, policy),
        event.claims().size() + (event.claims().size() == 1 ? " claim" : " claims"),
        Tables.cut(roots(event, event.roots()), 40),
        contested(event));
  }

  /** One row of a list of episodes. */
  static List<String> row(Episode episode, Map<String, Event> events, UnaryOperator<String> name) {
    List<Event> these = episode.events().stream().filter(events::containsKey).map(events::get).toList();
    List<String> sides = episode.sides().stream().map(name).toList();
    return List.of(
        episode.id(),
        episode.start().equals(episode.end()) ? episode.start().toString() : episode.start() + "/" + episode.end(),
        Tables.cut(episode.place().name(), 24),
        Tables.cut(String.join(", ", sides), 48),
        Tables.count(episode.events().size(), "event"),
        Tables.cut(these.stream().map(e -> e.type().label()).distinct().collect(Collectors.joining(", ")), 60));
  }

  /** What happened, and where the sources contradict each other. */
  static List<String> summary(Event event) {
    return summary(event, CasualtyPolicy.RANGE);
  }

  static List<String> summary(Event event, CasualtyPolicy policy) {
    String losses = losses(event, policy);
    List<String> lines = new ArrayList<>();
    lines.add(
        event.type().label()
            + event.place().map(p -> " @ " + p.surface()).orElse("")
            + event.time().map(t -> ", " + t).orElse("")
            + ": " + parties(event)
            + (losses.isEmpty() ? "" : ", " + losses)
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
  static List<String> page(Event event, CasualtyPolicy policy) {
    List<String> lines = summary(event, policy);
    lines.addAll(stated(event));
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

  /** "e1 is e2 now, since 2018-11-09: an earlier claim came". */
  static String redirect(Redirect redirect) {
    String since = ", since " + redirect.when().truncatedTo(ChronoUnit.SECONDS) + ": ";
    String now = redirect.from() + " is " + String.join(", ", redirect.to()) + " now" + since;
    return switch (redirect.reason()) {
      case RENAMED -> now + "its earliest claim is another one";
      case MERGED -> now + "it is part of that event";
      case SPLIT -> now + "its claims are in " + redirect.to().size() + " events";
      case NEW_VERSION -> now + "a later version of its document says the same";
      case EDITED -> now + "a later version of its document says it otherwise";
      case WITHDRAWN ->
          redirect.from() + " was withdrawn on " + redirect.when().truncatedTo(ChronoUnit.SECONDS)
              + ": none of its claims counts any more";
    };
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

  private static String losses(Event event, CasualtyPolicy policy) {
    return policy.of(event).stream().map(EventLines::figure).collect(Collectors.joining(", "));
  }

  /** "killed 2-5", "killed 4 (2-5)", "civilians killed 2-5". */
  private static String figure(CasualtyFigure figure) {
    String whom = figure.group().equals(CasualtyFigure.ALL) ? "" : figure.group() + " ";
    String range = Exchange.range(new Casualties(figure.fate(), figure.low(), figure.high(), ""));
    String number =
        figure.best().isEmpty()
            ? range
            : figure.best().getAsInt() + (range.equals("" + figure.best().getAsInt()) ? "" : " (" + range + ")");
    return whom + Exchange.name(figure.fate()) + " " + number;
  }

  /** All that is stated of losses, where there is more than one statement of a fate. */
  private static List<String> stated(Event event) {
    Map<Casualties.Fate, List<Loss>> byFate =
        event.losses().stream().collect(Collectors.groupingBy(Loss::fate, TreeMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    byFate.forEach(
        (fate, losses) -> {
          if (losses.size() > 1) {
            lines.add("  " + Exchange.name(fate) + ", as stated: " + losses.stream().map(l -> loss(event, l)).distinct().collect(Collectors.joining(" | ")));
          }
        });
    return lines;
  }

  private static String loss(Event event, Loss loss) {
    String whom = loss.group().isEmpty() ? "" : " " + loss.group();
    String side =
        loss.side().flatMap(s -> name(event, s)).filter(n -> !loss.group().contains(n)).map(n -> " of " + n).orElse("");
    return Exchange.range(loss.casualties()) + whom + side + " (" + roots(event, List.of(loss.root())) + ")";
  }

  private static Optional<String> name(Event event, String key) {
    return Stream.concat(event.actors().stream(), event.targets().stream())
        .filter(p -> p.key().equals(key))
        .map(Participant::name)
        .findFirst();
  }

  private static String contested(Event event) {
    return event.contradictions().stream()
        .map(c -> "≠" + Exchange.field(c))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
