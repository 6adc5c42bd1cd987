package org.sitrep.web;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sitrep.entity.Place;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/map}: what the map is drawn on. {@code /api/tiles}: pictures of it from an archive of the user, whose address tells one
 * archive from another, since browsers keep them. {@code /api/places}: names of the gazetteer within a stretch of the map, the largest
 * first, few. Thread-safe.
 */
final class MapApi implements AutoCloseable {

  private static final int NAMES = 60;
  private static final int CORNERS = 4;
  private static final int MOST_ZOOM = 22;

  /** Tile servers seldom have more; beyond it tiles are enlarged. */
  private static final int MOST_SERVED = 19;

  private final Supplier<List<Place>> source;
  private final Optional<Tiles> wanted;
  private final Optional<PmTiles> archive;

  /**
   * For a map.
   *
   * @param source settlements, the largest first; asked for with every stretch of the map
   * @param wanted what it is drawn on in the place of the outline
   * @throws IllegalArgumentException in words, where a file of tiles cannot be read
   */
  MapApi(Supplier<List<Place>> source, Optional<Tiles> wanted) {
    this.source = source;
    this.wanted = wanted;
    this.archive = wanted.flatMap(tiles -> tiles instanceof Tiles.Archive file ? Optional.of(PmTiles.open(file.file())) : Optional.empty());
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/map", (request, response) -> Answers.json(request, response, ground()));
    routes.get("/api/tiles/{zoom}/{x}/{y}", this::tile);
    routes.get("/api/places", this::names);
  }

  /** Where the browser gets tiles from, or null for the outline. */
  private ObjectNode ground() {
    ObjectNode out = Exchange.object();
    if (archive.isPresent()) {
      PmTiles tiles = archive.get();
      ObjectNode one = out.putObject("tiles").put("url", "/api/tiles/{z}/{x}/{y}?of=" + tiles.tag()).put("attribution", tiles.attribution());
      one.put("min_zoom", tiles.leastZoom()).put("max_zoom", tiles.mostZoom());
    } else if (wanted.isPresent() && wanted.get() instanceof Tiles.Server server) {
      out.putObject("tiles").put("url", server.url()).put("attribution", "tiles: " + server.origin()).put("min_zoom", 0).put("max_zoom", MOST_SERVED);
    } else {
      out.putNull("tiles");
    }
    return out;
  }

  private void tile(ServerRequest request, ServerResponse response) {
    if (archive.isEmpty()) {
      Answers.error(response, Status.NOT_FOUND_404, "there are no tiles; see sitrep serve --tiles");
      return;
    }
    int[] numbers = Stream.of("zoom", "x", "y").mapToInt(name -> number(request.path().pathParameters().get(name))).toArray();
    try {
      Optional<byte[]> found = archive.get().tile(numbers[0], numbers[1], numbers[2]);
      response.header("Cache-Control", "private, max-age=86400");
      if (found.isEmpty()) {
        response.status(Status.NO_CONTENT_204).send();
      } else {
        response.header("Content-Type", archive.get().type());
        response.send(found.get());
      }
    } catch (IOException e) {
      Answers.error(response, Status.INTERNAL_SERVER_ERROR_500, "the archive of tiles is broken: " + e.getMessage());
    }
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("\"" + text + "\" is no number of a tile");
    }
    return Integer.parseInt(text);
  }

  @Override
  public void close() {
    archive.ifPresent(PmTiles::close);
  }

  private void names(ServerRequest request, ServerResponse response) {
    String box = Api.values(request, "bbox").stream().findFirst().orElse("-180,-90,180,90");
    double[] edge = ListApi.numbers("bbox", box, CORNERS);
    long least = leastPopulation(Api.number(request, "zoom", 5, MOST_ZOOM));
    ObjectNode out = Exchange.object();
    ArrayNode array = out.putArray("places");
    for (Place place : source.get()) {
      if (place.population() < least || array.size() == NAMES) {
        break;
      }
      if (place.lon() >= edge[0] && place.lon() <= edge[2] && place.lat() >= edge[1] && place.lat() <= edge[3]) {
        array.addObject().put("name", place.name()).put("lat", Exchange.degrees(place.lat())).put("lon", Exchange.degrees(place.lon()));
      }
    }
    Answers.json(request, response, out);
  }

  /** From far away only the largest towns have their names written. */
  private static long leastPopulation(int zoom) {
    return zoom >= 9 ? 0 : 3_000_000L >> (2 * Math.max(0, zoom - 2));
  }
}
