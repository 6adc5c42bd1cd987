package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import org.sitrep.claim.Certainty;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Scan;
import org.sitrep.store.StoreException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * {@code /api/list}: the words of one page of the events that pass the filters, sorted; with {@code at} only those of one place, with
 * {@code bbox} only those within a stretch of the map. With {@code event}, an id, or {@code row} it says where that one stands, too.
 * Thread-safe.
 */
final class ListApi {

  private static final int STANDARD = 60;
  private static final int MOST = 200;
  private static final int CHUNK = 10_000;
  private static final int CORNERS = 4;

  private static final Logger LOG = System.getLogger(ListApi.class.getName());

  private final IndexDesk desk;
  private final Scan scan;
  private volatile Words words = new Words(-1, new byte[0][], new CompletableFuture<>());
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<String, int[]> orders = new ConcurrentHashMap<>();

  /**
   * The words of the rows of one version, as JSON; a row that is not read yet is null. Rows are only ever filled in.
   *
   * @param read done when all have been read, or will not be
   */
  private record Words(long version, byte[][] rows, CompletableFuture<Void> read) {}

  ListApi(IndexDesk desk, Scan scan) {
    this.desk = desk;
    this.scan = scan;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/list", this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Filter filter = Filters.of(request, "offset", "limit", "sort", "at", "bbox", "event", "row");
    Pages pages = Pages.of(request, STANDARD, MOST);
    String sort = Api.values(request, "sort").stream().findFirst().orElse("-day");
    IndexDesk.Shelf shelf = desk.now();
    words(shelf.index);
    int[] order = order(shelf.index, sort);
    IntPredicate here = at(request, shelf.index).and(box(request, shelf.index));
    BitSet rows = shelf.rows(filter);
    int wanted = Api.values(request, "event").stream().findFirst().map(shelf.index::row).orElse(-1);
    if (wanted < 0 && !Api.values(request, "row").isEmpty()) {
      wanted = Api.number(request, "row", 0, Math.max(0, shelf.index.size - 1));
    }
    List<Integer> page = new ArrayList<>();
    int count = 0;
    int position = -1;
    for (int row : order) {
      if (rows.get(row) && here.test(row)) {
        position = row == wanted ? count : position;
        if (count >= pages.offset() && page.size() < pages.limit()) {
          page.add(row);
        }
        count++;
      }
    }
    ObjectNode out = Exchange.object().put("version", shelf.index.version).put("count", count).put("offset", pages.offset());
    if (wanted >= 0 && wanted < shelf.index.size) {
      out.put("row", wanted).put("event_id", shelf.index.id[wanted]).put("position", position);
    }
    words(out.putArray("events"), shelf.index, page);
    Answers.json(request, response, out);
  }

  /** Makes the index and reads all words in the background, so that whoever opens the page finds them ready. */
  void prepare() {
    Thread.ofPlatform().daemon().name("sitrep-index").start(quietly(() -> words(desk.now().index)));
  }

  /** The database takes its time for single rows: all words are read in the background, once per version. */
  private synchronized Words words(EventIndex index) {
    if (words.version != index.version) {
      orders.clear();
      Words made = new Words(index.version, new byte[index.size][], new CompletableFuture<>());
      words = made;
      Thread.ofPlatform().daemon().name("sitrep-words").start(quietly(() -> fill(made, index)));
    }
    return words;
  }

  private void fill(Words into, EventIndex index) {
    try {
      for (int from = 0; from < index.size && words == into; from += CHUNK) {
        int last = Math.min(index.size, from + CHUNK) - 1;
        take(into, index, scan.heads(index.seq[from], index.seq[last] + 1));
      }
    } finally {
      into.read.complete(null);
    }
  }

