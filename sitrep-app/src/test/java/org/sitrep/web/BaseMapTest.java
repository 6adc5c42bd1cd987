package org.sitrep.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What maps are drawn on: outlines of the world, and borders of provinces once one is near. */
final class BaseMapTest {

  private static final int MOST_BYTES = 700_000;

  /** Countries that the texts with which the project is measured tell of, as Natural Earth names them, and fewest lines. */
  private static final Map<String, Integer> WARS =
      Map.ofEntries(
          Map.entry("Syria", 12), Map.entry("Iraq", 15), Map.entry("Lebanon", 4), Map.entry("Israel", 4), Map.entry("Yemen", 15),
          Map.entry("Libya", 15), Map.entry("Turkey", 60), Map.entry("Ukraine", 20), Map.entry("Sudan", 12), Map.entry("S. Sudan", 6),
          Map.entry("Myanmar", 10), Map.entry("Afghanistan", 25), Map.entry("Somalia", 10), Map.entry("Ethiopia", 8), Map.entry("Mali", 6),
          Map.entry("Nigeria", 25), Map.entry("Colombia", 20), Map.entry("India", 20), Map.entry("Pakistan", 5), Map.entry("Philippines", 20));

  private record Point(double x, double y) {}

  private record Country(String name, int across, List<List<Point>> lines) {}

  private static final List<Country> PROVINCES = provinces();

