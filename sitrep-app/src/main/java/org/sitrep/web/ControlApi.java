package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.assessment.Assessment;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlState;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.ControlExchange;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/control}: who holds what, by the options of {@code sitrep control}. Thread-safe. */
final class ControlApi {

  private final Store store;
  private final Supplier<Assessment> source;
  private @Nullable Assessment assessment;

  ControlApi(Store store, Supplier<Assessment> source) {
    this.store = store;
    this.source = source;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/control", this::answer);
  }

  private synchronized Assessment assessment() {
    Assessment made = assessment;
    if (made == null) {
      made = source.get();
      assessment = made;
    }
    return made;
  }

  private void answer(ServerRequest request, ServerResponse response) {
    List<ControlEntry> entries = store.listControl();
    Question question;
    try {
      question =
          new Question(Api.day(request, "at"), Api.day(request, "known-by"), roots(Api.values(request, "according-to"), entries));
    } catch (DateTimeException | IllegalArgumentException e) {
      Answers.error(response, Status.BAD_REQUEST_400, String.valueOf(e.getMessage()));
      return;
    }
    Answers.json(request, response, control(entries, question, Api.values(request, "place")));
  }

  private Set<String> roots(List<String> names, List<ControlEntry> entries) {
    Set<String> roots = new HashSet<>();
    names.forEach(name -> roots.addAll(assessment().rootsOf(name, entries)));
    if (roots.isEmpty() && !names.isEmpty()) {
      throw new IllegalArgumentException("nobody of that name says anything of control");
    }
    return roots;
  }

  private ObjectNode control(List<ControlEntry> entries, Question question, List<String> places) {
    List<Ruling> rulings = store.listRulings();
    Map<String, String> names = assessment().holderNames(entries, rulings);
    Set<String> keys = keys(entries, places);
    ObjectNode out = Exchange.object();
    ArrayNode states = out.putArray("states");
    for (ControlState state : assessment().states(entries, rulings, question)) {
      if (!places.isEmpty() && !keys.contains(state.placeKey())) {
        continue;
      }
      ObjectNode one = ControlExchange.state(state);
      Api.names(one, "root_names", state.rootNames(), Map.of());
      Api.names(one, "holder_names", state.holders(), names);
      states.add(one);
    }
    ArrayNode lines = out.putArray("entries");
    entries.stream()
        .filter(e -> places.isEmpty() || keys.contains(e.placeKey()))
        .forEach(e -> lines.add(ControlExchange.entry(e)));
    return out;
  }

  private Set<String> keys(List<ControlEntry> entries, List<String> places) {
    Set<String> keys = new HashSet<>();
    places.forEach(name -> keys.addAll(assessment().placesOf(name, entries)));
    return keys;
  }
}
