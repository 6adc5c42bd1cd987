package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.web.DoorSettings;
import org.sitrep.web.DoorSettings.Role;
import org.sitrep.web.DoorSettings.Token;
import org.sitrep.web.Tiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "serve",
    description = "Serves the web page over a store, on this machine only unless told otherwise, until interrupted.",
    footer = {
      "",
      "Examples:",
      "  sitrep serve --store war.duckdb --port 8080 --open    made empty where there is none; the page reads into it",
      "  sitrep serve --host 10.0.0.5 --token-file tokens.txt    for others; put a TLS proxy before it",
      "  sitrep serve --tiles syria.pmtiles",
      "  sitrep serve --tiles 'https://tiles.example.org/{z}/{x}/{y}.png'"
    })
final class ServeCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8420",
      description = "Port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean browser;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine alone). Others need a token.")
  private String host = "";

  @Option(
      names = "--token",
      paramLabel = "ROLE:SECRET",
      description = "Who may do what: reader (look) or coder (look, read documents, rule). Without any, everybody on this machine may do all.")
  private List<String> tokens = List.of();

  @Option(names = "--token-file", paramLabel = "FILE", description = "The same, one a line; keeps secrets out of the list of processes.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--tiles",
      paramLabel = "FILE|URL",
      description =
          "What the map is drawn on: a PMTiles file of pictures, read here, or a tile server, which browsers then ask (default: an outline that"
              + " needs nobody).")
  private Optional<String> tiles = Optional.empty();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Console console = sitrep.console();
    DoorSettings settings = settings();
    Serving.untilInterrupted(console, sitrep.home(), store.openOrMake(console), settings, browser);
    return Exit.OK;
  }

  private DoorSettings settings() {
    List<String> given = new ArrayList<>(tokens);
    if (tokenFile != null) {
      try {
        Files.readAllLines(tokenFile).stream().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).forEach(given::add);
      } catch (IOException e) {
        throw new UsageException(tokenFile + " cannot be read as lines of ROLE:SECRET");
      }
    }
    try {
      return new DoorSettings(host, port, given.stream().map(ServeCommand::token).toList(), tiles.map(Tiles::of));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Token token(String given) {
    String[] parts = given.split(":", 2);
    Optional<Role> role = Arrays.stream(Role.values()).filter(r -> r.name().equalsIgnoreCase(parts[0])).findFirst();
    if (parts.length < 2 || role.isEmpty()) {
      throw new UsageException("a token is written reader:SECRET or coder:SECRET");
    }
    return new Token(role.get(), parts[1]);
  }
}
