package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Sourcing;
import org.sitrep.desk.Toolbox;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.SourceExchange;
import org.sitrep.reliability.Reliability;
import org.sitrep.source.SourceRecord;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/sources}: how often each source was borne out, as {@code sitrep sources} says. Thread-safe. */
final class SourcesApi {

  private static final int MOST = 500;

  private final Store store;
  private final Toolbox toolbox;
  private final Version version;
  private final Learnt<Lesson> lesson;

  /**
   * What the whole store teaches.
   *
   * @param edited by the key of a root, how many of the documents that carry its words have later versions
   * @param documents by the key of a root, how many documents carry its words
   */
  private record Lesson(Reliability reliability, Map<String, Integer> documents, Map<String, Integer> edited) {}

  SourcesApi(Store store, Toolbox toolbox, Version version) {
    this.store = store;
    this.toolbox = toolbox;
    this.version = version;
    this.lesson = new Learnt<>(version, this::learn);
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/sources", this::list);
    routes.get("/api/sources/{id}", this::one);
  }

  private Lesson learn() {
    Reliability reliability = Sourcing.learn(toolbox.knowledge(), store);
    Set<String> several = new HashSet<>(store.listSeveral());
    Map<String, Set<String>> documents = new HashMap<>();
    Map<String, Set<String>> edited = new HashMap<>();
    for (Claim claim : store.listClaims(Filter.ALL)) {
      String root = claim.root();
      documents.computeIfAbsent(root, k -> new HashSet<>()).add(claim.digest());
      if (several.contains(claim.digest())) {
        edited.computeIfAbsent(root, k -> new HashSet<>()).add(claim.digest());
      }
    }
    return new Lesson(reliability, counts(documents), counts(edited));
  }

  private static Map<String, Integer> counts(Map<String, Set<String>> sets) {
    Map<String, Integer> counts = new HashMap<>();
    sets.forEach((key, set) -> counts.put(key, set.size()));
    return counts;
  }

  private void list(ServerRequest request, ServerResponse response) {
    Optional<Lesson> learnt = lesson.now();
    if (learnt.isEmpty()) {
      working(request, response);
      return;
    }
    int offset = Api.number(request, "offset", 0, Integer.MAX_VALUE);
    int limit = Api.number(request, "limit", MOST, MOST);
    List<SourceRecord> all = learnt.get().reliability().sources();
    ObjectNode out = Exchange.object().put("version", version.number()).put("count", all.size()).put("offset", offset);
    ArrayNode sources = out.putArray("sources");
    all.stream().skip(offset).limit(limit).forEach(s -> sources.add(source(learnt.get(), s, false)));
    Answers.json(request, response, out);
  }

  private ObjectNode source(Lesson lesson, SourceRecord source, boolean settled) {
    String key = source.root().key();
    ObjectNode out = SourceExchange.source(source, settled);
    source.root().leaning().flatMap(id -> toolbox.knowledge().actors().find(id)).ifPresent(a -> out.put("leaning_name", a.name()));
    return out
        .put("copies", source.claims() - source.testimonies())
        .put("documents", lesson.documents().getOrDefault(key, 0))
        .put("documents_edited", lesson.edited().getOrDefault(key, 0));
  }

  private void one(ServerRequest request, ServerResponse response) {
    Optional<Lesson> learnt = lesson.now();
    if (learnt.isEmpty()) {
      working(request, response);
      return;
    }
    String id = request.path().pathParameters().get("id");
    Optional<SourceRecord> found = learnt.get().reliability().find(id);
    if (found.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no claim rests on a source with the id \"" + id + '"');
      return;
    }
    Answers.json(request, response, source(learnt.get(), found.get(), true));
  }

  /** It takes the whole store: ask again. */
  private static void working(ServerRequest request, ServerResponse response) {
    response.status(Status.ACCEPTED_202).header("Retry-After", "1");
    Answers.json(request, response, Exchange.object().put("working", true).put("said", "what the sources' records teach is being worked out"));
  }
}
