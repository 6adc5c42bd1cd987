package org.sitrep.resolution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.sitrep.annotation.PlaceSpotting;
import org.sitrep.knowledge.HeldOutSpellings;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.language.English;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention.OfPlace;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How well places are found and located on data that lies beside the repository:
 *
 * <pre>PlaceFigures HOME SHARED SCRATCH</pre>
 *
 * Each figure is a share of all cases, but for the candidates, a mean.
 */
public final class PlaceFigures {

  private static final double FAR_KM = 161;
  private static final double NEAR_KM = 25;
  private static final String DEMONYM =
      "(?i).*(ish|ian|ians|ese|[^aeiou]ani|aqi|aqis|raeli|raelis|meni|menis|mani|audi|audis|atari|waiti|wiss|french|greek"
          + "|dutch|british|kurd|kurds|arab|arabs|turk|turks|[^m]erican|erman|ussian|xican|frican|russian|i)";
  private static final String PLACES_IN_I =
      "delhi|dubai|abu dhabi|haiti|mali|burundi|malawi|fiji|miami|hawaii|missouri|mississippi|karachi|nairobi|djibouti"
          + "|benghazi|tbilisi|cincinnati|brindisi";

  private final Path home;
  private final English english;

  PlaceFigures(Path home) {
    this.home = home;
    this.english = English.load();
  }

