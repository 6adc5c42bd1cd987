package org.sitrep.watching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.page.Watched;

import static org.assertj.core.api.Assertions.assertThat;

/** Watching against a site on this machine; time passes only where the test lets it. */
class WatchTest {

  private static final Instant START = Instant.parse("2017-09-09T10:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final Site site = new Site();
  private final Ticker time = new Ticker(START);
  private final Map<String, Watched> plan = new HashMap<>();
  private final List<Capture> taken = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<Issue> troubles = new ArrayList<>();
  private Settings settings =
      new Settings("sitrep/0.1.0 (desk@example)", QUARTER, Duration.ofSeconds(5), 30, Duration.ofSeconds(10), 1 << 20, true);

  @AfterEach
  void close() {
    site.close();
  }

  private final Journal journal =
      new Journal() {
        @Override
        public List<Watched> list() {
          return List.copyOf(plan.values());
        }

        @Override
        public void save(Watched watched) {
          plan.put(watched.url(), watched);
        }
      };

  private final Desk desk =
      new Desk() {
        @Override
        public void take(Capture capture) {
          taken.add(capture);
        }

        @Override
        public void unchanged(Watched article, Instant when) {
          unchanged.add(URI.create(article.url()).getPath());
        }

        @Override
        public void gone(Watched article, Instant when) {
          gone.add(URI.create(article.url()).getPath());
        }

        @Override
        public void leftAlone(Watched feed) {
          gone.add("left alone " + URI.create(feed.url()).getPath());
        }

        @Override
        public void trouble(Issue issue) {
          troubles.add(issue);
        }
      };

  private Instant round(String... feeds) throws InterruptedException {
    return round(false, feeds);
  }

  private Instant round(boolean feedsNow, String... feeds) throws InterruptedException {
    Map<String, Optional<String>> list = new java.util.LinkedHashMap<>();
    for (String feed : feeds) {
      list.put(site.url(feed), Optional.empty());
    }
    try (Watch watch = new Watch(list, settings, time, time)) {
      return watch.round(journal, desk, feedsNow);
    }
  }

  private Watched planned(String path) {
    return java.util.Objects.requireNonNull(plan.get(site.url(path)), path);
  }

  private void shortTimeout() {
    settings =
        new Settings(settings.agent(), QUARTER, settings.delay(), 30, Duration.ofMillis(400), 1 << 20, true);
  }

  private List<String> messages() {
    return troubles.stream().map(Issue::message).toList();
  }

  @Test
  void A01_articlesOfAFeedAreFetchedOnce() throws InterruptedException {
    site.feed("/feed", "/a", "/b");
    site.page("/a", "<p>First story.</p>");
    site.page("/b", "<p>Second story.</p>");
    Instant next = round("/feed");
    assertThat(site.asked()).containsExactly("/feed", "/a", "/b");
    assertThat(taken).extracting(Capture::content).containsExactly("<p>First story.</p>", "<p>Second story.</p>");
    Capture a = taken.getFirst();
    assertThat(a.doc()).isEqualTo(site.url("/a"));
    assertThat(a.url()).contains(site.url("/a"));
    assertThat(a.publisher()).contains("The Example");
    assertThat(a.title()).contains("About /a");
    assertThat(a.published().orElseThrow()).isEqualTo("2017-09-09");
    assertThat(a.format()).isEqualTo(Capture.Format.HTML);
    assertThat(a.fetched()).isPresent();
    assertThat(next).isEqualTo(planned("/feed").due()).isAfterOrEqualTo(START.plus(QUARTER));
    time.until(next);
    round("/feed");
    assertThat(site.asked()).containsExactly("/feed");
    assertThat(taken).hasSize(2);
    assertThat(troubles).isEmpty();
  }

  @Test
  void A02_userAgentAndPauses() throws InterruptedException {
    List<String> agents = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    site.on("/feed", e -> {
      agents.add(e.getRequestHeaders().getFirst("User-Agent"));
      times.add(time.instant());
      Site.send(e, "application/rss+xml", site.rss("/a").getBytes(StandardCharsets.UTF_8));
    });
    site.on("/a", e -> {
      times.add(time.instant());
      Site.send(e, "text/html", "<p>x</p>".getBytes(StandardCharsets.UTF_8));
    });
    round("/feed");
    assertThat(agents).containsExactly("sitrep/0.1.0 (desk@example)");
    assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void B01_thePlanOfVisitsAlsoAcrossRestarts() throws InterruptedException {
    site.feed("/feed", "/a");
    site.page("/a", "<p>Version one.</p>");
    round("/feed");
    Instant first = planned("/a").first();
    site.off("/feed");
    List<Duration> visited = new ArrayList<>();
    for (int i = 0; i < 20 && !planned("/a").ended(); i++) {
      time.until(planned("/a").due());
      site.asked();
      round();
      assertThat(site.asked()).containsExactly("/a");
      visited.add(Duration.between(first, time.instant()).truncatedTo(java.time.temporal.ChronoUnit.HOURS));
    }
    assertThat(visited).isEqualTo(Watch.VISITS);
    assertThat(taken).hasSize(1);
    assertThat(unchanged).hasSize(6);
    time.pass(Duration.ofDays(90));
    round();
    assertThat(site.asked()).isEmpty();
  }

  @Test
  void B02_aChangedPageIsTakenAgain() throws InterruptedException {
    site.feed("/feed", "/a");
    site.page("/a", "<p>Version one.</p>");
    round("/feed");
    site.page("/a", "<p>Version two.</p>");
    time.pass(Duration.ofHours(1));
    round("/feed");
    assertThat(taken).extracting(Capture::content).containsExactly("<p>Version one.</p>", "<p>Version two.</p>");
    assertThat(taken.getLast().published()).isEqualTo(taken.getFirst().published());
  }

  @Test
  void B03_missedVisitsAreMadeUpForByOne() throws InterruptedException {
    site.feed("/feed", "/a");
    site.page("/a", "<p>Version one.</p>");
    round("/feed");
    time.pass(Duration.ofDays(2));
    site.asked();
    round();
    assertThat(site.asked()).containsExactly("/a");
    Watched a = planned("/a");
    assertThat(a.due()).isEqualTo(a.first().plus(Duration.ofDays(3)));
  }

  @Test
  void B04_conditionalRequests() throws InterruptedException {
    List<String> tags = new ArrayList<>();
    List<String> times = new ArrayList<>();
    Site.Reply tagged = e -> {
      tags.add(String.valueOf(e.getRequestHeaders().getFirst("If-None-Match")));
      times.add(String.valueOf(e.getRequestHeaders().getFirst("If-Modified-Since")));
      e.getResponseHeaders().set("ETag", "\"v1\"");
      e.getResponseHeaders().set("Last-Modified", "Sat, 09 Sep 2017 08:00:00 GMT");
      if (e.getRequestHeaders().containsKey("If-None-Match")) {
        e.sendResponseHeaders(304, -1);
      } else {
        Site.send(e, "application/rss+xml", site.rss().getBytes(StandardCharsets.UTF_8));
      }
    };
    site.on("/feed", tagged);
    for (int i = 0; i < 3; i++) {
      round("/feed");
      time.pass(QUARTER);
    }
    assertThat(tags).containsExactly("null", "\"v1\"", "\"v1\"");
    assertThat(times).containsExactly("null", "Sat, 09 Sep 2017 08:00:00 GMT", "Sat, 09 Sep 2017 08:00:00 GMT");
    assertThat(troubles).isEmpty();
  }

  @Test
  void C01_robotsAreHeeded() throws InterruptedException {
    site.text("/robots.txt", "User-agent: *\nDisallow: /secret\nCrawl-delay: 40\n");
    site.feed("/feed", "/secret/a", "/b");
    site.page("/secret/a", "<p>no</p>");
    site.page("/b", "<p>yes</p>");
    round("/feed");
    assertThat(site.asked()).containsExactly("/feed", "/b");
    assertThat(messages()).singleElement().asString().contains("its robots.txt asks not to fetch");
    assertThat(Duration.between(START, time.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void C02_robotsThatCannotBeHadForbidAllFor1Hour() throws InterruptedException {
    site.on("/robots.txt", e -> e.sendResponseHeaders(503, -1));
    site.feed("/feed");
    round("/feed");
    assertThat(site.asked()).isEmpty();
    assertThat(messages()).singleElement().asString().contains("its robots.txt cannot be had, so nothing is fetched there for now");
    site.on("/robots.txt", e -> e.sendResponseHeaders(403, -1));
    time.pass(Duration.ofDays(2));
    round("/feed");
    assertThat(site.asked()).containsExactly("/feed");
  }

  @Test
  void D01_errorsBackOff() throws InterruptedException {
    site.on("/feed", e -> e.sendResponseHeaders(500, -1));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Instant now = time.instant();
      Instant next = round("/feed");
      waits.add(Duration.between(now, next).toMinutes());
      time.until(next);
    }
    assertThat(waits).containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L);
    assertThat(messages()).hasSize(9).allMatch(m -> m.equals("answered 500"));
    site.feed("/feed");
    round("/feed");
    assertThat(planned("/feed").failures()).isZero();
  }

  @Test
  void D02_retryAfterKeepsAwayFromTheWholeHost() throws InterruptedException {
    site.feed("/feed", "/a", "/b");
    site.on("/a", e -> {
      e.getResponseHeaders().set("Retry-After", "7200");
      e.sendResponseHeaders(429, -1);
    });
    site.page("/b", "<p>b</p>");
    round("/feed");
    assertThat(site.asked()).containsExactly("/feed", "/a");
    assertThat(planned("/a").due()).isAfterOrEqualTo(START.plusSeconds(7200));
    assertThat(planned("/b").due()).isAfterOrEqualTo(START.plusSeconds(7200));
    site.page("/a", "<p>a</p>");
    time.pass(Duration.ofSeconds(7300));
    round("/feed");
    assertThat(taken).hasSize(2);
  }

  @Test
  void D03_redirectsAreFollowedAndCirclesEnd() throws InterruptedException {
    site.redirect("/feed", "/moved");
    site.feed("/moved", "/old", "/loop", "/chain0", "/scheme");
    site.redirect("/old", site.url("/new"));
    site.page("/new", "<p>found</p>");
    site.redirect("/loop", "/loop2");
    site.redirect("/loop2", "/loop");
    for (int i = 0; i < 9; i++) {
      site.redirect("/chain" + i, "/chain" + (i + 1));
    }
    site.redirect("/scheme", "file:///etc/passwd");
    round("/feed");
    assertThat(taken).singleElement().satisfies(c -> {
      assertThat(c.doc()).isEqualTo(site.url("/old"));
      assertThat(c.content()).isEqualTo("<p>found</p>");
    });
    assertThat(planned("/old").landed()).contains(site.url("/new"));
    assertThat(messages()).hasSize(3).anyMatch(m -> m.contains("in a circle")).anyMatch(m -> m.equals("more than 5 redirects"))
        .anyMatch(m -> m.contains("neither http nor https"));
  }

  @Test
  void D04_privateAddressesAreRefusedByDefaultAlsoBehindRedirects() throws Exception {
    settings = Settings.of("sitrep/0.1.0", QUARTER);
    site.feed("/feed");
    round("/feed");
    assertThat(site.asked()).isEmpty();
    assertThat(messages()).singleElement().asString().contains("private network", "--allow-private");
  }

  @Test
  void D06_everyAddressOfAChainIsChecked() throws InterruptedException {
    site.redirect("/out", site.url("/in").replace("127.0.0.1", "127.0.0.2"));
    site.page("/in", "<p>inside</p>");
    Guard guard = new Guard(address -> address.getHostAddress().equals("127.0.0.2"));
    try (Web web = new Web(settings, time, time, guard)) {
      assertThat(web.get(URI.create(site.url("/in")), Web.Known.NOTHING)).isInstanceOf(Answer.Content.class);
      assertThat(web.get(URI.create(site.url("/out")), Web.Known.NOTHING))
          .isInstanceOfSatisfying(Answer.Refused.class, r -> assertThat(r.reason()).contains("127.0.0.2", "private network"));
    }
    assertThat(site.asked()).containsExactly("/in", "/out");
  }

  @Test
  void D07_anAddressIsCheckedAgainAfterThePause() throws InterruptedException {
    site.page("/a", "<p>a</p>");
    int[] asked = {0};
    Guard guard = new Guard(address -> asked[0]++ == 3); // robots.txt: before and after its pause; then the page's pause
    try (Web web = new Web(settings, time, time, guard)) {
      assertThat(web.get(URI.create(site.url("/a")), Web.Known.NOTHING)).isInstanceOf(Answer.Refused.class);
    }
    assertThat(site.asked()).doesNotContain("/a");
  }

  @Test
  void D05_whatIsGone() throws InterruptedException {
    site.feed("/feed", "/a", "/b");
    site.page("/a", "<p>a</p>");
    site.page("/b", "<p>b</p>");
    round("/feed");
    site.off("/a");
    site.on("/b", e -> e.sendResponseHeaders(410, -1));
    time.pass(Duration.ofHours(2));
    round("/feed");
    time.pass(Duration.ofHours(8));
    round("/feed");
    assertThat(gone).containsExactly("/a", "/b");
    assertThat(planned("/b").ended()).isTrue();
    assertThat(planned("/a").ended()).isFalse();
    site.page("/a", "<p>back</p>");
    time.pass(Duration.ofDays(1));
    round("/feed");
    assertThat(taken.getLast().content()).isEqualTo("<p>back</p>");
  }

  @Test
  void E01_endlessBodiesAreCutOff() throws InterruptedException {
    settings = new Settings(settings.agent(), QUARTER, settings.delay(), 30, Duration.ofSeconds(10), 100_000, true);
    site.on("/feed", e -> {
      e.sendResponseHeaders(200, 0);
      endless(e.getResponseBody());
    });
    round("/feed");
    assertThat(messages()).containsExactly("more than the limit of 100,000 bytes");
  }

  private static void endless(OutputStream out) {
    byte[] part = new byte[8192];
    try {
      while (!Thread.interrupted()) {
        out.write(part);
      }
    } catch (IOException e) {
      return; // the other side has hung up
    }
  }

  @Test
  void E02_slowBodiesAndSilence() throws InterruptedException {
    shortTimeout();
    site.feed("/feed", "/slow", "/silent");
    site.on("/slow", e -> {
      e.sendResponseHeaders(200, 0);
      drip(e.getResponseBody());
    });
    site.on("/silent", e -> sleep(5_000));
    long start = System.nanoTime();
    round("/feed");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    assertThat(messages()).containsExactly("no whole answer within 0.4 s", "no whole answer within 0.4 s");
  }

  private static void drip(OutputStream out) {
    try {
      for (int i = 0; i < 100; i++) {
        out.write('x');
        out.flush();
        sleep(50);
      }
    } catch (IOException e) {
      return; // the other side has hung up
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void E03_packedBodiesAndBombs() throws IOException, InterruptedException {
    site.feed("/feed", "/packed", "/bomb", "/broken");
    byte[] packed = gzip("<p>packed</p>".getBytes(StandardCharsets.UTF_8));
    byte[] bomb = gzip(new byte[5 << 20]);
    packed("/packed", packed);
    packed("/bomb", bomb);
    packed("/broken", "no gzip".getBytes(StandardCharsets.UTF_8));
    round("/feed");
    assertThat(taken).extracting(Capture::content).containsExactly("<p>packed</p>");
    assertThat(messages()).hasSize(2).anyMatch(m -> m.startsWith("more than the limit")).anyMatch(m -> m.startsWith("the answer cannot be read"));
  }

  private void packed(String path, byte[] body) {
    site.on(path, e -> {
      e.getResponseHeaders().set("Content-Encoding", "gzip");
      Site.send(e, "text/html", body);
    });
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void E04_whatIsNoPage() throws InterruptedException {
    site.feed("/feed", "/pdf", "/empty", "/latin", "/text");
    site.on("/pdf", e -> Site.send(e, "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8)));
    site.page("/empty", "");
    site.on("/latin", e -> Site.send(e, "text/html; charset=windows-1251", new byte[] {'<', 'p', '>', (byte) 0xCF, (byte) 0xF0}));
    site.text("/text", "Plain words.");
    round("/feed");
    assertThat(taken).extracting(Capture::content).containsExactly("<p>Пр", "Plain words.");
    assertThat(taken.getLast().format()).isEqualTo(Capture.Format.TEXT);
    assertThat(messages()).hasSize(2).anyMatch(m -> m.contains("application/pdf")).anyMatch(m -> m.contains("white space"));
  }

  @Test
  void F01_feedsThatAreNone() throws InterruptedException {
    site.page("/feed", "<html><body>no feed</body></html>");
    round("/feed");
    assertThat(messages()).containsExactly("neither RSS nor Atom");
    assertThat(planned("/feed").failures()).isEqualTo(1);
  }

  @Test
  void F02_aLimitForEachHostAndRound() throws InterruptedException {
    settings = new Settings(settings.agent(), QUARTER, settings.delay(), 2, Duration.ofSeconds(10), 1 << 20, true);
    site.feed("/feed", "/1", "/2", "/3");
    for (int i = 1; i <= 3; i++) {
      site.page("/" + i, "<p>" + i + "</p>");
    }
    Instant next = round("/feed");
    assertThat(taken).hasSize(2);
    assertThat(next).isBeforeOrEqualTo(time.instant().plus(QUARTER));
    time.until(next);
    round("/feed");
    assertThat(taken).hasSize(3);
  }

  @Test
  void F03_onceDoesNotWaitForTheTimeOfAFeed() throws InterruptedException {
    site.feed("/feed");
    round(true, "/feed");
    round(true, "/feed");
    assertThat(site.asked()).containsExactly("/feed", "/feed");
    site.on("/feed", e -> e.sendResponseHeaders(500, -1));
    round(true, "/feed");
    round(true, "/feed");
    assertThat(site.asked()).containsExactly("/feed");
    assertThat(gone).containsExactly("left alone /feed");
  }

  @Test
  void F05_aShorterTimeBetweenPollsCountsAtOnce() throws InterruptedException {
    site.feed("/feed");
    round("/feed");
    settings = new Settings(settings.agent(), Duration.ofMinutes(2), settings.delay(), 30, Duration.ofSeconds(10), 1 << 20, true);
    assertThat(round("/feed")).isEqualTo(time.instant().plus(Duration.ofMinutes(2)));
  }

  @Test
  void F04_aListOfFeeds() {
    FeedList list =
        FeedList.parse("feeds.txt", List.of("\uFEFF# my feeds", "", "https://a.example/feed  The A", "https://a.example/feed", "ftp://b", "nonsense", " http://c.example/x "));
    assertThat(list.feeds()).containsExactly(
        Map.entry("https://a.example/feed", Optional.of("The A")), Map.entry("http://c.example/x", Optional.empty()));
    assertThat(list.issues()).extracting(Issue::position).containsExactly(5L, 6L);
  }

  @Test
  void G01_anInterruptEndsARoundAndKeepsWhatWasTaken() throws InterruptedException {
    site.feed("/feed", "/a", "/b");
    site.page("/a", "<p>a</p>");
    site.on("/b", e -> sleep(5_000));
    Thread round = Thread.ofPlatform().start(() -> {
      try {
        round("/feed");
      } catch (InterruptedException e) {
        gone.add("interrupted");
      }
    });
    for (int i = 0; i < 200 && !site.askedNow("/b"); i++) {
      Thread.sleep(20);
    }
    round.interrupt();
    round.join(3_000);
    assertThat(gone).containsExactly("interrupted");
    assertThat(taken).hasSize(1);
    assertThat(planned("/a").digest()).isPresent();
    assertThat(planned("/b").due()).isBefore(START.plusSeconds(60));
  }
}