  private static byte[] bytes(String name) {
    try (InputStream in = Objects.requireNonNull(WebDoor.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode json(String name) {
    return JsonMapper.shared().readTree(bytes(name));
  }

  /** TopoJSON taken apart by its specification. */
  private static List<Country> provinces() {
    JsonNode all = json("provinces.topojson");
    double scale = all.path("transform").path("scale").path(0).asDouble();
    List<List<Point>> arcs = new ArrayList<>();
    for (JsonNode arc : all.path("arcs")) {
      long x = 0;
      long y = 0;
      List<Point> line = new ArrayList<>();
      for (JsonNode step : arc) {
        x += step.path(0).asLong();
        y += step.path(1).asLong();
        line.add(new Point(x * scale, y * scale));
      }
      arcs.add(line);
    }
    List<Country> out = new ArrayList<>();
    for (JsonNode geometry : all.path("objects").path("provinces").path("geometries")) {
      List<List<Point>> lines = new ArrayList<>();
      geometry.path("arcs").forEach(line -> line.forEach(arc -> lines.add(arcs.get(arc.asInt()))));
      out.add(new Country(geometry.path("properties").path("name").asString(), geometry.path("properties").path("across").asInt(), lines));
    }
    return out;
  }

  private static Country country(String name) {
    return PROVINCES.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(() -> new AssertionError("no provinces of " + name));
  }

  /** Every line and ring of the outlines. */
  private static Stream<List<Point>> outlines(String layer) {
    return json("basemap.geojson").path("features").valueStream()
        .filter(f -> f.path("properties").path("layer").asString().equals(layer))
        .map(f -> f.path("geometry"))
        .flatMap(g -> g.path("type").asString().equals("MultiPolygon") ? g.path("coordinates").valueStream().flatMap(JsonNode::valueStream) : g.path("coordinates").valueStream())
        .map(line -> line.valueStream().map(p -> new Point(p.path(0).asDouble(), p.path(1).asDouble())).toList());
  }

  private static boolean onEarth(Point p) {
    return Math.abs(p.x()) <= 180 && Math.abs(p.y()) <= 90;
  }

  @Test
  void A01_outlinesAreSoundAndNoneRunsAroundTheWorld() {
    Map<String, Integer> least = Map.of("country", 1400, "lake", 280, "river", 480);
    least.forEach(
        (layer, count) -> {
          List<List<Point>> lines = outlines(layer).toList();
          assertThat(lines).as(layer).hasSizeGreaterThanOrEqualTo(count);
          for (List<Point> line : lines) {
            assertThat(line).allMatch(BaseMapTest::onEarth);
            assertThat(line).hasSizeGreaterThanOrEqualTo(layer.equals("river") ? 2 : 4);
            assertThat(layer.equals("river") || line.getFirst().equals(line.getLast())).as("closed").isTrue();
            for (int i = 1; i < line.size(); i++) {
              Point from = line.get(i - 1);
              Point to = line.get(i);
              assertThat(Math.abs(from.x() - to.x()) < 90 || Math.min(from.y(), to.y()) == -90).as("%s to %s", from, to).isTrue();
            }
          }
        });
  }

  @Test
  void A02_bordersOfProvincesAreSound() {
    assertThat(PROVINCES).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    assertThat(PROVINCES.stream().map(Country::name)).doesNotHaveDuplicates();
    int arcs = json("provinces.topojson").path("arcs").size();
    assertThat(PROVINCES.stream().mapToInt(c -> c.lines().size()).sum()).as("each line is used once").isEqualTo(arcs);
    for (Country country : PROVINCES) {
      assertThat(country.name()).isNotBlank();
      assertThat(country.across()).as(country.name()).isPositive();
      for (List<Point> line : country.lines()) {
        assertThat(line).as(country.name()).hasSizeGreaterThan(1).allMatch(BaseMapTest::onEarth);
        for (int i = 1; i < line.size(); i++) {
          assertThat(Math.abs(line.get(i).x() - line.get(i - 1).x())).as(country.name()).isLessThan(20);
        }
      }
    }
  }

  @Test
  void A03_countriesAtWarHaveProvinces() {
    WARS.forEach((name, fewest) -> assertThat(country(name).lines()).as(name).hasSizeGreaterThanOrEqualTo(fewest));
  }

  @Test
  void A04_neitherIsHeavy() throws IOException {
    for (String name : List.of("basemap.geojson", "provinces.topojson")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes(name));
      }
      assertThat(packed.size()).as(name).isLessThan(MOST_BYTES);
    }
  }

  @Test
  void B01_bordersLieBetweenTheTownsOfDifferentProvinces() {
    assertThat(crossings("Syria", 37.16, 36.20, 39.01, 35.95)).as("Aleppo, Raqqa").isPositive();
    assertThat(crossings("Syria", 39.01, 35.95, 40.14, 35.34)).as("Raqqa, Deir ez-Zor").isPositive();
    assertThat(crossings("Syria", 36.72, 34.73, 36.75, 35.13)).as("Homs, Hama").isPositive();
    assertThat(crossings("Iraq", 43.13, 36.34, 44.01, 36.19)).as("Mosul, Erbil").isPositive();
    assertThat(crossings("Ukraine", 37.80, 48.00, 39.31, 48.57)).as("Donetsk, Luhansk").isPositive();
    assertThat(crossings("Yemen", 44.02, 13.58, 44.98, 12.80)).as("Taiz, Aden").isPositive();
    assertThat(crossings("Sudan", 25.35, 13.63, 30.22, 13.18)).as("El Fasher, El Obeid").isPositive();
    assertThat(crossings("Myanmar", 96.08, 21.97, 97.75, 22.93)).as("Mandalay, Lashio").isPositive();
  }

  @Test
  void B02_noBorderLiesBetweenTownsOfOneProvince() {
    assertThat(crossings("Syria", 37.16, 36.20, 37.95, 36.53)).as("Aleppo, Manbij").isZero();
    assertThat(crossings("Syria", 36.72, 34.73, 38.28, 34.56)).as("Homs, Palmyra").isZero();
    assertThat(crossings("Iraq", 43.31, 33.43, 43.78, 33.35)).as("Ramadi, Falluja").isZero();
    assertThat(crossings("Ukraine", 37.80, 48.00, 37.55, 47.10)).as("Donetsk, Mariupol").isZero();
    assertThat(crossings("Yemen", 49.12, 14.54, 48.79, 15.94)).as("Mukalla, Seiyun").isZero();
    assertThat(crossings("Sudan", 30.22, 13.18, 30.36, 13.70)).as("El Obeid, Bara").isZero();
    assertThat(crossings("Myanmar", 97.75, 22.93, 97.04, 20.78)).as("Lashio, Taunggyi").isZero();
  }

  /** How often borders of the country are crossed on the straight way. */
  private static int crossings(String country, double ax, double ay, double bx, double by) {
    int count = 0;
    for (List<Point> line : country(country).lines()) {
      for (int i = 1; i < line.size(); i++) {
        Point c = line.get(i - 1);
        Point d = line.get(i);
        if (side(ax, ay, bx, by, c) != side(ax, ay, bx, by, d) && side(c.x(), c.y(), d.x(), d.y(), new Point(ax, ay)) != side(c.x(), c.y(), d.x(), d.y(), new Point(bx, by))) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean side(double ax, double ay, double bx, double by, Point p) {
    return (bx - ax) * (p.y() - ay) - (by - ay) * (p.x() - ax) > 0;
  }

  /** Ends that meet no other border of a province, but the border of the country or the coast. */
  @Test
  void B03_bordersEndWhereTheCountryDoes() {
    List<List<Point>> outlines = outlines("country").toList();
    for (String name : List.of("Syria", "Iraq", "Ukraine", "Yemen", "Sudan", "Myanmar", "Libya", "Lebanon", "Afghanistan")) {
      List<List<Point>> lines = country(name).lines();
      Map<Point, Integer> uses = new HashMap<>();
      lines.forEach(line -> line.forEach(p -> uses.merge(p, 1, Integer::sum)));
      List<Point> loose =
          lines.stream().filter(l -> !l.getFirst().equals(l.getLast())).flatMap(l -> Stream.of(l.getFirst(), l.getLast())).filter(p -> uses.getOrDefault(p, 0) == 1).toList();
      assertThat(loose).as(name).hasSizeGreaterThan(3);
      assertThat(loose).as(name).allMatch(p -> outlines.stream().anyMatch(o -> touches(o, p)), "touches an outline");
    }
  }

  private static boolean touches(List<Point> outline, Point p) {
    for (int i = 1; i < outline.size(); i++) {
      Point a = outline.get(i - 1);
      Point b = outline.get(i);
      double square = Math.pow(b.x() - a.x(), 2) + Math.pow(b.y() - a.y(), 2);
      double t = square == 0 ? 0 : Math.clamp(((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y())) / square, 0, 1);
      if (Math.hypot(p.x() - a.x() - t * (b.x() - a.x()), p.y() - a.y() - t * (b.y() - a.y())) < 0.01) {
        return true;
      }
    }
    return false;
  }

  /** In a browser. */
  @Nested
  final class InABrowser {

    private static final String FILE = "**/provinces.topojson";
    private static final int ZOOM = 8;
    private static final double LAT = 35.6;
    private static final double LON = 38.6;

    @RegisterExtension private static final Browser BROWSER = new Browser();

    @TempDir private static Path dir;

    private Page page;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void open() {
      watch(BROWSER.page());
    }

    private void watch(Page its) {
      page = its;
      page.setDefaultTimeout(60_000);
      page.onRequest(request -> asked.addAndGet(request.url().endsWith("/provinces.topojson") ? 1 : 0));
    }

    private void until(String script) {
      page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + script + ")")));
    }

    @Test
    void C01_theyAreAskedForOnceOneIsNear() {
      try (Store store = War.store(dir.resolve("war.duckdb"), 11, 800, 80, 400);
          WebDoor door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0))) {
        page.navigate(door.address().toString());
        until("performance.getEntriesByName('sitrep-first-view').length > 0");
        settled();
        assertThat(asked).as("the first view of a whole war").hasValue(0);
        for (int i = 0; i < 3; i++) {
          page.locator(".ol-zoom-in").click();
        }
        page.waitForCondition(() -> asked.get() > 0);
        page.locator(".ol-zoom-out").click();
        page.locator(".ol-zoom-in").click();
        settled();
        assertThat(asked).as("once").hasValue(1);
        BROWSER.leave();
      }
    }

