package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.flow.Issue;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The REST interface under {@code /api}; its filters are named like the options of the command line. */
final class Api {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Store store;
  private final DoorSettings settings;

  Api(Store store, DoorSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/summary", (request, response) -> Answers.json(request, response, summary(Guard.role(request))));
    routes.get("/api/events", filtered(this::events));
    routes.get("/api/claims", filtered(this::claims));
    routes.get("/api/events.geojson", filtered(f -> Exchange.geoJson(store.listEvents(f))));
    routes.get("/api/documents", this::documents);
    routes.get("/api/issues", this::issues);
  }

  private ObjectNode summary(DoorSettings.Role role) {
    ObjectNode out = Exchange.object();
    out.put("documents", store.countDocuments());
    out.put("claims", store.countClaims(Filter.ALL));
    out.put("events_current", store.eventsAreCurrent());
    out.put("issues", store.countIssues());
    Path file = store.file().toAbsolutePath().normalize();
    out.put("store", (mayKnow() ? file : file.getFileName()).toString()).put("tokens", !settings.tokens().isEmpty());
    out.put("role", Exchange.name(role));
    return out;
  }

  /** Where the store lies is told to this machine's user alone. */
  private boolean mayKnow() {
    return settings.isLocal() && settings.tokens().isEmpty();
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

  /** Those whose headline, publisher or id has the text asked for, in the order in which they were read, or the last first. */
  private void documents(ServerRequest request, ServerResponse response) {
    Pages pages = Pages.of(request, PAGE, LARGEST_PAGE);
    String wanted = values(request, "q").stream().findFirst().map(q -> Filter.folded(q).strip()).orElse("");
    List<StoredDocument.Head> heads = store.listDocuments().stream().filter(head -> wanted.isEmpty() || Filter.folded(words(head)).contains(wanted)).toList();
    String sort = values(request, "sort").stream().findFirst().orElse("read");
    if (!List.of("read", "-read").contains(sort)) {
      throw new IllegalArgumentException("documents are sorted by read or -read, not \"" + sort + '"');
    }
    ObjectNode out = Exchange.object().put("total", heads.size()).put("offset", pages.offset());
    ArrayNode documents = out.putArray("documents");
    pages.of(sort.equals("-read") ? heads.reversed() : heads).forEach(head -> documents.add(DocumentView.head(head)));
    Answers.json(request, response, out);
  }

  private static String words(StoredDocument.Head head) {
    return String.join(" ", head.headline().orElse(""), head.publisher().orElse(""), head.doc());
  }

  /** Names, beside their ids. */
  static void names(
      ObjectNode out, String field, List<String> ids, Map<String, String> names) {
    ArrayNode array = out.putArray(field);
    ids.forEach(id -> array.add(names.getOrDefault(id, id)));
  }

  private void issues(ServerRequest request, ServerResponse response) {
    Pages pages = Pages.of(request, PAGE, LARGEST_PAGE);
    List<Issue> all = store.listIssues();
    ObjectNode out = Exchange.object().put("total", all.size()).put("offset", pages.offset());
    ArrayNode issues = out.putArray("issues");
    pages.of(all).forEach(i -> issues.add(Exchange.issue(i)));
    Answers.json(request, response, out);
  }

  private interface Answer {
    JsonNode to(Filter filter);
  }

  private static io.helidon.webserver.http.Handler filtered(Answer answer) {
    return (request, response) -> Answers.json(request, response, answer.to(Filters.of(request)));
  }

  static Optional<LocalDate> day(ServerRequest request, String name) {
    return values(request, name).stream().findFirst().map(Api::day);
  }

  /**
   * A day.
   *
   * @throws IllegalArgumentException in words, where it is none
   */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no day; days are as 2017-09-24", e);
    }
  }

  /** A number of an address, no more than {@code most}. */
  static int number(ServerRequest request, String name, int otherwise, int most) {
    Optional<String> given = values(request, name).stream().findFirst();
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.get().matches("\\d{1,18}")) {
      throw new IllegalArgumentException(name + " is a number from 0 on, not \"" + given.get() + '"');
    }
    return (int) Math.min(most, Long.parseLong(given.get()));
  }

  static List<String> values(ServerRequest request, String name) {
    return request.query().all(name, List::of).stream().filter(v -> !v.isBlank()).toList();
  }
}
