package org.sitrep.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.sitrep.desk.Toolbox;
import org.sitrep.store.Store;
import org.sitrep.web.DoorSettings;
import org.sitrep.web.WebDoor;

/** Keeps the web page up until the person presses Ctrl-C. */
final class Serving {

  private static final int LAST_PORT = 65_535;

  private Serving() {}

  /**
   * Serves {@code store}, which is closed in the end.
   *
   * @param home where the knowledge packs are, loaded when the page first asks who holds what
   */
  static void untilInterrupted(Console console, Path home, Store store, DoorSettings settings, boolean browser)
      throws InterruptedException {
    int port = settings.port();
    if (port < 0 || port > LAST_PORT) {
      store.close();
      throw new UsageException("--port " + port + ": ports go from 0 to " + LAST_PORT);
    }
    WebDoor door;
    try {
      door = WebDoor.open(store, new Toolbox(home), settings);
    } catch (IllegalArgumentException e) {
      store.close();
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      store.close();
      throw new UsageException("port " + port + " of " + settings.host() + " is in use or not allowed; name another with --port, or 0 for any");
    }
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  door.close();
                  store.close();
                }));
    console.line(door.address());
    console.out().flush();
    console.say("Press Ctrl-C to end.");
    if (browser) {
      open(door.address());
    }
    never.await();
  }

  /** Opens the page where there is a browser; elsewhere the printed address has to do. */
  private static void open(URI page) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac")
            ? List.of("open", page.toString())
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", page.toString())
                : List.of("xdg-open", page.toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return; // no such command here: the address has been printed
    }
  }
}