  /** A store that is closed meanwhile ends it; what is asked for later is read then. */
  private static Runnable quietly(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (StoreException e) {
        LOG.log(Level.DEBUG, "the index is not read ahead", e);
      }
    };
  }

  private int[] order(EventIndex index, String sort) {
    Comparator<Integer> by =
        switch (sort) {
          case "day" -> Comparator.comparingLong((Integer r) -> day(index, r, Long.MAX_VALUE));
          case "-day" -> Comparator.comparingLong((Integer r) -> day(index, r, Long.MIN_VALUE)).reversed();
          case "claims" -> Comparator.comparingInt((Integer r) -> index.start[r] - index.start[r + 1]);
          case "contested" ->
              Comparator.comparing((Integer r) -> !index.contested.get(r)).thenComparingInt(r -> -index.roots[r]);
          default -> throw new IllegalArgumentException("there is no order \"" + sort + "\"; there are day, -day, claims, contested");
        };
    return orders.computeIfAbsent(
        sort + index.version,
        s -> {
          Integer[] rows = new Integer[index.size];
          Arrays.setAll(rows, i -> i);
          Arrays.sort(rows, by);
          return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
        });
  }

  /** Events without a day stand last either way. */
  private static long day(EventIndex index, int row, long otherwise) {
    return index.first[row] == Integer.MIN_VALUE ? otherwise : index.first[row];
  }

  /** "35.37,36.6", or "none" for what is on no map. */
  private static IntPredicate at(ServerRequest request, EventIndex index) {
    List<String> at = Api.values(request, "at");
    if (at.isEmpty()) {
      return row -> true;
    }
    if (at.getFirst().equals("none")) {
      return row -> !index.placed.get(row);
    }
    double[] point = numbers("at", at.getFirst(), 2);
    boolean[] there = new boolean[index.spots.size()];
    for (int i = 0; i < there.length; i++) {
      Scan.Spot spot = index.spots.get(i);
      there[i] = spot.isLocated() && Exchange.degrees(spot.lat()) == point[0] && Exchange.degrees(spot.lon()) == point[1];
    }
    return row -> index.place[row] >= 0 && there[index.place[row]];
  }

  /** West, south, east, north. */
  private static IntPredicate box(ServerRequest request, EventIndex index) {
    List<String> box = Api.values(request, "bbox");
    if (box.isEmpty()) {
      return row -> true;
    }
    double[] edge = numbers("bbox", box.getFirst(), CORNERS);
    boolean[] there = new boolean[index.spots.size()];
    for (int i = 0; i < there.length; i++) {
      Scan.Spot spot = index.spots.get(i);
      boolean between = edge[0] <= edge[2] ? spot.lon() >= edge[0] && spot.lon() <= edge[2] : spot.lon() >= edge[0] || spot.lon() <= edge[2];
      there[i] = spot.isLocated() && between && spot.lat() >= edge[1] && spot.lat() <= edge[3];
    }
    return row -> index.place[row] >= 0 && there[index.place[row]];
  }

  static double[] numbers(String name, String text, int count) {
    String[] parts = text.split(",");
    try {
      double[] numbers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      if (numbers.length == count && Arrays.stream(numbers).allMatch(Double::isFinite)) {
        return numbers;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is " + count + " numbers with commas between, not \"" + text + "\"", e);
    }
    throw new IllegalArgumentException(name + " is " + count + " numbers with commas between, not \"" + text + "\"");
  }

  private void words(ArrayNode out, EventIndex index, List<Integer> rows) {
    Words known = words(index);
    if (rows.stream().anyMatch(row -> known.rows[row] == null)) {
      read(known, index, rows);
    }
    for (int row : rows) {
      byte[] words = known.rows[row];
      if (words != null) {
        out.addRawValue(new RawValue(new String(words, StandardCharsets.UTF_8)));
      }
    }
  }

  /** Whoever asks alone, while not all words are read, is answered by a query; of several the others wait for all words. */
  private void read(Words into, EventIndex index, List<Integer> rows) {
    if (!reading.tryLock()) {
      into.read.join();
      reading.lock();
    }
    try {
      List<Long> missing = rows.stream().filter(row -> into.rows[row] == null).map(row -> index.seq[row]).toList();
      take(into, index, scan.heads(missing));
    } finally {
      reading.unlock();
    }
  }

  private static void take(Words into, EventIndex index, List<Event> heads) {
    for (Event head : heads) {
      int row = index.row(head.id());
      if (row >= 0) {
        into.rows[row] = words(head, index, row).toString().getBytes(StandardCharsets.UTF_8);
      }
    }
  }

  /** An event as {@code /api/events} gives it, but for its claims and what rests on them: those are read where one event is looked at. */
  private static ObjectNode words(Event head, EventIndex index, int row) {
    ObjectNode one = Exchange.event(head).put("family", head.type().family());
    Api.names(one, "root_names", head.roots(), index.rootNames(row));
    one.put("certainty", Exchange.name(Certainty.values()[index.certainty[row]]));
    one.put("claim_count", index.start[row + 1] - index.start[row]);
    for (String field : List.of("why", "losses", "claims", "docs", "acled_event_type", "acled_sub_event_type", "plover")) {
      one.remove(field);
    }
    ArrayNode fields = one.putArray("contradictions");
    head.contradictions().stream().map(Exchange::field).distinct().forEach(fields::add);
    return one.put("row", row);
  }
}
