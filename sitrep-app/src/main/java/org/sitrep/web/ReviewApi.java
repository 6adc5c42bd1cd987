package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Joining;
import org.sitrep.desk.ReviewQueue;
import org.sitrep.desk.Reviewing;
import org.sitrep.desk.Toolbox;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/queue}: what should be looked at first; {@code /api/rulings}: what people decided, as {@code sitrep review}
 * lists and adds it. Rulings are only ever added; taking one back is a ruling without a value. Thread-safe.
 */
final class ReviewApi {

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 200;
  private static final int LONGEST_TEXT = 4_000;

  private final Store store;
  private final Toolbox toolbox;
  private final Version version;
  private final Learnt<ReviewQueue> queue;
  private final RulingLog log;

  ReviewApi(Store store, Toolbox toolbox, Version version) {
    this.store = store;
    this.toolbox = toolbox;
    this.version = version;
    this.log = new RulingLog(store, toolbox);
    this.queue = new Learnt<>(store::eventsVersion, () -> ReviewQueue.of(store.listEvents(Filter.ALL)));
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/queue", this::queue);
    routes.get("/api/rulings", this::rulings);
    routes.post("/api/rulings", this::rule);
  }

  private void queue(ServerRequest request, ServerResponse response) {
    Pages pages = Pages.of(request, PAGE, LARGEST_PAGE);
    Optional<ReviewQueue> known = queue.now();
    if (known.isEmpty()) {
      response.status(Status.ACCEPTED_202);
      Answers.json(request, response, Exchange.object().put("state", "being worked out"));
      return;
    }
    List<Ruling> rulings = store.listRulings();
    ReviewQueue open = known.get().withoutRuled(rulings);
    List<ReviewQueue.Item> all = Filters.flag(request, "ruled") ? known.get().items() : open.items();
    Optional<String> at = Api.values(request, "at").stream().findFirst().flatMap(id -> now(id, known.get().items(), all));
    Pages shown = at.map(id -> pages.with(place(id, all))).orElse(pages);
    ObjectNode out = Exchange.object().put("state", "known").put("version", store.eventsVersion());
    out.put("total", all.size()).put("ruled", known.get().items().size() - open.items().size()).put("offset", shown.offset());
    at.ifPresent(id -> out.put("at", id));
    ObjectNode grounds = out.putObject("grounds");
    Map<ReviewQueue.Ground, Long> counts =
        all.stream().collect(Collectors.groupingBy(ReviewQueue.Item::ground, Collectors.counting()));
    for (ReviewQueue.Ground ground : ReviewQueue.Ground.values()) {
      grounds.put(Exchange.name(ground), counts.getOrDefault(ground, 0L));
    }
    ArrayNode items = out.putArray("items");
    Cited cited = new Cited(store);
    List<ReviewQueue.Item> here = shown.of(all);
    Map<String, Event> events = new HashMap<>();
    store.listEvents(here.stream().map(ReviewQueue.Item::event).toList(), List.of()).forEach(e -> events.put(e.id(), e));
    for (ReviewQueue.Item item : here) {
      Event event = events.get(item.event());
      if (event != null) {
        items.add(item(item, event, rulings, cited));
      }
    }
    Answers.json(request, response, out);
  }

  /** Where in what is shown an event stands, or what it has become; where it is left out, the next one that is not. */
  private Optional<String> now(String id, List<ReviewQueue.Item> queue, List<ReviewQueue.Item> shown) {
    Set<String> there = shown.stream().map(ReviewQueue.Item::event).collect(Collectors.toSet());
    return store.findRedirect(id).map(Redirect::to).orElse(List.of(id)).stream()
        .map(i -> place(i, queue))
        .filter(place -> place >= 0)
        .flatMap(place -> queue.stream().skip(place).map(ReviewQueue.Item::event).filter(there::contains).limit(1))
        .findFirst();
  }

