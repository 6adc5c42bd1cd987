package org.sitrep.web;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sitrep.desk.Sourcing;
import org.sitrep.desk.Toolbox;
import org.sitrep.store.Scan;
import org.sitrep.store.Store;

/**
 * Serves the web page and its REST interface over one store, on the loopback address unless told otherwise. Nothing is
 * loaded from anywhere else; what is refused, Guard says. Thread-safe.
 */
public final class WebDoor implements AutoCloseable {

  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]");

  /** Far more than Guard lets through, so that it can say so. */
  private static final int LONGEST_PROLOGUE = 4 << 20;

  private final WebServer server;
  private final DoorSettings settings;
  private final List<AutoCloseable> parts;

  private WebDoor(WebServer server, DoorSettings settings, List<AutoCloseable> parts) {
    this.parts = parts;
    this.server = server;
    this.settings = settings;
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
    MapApi map = new MapApi(toolbox::settlements, settings.tiles());
    HttpRouting.Builder routes = HttpRouting.builder();
    routes.any(new Guard(Assets.text("index.html"), settings)::check);
    Answers.faults(routes);
    Version version = new Version();
    Jobs jobs = new Jobs();
    new Api(store, settings).addTo(routes);
    map.addTo(routes);
    Scan scan = store.scan();
    IndexDesk desk = new IndexDesk(scan);
    new ViewApi(desk, new OtherNames(toolbox)).addTo(routes);
    ListApi list = new ListApi(desk, scan);
    list.addTo(routes);
    new EventApi(store, toolbox, new Learnt<>(version, () -> Sourcing.learn(toolbox.knowledge(), store))).addTo(routes);
    new DocumentApi(store, toolbox).addTo(routes);
    new ReviewApi(store, toolbox, version).addTo(routes);
    new DiscussApi(store, toolbox).addTo(routes);
    new ControlApi(store, toolbox, version).addTo(routes);
    new SourcesApi(store, toolbox, version).addTo(routes);
    new ReportApi(store, toolbox, version).addTo(routes);
    new SearchApi(store, toolbox, version).addTo(routes);
    new FeedApi(store, version).addTo(routes);
    new ExportApi(store, version).addTo(routes);
    ReadApi reads = new ReadApi(store, toolbox, version, jobs);
    reads.addTo(routes);
    ChangesApi changes = new ChangesApi(version, jobs);
    changes.addTo(routes);
    Assets.addTo(routes);
    WebServer server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .shutdownHook(false)
            .maxPayloadSize(Guard.MOST_BYTES)
            .addProtocol(Http1Config.builder().maxPrologueLength(LONGEST_PROLOGUE).build())
            .addRouting(routes)
            .build()
            .start();
    if (!server.isRunning() || server.port() <= 0) {
      throw new UncheckedIOException(new BindException("port " + settings.port() + " cannot be had"));
    }
    HELIDON.setLevel(Level.WARNING);
    reads.mend();
    list.prepare();
    Thread.ofPlatform().daemon().name("sitrep-knowledge").start(() -> prepare(toolbox));
    return new WebDoor(server, settings, List.of(changes, jobs, map));
  }

  /** The packs take seconds to be read: whoever searches first need not wait for them. */
  private static void prepare(Toolbox toolbox) {
    try {
      toolbox.knowledge();
    } catch (RuntimeException e) {
      HELIDON.log(Level.WARNING, "while reading the packs", e); // and again where they are needed
    }
  }

  /** Where the page is. */
  public URI address() {
    String host = EVERYWHERE.contains(settings.host()) ? "127.0.0.1" : settings.host();
    String bracketed = host.contains(":") && !host.startsWith("[") ? '[' + host + ']' : host;
    return URI.create("http://" + bracketed + ":" + server.port() + "/");
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        HELIDON.log(Level.WARNING, "while closing", e);
      }
    }
    server.stop();
  }
}
