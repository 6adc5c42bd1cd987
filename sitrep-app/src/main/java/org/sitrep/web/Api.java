package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The REST interface under {@code /api}; its filters are named like the options of the command line. */
final class Api {

  private final Store store;

  Api(Store store) {
    this.store = store;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/summary", (request, response) -> Answers.json(request, response, summary()));
    routes.get("/api/events", filtered(this::events));
    routes.get("/api/claims", filtered(this::claims));
    routes.get("/api/events.geojson", filtered(f -> Exchange.geoJson(store.listEvents(f))));
    routes.get("/api/documents", (request, response) -> Answers.json(request, response, documents()));
    routes.get("/api/issues", (request, response) -> Answers.json(request, response, issues()));
  }

  private ObjectNode summary() {
    ObjectNode out = Exchange.object();
    out.put("documents", store.listDocuments().size());
    out.put("claims", store.listClaims(Filter.ALL).size());
    out.put("events_current", store.eventsAreCurrent());
    out.put("issues", store.listIssues().size());
    return out;
  }

  private ObjectNode events(Filter filter) {
    ObjectNode out = Exchange.object();
    ArrayNode events = out.putArray("events");
    for (Event event : store.listEvents(filter)) {
      ObjectNode one = Exchange.event(event).put("family", event.type().family());
      names(one, "root_names", event.roots(), Claim.rootNames(event.claims()));
      events.add(one);
    }
    return out;
  }

  private ObjectNode claims(Filter filter) {
    ObjectNode out = Exchange.object();
    ArrayNode claims = out.putArray("claims");
    Map<String, String> events = store.listEventOfClaim();
    store.listClaims(filter).forEach(c -> claims.add(Exchange.claim(c, events.get(c.id()))));
    return out;
  }

  private ObjectNode documents() {
    ObjectNode out = Exchange.object();
    ArrayNode documents = out.putArray("documents");
    store.listDocuments().forEach(head -> documents.add(DocumentView.head(head)));
    return out;
  }

  /** Names, beside their ids. */
  static void names(
      ObjectNode out, String field, List<String> ids, Map<String, String> names) {
    ArrayNode array = out.putArray(field);
    ids.forEach(id -> array.add(names.getOrDefault(id, id)));
  }

  private ObjectNode issues() {
    ObjectNode out = Exchange.object();
    ArrayNode issues = out.putArray("issues");
    store.listIssues().forEach(i -> issues.add(Exchange.issue(i)));
    return out;
  }

  private interface Answer {
    JsonNode to(Filter filter);
  }

  private static io.helidon.webserver.http.Handler filtered(Answer answer) {
    return (request, response) -> Answers.json(request, response, answer.to(Filters.of(request)));
  }

  static Optional<LocalDate> day(ServerRequest request, String name) {
    return values(request, name).stream().findFirst().map(LocalDate::parse);
  }

  /** A number of an address, no more than {@code most}. */
  static int number(ServerRequest request, String name, int otherwise, int most) {
    Optional<String> given = values(request, name).stream().findFirst();
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.get().matches("\\d{1,9}")) {
      throw new IllegalArgumentException(name + " is a number from 0 on, not \"" + given.get() + '"');
    }
    return Math.min(most, Integer.parseInt(given.get()));
  }

  static List<String> values(ServerRequest request, String name) {
    return request.query().all(name, List::of).stream().filter(v -> !v.isBlank()).toList();
  }
}
