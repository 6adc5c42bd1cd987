package org.sitrep.knowledge.gazetteer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes {@code common/rivers.csv} from Natural Earth's lines of rivers and middles of lakes that rivers run through:
 *
 * <pre>RiverGenerator ne_10m_rivers_lake_centerlines.geojson KNOWLEDGE</pre>
 *
 * Lines are simplified by 0.0015 degrees, some 150 m; names come from the file and from {@code common/river-names.csv}.
 */
public final class RiverGenerator {

  private static final double TOLERANCE = 0.0015;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private RiverGenerator() {}

  /** Runs the generator. */
  public static void main(String[] args) throws IOException {
    Path common = Path.of(args[1], "common");
    Map<String, String> also = new LinkedHashMap<>();
    for (String line : Files.readAllLines(common.resolve("river-names.csv"))) {
      String[] cells = line.split(",");
      if (!line.startsWith("#") && cells.length == 3) {
        also.put(cells[0], cells[1]);
      }
    }
    List<String> rows = new ArrayList<>(List.of("id,names,line,origin"));
    for (JsonNode feature : new ObjectMapper().readTree(Path.of(args[0]).toFile()).get("features")) {
      String name = feature.get("properties").path("name").asString("").strip().replaceAll("\\s+", " ");
      if (!name.isEmpty() && !name.contains("?")) {
        String names = also.containsKey(name) ? name + "|" + also.get(name) : name;
        parts(feature.get("geometry")).forEach(p -> rows.add("ne:" + rows.size() + "," + names + "," + line(p) + ",naturalearth"));
      }
    }
    Files.write(common.resolve("rivers.csv"), rows);
  }

  private static List<JsonNode> parts(JsonNode geometry) {
    List<JsonNode> parts = new ArrayList<>();
    if (geometry.get("type").asString().equals("LineString")) {
      parts.add(geometry.get("coordinates"));
    } else {
      geometry.get("coordinates").forEach(parts::add);
    }
    return parts;
  }

  private static String line(JsonNode part) {
    List<Coordinate> points = new ArrayList<>();
    part.forEach(p -> points.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
    StringBuilder text = new StringBuilder();
    for (Coordinate c : DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(points.toArray(Coordinate[]::new)), TOLERANCE).getCoordinates()) {
      text.append(text.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.4f %.4f", c.y, c.x));
    }
    return text.toString();
  }
}
