package org.sitrep.resolution;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.CodePoints;
import org.sitrep.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints the place mentions of captures as JSON lines, a paragraph a line:
 *
 * <pre>PlacesTrial HOME CAPTURES.jsonl [PACK...]</pre>
 */
public final class PlacesTrial {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlacesTrial() {}

  /** Runs the trial. */
  public static void main(String[] args) throws Exception {
    List<String> packs = List.of(args).subList(2, args.length);
    Knowledge knowledge = Knowledge.load(Path.of(args[0]), packs);
    PlaceSpotting spotting = new PlaceSpotting(knowledge);
    PlaceResolver resolver = new PlaceResolver(knowledge);
    English english = English.load();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    long began = System.nanoTime();
    long letters = 0;
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      JsonNode capture = JSON.readTree(line);
      String text = capture.get("text").asString();
      letters += text.length();
      CodePoints points = CodePoints.of(text);
      Map<Mention.OfPlace, Location> found =
          resolver.resolve(spotting.annotate(capture.get("doc").asString(), text, trees(english, text))).places();
      found.forEach(
          (m, l) -> out.println(json(capture.get("doc").asString(), points, m, l)));
    }
    out.flush();
    System.err.printf("%.2f MB/s%n", letters / 1e6 / ((System.nanoTime() - began) / 1e9));
  }

  private static List<SyntaxTree> trees(English english, String text) {
    List<SyntaxTree> trees = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
      if (end > at) {
        trees.addAll(english.analyse(text, new Span(at, end)));
      }
      at = end + 1;
    }
    return trees;
  }

  private static String json(String doc, CodePoints points, Mention.OfPlace m, Location l) {
    ObjectNode object = JSON.createObjectNode();
    object.put("doc", doc);
    object.put("start", points.at(m.span().start()));
    object.put("end", points.at(m.span().end()));
    object.put("surface", m.surface());
    object.put("name", m.name());
    l.place().ifPresent(p -> object.put("id", p.id()).put("feature", p.feature().name()));
    if (l.isLocated()) {
      object.put("lat", l.lat()).put("lon", l.lon()).put("km", l.km());
    }
    object.put("status", l.status().name().toLowerCase(java.util.Locale.ROOT));
    object.put("step", l.step());
    m.feature().ifPresent(f -> object.put("wanted", f.name()));
    m.relation().ifPresent(r -> object.put("relation", r.toString()));
    object.put("candidates", l.candidates().size());
    return object.toString();
  }
}
