package org.sitrep.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sitrep.assessment.Assessment;
import org.sitrep.store.Store;

/**
 * Serves the web page and its REST interface over one store, on the loopback address. Nothing is loaded
 * from anywhere else, and requests under a foreign host name are refused (DNS rebinding). Thread-safe.
 */
public final class WebDoor implements AutoCloseable {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final WebServer server;

  private WebDoor(WebServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @param store stays open, and the caller's, until this is closed
   * @param assessment says who holds what; asked for once, when that is first wanted
   * @param port a free one is taken when it is 0
   * @throws UncheckedIOException where the port cannot be had
   */
  public static WebDoor open(Store store, Supplier<Assessment> assessment, int port) {
    HELIDON.setLevel(Level.OFF); // it prints traces where a port is in use; that is told by an exception
    HttpRouting.Builder routes = HttpRouting.builder();
    routes.any(WebDoor::guard);
    new Api(store).addTo(routes);
    new ControlApi(store, assessment).addTo(routes);
    Assets.addTo(routes);
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .shutdownHook(false)
            .addRouting(routes)
            .build()
            .start();
    if (!server.isRunning() || server.port() <= 0) {
      throw new UncheckedIOException(new BindException("port " + port + " cannot be had"));
    }
    HELIDON.setLevel(Level.WARNING);
    return new WebDoor(server);
  }

  /** Where the page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.port() + "/");
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void guard(ServerRequest request, ServerResponse response) {
    response.header("Content-Security-Policy", POLICY);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    String host = request.authority().toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    if (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]")) {
      response.next();
    } else {
      response.status(403).send("only reachable as localhost\n");
    }
  }
}
