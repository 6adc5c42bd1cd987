package org.sitrep.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sitrep.assessment.Assessment;
import org.sitrep.entity.Place;
import org.sitrep.store.Scan;
import org.sitrep.store.Store;

/**
 * Serves the web page and its REST interface over one store, on the loopback address. Nothing is loaded
 * from anywhere else, and requests under a foreign host name are refused (DNS rebinding). Thread-safe.
 */
public final class WebDoor implements AutoCloseable {

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
    return open(store, assessment, List::of, port);
  }

  /**
   * The same, with names of places for the map.
   *
   * @param places settlements, the largest first; asked for once, when a map is first shown
   */
  public static WebDoor open(Store store, Supplier<Assessment> assessment, Supplier<List<Place>> places, int port) {
    HELIDON.setLevel(Level.OFF); // it prints traces where a port is in use; that is told by an exception
    HttpRouting.Builder routes = HttpRouting.builder();
    routes.any(new Guard(Assets.page())::check);
    new Api(store).addTo(routes);
    Scan scan = store.scan();
    IndexDesk desk = new IndexDesk(scan);
    new ViewApi(desk).addTo(routes);
    new ListApi(desk, scan).addTo(routes);
    new MapApi(places).addTo(routes);
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
}
