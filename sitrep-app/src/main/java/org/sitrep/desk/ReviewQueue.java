package org.sitrep.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.Exchange;

/**
 * What a person should look at first. Events whose sources contradict each other come first, by how many sources speak
 * and how many people are said to be lost; then those that nobody states as certain, or that may be the same as another;
 * then those with a party that no pack knows. What is none of these is not in it. Thread-safe.
 *
 * @param items the most pressing first
 */
public record ReviewQueue(List<Item> items) {

  /** Why an event is in the queue; the first that holds gives its place. */
  public enum Ground {
    CONTESTED,
    UNCERTAIN,
    UNKNOWN_PARTY
  }

  /**
   * An event to be looked at.
   *
   * @param event its id
   * @param ground the first that holds
   * @param why all that holds, in words
   * @param sources how many vouch for it independently
   * @param losses the most people that any claim speaks of; open ends count by their lower bound
   * @param claims their ids
   */
  public record Item(String event, Ground ground, List<String> why, int sources, long losses, List<String> claims) {
    public Item {
      why = List.copyOf(why);
      claims = List.copyOf(claims);
    }
  }

  private static final Comparator<Item> BY_IMPACT =
      Comparator.comparing(Item::ground)
          .thenComparingInt(i -> -i.sources())
          .thenComparingLong(i -> -i.losses())
          .thenComparing(Item::event);

  public ReviewQueue {
    items = List.copyOf(items);
  }

  /** The queue of some events. */
  public static ReviewQueue of(List<Event> events) {
    return new ReviewQueue(events.stream().flatMap(e -> item(e).stream()).sorted(BY_IMPACT).toList());
  }

  /** What is left when a person has ruled on the event, or on every one of its claims. */
  public ReviewQueue withoutRuled(List<Ruling> rulings) {
    Set<String> events = Ruling.standing(rulings, Ruling.Subject.EVENT).keySet();
    Set<String> claims = Ruling.standing(rulings, Ruling.Subject.CLAIM).keySet();
    return new ReviewQueue(items.stream().filter(i -> !events.contains(i.event()) && !claims.containsAll(i.claims())).toList());
  }

  /** Why an event should be looked at; empty where nothing calls for it. */
  public static Optional<Item> item(Event event) {
    List<Ground> grounds = new ArrayList<>();
    List<String> why = new ArrayList<>();
    if (!event.contradictions().isEmpty()) {
      grounds.add(Ground.CONTESTED);
      fields(event).forEach(f -> why.add("contested: " + f));
    }
    if (isUncertain(event)) {
      grounds.add(Ground.UNCERTAIN);
      why.add("at most " + Exchange.certainty(event));
    }
    if (!event.why().possible().isEmpty()) {
      grounds.add(Ground.UNCERTAIN);
      why.add("may be the same as another event");
    }
    List<String> unknown = unknown(event);
    if (!unknown.isEmpty()) {
      grounds.add(Ground.UNKNOWN_PARTY);
      unknown.forEach(n -> why.add("no pack knows \"" + n + '"'));
    }
    return grounds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Item(event.id(), grounds.getFirst(), why, event.roots().size(), losses(event), ids(event)));
  }

  private static List<String> ids(Event event) {
    return event.claims().stream().map(Claim::id).toList();
  }

  private static Stream<String> fields(Event event) {
    return event.contradictions().stream().map((Contradiction c) -> Exchange.field(c)).distinct();
  }

  private static boolean isUncertain(Event event) {
    return event.claims().stream()
        .map(Claim::certainty)
        .allMatch(c -> c == Certainty.PROBABLE || c == Certainty.POSSIBLE);
  }

  private static List<String> unknown(Event event) {
    return Stream.concat(event.actors().stream(), event.targets().stream())
        .filter(p -> p.actor().isEmpty())
        .map(Participant::name)
        .distinct()
        .toList();
  }

  private static long losses(Event event) {
    return event.casualties().stream().mapToLong((Casualties c) -> c.high().orElse(c.low())).max().orElse(0);
  }
}