    @Test
    void C02_theMapOfControlHasThemToo() throws IOException {
      try (Served served = Served.of(dir, Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said."))) {
        page.navigate(served.address("/#/control"));
        page.locator(".ol-zoom-in").first().click();
        page.locator(".ol-zoom-in").first().click();
        page.waitForCondition(() -> asked.get() > 0);
        BROWSER.leave();
      }
    }

    @Test
    void C03_theyArePaintedWhereTheyAreLightAndDark() throws IOException {
      try (Store store = Store.open(dir.resolve("little.duckdb"))) {
        Served.read(store, List.of(file()));
        try (WebDoor door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0))) {
          for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            watch(BROWSER.page(scheme, 1400, 900));
            AtomicReference<Route> held = new AtomicReference<>();
            page.route(FILE, held::set);
            page.navigate(door.address() + "#/?map=" + ZOOM + "/" + LAT + "/" + LON);
            page.waitForCondition(() -> held.get() != null);
            BufferedImage before = settled();
            Objects.requireNonNull(held.get()).resume();
            page.waitForCondition(() -> !Arrays.equals(pixels(before), pixels(canvas())));
            assertPainted(before, settled(), scheme);
          }
          BROWSER.leave();
        }
      }
    }

    private static Path file() throws IOException {
      String record = Served.record("a", "Wire", "2017-09-24", "The Syrian army captured Maadan from ISIS on Saturday, the army said.");
      return java.nio.file.Files.writeString(dir.resolve("little.jsonl"), record);
    }

    /** Dashes are half of a line; of its points in view at least a third have other pixels around them, and few pixels besides have. */
    private static void assertPainted(BufferedImage before, BufferedImage after, ColorScheme scheme) {
      Set<Integer> changed = new HashSet<>();
      for (int i = 0; i < before.getWidth() * before.getHeight(); i++) {
        int x = i % before.getWidth();
        int y = i / before.getWidth();
        if (before.getRGB(x, y) != after.getRGB(x, y)) {
          changed.add(i);
        }
      }
      Set<Integer> near = new HashSet<>();
      int points = 0;
      int hit = 0;
      for (Point p : PROVINCES.stream().flatMap(c -> c.lines().stream()).flatMap(List::stream).toList()) {
        int x = (int) Math.round((mercatorX(p) - mercatorX(new Point(LON, LAT))) * 256 * (1 << ZOOM) + before.getWidth() / 2.0);
        int y = (int) Math.round((mercatorY(p) - mercatorY(new Point(LON, LAT))) * 256 * (1 << ZOOM) + before.getHeight() / 2.0);
        if (x > 2 && y > 2 && x < before.getWidth() - 3 && y < before.getHeight() - 3) {
          List<Integer> around = around(x, y, before.getWidth());
          points++;
          hit += around.stream().anyMatch(changed::contains) ? 1 : 0;
        }
      }
      assertThat(changed).as("pixels, %s", scheme).hasSizeBetween(500, 20_000);
      assertThat(points).as("points in view").isGreaterThan(100);
      assertThat((double) hit / points).as("share of points that are drawn, %s", scheme).isGreaterThan(0.33);
    }

    private static List<Integer> around(int x, int y, int width) {
      List<Integer> out = new ArrayList<>();
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          out.add((y + dy) * width + x + dx);
        }
      }
      return out;
    }

    /** From 0 in the west to 1 in the east. */
    private static double mercatorX(Point p) {
      return p.x() / 360 + 0.5;
    }

    /** From 0 in the north to 1 in the south. */
    private static double mercatorY(Point p) {
      return 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(p.y()) / 2)) / (2 * Math.PI);
    }

    /** The canvas of outlines and names, once it has been the same for a while. */
    private BufferedImage settled() {
      BufferedImage last = canvas();
      for (int i = 0, same = 0; i < 100 && same < 4; i++) {
        page.waitForTimeout(400);
        BufferedImage now = canvas();
        same = Arrays.equals(pixels(last), pixels(now)) ? same + 1 : 0;
        last = now;
      }
      return last;
    }

    private BufferedImage canvas() {
      String url = (String) page.evaluate("document.querySelector('.ol-layer canvas')?.toDataURL() ?? ''");
      if (url.length() < 100) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
      }
      try {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1))));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static int[] pixels(BufferedImage image) {
      return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
  }
}
