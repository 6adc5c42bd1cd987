package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Changes;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/feed.atom} and {@code /api/feed.json}: events that are new or have more claims since the latest reads, and ids that
 * were renamed, merged, split or withdrawn. That a claim of an event was lost while its id stayed is not told. Thread-safe.
 */
final class FeedApi {

  private static final int MOST = 100;

  private final Store store;
  private final Learnt<List<Item>> items;

  /**
   * One entry.
   *
   * @param kind new, changed, renamed, merged, split, new_version, withdrawn
   * @param event the id that it is about
   */
  private record Item(String kind, String event, String title, Instant when) {

    String id() {
      return "urn:sitrep:" + event + ':' + kind + ':' + when;
    }
  }

  FeedApi(Store store, Version version) {
    this.store = store;
    this.items = new Learnt<>(version, this::collect);
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/feed.json", this::json);
    routes.get("/api/feed.atom", this::atom);
  }

  private List<Item> collect() {
    List<Item> found = new ArrayList<>();
    for (Changes.Change change : new Changes(store).latest(MOST)) {
      store.findEvent(change.event()).ifPresent(e -> found.add(new Item(change.isNew() ? "new" : "changed", e.id(), title(e), change.when())));
    }
    List<Redirect> redirects = new ArrayList<>(store.listRedirects());
    redirects.sort(Comparator.comparing(Redirect::when).reversed());
    redirects.stream().limit(MOST).forEach(r -> found.add(new Item(Exchange.name(r.reason()), r.from(), title(r), r.when())));
    found.sort(Comparator.comparing(Item::when).reversed().thenComparing(Item::id));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static String title(Event event) {
    return event.type().label() + event.place().map(p -> ", " + p.name()).orElse("") + event.time().map(t -> ", " + t.start()).orElse("");
  }

  private static String title(Redirect redirect) {
    return redirect.from() + " is now " + (redirect.to().isEmpty() ? "nothing" : String.join(", ", redirect.to()));
  }

  /** Where the page shows it. */
  private static String link(ServerRequest request, Item item) {
    return "http://" + request.authority() + "/#/event/" + item.event();
  }

  private void json(ServerRequest request, ServerResponse response) {
    ObjectNode out = Exchange.object().put("version", "https://jsonfeed.org/version/1.1").put("title", "sitrep: changes of events");
    out.put("home_page_url", "http://" + request.authority() + "/").put("feed_url", "http://" + request.authority() + "/api/feed.json");
    ArrayNode all = out.putArray("items");
    for (Item item : items.get()) {
      ObjectNode one = all.addObject().put("id", item.id()).put("url", link(request, item)).put("title", item.kind() + ": " + item.title());
      one.put("content_text", item.title()).put("date_published", item.when().toString());
      one.putArray("tags").add(item.kind());
    }
    Answers.json(request, response, out);
  }

  private void atom(ServerRequest request, ServerResponse response) {
    List<Item> all = items.get();
    String base = escape("http://" + request.authority());
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    out.append("<id>").append(base).append("/api/feed.atom</id><title>sitrep: changes of events</title>\n");
    out.append("<link rel=\"self\" href=\"").append(base).append("/api/feed.atom\"/><author><name>sitrep</name></author>\n");
    out.append("<updated>").append(all.isEmpty() ? Instant.EPOCH : all.getFirst().when()).append("</updated>\n");
    for (Item item : all) {
      out.append("<entry><id>").append(escape(item.id())).append("</id><title>").append(escape(item.kind() + ": " + item.title())).append("</title>");
      out.append("<category term=\"").append(item.kind()).append("\"/><link href=\"").append(escape(link(request, item))).append("\"/>");
      out.append("<updated>").append(item.when()).append("</updated></entry>\n");
    }
    response.header("Content-Type", "application/atom+xml; charset=utf-8");
    response.header("Cache-Control", "no-store");
    response.send(out.append("</feed>\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As XML takes it; characters that XML has no way to write are left out. */
  private static String escape(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
        .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
