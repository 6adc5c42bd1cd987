package org.sitrep.web;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Maps drawn on tiles of the user's own. */
final class TilesTest {

  /** A picture of one dot. */
  private static final byte[] DOT =
      Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

  private static final int HEADER = 127;

  @TempDir private Path dir;

  @Test
  void A01_tilesAreNumberedAlongTheCurve() {
    assertThat(List.of(PmTiles.number(0, 0, 0), PmTiles.number(1, 0, 0), PmTiles.number(1, 0, 1), PmTiles.number(1, 1, 1), PmTiles.number(1, 1, 0)))
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(PmTiles.number(12, 3423, 1763)).as("the example of the specification's makers").isEqualTo(19_078_479L);
    long[] all = new long[64];
    for (int i = 0; i < 64; i++) {
      all[i] = PmTiles.number(3, i % 8, i / 8);
    }
    assertThat(Arrays.stream(all).sorted().toArray()).as("each place has a number of its own").isEqualTo(LongStream.range(21, 85).toArray());
  }

  @Test
  void A02_tilesOfAnArchiveAreFound() throws IOException {
    for (boolean packed : new boolean[] {false, true}) {
      try (PmTiles tiles = PmTiles.open(archive(packed, "png", 3, 2))) {
        assertThat(tiles.tile(0, 0, 0)).hasValue(DOT);
        assertThat(tiles.tile(1, 1, 1)).as("one of a run").hasValue(DOT);
        assertThat(tiles.tile(2, 3, 3)).as("in a leaf").hasValue(DOT);
        assertThat(tiles.tile(2, 0, 0)).isEmpty();
        assertThat(tiles.tile(9, 1, 1)).isEmpty();
        assertThat(tiles.tile(1, 2, 0)).as("beyond the map").isEmpty();
        assertThat(tiles.type()).isEqualTo("image/png");
        assertThat(tiles.mostZoom()).isEqualTo(2);
        assertThat(tiles.attribution()).isEqualTo("Makers & others");
      }
    }
  }

  @Test
  void B01_theServerHandsOutTiles() throws Exception {
    try (Store store = Store.open(dir.resolve("s.duckdb"));
        WebDoor door = WebDoor.open(store, Served.TOOLBOX, settings(archive(true, "png", 3, 2).toString()))) {
      JsonNode map = JsonMapper.shared().readTree(get(door, "/api/map").body());
      assertThat(map.path("tiles").path("url").asString()).matches("/api/tiles/\\{z}/\\{x}/\\{y}\\?of=[a-z0-9]+");
      HttpResponse<byte[]> tile = get(door, "/api/tiles/0/0/0");
      assertThat(tile.statusCode()).isEqualTo(200);
      assertThat(tile.body()).isEqualTo(DOT);
      assertThat(tile.headers().firstValue("content-type")).hasValue("image/png");
      assertThat(get(door, "/api/tiles/5/1/1").statusCode()).isEqualTo(204);
      assertThat(get(door, "/api/tiles/a/1/1").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void B02_onlyTheServerThatTheUserNamedIsAllowed() throws Exception {
    try (Store store = Store.open(dir.resolve("s.duckdb"));
        WebDoor door = WebDoor.open(store, Served.TOOLBOX, settings("https://tiles.example.org:8080/a/{z}/{x}/{y}.png?k=1"))) {
      HttpResponse<byte[]> page = get(door, "/");
      assertThat(page.headers().firstValue("content-security-policy").orElse("")).contains("img-src 'self' data: https://tiles.example.org:8080; connect-src 'self'");
      assertThat(new String(get(door, "/api/map").body(), StandardCharsets.UTF_8)).contains("/a/{z}/{x}/{y}.png", "tiles: https://tiles.example.org:8080");
      assertThat(get(door, "/api/tiles/0/0/0").statusCode()).isEqualTo(404);
    }
    try (Store store = Store.open(dir.resolve("s.duckdb"));
        WebDoor door = WebDoor.open(store, Served.TOOLBOX, DoorSettings.local(0))) {
      assertThat(get(door, "/").headers().firstValue("content-security-policy").orElse("")).contains("img-src 'self' data:; connect-src");
    }
  }

  @Test
  void B03_anotherArchiveHasOtherAddresses() throws Exception {
    Path file = archive(true, "png", 3, 2);
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * (i + 1)));
      try (PmTiles tiles = PmTiles.open(file)) {
        addresses.add(tiles.tag());
      }
    }
    assertThat(addresses).doesNotHaveDuplicates();
  }

  @Test
  void N01_whatIsNoAddressOfTilesIsRefused() {
    for (String wrong : List.of("https://tiles.example.org/", "https://a.example/{z}/{x}.png", "https://a b/{z}/{x}/{y}", "https://x;script-src/{z}/{x}/{y}", "https://u@x/{z}/{x}/{y}")) {
      assertThatThrownBy(() -> Tiles.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("{z}/{x}/{y}");
    }
  }

  @Test
  void N02_whatIsNoArchiveIsRefusedInWords() throws IOException {
    assertThatThrownBy(() -> PmTiles.open(dir.resolve("none"))).hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> PmTiles.open(Files.write(dir.resolve("x"), new byte[200]))).hasMessageContaining("no PMTiles archive");
    assertThatThrownBy(() -> PmTiles.open(Files.write(dir.resolve("x"), new byte[20]))).hasMessageContaining("cut short");
    assertThatThrownBy(() -> PmTiles.open(archive(false, "png", 2, 2))).hasMessageContaining("version 2");
    assertThatThrownBy(() -> PmTiles.open(archive(false, "mvt", 3, 2))).hasMessageContaining("no pictures");
    assertThatThrownBy(() -> PmTiles.open(archive(false, "png", 3, 3))).hasMessageContaining("packed in a way");
  }

