package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
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
    routes.get(
        "/api/events/{id}",
        (request, response) -> eventOrRedirect(request, response, request.path().pathParameters().get("id")));
    routes.get("/api/documents", (request, response) -> Answers.json(request, response, documents()));
    routes.get(
        "/api/documents/{doc}",
        (request, response) ->
            sendOrMiss(
                request,
                response,
                store
                    .findDocument(request.path().pathParameters().get("doc"))
                    .map(this::document)));
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

  private ObjectNode event(Event event) {
    ObjectNode out = Exchange.event(event);
    ArrayNode claims = out.putArray("claims");
    for (Claim claim : event.claims()) {
      claims.add(Exchange.claim(claim, event.id()).put("notation", Notation.of(claim)));
    }
    out.set("comparison", Comparison.of(event).toJson());
    return out;
  }

  /** An id that is no event's any more leads to the event that it is now; 410 where there is no single one. */
  private void eventOrRedirect(ServerRequest request, ServerResponse response, String id) {
    Optional<Redirect> redirect = store.findRedirect(id);
    if (redirect.isEmpty()) {
      sendOrMiss(request, response, store.findEvent(id).map(this::event));
      return;
    }
    ObjectNode moved = Exchange.redirect(redirect.get());
    if (redirect.get().to().size() == 1) {
      ObjectNode now = event(store.findEvent(redirect.get().to().getFirst()).orElseThrow());
      now.set("redirect", moved);
      Answers.json(request, response, now);
      return;
    }
    response.status(410);
    List<String> to = redirect.get().to();
    String error = to.isEmpty() ? id + " was withdrawn: none of its claims counts any more" : id + " was split into " + String.join(", ", to);
    ObjectNode gone = Exchange.object().put("error", error);
    gone.set("redirect", moved);
    Answers.json(request, response, gone);
  }

  private ObjectNode documents() {
    ObjectNode out = Exchange.object();
    ArrayNode documents = out.putArray("documents");
    store.listDocuments().forEach(head -> documents.add(DocumentView.head(head)));
    return out;
  }

  private ObjectNode document(StoredDocument document) {
    String digest = document.head().digest();
    List<Claim> claims = store.listClaimsOf(digest);
    ObjectNode out = DocumentView.of(document, claims, store.listEventOfClaim());
    ArrayNode versions = out.putArray("versions");
    for (StoredDocument.Version version : store.listVersions(digest)) {
      versions.addObject().put("number", version.number()).put("digest", version.digest()).put("seen", version.seen().toString());
    }
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
    return (request, response) -> {
      Filter filter;
      try {
        filter = Filters.of(request);
      } catch (IllegalArgumentException e) {
        Answers.error(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
        return;
      }
      Answers.json(request, response, answer.to(filter));
    };
  }

  static Optional<LocalDate> day(ServerRequest request, String name) {
    return values(request, name).stream().findFirst().map(LocalDate::parse);
  }

  static List<String> values(ServerRequest request, String name) {
    return request.query().all(name, List::of).stream().filter(v -> !v.isBlank()).toList();
  }

  private static void sendOrMiss(ServerRequest request, ServerResponse response, Optional<ObjectNode> found) {
    if (found.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "there is none");
      return;
    }
    Answers.json(request, response, found.get());
  }
}
