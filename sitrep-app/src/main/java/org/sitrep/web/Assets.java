package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The files of the page. Only what is listed here is served. */
final class Assets {

  private static final String OWN = "/org/sitrep/web/";
  private static final String OPENLAYERS = "/META-INF/resources/webjars/ol/10.7.0/";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";

  private record Asset(String resource, String type) {}

  private static final Map<String, Asset> ASSETS =
      Map.ofEntries(
          Map.entry("/", new Asset(OWN + "index.html", "text/html; charset=utf-8")),
          Map.entry("/style.css", new Asset(OWN + "style.css", STYLE)),
          Map.entry("/app.js", new Asset(OWN + "app.js", SCRIPT)),
          Map.entry("/dom.js", new Asset(OWN + "dom.js", SCRIPT)),
          Map.entry("/filters.js", new Asset(OWN + "filters.js", SCRIPT)),
          Map.entry("/map.js", new Asset(OWN + "map.js", SCRIPT)),
          Map.entry("/events.js", new Asset(OWN + "events.js", SCRIPT)),
          Map.entry("/event.js", new Asset(OWN + "event.js", SCRIPT)),
          Map.entry("/document.js", new Asset(OWN + "document.js", SCRIPT)),
          Map.entry("/lists.js", new Asset(OWN + "lists.js", SCRIPT)),
          Map.entry("/icon.svg", new Asset(OWN + "icon.svg", "image/svg+xml")),
          Map.entry("/basemap.geojson", new Asset(OWN + "basemap.geojson", "application/geo+json")),
          Map.entry("/ol.js", new Asset(OPENLAYERS + "dist/ol.js", SCRIPT)),
          Map.entry("/ol.css", new Asset(OPENLAYERS + "ol.css", STYLE)));

  private Assets() {}

  static void addTo(HttpRouting.Builder routes) {
    ASSETS.forEach(
        (path, asset) ->
            routes.get(
                path,
                (request, response) -> {
                  response.header("Content-Type", asset.type());
                  response.header("Cache-Control", "no-cache");
                  response.send(read(asset.resource()));
                }));
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
