package org.sitrep.web;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page costs over 100,000 events of a made-up war at 4,000 places: {@code mvn test -Ppage-benchmark -pl sitrep-app -am
 * -Dsurefire.failIfNoSpecifiedTests=false}. Prints its
 * figures as they stand in eval/page/expected.yml. Times depend on the machine and on what else it does; sizes do not, and fail here.
 * With {@code -Dpage.store=FILE} the store is kept and used again.
 */
final class PageBenchmark {

  private static final int EVENTS = 100_000;
  private static final int PLACES = 4_000;
  private static final int DAYS = 1_500;
  private static final int PER_SECOND = 50;
  private static final int SECONDS = 20;

  /** Seconds that are not counted: the index is read ahead, and the virtual machine warms up. */
  private static final int WARM_UP = 15;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @RegisterExtension private static final Browser BROWSER = new Browser();

  private final Map<String, Object> figures = new LinkedHashMap<>();

  @Test
  void page() throws Exception {
    String kept = System.getProperty("page.store", "");
    Path file = kept.isEmpty() ? Files.createTempDirectory("page").resolve("war.duckdb") : Path.of(kept);
    try (Store store = Files.exists(file) ? Store.openExisting(file) : War.store(file, 1, EVENTS, PLACES, DAYS)) {
      index(store);
      try (WebDoor door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0))) {
        server(door);
        browser(door);
      }
    }
    figures.put("load_average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    StringBuilder text = new StringBuilder();
    figures.forEach((name, value) -> text.append("  ").append(name).append(": ").append(value).append('\n'));
    System.out.println(text);
  }

  private void index(Store store) {
    long before = cpu();
    EventIndex index = EventIndex.of(store.scan());
    figures.put("events", index.size);
    figures.put("claims", index.row.length);
    figures.put("index_cpu_seconds", tenths((cpu() - before) / 1e9));
    long start = cpu();
    for (int i = 0; i < 20; i++) {
      Passing passing = Passing.of(index, filter(i));
      for (Facet facet : Facet.values()) {
        passing.counts(facet);
      }
    }
    figures.put("view_cpu_ms", tenths((cpu() - start) / 1e6 / 20));
  }

  private static Filter filter(int i) {
    Optional<LocalDate> from = Optional.of(LocalDate.of(2015, 2, 1).plusDays(i));
    return new Filter(List.of("clash"), List.of(), i % 2 == 0 ? List.of("army") : List.of(), List.of(), from, Optional.empty(), List.of(), List.of());
  }

  /** Different filters, each once, so that nothing comes from what was answered before. */
  private void server(WebDoor door) throws Exception {
    HttpResponse<byte[]> columns =
        HTTP.send(HttpRequest.newBuilder(door.address().resolve("/api/columns")).header("accept-encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
    figures.put("columns_gzip_bytes", columns.body().length);
    assertThat(columns.body().length).isLessThanOrEqualTo(1_200_000);
    List<String> paths = paths(PER_SECOND * (SECONDS + WARM_UP));
    fire(door, paths.subList(0, PER_SECOND * WARM_UP));
    long before = processCpu();
    List<Double> times = fire(door, paths.subList(PER_SECOND * WARM_UP, paths.size()));
    figures.put("server_cpu_ms_per_request", tenths((processCpu() - before) / 1e6 / times.size()));
    figures.put("server_requests", times.size());
    figures.put("server_p50_ms", tenths(at(times, 0.5)));
    figures.put("server_p99_ms", tenths(at(times, 0.99)));
  }

  private static List<Double> fire(WebDoor door, List<String> paths) throws Exception {
    ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < paths.size(); i++) {
        long due = start + i * 1_000_000_000L / PER_SECOND;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        HttpRequest request = HttpRequest.newBuilder(door.address().resolve(paths.get(i))).header("accept-encoding", "gzip").build();
        each.submit(
            () -> {
              HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
              assertThat(answer.statusCode()).isEqualTo(200);
              return times.add((System.nanoTime() - due) / 1e6); // from when it was due: waiting counts
            });
      }
    }
    return new ArrayList<>(times);
  }

  private static List<String> paths(int count) {
    Random random = new Random(2);
    String[] types = {"clash", "shelling", "air_strike", "capture"};
    String[] actors = {"army", "rebels", "league", "caliphate"};
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate from = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(DAYS));
      StringBuilder path = new StringBuilder(i % 2 == 0 ? "/api/view?" : "/api/list?limit=50&offset=" + 50 * random.nextInt(4) + "&");
      path.append("from=").append(from).append("&to=").append(from.plusDays(20 + random.nextInt(600)));
      if (random.nextBoolean()) {
        path.append("&type=").append(types[random.nextInt(types.length)]);
      }
      if (random.nextBoolean()) {
        path.append("&actor=").append(actors[random.nextInt(actors.length)]);
      }
      if (random.nextInt(4) == 0) {
        path.append("&source=outlet%20").append(random.nextInt(40));
      }
      if (random.nextInt(5) == 0) {
        path.append("&place=region%20").append(random.nextInt(14));
      }
      paths.add(path.toString());
    }
    return paths;
  }

  private void browser(WebDoor door) {
    List<Double> views = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Page page = open(door);
      views.add(((Number) page.evaluate("performance.getEntriesByName('sitrep-first-view')[0].startTime")).doubleValue());
      page.close();
    }
    figures.put("first_view_ms_p50", tenths(at(views, 0.5)));
    Page page = open(door);
    page.waitForSelector(".row a");
    List<Double> steps = numbers(page.evaluate(STEPS));
    List<Double> scripts = numbers(page.evaluate("performance.getEntriesByName('sitrep-filter-bin').map(e => e.duration)"));
    figures.put("filter_bin_ms_p50", tenths(at(scripts, 0.5)));
    figures.put("filter_bin_ms_p95", tenths(at(scripts, 0.95)));
    figures.put("slider_step_ms_p50", tenths(at(steps, 0.5)));
    figures.put("slider_step_ms_p95", tenths(at(steps, 0.95)));
    int features = number(page, "Number(document.querySelector('.map').dataset.features)");
    page.evaluate("document.querySelector('.scroller').scrollTop = 2000000");
    page.waitForTimeout(1_500);
    int rows = number(page, "document.querySelectorAll('.rows > li').length");
    figures.put("map_features", features);
    figures.put("list_rows", rows);
    figures.put("js_heap_mb", tenths(heap(page) / 1e6));
    assertThat(features).isLessThanOrEqualTo(2_000);
    assertThat(rows).isLessThanOrEqualTo(60);
  }

  /** A hundred steps of the brush by keyboard, each until the frame after it is drawn; first narrow, then wide. */
  private static final String STEPS =
      """
      (async () => {
        const svg = document.querySelector('svg.timeline');
        const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const press = (key, shiftKey = false) => svg.dispatchEvent(new KeyboardEvent('keydown', {key, shiftKey, bubbles: true, cancelable: true}));
        const out = [];
        for (let i = 0; i < 100; i++) {
          const start = performance.now();
          press(i % 2 ? 'ArrowRight' : 'PageDown', i > 50 && i % 2 === 1);
          await frame();
          out.push(performance.now() - start);
        }
        return out;
      })()
      """;

  private static Page open(WebDoor door) {
    Page page = BROWSER.page();
    page.setDefaultTimeout(120_000);
    page.navigate(door.address().toString());
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("performance.getEntriesByName('sitrep-first-view').length > 0")));
    return page;
  }

  private static double heap(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("HeapProfiler.collectGarbage");
    JsonObject answer = session.send("Runtime.getHeapUsage");
    double total = answer.get("usedSize").getAsDouble();
    return total + (answer.has("backingStorageSize") ? answer.get("backingStorageSize").getAsDouble() : 0);
  }

  private static List<Double> numbers(Object answer) {
    return ((List<?>) answer).stream().map(n -> ((Number) n).doubleValue()).toList();
  }

  private static int number(Page page, String script) {
    return ((Number) page.evaluate(script)).intValue();
  }

  private static double at(List<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Of all threads: the server's, the database's, and the asking. */
  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
