package org.sitrep.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sitrep.desk.Reading;
import org.sitrep.desk.Toolbox;
import org.sitrep.flow.Issue;
import org.sitrep.ingestion.Ingestion;
import org.sitrep.page.Capture;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store made from a test's own little documents, and the page over it. */
final class Served implements AutoCloseable {

  static final Path HOME = Path.of(System.getProperty("sitrep.home", "")).toAbsolutePath();

  /** One for all tests: loading takes seconds. */
  static final Toolbox TOOLBOX = new Toolbox(HOME);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Store store;
  private final WebDoor door;

  private Served(Store store, WebDoor door) {
    this.store = store;
    this.door = door;
  }

  /** One line of JSON Lines: a document. */
  static String record(String doc, String publisher, String day, String text) {
    return JSON.createObjectNode().put("doc", doc).put("publisher", publisher).put("published", day).put("text", text) + "\n";
  }

  /** The page over what these records say. */
  static Served of(Path dir, String... records) throws IOException {
    return of(dir, DoorSettings.local(0), records);
  }

  /** The same, served by some settings. */
  static Served of(Path dir, DoorSettings settings, String... records) throws IOException {
    Path file = Files.writeString(dir.resolve("in.jsonl"), String.join("", records), StandardCharsets.UTF_8);
    return of(dir, settings, records.length == 0 ? List.of() : List.of(file));
  }

  /** The page over what files say. */
  static Served of(Path dir, DoorSettings settings, List<Path> files) {
    Store store = Store.open(dir.resolve("served.duckdb"));
    if (!files.isEmpty()) {
      read(store, files);
    }
    return new Served(store, WebDoor.open(store, TOOLBOX, settings));
  }

  /** Reads files into a store. */
  static Reading.Result read(Store store, List<Path> files) {
    return new Reading(TOOLBOX.pipeline(), store, new Quiet()).read(new Named(files));
  }

  Store store() {
    return store;
  }

  /** "http://127.0.0.1:PORT" and then {@code path}. */
  String address(String path) {
    return door.address().resolve(path).toString();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(door.address().resolve(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** The answer as JSON, that it is being worked out included. */
  JsonNode jsonSoFar(String path) {
    return json(path, 202);
  }

  /** The answer as JSON. */
  JsonNode json(String path) {
    return json(path, 200);
  }

  private JsonNode json(String path, int most) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() < 200 || response.statusCode() > most) {
      throw new AssertionError(path + ": " + response.statusCode() + ' ' + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** Writes as the page does. */
  HttpResponse<String> post(String path, Object body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .header("x-sitrep", "test")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  URI base() {
    return door.address();
  }

  @Override
  public void close() {
    door.close();
    store.close();
  }

  private record Named(List<Path> paths) implements Reading.Input {

    @Override
    public List<String> names() {
      return paths.stream().map(Path::toString).toList();
    }

    @Override
    public void read(Consumer<Capture> each, Consumer<Issue> issues) {
      new Ingestion().read(paths, each, issues);
    }

    @Override
    public void reject(Issue issue) {
      throw new AssertionError(issue.toString());
    }

    @Override
    public int rejects() {
      return 0;
    }
  }

  private static final class Quiet implements Reading.Listener {

    @Override
    public void saved(int documents, int claims) {}

    @Override
    public void joining() {}
  }
}
