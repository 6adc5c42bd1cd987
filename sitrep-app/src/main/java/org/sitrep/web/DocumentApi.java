package org.sitrep.web;

import io.helidon.common.uri.UriEncoding;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.desk.Comparing;
import org.sitrep.desk.RevisionJson;
import org.sitrep.desk.Toolbox;
import org.sitrep.exchange.Exchange;
import org.sitrep.revision.Revisions;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import org.sitrep.store.StoredDocument.Version;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/documents/DOC}: a document in one of its versions; {@code /api/revisions/DOC}: what changed between
 * versions, by the options of {@code sitrep diff}. Thread-safe.
 */
final class DocumentApi {

  private final Store store;
  private final Toolbox toolbox;

  DocumentApi(Store store, Toolbox toolbox) {
    this.store = store;
    this.toolbox = toolbox;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/documents/{+doc}", this::document);
    routes.get("/api/revisions/{+doc}", this::changes);
  }

  /** The id behind the second name of a path, as it was sent: it may hold slashes, or be an address. */
  static String doc(ServerRequest request) {
    String[] parts = request.path().rawPath().split("/", 4);
    return parts.length < 4 ? "" : UriEncoding.decodeUri(parts[3]);
  }

  private void document(ServerRequest request, ServerResponse response) {
    String doc = doc(request);
    Optional<StoredDocument> latest = store.findDocument(doc);
    if (latest.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no document \"" + doc + '"');
      return;
    }
    List<Version> versions = store.listVersions(latest.get().head().digest());
    Optional<Integer> wanted = number(request, response, "version", versions.size());
    if (wanted == null) {
      return;
    }
    StoredDocument document =
        wanted.map(n -> store.findDocument(versions.get(n - 1).digest()).orElseThrow()).orElseGet(latest::get);
    String digest = document.head().digest();
    ObjectNode out = DocumentView.of(document, store.listClaimsOf(digest), store.listEventOfClaim(digest));
    ArrayNode all = out.putArray("versions");
    for (Version version : versions) {
      all.addObject().put("number", version.number()).put("digest", version.digest()).put("seen", version.seen().toString())
          .put("shown", version.digest().equals(digest));
    }
    Answers.json(request, response, out);
  }

  private void changes(ServerRequest request, ServerResponse response) {
    String doc = doc(request);
    List<Version> versions = store.listVersions(doc);
    if (versions.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no document \"" + doc + '"');
      return;
    }
    Optional<Integer> to = number(request, response, "to", versions.size());
    Optional<Integer> from = to == null ? null : number(request, response, "from", versions.size());
    if (to == null || from == null) {
      return;
    }
    int later = to.orElse(versions.size());
    int earlier = from.orElse(Math.max(1, later - 1));
    ObjectNode out = Exchange.object().put("doc", doc).put("from", earlier).put("to", later).put("versions", versions.size());
    ArrayNode records = out.putArray("records");
    if (earlier > later || (earlier == later && from.isPresent())) {
      Answers.error(response, Status.BAD_REQUEST_400, "from " + earlier + " has to be before to " + later);
      return;
    }
    if (earlier < later) {
      boolean all = Api.values(request, "all").contains("true");
      Comparing comparing = new Comparing(store, new Revisions(toolbox.knowledge()));
      RevisionJson.of(comparing.step(doc, versions.get(earlier - 1), versions.get(later - 1)), all).forEach(records::add);
    }
    Answers.json(request, response, out);
  }

  /** The number of a version; nothing, and the request is refused, where there is no such version. */
  private static @Nullable Optional<Integer> number(ServerRequest request, ServerResponse response, String name, int versions) {
    Optional<String> stated = Api.values(request, name).stream().findFirst();
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    if (stated.get().matches("\\d{1,6}")) {
      int number = Integer.parseInt(stated.get());
      if (number >= 1 && number <= versions) {
        return Optional.of(number);
      }
    }
    Answers.error(
        response, Status.BAD_REQUEST_400, "no version \"" + stated.get() + "\"; there " + (versions == 1 ? "is 1" : "are 1 to " + versions));
    return null;
  }
}