  private static int place(String event, List<ReviewQueue.Item> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).event().equals(event)) {
        return i;
      }
    }
    return -1;
  }

  private static ObjectNode item(ReviewQueue.Item item, Event event, List<Ruling> rulings, Cited cited) {
    ObjectNode out = Exchange.event(event).put("ground", Exchange.name(item.ground()));
    item.why().forEach(out.putArray("reasons")::add);
    out.put("sources", item.sources()).put("losses_most", item.losses());
    ObjectNode names = out.putObject("root_names");
    Claim.rootNames(event.claims()).forEach(names::put);
    cited.write(out.putArray("claims"), event);
    ObjectNode standing = out.putObject("standing");
    Map<String, Ruling> ruled = Ruling.standing(rulings, Ruling.Subject.CLAIM);
    for (Claim claim : event.claims()) {
      Ruling onClaim = ruled.get(claim.id());
      if (onClaim != null) {
        standing.set(claim.id(), SourceExchange.ruling(onClaim));
      }
    }
    Ruling onEvent = Ruling.standing(rulings, Ruling.Subject.EVENT).get(event.id());
    if (onEvent != null) {
      standing.set(event.id(), SourceExchange.ruling(onEvent));
    }
    return out;
  }

  /** The latest first, each with what took its place. */
  private void rulings(ServerRequest request, ServerResponse response) {
    Pages pages = Pages.of(request, LARGEST_PAGE, LARGEST_PAGE);
    Optional<Ruling.Subject> subject = Api.values(request, "subject").stream().findFirst().map(ReviewApi::subject);
    List<String> ids = Api.values(request, "id");
    List<String> by = Api.values(request, "by");
    boolean standing = Filters.flag(request, "stands");
    List<RulingLog.Entry> found =
        RulingLog.entries(
            store.listRulings(),
            e ->
                subject.map(s -> s == e.ruling().subject()).orElse(true)
                    && (ids.isEmpty() || ids.contains(e.ruling().id()))
                    && (by.isEmpty() || by.contains(e.ruling().by()))
                    && (!standing || e.stands()));
    ObjectNode out = Exchange.object().put("total", found.size()).put("offset", pages.offset());
    log.write(out.putArray("rulings"), pages.of(found));
    Answers.json(request, response, out);
  }

  private void rule(ServerRequest request, ServerResponse response) {
    Ruling ruling = ruling(Answers.body(request));
    boolean current = store.eventsAreCurrent();
    int number = add(ruling);
    if (current) {
      bring();
    }
    long state = version.grow();
    ObjectNode out = Exchange.object().put("number", number).put("version", store.eventsVersion()).put("state", state);
    out.set("ruling", log.json(ruling));
    response.status(Status.CREATED_201);
    Answers.json(request, response, out);
  }

  /** The number that the ruling has in the log, whoever else rules meanwhile. */
  private int add(Ruling ruling) {
    synchronized (store) {
      store.addRuling(ruling);
      return store.countRulings();
    }
  }

  /** A ruling on what is one event changes events. */
  private synchronized void bring() {
    if (!store.eventsAreCurrent()) {
      Joining.bring(toolbox.pipeline(), store);
    }
  }

  private Ruling ruling(JsonNode body) {
    Ruling.Subject subject = subject(text(body, "subject"));
    String id = Reviewing.id(subject, text(body, "id"));
    String reason = text(body, "reason");
    String by = text(body, "by");
    if (id.isEmpty() || reason.isEmpty() || by.isEmpty()) {
      throw new IllegalArgumentException("a ruling needs an id, a reason, and who decided (by)");
    }
    Reviewing.requireReadable(by);
    String from = text(body, "from");
    if (!from.isEmpty() && subject != Ruling.Subject.PLACE) {
      throw new IllegalArgumentException("a first day (from) goes with a place only");
    }
    String value = text(body, "value");
    Reviewing reviewing = new Reviewing(toolbox.knowledge(), store);
    String decided = value.isEmpty() ? reviewing.withdrawn(subject, id) : reviewing.checked(subject, id, value);
    Optional<LocalDate> since = from.isEmpty() ? Optional.empty() : Optional.of(Api.day(from));
    return new Ruling(subject, id, decided, since, reason, by, Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
      throw new IllegalArgumentException(field + " has to be a text");
    }
    String text = value.asString().strip();
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(field + " is longer than " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private static Ruling.Subject subject(String name) {
    return Arrays.stream(Ruling.Subject.values())
        .filter(s -> Exchange.name(s).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "rulings are about "
                        + Arrays.stream(Ruling.Subject.values()).map(Exchange::name).collect(Collectors.joining(", "))
                        + "; not \"" + name + '"'));
  }
}
