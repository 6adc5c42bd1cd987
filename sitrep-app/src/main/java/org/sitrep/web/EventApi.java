package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Figures;
import org.sitrep.desk.Toolbox;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Ruling;
import org.sitrep.event.Why;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.reliability.Reliability;
import org.sitrep.source.Judgement;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/events/ID}: one event, as {@code sitrep event} shows it, with its claims side by side, what each policy makes
 * of its losses, and its history. Its grades come apart, at {@code /api/events/ID/grade}: they need the record of all
 * sources, which is learnt once. Thread-safe.
 */
final class EventApi {

  private final Store store;
  private final Learnt<Reliability> learnt;
  private final RulingLog log;

  EventApi(Store store, Toolbox toolbox, Learnt<Reliability> learnt) {
    this.store = store;
    this.learnt = learnt;
    this.log = new RulingLog(store, toolbox);
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/events/{id}", this::eventOrRedirect);
    routes.get("/api/events/{id}/grade", this::grade);
  }

  private static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  /** An id that is no event's any more leads to the event that it is now; 410 where there is no single one. */
  private void eventOrRedirect(ServerRequest request, ServerResponse response) {
    String id = id(request);
    Optional<Redirect> redirect = store.findRedirect(id);
    if (redirect.isEmpty()) {
      Optional<Event> event = store.findEvent(id);
      if (event.isEmpty()) {
        Answers.error(response, Status.NOT_FOUND_404, "no event has the id " + id);
      } else {
        Answers.json(request, response, event(event.get()));
      }
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
    String error =
        to.isEmpty() ? id + " was withdrawn: none of its claims counts any more" : id + " was split into " + String.join(", ", to);
    ObjectNode gone = Exchange.object().put("error", error);
    gone.set("redirect", moved);
    Answers.json(request, response, gone);
  }

  private ObjectNode event(Event event) {
    ObjectNode out = Exchange.event(event);
    new Cited(store).write(out.putArray("claims"), event);
    ObjectNode names = out.putObject("root_names");
    Claim.rootNames(event.claims()).forEach(names::put);
    out.set("comparison", Comparison.of(event).toJson());
    ArrayNode policies = out.putArray("policies");
    for (CasualtyPolicy policy : CasualtyPolicy.values()) {
      policies.add(Figures.of(event, policy));
    }
    history(out.putObject("history"), event);
    possible(out.path("why").path("possible"), event.why().possible().stream().map(Why.Possible::event).toList());
    return out;
  }

  /** Says of each event that this one is possibly the same as what it is called by. */
  private void possible(JsonNode out, List<String> ids) {
    Map<String, Event> events = store.listEvents(ids, List.of()).stream().collect(Collectors.toMap(Event::id, e -> e));
    for (JsonNode one : out) {
      Event event = events.get(one.path("event_id").asString());
      if (event != null) {
        ((ObjectNode) one).set("event", named(event));
      }
    }
  }

  /** What an event is called by: what, who, where and when. */
  private static ObjectNode named(Event event) {
    return Exchange.event(event).retain("event_id", "label", "actor", "target", "place", "time");
  }

  /** The ids that lead here, and everything that people ruled on the event, its claims and those who vouch for it. */
  private void history(ObjectNode out, Event event) {
    ArrayNode redirects = out.putArray("redirects");
    store.listRedirectsTo(event.id()).forEach(r -> redirects.add(Exchange.redirect(r)));
    Set<String> claims = new HashSet<>();
    event.claims().forEach(c -> claims.add(c.id()));
    List<RulingLog.Entry> rulings = RulingLog.entries(store.listRulings(), e -> concerns(e.ruling(), event, claims));
    log.write(out.putArray("rulings"), rulings.reversed());
  }

  private static boolean concerns(Ruling ruling, Event event, Set<String> claims) {
    return switch (ruling.subject()) {
      case EVENT -> ruling.id().equals(event.id());
      case SOURCE -> event.roots().contains(ruling.id());
      case PLACE -> false;
      default -> claims.stream().anyMatch(ruling.id()::contains);
    };
  }

  private void grade(ServerRequest request, ServerResponse response) {
    Optional<Event> event = store.findEvent(id(request));
    if (event.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no event has the id " + id(request));
      return;
    }
    Optional<Reliability> reliability = learnt.now();
    if (reliability.isEmpty()) {
      response.status(Status.ACCEPTED_202);
      Answers.json(request, response, Exchange.object().put("state", "being worked out"));
      return;
    }
    ObjectNode out = Exchange.object().put("state", "known").put("event_id", event.get().id());
    Judgement judgement = reliability.get().judge(event.get());
    SourceExchange.judgement(out, judgement);
    ObjectNode grade = (ObjectNode) out.path("grade");
    judgement.ruling().ifPresent(r -> grade.set("ruling", log.json(r)));
    ArrayNode others = grade.putArray("rulings");
    judgement.others().forEach(r -> others.add(log.json(r)));
    Answers.json(request, response, out);
  }
}
