package org.sitrep.watching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web site on this machine whose answers a test sets. */
public final class Site implements AutoCloseable {

  /** What is done with a request. */
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  public Site() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    try (exchange) {
      replies.getOrDefault(path, e -> e.sendResponseHeaders(404, -1)).to(exchange);
    }
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The paths asked for since the last call, robots.txt aside. */
  public List<String> asked() {
    List<String> all = asked.stream().filter(p -> !p.equals("/robots.txt")).toList();
    asked.clear();
    return all;
  }

  /** Whether a path has been asked for since the last call of {@link #asked}. */
  public boolean askedNow(String path) {
    return asked.contains(path);
  }

  public void on(String path, Reply reply) {
    replies.put(path, reply);
  }

  public void off(String path) {
    replies.remove(path);
  }

  public void page(String path, String html) {
    on(path, e -> send(e, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
  }

  public void text(String path, String text) {
    on(path, e -> send(e, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A feed with articles of these paths. */
  public void feed(String path, String... articles) {
    on(path, e -> send(e, "application/rss+xml", rss(articles).getBytes(StandardCharsets.UTF_8)));
  }

  public String rss(String... articles) {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Example</title>");
    for (String article : articles) {
      out.append("<item><title>About ").append(article).append("</title><link>").append(url(article))
          .append("</link><pubDate>Sat, 09 Sep 2017 08:00:00 GMT</pubDate></item>");
    }
    return out.append("</channel></rss>").toString();
  }

  public void redirect(String path, String to) {
    on(path, e -> {
      e.getResponseHeaders().set("Location", to);
      e.sendResponseHeaders(302, -1);
    });
  }

  public static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