  /** Prints all figures. */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    new PlaceFigures(home).all(Path.of(args[1]), Path.of(args[2])).forEach((k, v) -> System.out.printf("%s: %.3f%n", k, v));
  }

  Map<String, Double> all(Path shared, Path scratch) throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    corpus(shared.resolve("benchmarks/lgl.xml.gz"), figures);
    HeldOutSpellings.Result held = HeldOutSpellings.measure(home, "SY");
    figures.put("held-out-recall", held.recall());
    figures.put("held-out-candidates", held.candidates());
    figures.put("held-out-context-recall", held.contextRecall());
    figures.put("held-out-context-candidates", held.contextCandidates());
    ucdp(shared.resolve("benchmarks/ucdp_ged_syria_2016_2019.csv"), scratch, figures);
    return figures;
  }

  private record Toponym(int start, int end, double lat, double lon) {

    boolean isNear() {
      return lat >= 12 && lat <= 38 && lon >= 33 && lon <= 60;
    }
  }

  /** A corpus of articles with their toponyms and coordinates; demonyms are left out. */
  private void corpus(Path file, Map<String, Double> figures) throws IOException {
    Knowledge knowledge = Knowledge.load(home, List.of("syria"));
    PlaceSpotting spotting = new PlaceSpotting(knowledge);
    PlaceResolver resolver = new PlaceResolver(knowledge);
    int[] all = new int[3];
    int[] near = new int[3];
    NodeList articles = articles(file);
    for (int a = 0; a < articles.getLength(); a++) {
      Element article = (Element) articles.item(a);
      String text = child(article, "text");
      Map<OfPlace, Location> found = resolver.resolve(spotting.annotate("" + a, text, trees(text))).places();
      for (Toponym toponym : toponyms(article)) {
        count(toponym, found, all);
        if (toponym.isNear()) {
          count(toponym, found, near);
        }
      }
    }
    figures.put("lgl-found", all[1] / (double) all[0]);
    figures.put("lgl-located", all[2] / (double) all[0]);
    figures.put("lgl-middle-east-found", near[1] / (double) near[0]);
    figures.put("lgl-middle-east-located", near[2] / (double) near[0]);
  }

  private static void count(Toponym toponym, Map<OfPlace, Location> found, int[] counts) {
    List<Location> at =
        found.entrySet().stream()
            .filter(e -> e.getKey().span().start() < toponym.end && toponym.start < e.getKey().span().end())
            .map(Map.Entry::getValue)
            .toList();
    counts[0]++;
    counts[1] += at.isEmpty() ? 0 : 1;
    counts[2] += at.stream()
        .anyMatch(l -> l.isLocated() && PlaceGeometry.km(l.lat(), l.lon(), toponym.lat, toponym.lon) <= FAR_KM) ? 1 : 0;
  }

  private static NodeList articles(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("article");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static List<Toponym> toponyms(Element article) {
    List<Toponym> toponyms = new ArrayList<>();
    NodeList list = article.getElementsByTagName("toponym");
    for (int i = 0; i < list.getLength(); i++) {
      Element toponym = (Element) list.item(i);
      String name = child(toponym, "phrase").strip();
      boolean demonym = name.matches(DEMONYM) && !name.toLowerCase(java.util.Locale.ROOT).matches(PLACES_IN_I);
      if (!name.isEmpty() && !demonym && !child(toponym, "lat").isEmpty()) {
        toponyms.add(
            new Toponym(
                Integer.parseInt(child(toponym, "start")), Integer.parseInt(child(toponym, "end")),
                Double.parseDouble(child(toponym, "lat")), Double.parseDouble(child(toponym, "lon"))));
      }
    }
    return toponyms;
  }

  private static String child(Element element, String name) {
    NodeList list = element.getElementsByTagName(name);
    return list.getLength() == 0 ? "" : list.item(0).getTextContent();
  }

  private List<SyntaxTree> trees(String text) {
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

  /** The distinct names of an event file, each with its governorate, on packs without rows made from that file. */
  private void ucdp(Path file, Path scratch, Map<String, Double> figures) throws IOException {
    Knowledge knowledge = without(scratch);
    PlaceSpotting spotting = new PlaceSpotting(knowledge);
    PlaceResolver resolver = new PlaceResolver(knowledge);
    double right = 0;
    double wrong = 0;
    Map<String, String[]> rows = distinct(file);
    for (Map.Entry<String, String[]> row : rows.entrySet()) {
      String text = "Fighting was reported in " + row.getKey() + " in " + row.getValue()[0] + ".";
      Location at = at(resolver.resolve(spotting.annotate("row", text, trees(text))).places(), row.getKey().length());
      if (at != null && at.isLocated()) {
        double km =
            PlaceGeometry.km(at.lat(), at.lon(), Double.parseDouble(row.getValue()[1]), Double.parseDouble(row.getValue()[2]));
        right += km <= NEAR_KM ? 1 : 0;
        wrong += km > Math.max(NEAR_KM, at.km()) ? 1 : 0;
        if (km > Math.max(NEAR_KM, at.km()) && System.getProperty("sitrep.show") != null) {
          System.err.println(row.getKey() + " | " + row.getValue()[0] + " -> " + at.surface() + " " + at.place().map(p -> p.id() + " " + p.name() + " " + p.region()).orElse("") + " " + at.step() + " " + Math.round(km));
        }
      }
    }
    figures.put("ucdp-right", right / rows.size());
    figures.put("ucdp-wrong", wrong / rows.size());
  }

  private static @Nullable Location at(Map<OfPlace, Location> found, int length) {
    int start = "Fighting was reported in ".length();
    return found.entrySet().stream()
        .filter(e -> e.getKey().span().start() < start + length && e.getKey().span().end() > start)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String[]> distinct(Path file) throws IOException {
    Map<String, String[]> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    List<String> header = cells(lines.getFirst());
    int[] columns =
        Stream.of("adm_1", "latitude", "longitude").mapToInt(header::indexOf).toArray();
    int where = header.indexOf("where_coordinates");
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() == header.size()) {
        rows.putIfAbsent(
            cells.get(where), new String[] {cells.get(columns[0]), cells.get(columns[1]), cells.get(columns[2])});
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : (line + ",").toCharArray()) {
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c != '"') {
        cell.append(c);
      }
    }
    return cells;
  }

  /** The packs copied without what was made from the event file. */
  private Knowledge without(Path scratch) throws IOException {
    Path from = home.resolve("knowledge");
    Path to = scratch.resolve("knowledge");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          copy(file, copy);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return Knowledge.load(scratch, List.of("syria"));
  }

  private static void copy(Path file, Path copy) throws IOException {
    boolean places = file.getFileName().toString().matches(".*places.csv|place-names.csv");
    if (!places) {
      Files.copy(file, copy);
      return;
    }
    List<String> kept =
        Files.readAllLines(file).stream().filter(l -> !l.endsWith(",ucdp") && !l.contains(",ucdp:")).toList();
    Files.write(copy, kept, StandardCharsets.UTF_8);
  }
}
