package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.entity.Place;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/places}: names of the gazetteer within a stretch of the map, the largest first, few. {@code /api/map}: what the map is
 * drawn on. Thread-safe.
 */
final class MapApi {

  private static final int NAMES = 60;
  private static final int CORNERS = 4;
  private static final int MOST_ZOOM = 22;

  private final Supplier<List<Place>> source;
  private @Nullable List<Place> places;

  /**
   * For a map.
   *
   * @param source settlements, the largest first; asked for once
   */
  MapApi(Supplier<List<Place>> source) {
    this.source = source;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/map", (request, response) -> Answers.json(request, response, Exchange.object().putNull("tiles")));
    routes.get("/api/places", this::names);
  }

  private synchronized List<Place> places() {
    List<Place> made = places;
    if (made == null) {
      made = source.get();
      places = made;
    }
    return made;
  }

  private void names(ServerRequest request, ServerResponse response) {
    String box = Api.values(request, "bbox").stream().findFirst().orElse("-180,-90,180,90");
    double[] edge = ListApi.numbers("bbox", box, CORNERS);
    long least = leastPopulation(Api.number(request, "zoom", 5, MOST_ZOOM));
    ObjectNode out = Exchange.object();
    ArrayNode array = out.putArray("places");
    for (Place place : places()) {
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
