package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page: its own, and those of the libraries that lie in webjars under {@code /lib/NAME/}.
 * Read once and kept, packed. Thread-safe.
 */
final class Assets {

  private static final String OWN = "/org/sitrep/web/";

  /** Where the files of each library lie. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "ol", "/META-INF/resources/webjars/ol/10.7.0/",
          "d3", "/META-INF/resources/webjars/d3/7.9.0/",
          "lit-html", "/META-INF/resources/webjars/lit-html/3.3.2/");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json; charset=utf-8",
          "geojson", "application/geo+json",
          "topojson", "application/json; charset=utf-8");

  /** One or more names of letters, digits and dashes, then an ending that is known: no way out of the directory. */
  private static final Pattern PATH = Pattern.compile("/((?:[a-z0-9-]+/){0,4}[a-z0-9-]+(?:\\.min)?\\.([a-z]{2,8}))");

  private static final Pattern IN_LIBRARY = Pattern.compile("lib/([a-z0-9-]+)/(.+)");

  private record Asset(byte[] packed, String type, String tag) {}

  private final Map<String, Optional<Asset>> read = new ConcurrentHashMap<>();

  private Assets() {}

  static void addTo(HttpRouting.Builder routes) {
    Assets assets = new Assets();
    routes.get("/", (request, response) -> assets.send("/index.html", request, response));
    routes.get("/api/openapi.json", (request, response) -> assets.send("/openapi.json", request, response));
    routes.get("/*", (request, response) -> assets.send(request.path().path(), request, response));
    routes.get("/*/*", (request, response) -> assets.send(request.path().path(), request, response));
    routes.get("/lib/+", (request, response) -> assets.send(request.path().path(), request, response));
  }

  /** One of the page's own files, as text. */
  static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(OWN + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void send(String path, ServerRequest request, ServerResponse response) {
    Optional<Asset> asset = read.computeIfAbsent(path, Assets::load);
    if (asset.isEmpty()) {
      read.remove(path);
      response.next();
      return;
    }
    Answers.packed(request, response, asset.get().packed(), asset.get().type(), asset.get().tag());
  }

  private static Optional<Asset> load(String path) {
    var matched = PATH.matcher(path);
    if (!matched.matches() || !TYPES.containsKey(matched.group(2))) {
      return Optional.empty();
    }
    String resource = resource(matched.group(1));
    try (InputStream in = resource == null ? null : Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(new Asset(Answers.pack(bytes, Deflater.BEST_COMPRESSION), TYPES.get(matched.group(2)), Answers.tag(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String resource(String name) {
    var library = IN_LIBRARY.matcher(name);
    if (!library.matches()) {
      return OWN + name;
    }
    String root = LIBRARIES.get(library.group(1));
    return root == null ? null : root + library.group(2);
  }
}
