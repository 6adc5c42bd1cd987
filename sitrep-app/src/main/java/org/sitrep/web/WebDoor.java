package org.sitrep.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sitrep.desk.Sourcing;
import org.sitrep.desk.Toolbox;
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
   * @param toolbox what the engine is made of
   * @param settings where, and for whom
   * @throws UncheckedIOException where the port cannot be had
   */
  public static WebDoor open(Store store, Toolbox toolbox, DoorSettings settings) {
    HELIDON.setLevel(Level.OFF); // it prints traces where a port is in use; that is told by an exception
    HttpRouting.Builder routes = HttpRouting.builder();
    routes.any(new Guard(Assets.page())::check);
    Version version = new Version();
    new Api(store).addTo(routes);
    new EventApi(store, new Learnt<>(version, () -> Sourcing.learn(toolbox.knowledge(), store))).addTo(routes);
    new DocumentApi(store, toolbox).addTo(routes);
    new ReviewApi(store, toolbox, version).addTo(routes);
    new DiscussApi(store, toolbox).addTo(routes);
    new ControlApi(store, toolbox::assessment).addTo(routes);
    Assets.addTo(routes);
    WebServer server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .addRouting(routes)
            .build()
            .start();
    if (!server.isRunning() || server.port() <= 0) {
      throw new UncheckedIOException(new BindException("port " + settings.port() + " cannot be had"));
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
