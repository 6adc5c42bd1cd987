package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Discussing;
import org.sitrep.desk.DiscussionJson;
import org.sitrep.desk.Toolbox;
import org.sitrep.discussion.Masked;
import org.sitrep.discussion.Share;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.StoredDocument;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/discussions}: the documents with readers' threads; {@code /api/discussions/DOC}: one thread as
 * {@code sitrep discussion DOC} counts it, and who answers whom by number. Never evidence; nothing that fewer than five
 * authors stand behind, no names, and no words. Thread-safe.
 */
final class DiscussApi {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Store store;
  private final Toolbox toolbox;
  private @Nullable Discussing made;

  DiscussApi(Store store, Toolbox toolbox) {
    this.store = store;
    this.toolbox = toolbox;
  }

  private Discussing discussing() {
    Discussing here = made;
    if (here == null) {
      here = new Discussing(store, toolbox.knowledge(), said -> {});
      made = here;
    }
    return here;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/discussions", this::list);
    routes.get("/api/discussions/{+doc}", this::one);
  }

  private static ObjectNode marked() {
    return Exchange.object().put("evidence", false).put("note", DiscussionJson.BANNER);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Pages pages = Pages.of(request, PAGE, LARGEST_PAGE);
    List<StoredDocument.Head> heads = store.listDocuments().stream().filter(h -> h.comments() > 0).toList();
    ObjectNode out = marked().put("total", heads.size()).put("offset", pages.offset());
    ArrayNode documents = out.putArray("documents");
    pages.of(heads).forEach(head -> documents.add(DocumentView.head(head)));
    Answers.json(request, response, out);
  }

  private void one(ServerRequest request, ServerResponse response) {
    String doc = DocumentApi.doc(request);
    Optional<ObjectNode> found = store.findDocument(doc).isEmpty() ? Optional.empty() : thread(doc);
    if (found.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "no document \"" + doc + "\" with readers' comments");
    } else {
      Answers.json(request, response, found.get());
    }
  }

  /** One at a time: posts that were never analysed go through the coder. */
  private synchronized Optional<ObjectNode> thread(String doc) {
    List<Discussing.Talk> talks = discussing().talks(List.of(doc), false);
    if (talks.isEmpty()) {
      return Optional.empty();
    }
    Discussing.Talk talk = talks.getFirst();
    List<Claim> claims = discussing().claims(talk, Filter.ALL);
    Masked masked = Masked.of(discussing().discussion(talk, claims), Share.FEWEST);
    String digest = talk.head().digest();
    ObjectNode out = marked();
    out.set("head", DocumentView.head(talk.head()));
    out.set("discussion", DiscussionJson.of(masked, claims, store.listEventOfClaim(digest)));
    tree(out.putArray("posts"), store.findDocument(digest).orElseThrow());
    return Optional.of(out);
  }

  /** Which post answers which, as far as the page shows it: no authors, no words. */
  private static void tree(ArrayNode posts, StoredDocument document) {
    int number = 0;
    for (StoredDocument.StoredComment comment : document.comments()) {
      ObjectNode one = posts.addObject().put("number", ++number).put("depth", comment.depth());
      comment.parent().ifPresent(p -> one.put("answers", p + 1));
      comment.votes().ifPresent(v -> one.put("votes", v));
    }
  }
}