  @Test
  void N03_brokenArchivesNeverCostMoreThanAnAnswer() throws IOException {
    byte[] whole = Files.readAllBytes(archive(false, "png", 3, 2));
    Random random = new Random(1);
    int opened = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = whole.clone();
      for (int k = 0; k < 1 + random.nextInt(4); k++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      try (PmTiles tiles = PmTiles.open(Files.write(dir.resolve("broken"), broken))) {
        opened++;
        tiles.attribution();
        tiles.tile(2, random.nextInt(4), random.nextInt(4));
      } catch (IllegalArgumentException | IOException e) {
        assertThat(e).hasMessageNotContaining("Index");
      }
    }
    assertThat(opened).isPositive();
  }

  @Test
  void N04_aBrokenTileIsAnAnswerInWords() throws Exception {
    byte[] whole = Files.readAllBytes(archive(false, "png", 3, 2));
    Path file = Files.write(dir.resolve("cut.pmtiles"), Arrays.copyOf(whole, whole.length - 1));
    try (Store store = Store.open(dir.resolve("s.duckdb"));
        WebDoor door = WebDoor.open(store, Served.TOOLBOX, settings(file.toString()))) {
      HttpResponse<byte[]> answer = get(door, "/api/tiles/0/0/0");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("the archive of tiles is broken: it ends within a part");
      assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }
  }

  /** In a browser. */
  @Nested
  final class InABrowser {

    /** Whether one of the map's canvases has the colour in its middle. */
    private static final String MIDDLE =
        """
        (colour) => [...document.querySelectorAll('.ol-layers canvas')].filter((c) => c.width > 0 && c.getContext('2d')).some((c) =>
          [...c.getContext('2d').getImageData(c.width / 2, c.height / 2, 1, 1).data].slice(0, 3).map((n) => n.toString(16).padStart(2, '0')).join('') === colour)
        """;

    @RegisterExtension private static final Browser BROWSER = new Browser();

    @Test
    void C01_theMapIsDrawnOnThem() throws IOException {
      Path file = archive(true, "png", 3, 2);
      byte[] far = Files.readAllBytes(file);
      far[101] = 1; // only the whole world is there: nearer by, its tiles are enlarged
      Files.write(file, far);
      String colour = String.format(Locale.ROOT, "%06x", ImageIO.read(new ByteArrayInputStream(DOT)).getRGB(0, 0) & 0xffffff);
      try (Store store = Store.open(dir.resolve("s.duckdb"));
          WebDoor door = WebDoor.open(store, Served.TOOLBOX, settings(file.toString()))) {
        for (String screen : List.of("#/", "#/control")) {
          Page page = BROWSER.page();
          page.waitForResponse(r -> r.url().contains("/api/tiles/") && r.status() < 300, () -> page.navigate(door.address() + screen));
          page.waitForFunction(MIDDLE, colour);
          page.locator(".ol-attribution button").first().click();
          assertThat(page.locator(".ol-attribution").first()).containsText("Makers & others");
        }
        BROWSER.leave();
      }
    }
  }

  private static DoorSettings settings(String tiles) {
    return new DoorSettings("127.0.0.1", 0, List.of(), Optional.of(Tiles.of(tiles)));
  }

  private static HttpResponse<byte[]> get(WebDoor door, String path) throws IOException, InterruptedException {
    URI address = door.address().resolve(path);
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Tiles 0, 1 to 4, and in a leaf of its own the one at 2/3/3. */
  private Path archive(boolean packed, String type, int version, int packing) throws IOException {
    byte[] root = packed(packed, directory(new long[][] {{0, 1, DOT.length, 0}, {1, 4, DOT.length, 0}, {5, 0, 0, 0}}, packed));
    byte[] metadata = packed(packed, "{\"attribution\": \"<b onclick='x'>Makers</b> & others\"}".getBytes(StandardCharsets.UTF_8));
    byte[] leaf = leaf(packed);
    ByteBuffer out = ByteBuffer.allocate(HEADER + root.length + metadata.length + leaf.length + DOT.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) version);
    long at = HEADER;
    for (int length : new int[] {root.length, metadata.length, leaf.length, DOT.length}) {
      out.putLong(at).putLong(length);
      at += length;
    }
    out.putLong(6).putLong(6).putLong(1).put((byte) 1);
    out.put((byte) (packing == 2 ? (packed ? 2 : 1) : packing)).put((byte) 1).put((byte) (type.equals("png") ? 2 : 1)).put((byte) 0).put((byte) 2);
    out.position(HEADER);
    out.put(root).put(metadata).put(leaf).put(DOT);
    return Files.write(dir.resolve("tiles.pmtiles"), out.array());
  }

  private static byte[] leaf(boolean packed) throws IOException {
    return packed(packed, numbers(new long[][] {{PmTiles.number(2, 3, 3), 1, DOT.length, 0}}));
  }

  /** The last entry is the leaf. */
  private static byte[] directory(long[][] entries, boolean packed) throws IOException {
    entries[entries.length - 1][2] = leaf(packed).length;
    return numbers(entries);
  }

  private static byte[] numbers(long[][] entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, entries.length);
    long last = 0;
    for (long[] entry : entries) {
      put(out, entry[0] - last);
      last = entry[0];
    }
    for (int column : new int[] {1, 2}) {
      for (long[] entry : entries) {
        put(out, entry[column]);
      }
    }
    for (long[] entry : entries) {
      put(out, entry[3] + 1);
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, long number) {
    long left = number;
    while (left > 0x7f) {
      out.write((int) (left & 0x7f | 0x80));
      left >>= 7;
    }
    out.write((int) left);
  }

  private static byte[] packed(boolean is, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!is) {
      return bytes;
    }
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
