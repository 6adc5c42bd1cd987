package org.sitrep.gazetteer;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The features of a GeoJSON file, of one feature, or of one feature a line; one in memory at a time. */
final class GeoJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> OWN = Set.of("type", "id", "properties", "geometry");

  /** What is made of one feature. */
  interface Reading {
    void feature(JsonNode feature, @Nullable Geometry shape, int line) throws IOException;
  }

  private final Sink sink;
  private final Reading reading;

  private GeoJson(Sink sink, Reading reading) {
    this.sink = sink;
    this.reading = reading;
  }

  static void read(Dump dump, Sink sink, Reading reading) throws IOException {
    GeoJson file = new GeoJson(sink, reading);
    try (JsonParser parser = JSON.createParser(dump.bytes())) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          throw new Refused(line(parser), "a GeoJSON file holds an object");
        }
        file.root(parser);
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new Refused(Math.max(0, line), "not JSON, or cut off: " + e.getOriginalMessage());
    }
  }

  private void root(JsonParser parser) throws IOException {
    int line = line(parser);
    ObjectNode own = JSON.createObjectNode();
    boolean collection = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = String.valueOf(parser.currentName());
      JsonToken value = parser.nextToken();
      if (key.equals("features") && value == JsonToken.START_ARRAY) {
        collection = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          int at = line(parser);
          JsonNode feature = parser.readValueAsTree();
          feature(feature, at);
        }
      } else if (OWN.contains(key)) {
        own.set(key, parser.<JsonNode>readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    if (!collection) {
      if (!own.path("type").asString("").equals("Feature")) {
        throw new Refused(line, "neither a FeatureCollection nor a Feature");
      }
      feature(own, line);
    }
  }

  private void feature(JsonNode feature, int line) throws IOException {
    Geometry shape;
    try {
      shape = Shapes.read(feature.path("geometry"));
    } catch (IllegalArgumentException e) {
      sink.reject(line, "the geometry cannot be read: " + e.getMessage());
      return;
    }
    reading.feature(feature, shape, line);
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
