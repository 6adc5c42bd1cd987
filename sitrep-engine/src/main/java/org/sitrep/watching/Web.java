package org.sitrep.watching;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the web, one request at a time: robots.txt first, a pause between requests to one host, redirects
 * followed by hand with every address checked, bodies bounded in size and time. Used by one thread.
 */
final class Web implements AutoCloseable {

  private static final int REDIRECTS = 5;
  private static final int TOO_MANY = 429;
  private static final Duration ROBOTS_KEPT = Duration.ofHours(24);
  private static final Duration ROBOTS_RETRIED = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int ROBOTS_HOSTS = 10_000;

  /** What may be sent so that only news are answered. */
  record Known(Optional<String> landed, Optional<String> etag, Optional<String> lastModified) {

    static final Known NOTHING = new Known(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What a site's robots.txt says, or why it could not be had. */
  private record Robots(RobotRules rules, Instant until, Optional<String> failure) {}

  private final Settings settings;
  private final Clock clock;
  private final Pause pause;
  private final Guard guard;
  private final HttpClient client;
  private final Map<String, Robots> robots = new HashMap<>();
  private final Map<String, Instant> free = new HashMap<>();

  Web(Settings settings, Clock clock, Pause pause) {
    this(settings, clock, pause, new Guard(settings.allowPrivate()));
  }

  /** With a guard of the caller's. */
  Web(Settings settings, Clock clock, Pause pause, Guard guard) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.guard = guard;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** When the next request to an address's host may be sent. */
  Instant freeAt(URI uri) {
    return free.getOrDefault(site(uri), Instant.EPOCH);
  }

  /** Asks nothing of an address's host until then. */
  void leaveAlone(URI uri, Instant until) {
    free.merge(site(uri), until, (a, b) -> a.isAfter(b) ? a : b);
  }

  /** Asks for an address; robots.txt, pauses and redirects are seen to. */
  Answer get(URI uri, Known known) throws InterruptedException {
    return follow(uri, known, true, settings.limit());
  }

  private Answer follow(URI uri, Known known, boolean robotsCount, int limit) throws InterruptedException {
    Set<URI> seen = new HashSet<>();
    URI at = uri;
    while (true) {
      if (!seen.add(at)) {
        return new Answer.Failed("redirects lead round in a circle, back to " + at);
      }
      if (seen.size() > REDIRECTS + 1) {
        return new Answer.Failed("more than " + REDIRECTS + " redirects");
      }
      Answer refusal = refusal(at, robotsCount);
      if (refusal != null) {
        return refusal;
      }
      Object next = once(at, known, limit);
      if (next instanceof Answer answer) {
        return answer;
      }
      URI to = (URI) next;
      if ("https".equalsIgnoreCase(at.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
        return new Answer.Refused("a redirect from https to http, to " + to);
      }
      at = to;
    }
  }

  private @Nullable Answer refusal(URI at, boolean robotsCount) throws InterruptedException {
    try {
      String reason = guard.refusal(at);
      if (reason != null) {
        return new Answer.Refused(reason + ": " + at);
      }
    } catch (UnknownHostException e) {
      return new Answer.Failed("no such host: " + at.getHost());
    }
    if (robotsCount) {
      Robots robots = robots(at);
      if (robots.failure.isPresent()) {
        return new Answer.Failed("its robots.txt cannot be had, so nothing is fetched there for now: " + robots.failure.get());
      }
      if (!robots.rules.allows(path(at))) {
        return new Answer.Refused("its robots.txt asks not to fetch " + at);
      }
    }
    return null;
  }

  private Robots robots(URI uri) throws InterruptedException {
    String site = site(uri);
    Robots read = robots.get(site);
    if (read != null && clock.instant().isBefore(read.until)) {
      return read;
    }
    if (robots.size() >= ROBOTS_HOSTS) {
      robots.clear();
    }
    Answer answer = follow(URI.create(site + "/robots.txt"), Known.NOTHING, false, RobotRules.LIMIT * 4);
    RobotRules rules =
        switch (answer) {
          case Answer.Content c -> RobotRules.parse(c.body(), settings.agent());
          case Answer.Missing m -> RobotRules.ALL;
          case Answer.Refused r -> RobotRules.ALL;
          case Answer.Unchanged u -> RobotRules.ALL;
          case Answer.Failed f -> f.status() / 100 == 4 && f.status() != TOO_MANY ? RobotRules.ALL : RobotRules.NOTHING;
        };
    Duration kept = answer instanceof Answer.Failed ? ROBOTS_RETRIED : ROBOTS_KEPT;
    Optional<String> failure = answer instanceof Answer.Failed f && rules == RobotRules.NOTHING ? Optional.of(f.reason()) : Optional.empty();
    Robots got = new Robots(rules, clock.instant().plus(kept), failure);
    robots.put(site, got);
    return got;
  }

  /** One request: an {@link Answer}, or the {@link URI} that it leads on to. */
  private Object once(URI at, Known known, int limit) throws InterruptedException {
    String site = site(at);
    pause.until(freeAt(at));
    Answer moved = refusal(at, false);
    if (moved != null) {
      return moved; // the name leads elsewhere than before the pause
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .timeout(settings.timeout())
            .header("User-Agent", settings.agent())
            .header("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/xml;q=0.9, */*;q=0.5")
            .header("Accept-Encoding", "gzip");
    if (known.landed.isPresent() && known.landed.get().equals(at.toString())) {
      known.etag.ifPresent(tag -> request.header("If-None-Match", tag));
      known.lastModified.ifPresent(time -> request.header("If-Modified-Since", time));
    }
    try {
      return read(at, send(request.build(), limit), limit);
    } catch (Body.TooLarge e) {
      return new Answer.Failed(String.format(Locale.ROOT, "more than the limit of %,d bytes", limit));
    } catch (TimeoutException | HttpConnectTimeoutException e) {
      return new Answer.Failed("no whole answer within " + settings.timeout().toMillis() / 1000.0 + " s");
    } catch (ConnectException | UnresolvedAddressException e) {
      return new Answer.Failed("no connection to " + site);
    } catch (IOException | IllegalArgumentException e) {
      return new Answer.Failed("the answer cannot be read: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    } finally {
      Robots asked = robots.get(site);
      Duration delay = asked == null ? settings.delay() : asked.rules.delay().filter(d -> d.compareTo(settings.delay()) > 0).orElse(settings.delay());
      leaveAlone(at, clock.instant().plus(delay));
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request, int limit)
      throws IOException, InterruptedException, TimeoutException {
    CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request, head -> new Body(limit));
    try {
      return pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      while (cause != null && cause.getCause() instanceof Body.TooLarge inner) {
        cause = inner;
      }
      if (cause instanceof java.net.http.HttpTimeoutException late && !(late instanceof HttpConnectTimeoutException)) {
        throw new TimeoutException();
      }
      throw cause instanceof IOException io ? io : new IOException(cause);
    } finally {
      pending.cancel(true); // drops the connection where the answer has not ended
    }
  }

  private Object read(URI at, HttpResponse<byte[]> response, int limit) throws IOException {
    int status = response.statusCode();
    HttpHeaders head = response.headers();
    switch (status) {
      case 200, 203 -> {
        boolean packed = head.firstValue("Content-Encoding").orElse("").toLowerCase(Locale.ROOT).endsWith("gzip");
        byte[] body = packed ? Body.unzip(response.body(), limit) : response.body();
        return new Answer.Content(
            at, head.firstValue("Content-Type").orElse(""), body, head.firstValue("ETag"), head.firstValue("Last-Modified"));
      }
      case 301, 302, 303, 307, 308 -> {
        Optional<String> to = head.firstValue("Location");
        return to.isEmpty() ? new Answer.Failed("a redirect that leads nowhere") : withoutFragment(at.resolve(to.get().strip()));
      }
      case 304 -> {
        return new Answer.Unchanged();
      }
      case 404, 410 -> {
        return new Answer.Missing(status == 410);
      }
      default -> {
        return new Answer.Failed("answered " + status, status, head.firstValue("Retry-After").flatMap(this::respite));
      }
    }
  }

  /** Seconds, or a date. */
  private Optional<Duration> respite(String stated) {
    try {
      Duration wait =
          stated.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(stated.strip()))
              : Duration.between(
                  clock.instant(), ZonedDateTime.parse(stated.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      return wait.isNegative() ? Optional.empty() : Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static URI withoutFragment(URI uri) {
    String text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? uri : URI.create(text.substring(0, hash));
  }

  static String site(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
