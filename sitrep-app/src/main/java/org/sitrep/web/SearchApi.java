package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.desk.Toolbox;
import org.sitrep.entity.Place;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.mention.Mention.Candidate;
import org.sitrep.store.Store;
import org.sitrep.web.FullText.Found;
import org.sitrep.web.FullText.Hit;
import org.sitrep.web.FullText.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/search}: places by any of their names, events, claims and documents by their words. Thread-safe. */
final class SearchApi {

  private static final int MOST_PLACES = 10;
  private static final int MOST_EVENTS = 20;
  private static final int MOST = 50;
  private static final int EVENTS_COUNTED = 1000;
  private static final int LONGEST = 400;

  private final Store store;
  private final Toolbox toolbox;
  private final Learnt<Snapshot> index;

  SearchApi(Store store, Toolbox toolbox, Version version) {
    this.store = store;
    this.toolbox = toolbox;
    FullText text = new FullText();
    this.index = new Learnt<>(version, () -> text.refresh(store));
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/search", this::search);
  }

  private void search(ServerRequest request, ServerResponse response) {
    String query = Api.values(request, "q").stream().findFirst().orElse("").strip();
    if (query.isEmpty() || query.length() > LONGEST) {
      throw new IllegalArgumentException(query.isEmpty() ? "search for what? give q" : "a search has at most " + LONGEST + " characters");
    }
    Optional<Snapshot> learnt = index.now();
    if (learnt.isEmpty()) {
      response.status(Status.ACCEPTED_202).header("Retry-After", "1");
      Answers.json(request, response, Exchange.object().put("working", true).put("said", "documents and claims are being indexed"));
      return;
    }
    int offset = Api.number(request, "offset", 0, EVENTS_COUNTED);
    int limit = Math.max(1, Api.number(request, "limit", MOST_EVENTS, MOST));
    Answers.json(request, response, answer(learnt.get(), query, offset, limit));
  }

  private ObjectNode answer(Snapshot in, String query, int offset, int limit) {
    ObjectNode out = Exchange.object().put("q", query);
    Set<String> events = new LinkedHashSet<>();
    places(out.putArray("places"), in, query, events);
    Found claims = in.claims(query, offset, limit);
    claims.hits().forEach(h -> in.event(h.id()).ifPresent(events::add));
    ArrayNode told = out.putArray("events");
    events.stream().limit(MOST_EVENTS).forEach(id -> store.findEvent(id).ifPresent(e -> told.add(event(e))));
    found(out, "claims", claims, in);
    found(out, "documents", in.documents(query, offset, limit), in);
    return out;
  }

  /** Places of that name, in any script, of which something is told; those of most events first. */
  private void places(ArrayNode out, Snapshot in, String query, Set<String> events) {
    Map<String, Place> named = new LinkedHashMap<>();
    for (Candidate candidate : toolbox.knowledge().places().listCandidates(query.replace("\"", ""))) {
      named.putIfAbsent(candidate.place().id(), candidate.place());
    }
    Map<Place, Set<String>> told = new LinkedHashMap<>();
    for (Place place : named.values()) {
      Set<String> there = in.eventsAt(place.id(), EVENTS_COUNTED);
      if (!there.isEmpty()) {
        told.put(place, there);
      }
    }
    List<Map.Entry<Place, Set<String>>> most = new ArrayList<>(told.entrySet());
    most.sort(Comparator.comparing(e -> -e.getValue().size()));
    for (Map.Entry<Place, Set<String>> one : most.subList(0, Math.min(MOST_PLACES, most.size()))) {
      Place place = one.getKey();
      out.addObject().put("place_id", place.id()).put("name", place.name()).put("feature", Exchange.name(place.feature()))
          .put("region", place.region()).put("country", place.country()).put("events", one.getValue().size());
      events.addAll(one.getValue());
    }
  }

  private static ObjectNode event(Event event) {
    ObjectNode out = Exchange.object().put("event_id", event.id()).put("label", event.type().label());
    event.place().ifPresent(p -> out.put("place", p.name()));
    event.time().ifPresent(t -> out.put("start", t.start().toString()).put("end", t.end().toString()));
    return out.put("claims", event.claims().size()).put("contested", !event.contradictions().isEmpty());
  }

  private static void found(ObjectNode out, String name, Found found, Snapshot in) {
    ObjectNode group = out.putObject(name).put("count", found.count());
    ArrayNode hits = group.putArray("hits");
    for (Hit hit : found.hits()) {
      ObjectNode one = hits.addObject().put(name.equals("claims") ? "claim_id" : "doc", hit.id());
      if (name.equals("claims")) {
        one.put("doc", hit.doc());
        in.event(hit.id()).ifPresent(e -> one.put("event_id", e));
      }
      hit.headline().ifPresent(h -> one.put("headline", h));
      ArrayNode pieces = one.putArray("pieces");
      hit.pieces().forEach(p -> pieces.addObject().put("text", p.text()).put("sought", p.sought()));
    }
  }
}
