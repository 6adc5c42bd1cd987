package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.desk.Toolbox;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.mention.Location;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People's rulings as the page tells of them: which of them stand and what took the place of the others, and what they are about in
 * words rather than ids. Thread-safe.
 */
record RulingLog(Store store, Toolbox toolbox) {

  /**
   * A ruling in the log.
   *
   * @param number its place in the log, from 1
   * @param overruledBy the number of the ruling that took its place
   */
  record Entry(Ruling ruling, int number, Optional<Integer> overruledBy) {

    boolean stands() {
      return overruledBy.isEmpty() && !ruling.isWithdrawal();
    }
  }

  /** Those that are wanted, the latest first. */
  static List<Entry> entries(List<Ruling> rulings, Predicate<Entry> wanted) {
    Map<List<Object>, Integer> later = new HashMap<>();
    List<Entry> log = new ArrayList<>();
    for (int i = rulings.size() - 1; i >= 0; i--) {
      Ruling ruling = rulings.get(i);
      Entry entry = new Entry(ruling, i + 1, Optional.ofNullable(later.put(List.of(ruling.subject(), ruling.id()), i + 1)));
      if (wanted.test(entry)) {
        log.add(entry);
      }
    }
    return List.copyOf(log);
  }

  /** Adds entries to an array, each with {@code stands}, {@code overruled_by} and {@code about}. */
  void write(ArrayNode out, List<Entry> entries) {
    Words words = words(entries.stream().map(Entry::ruling).toList());
    for (Entry entry : entries) {
      ObjectNode one = SourceExchange.ruling(entry.ruling()).put("number", entry.number()).put("stands", entry.stands());
      entry.overruledBy().ifPresent(by -> one.put("overruled_by", by));
      words.about(one.putArray("about"), entry.ruling());
      out.add(one);
    }
  }

  /** One ruling with what it is about. */
  ObjectNode json(Ruling ruling) {
    ObjectNode one = SourceExchange.ruling(ruling);
    words(List.of(ruling)).about(one.putArray("about"), ruling);
    return one;
  }

  private Words words(List<Ruling> rulings) {
    Set<String> ids = new HashSet<>();
    Set<String> claims = new HashSet<>();
    Map<String, String> moved = new HashMap<>();
    for (Ruling ruling : rulings) {
      switch (ruling.subject()) {
        case EVENT -> {
          Optional<Redirect> redirect = store.findRedirect(ruling.id());
          redirect.filter(r -> r.to().size() == 1).ifPresent(r -> moved.put(ruling.id(), r.to().getFirst()));
          ids.add(moved.getOrDefault(ruling.id(), ruling.id()));
        }
        case CLAIM -> claims.add(ruling.id());
        case PAIR -> claims.addAll(Ruling.claims(ruling.id()));
        case SOURCE, PLACE -> {}
      }
    }
    Words words = new Words(toolbox, moved, new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Event event : ids.isEmpty() && claims.isEmpty() ? List.<Event>of() : store.listEvents(ids, claims)) {
      words.events().put(event.id(), event);
      event.claims().forEach(c -> words.claims().put(c.id(), c));
      event.claims().forEach(c -> words.eventOfClaim().put(c.id(), event.id()));
    }
    return words;
  }

  private record Words(
      Toolbox toolbox, Map<String, String> moved, Map<String, Event> events, Map<String, Claim> claims, Map<String, String> eventOfClaim) {

    /** Each thing that a ruling is about; only its id where nothing more is known. */
    void about(ArrayNode out, Ruling ruling) {
      switch (ruling.subject()) {
        case EVENT -> event(out.addObject(), ruling.id());
        case CLAIM -> claim(out.addObject(), ruling.id());
        case PAIR -> Ruling.claims(ruling.id()).forEach(id -> claim(out.addObject(), id));
        case SOURCE -> named(out.addObject(), ruling.id(), toolbox.knowledge().sources().find(ruling.id()).map(s -> s.name()));
        case PLACE -> named(out.addObject(), ruling.id(), toolbox.knowledge().places().find(ruling.id()).map(p -> p.name()));
      }
    }

    private void event(ObjectNode out, String id) {
      Event event = events.get(moved.getOrDefault(id, id));
      out.put("id", id);
      if (event != null) {
        String place = event.place().map(Location::surface).map(p -> ", " + p).orElse("");
        String day = event.time().map(t -> ", " + t.start()).orElse("");
        out.put("label", event.type().label() + place + day).put("event_id", event.id());
      }
    }

    private void claim(ObjectNode out, String id) {
      Claim claim = claims.get(id);
      out.put("id", id);
      if (claim != null) {
        out.put("label", Notation.of(claim)).put("event_id", eventOfClaim.get(id)).put("doc", claim.doc());
      }
    }

    private static void named(ObjectNode out, String id, Optional<String> name) {
      out.put("id", id);
      name.ifPresent(n -> out.put("label", n));
    }
  }
}
