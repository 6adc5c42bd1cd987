package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Changes;
import org.sitrep.store.Store;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/feed.atom} and {@code /api/feed.json}: events that are new or have more claims since they were last read of, and ids
 * that were renamed, merged, split or withdrawn, the latest first, a page at a time, so that none is missed. That a claim of an event
 * was lost while its id stayed is not told. Thread-safe.
 */
final class FeedApi {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Store store;
  private final Learnt<Feed> feed;

  /**
   * One entry.
   *
   * @param kind new, changed, renamed, merged, split, new_version, withdrawn
   * @param event the id that it is about
   * @param to what the id is now; of an event that is there, itself
   */
  private record Item(String kind, String event, List<String> to, Instant when) {

    String id() {
      return "urn:sitrep:" + event + ':' + kind + ':' + when;
    }
  }

  /** All that has changed, and what the events that were asked for are called. */
  private record Feed(List<Item> items, Map<String, String> labels) {}

  /**
   * A part of it.
   *
   * @param items the entries
   * @param self where this part is
   * @param next where the next, older one is
   */
  private record Part(List<Item> items, String self, Optional<String> next) {}

  FeedApi(Store store, Version version) {
    this.store = store;
    this.feed = new Learnt<>(version, () -> new Feed(collect(), new ConcurrentHashMap<>()));
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/feed.json", this::json);
    routes.get("/api/feed.atom", this::atom);
  }

  private List<Item> collect() {
    List<Item> found = new ArrayList<>();
    Set<String> successors = new HashSet<>();
    for (Redirect redirect : store.listRedirects()) {
      boolean edited = redirect.reason() == Redirect.Reason.EDITED;
      found.add(new Item(edited ? "changed" : Exchange.name(redirect.reason()), redirect.from(), redirect.to(), redirect.when()));
      successors.addAll(edited || redirect.reason() == Redirect.Reason.NEW_VERSION ? redirect.to() : List.of());
    }
    for (Changes.Change change : new Changes(store).latest(Integer.MAX_VALUE)) {
      if (!change.isNew() || !successors.contains(change.event())) {
        found.add(new Item(change.isNew() ? "new" : "changed", change.event(), List.of(change.event()), change.when()));
      }
    }
    found.sort(Comparator.comparing(Item::when).reversed().thenComparing(Item::id));
    return found;
  }

  private static Part part(ServerRequest request, Feed feed) {
    Pages pages = Pages.of(request, PAGE, LARGEST_PAGE);
    Optional<Instant> since = Api.values(request, "since").stream().findFirst().map(FeedApi::instant);
    List<Item> wanted = since.isEmpty() ? feed.items() : feed.items().stream().filter(i -> i.when().isAfter(since.get())).toList();
    String base = "http://" + request.authority() + request.path().rawPath();
    List<Item> here = pages.of(wanted);
    int after = pages.offset() + here.size();
    boolean more = !here.isEmpty() && after < wanted.size();
    return new Part(here, address(base, since, pages.offset(), pages), more ? Optional.of(address(base, since, after, pages)) : Optional.empty());
  }

  private static String address(String base, Optional<Instant> since, int offset, Pages pages) {
    List<String> query = new ArrayList<>();
    since.ifPresent(s -> query.add("since=" + s));
    if (offset > 0) {
      query.add("offset=" + offset);
    }
    if (pages.limit() != PAGE) {
      query.add("limit=" + pages.limit());
    }
    return base + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("since is a moment as 2017-09-24T10:00:00Z, not \"" + text + '"', e);
    }
  }

  private String label(Feed known, String event) {
    return known.labels().computeIfAbsent(event, id -> store.findEvent(id).map(FeedApi::label).orElse("an event that is gone"));
  }

  private static String label(Event event) {
    return event.type().label() + event.place().map(p -> ", " + p.name()).orElse("") + event.time().map(t -> ", " + t.start()).orElse("");
  }

  /** What it is about, in words; what became of an id after them. */
  private String title(Feed known, Item item) {
    if (item.to().isEmpty()) {
      return item.event() + ", none of whose claims counts any more";
    }
    String now = item.to().stream().map(id -> label(known, id) + (id.equals(item.event()) ? "" : " (" + id + ')')).collect(Collectors.joining("; "));
    return item.to().contains(item.event()) ? now : now + ", which " + item.event() + " is now";
  }

  /** Where the page shows it. */
  private static String link(ServerRequest request, Item item) {
    return "http://" + request.authority() + "/#/event/" + item.event();
  }

  private void json(ServerRequest request, ServerResponse response) {
    Feed known = feed.get();
    Part part = part(request, known);
    ObjectNode out = Exchange.object().put("version", "https://jsonfeed.org/version/1.1").put("title", "sitrep: changes of events");
    out.put("home_page_url", "http://" + request.authority() + "/").put("feed_url", part.self());
    part.next().ifPresent(next -> out.put("next_url", next));
    ArrayNode all = out.putArray("items");
    for (Item item : part.items()) {
      String title = title(known, item);
      ObjectNode one = all.addObject().put("id", item.id()).put("url", link(request, item)).put("title", item.kind() + ": " + title);
      one.put("content_text", title).put("date_published", item.when().toString());
      one.putArray("tags").add(item.kind());
    }
    Answers.json(request, response, out);
  }

  private void atom(ServerRequest request, ServerResponse response) {
    Feed known = feed.get();
    Part part = part(request, known);
    List<Item> all = part.items();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    out.append("<id>").append(escape("http://" + request.authority())).append("/api/feed.atom</id><title>sitrep: changes of events</title>\n");
    out.append("<link rel=\"self\" href=\"").append(escape(part.self())).append("\"/><author><name>sitrep</name></author>\n");
    part.next().ifPresent(next -> out.append("<link rel=\"next\" href=\"").append(escape(next)).append("\"/>\n"));
    out.append("<updated>").append(all.isEmpty() ? Instant.EPOCH : all.getFirst().when()).append("</updated>\n");
    for (Item item : all) {
      out.append("<entry><id>").append(escape(item.id())).append("</id><title>").append(escape(item.kind() + ": " + title(known, item))).append("</title>");
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
