package org.sitrep.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.desk.Workshop;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.revision.Revisions;
import org.sitrep.watching.Settings;
import org.sitrep.watching.Watch;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Watching a site on this machine, into a store. */
class WatchCommandTest {

  private static final String PAGE =
      "<html><head><title>Coalition backs new push</title></head><body><article><h1>Coalition backs new push</h1>"
          + "<p>The Coalition said on Saturday that the Syrian Democratic Forces will attack ISIS in %s.</p></article></body></html>";

  private static final class Loaded {
    static final Knowledge KNOWLEDGE = Workshop.knowledge(Bench.HOME);
    static final Pipeline PIPELINE = Pipeline.of(KNOWLEDGE, English.load());
  }

  @TempDir private Path dir = Path.of("");
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2017-09-09T10:00:00Z");
  private @org.jspecify.annotations.Nullable HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", exchange -> {
      try (exchange) {
        String page = pages.get(exchange.getRequestURI().getPath());
        byte[] body = page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    });
    site.start();
    server = site;
    pages.put(
        "/feed",
        "<rss version=\"2.0\"><channel><title>Task Force</title><item><title>Coalition backs new push</title><link>" + url("/statement")
            + "</link><pubDate>Sat, 09 Sep 2017 08:00:00 GMT</pubDate></item></channel></rss>");
    pages.put("/statement", PAGE.formatted("Deir Ezzor city"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private String url(String path) {
    return server == null ? path : "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Path store() {
    return dir.resolve("w.duckdb");
  }

  private String round(boolean json) throws InterruptedException {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    Settings usual = Settings.of("sitrep/test", Duration.ofMinutes(15));
    Settings settings =
        new Settings(usual.agent(), usual.every(), usual.delay(), usual.perHost(), usual.timeout(), usual.limit(), true);
    Clock clock = new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
    Watching watching =
        new Watching(
            console, Loaded.PIPELINE, new Revisions(Loaded.KNOWLEDGE), store(), settings, json, clock,
            time -> now = time.isAfter(now) ? time : now);
    out.reset();
    try (Watch watch = new Watch(Map.of(url("/feed"), Optional.empty()), settings, clock, t -> now = t.isAfter(now) ? t : now)) {
      watching.round(watch, false);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void A01_aSilentEditIsSeenAndTold() throws InterruptedException {
    assertThat(round(false)).contains("  new  " + url("/statement"), " claim", "Coalition backs new push");
    pages.put("/statement", PAGE.formatted("the Khabur River valley"));
    now = now.plus(Duration.ofHours(1));
    assertThat(round(false)).contains("changed", "UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    Bench.Result diff = Bench.run("diff", url("/statement"), "--store", store().toString());
    assertThat(diff.out()).contains("UNANNOUNCED edit", "place: Deir Ezzor city -> Khabur River valley");
    Bench.Result claims = Bench.run("claims", "--store", store().toString());
    assertThat(claims.out()).contains("Khabur River").doesNotContain("@ Deir Ezzor");
    assertThat(claims.err()).isEmpty();
  }

  @Test
  void A02_backToTheFirstVersion() throws InterruptedException {
    round(false);
    pages.put("/statement", PAGE.formatted("the Khabur River valley"));
    now = now.plus(Duration.ofHours(1));
    round(false);
    pages.put("/statement", PAGE.formatted("Deir Ezzor city"));
    now = now.plus(Duration.ofHours(6));
    assertThat(round(false)).contains("place: Khabur River valley -> Deir Ezzor city");
    assertThat(Bench.run("claims", "--store", store().toString()).out()).contains("@ Deir Ezzor").doesNotContain("Khabur");
  }

  @Test
  void A03_objects() throws InterruptedException {
    List<String> lines = round(true).lines().toList();
    assertThat(lines).singleElement().satisfies(l -> {
      assertThat(JsonMapper.shared().readTree(l).get("record").asString()).isEqualTo("new");
      assertThat(JsonMapper.shared().readTree(l).get("schema_version").asInt()).isEqualTo(1);
    });
    pages.remove("/statement");
    now = now.plus(Duration.ofHours(1));
    assertThat(round(true)).contains("\"record\":\"gone\"");
  }

  @Test
  void A04_anErrorPageSupersedesNothing() throws InterruptedException {
    round(false);
    pages.put("/statement", "<html><body><h1>Just a moment</h1><p>Please show that you are human.</p></body></html>");
    now = now.plus(Duration.ofHours(1));
    assertThat(round(false)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("taken for an error page");
    assertThat(Bench.run("claims", "--store", store().toString()).out()).contains("@ Deir Ezzor");
    pages.put("/statement", PAGE.formatted("the Khabur River valley"));
    now = now.plus(Duration.ofHours(6));
    assertThat(round(false)).contains("place: Deir Ezzor city -> Khabur River valley");
  }

  @Test
  void B01_onceFromTheCommandLine() throws IOException {
    Path list = Files.writeString(dir.resolve("feeds.txt"), "# feeds\n" + url("/feed") + " Task Force\n");
    String[] call = {"watch", list.toString(), "--once", "--delay", "0s", "--allow-private", "--store", store().toString()};
    Bench.Result first = Bench.run(call);
    assertThat(first.exit()).isEqualTo(Exit.OK);
    assertThat(first.out()).contains("new", url("/statement"));
    Bench.Result second = Bench.run(call);
    assertThat(second.exit()).isEqualTo(Exit.OK);
    assertThat(second.out()).isEmpty();
    pages.remove("/feed");
    assertThat(Bench.run(call).exit()).isEqualTo(Exit.REJECTS);
  }

  @Test
  void B02_thisMachineIsRefusedUnlessAllowed() throws IOException {
    Path list = Files.writeString(dir.resolve("feeds.txt"), url("/feed"));
    Bench.Result result = Bench.run("watch", list.toString(), "--once", "--store", store().toString());
    assertThat(result.exit()).isEqualTo(Exit.REJECTS);
    assertThat(result.err()).singleElement().asString().contains("--allow-private");
  }

  @Test
  void B03_usage() throws IOException {
    Path list = Files.writeString(dir.resolve("feeds.txt"), "https://a.example/feed\n");
    Path none = Files.writeString(dir.resolve("none.txt"), "# nothing\n");
    assertThat(Bench.run("watch", "no-such-file.txt").exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(Bench.run("watch", none.toString()).exit()).isEqualTo(Exit.NO_INPUT);
    assertThat(Bench.run("watch", list.toString(), "--every", "often").exit()).isEqualTo(Exit.USAGE);
    assertThat(Bench.run("watch", list.toString(), "--every", "10s").exit()).isEqualTo(Exit.USAGE);
    assertThat(Bench.run("watch", list.toString(), "--contact", "a\nb").exit()).isEqualTo(Exit.USAGE);
    assertThat(Bench.run("watch", list.toString(), "--per-host", "0").exit()).isEqualTo(Exit.USAGE);
    assertThat(Bench.run("watch").exit()).isEqualTo(Exit.USAGE);
  }
}
