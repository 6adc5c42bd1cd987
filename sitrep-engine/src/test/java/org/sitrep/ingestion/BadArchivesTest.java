package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.flow.Issue;
import org.sitrep.flow.Issue.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ingestion.Warcs.SITE;
import static org.sitrep.ingestion.Warcs.bytes;
import static org.sitrep.ingestion.Warcs.gzip;
import static org.sitrep.ingestion.Warcs.http;
import static org.sitrep.ingestion.Warcs.join;
import static org.sitrep.ingestion.Warcs.members;
import static org.sitrep.ingestion.Warcs.page;
import static org.sitrep.ingestion.Warcs.record;
import static org.sitrep.ingestion.Warcs.response;
import static org.sitrep.ingestion.Warcs.stated;

/** Broken and hostile archives: an issue with file and byte, and the rest of the file read. */
class BadArchivesTest {

  private static final byte[] FIRST = response("first", "One.");
  private static final byte[] LAST = response("last", "Two.");

  @TempDir private Path dir = Path.of("");

  @ParameterizedTest
  @ValueSource(ints = {-200, -50, -5, -2, -1, 1, 2, 3, 4, 5, 50, 300, 5_000_000})
  void A01_aLengthThatIsWrongBySoMuch(int off) throws IOException {
    byte[] body = http("text/html", page("x".repeat(300) + " in the middle."));
    byte[] wrong = stated(String.valueOf(body.length + off), "response", SITE + "middle", body);
    for (boolean packed : new boolean[] {false, true}) {
      byte[] all = packed ? members(FIRST, wrong, LAST) : join(FIRST, wrong, LAST);
      Read read = Read.file(dir, packed ? "a.warc.gz" : "a.warc", all);
      assertThat(read.docs()).as("off by %d, packed: %s", off, packed).containsExactly(SITE + "first", SITE + "middle", SITE + "last");
      assertThat(read.texts().get(1)).contains(" in the middle.</p></body></html>");
      assertThat(read.rejects()).isEmpty();
      if (off < 0 || off > 4) {
        long at = packed ? gzip(FIRST).length : FIRST.length;
        assertThat(read.issues()).singleElement().satisfies(i -> {
          assertThat(i.kind()).isEqualTo(Kind.DAMAGED);
          assertThat(i.position()).isEqualTo(at);
        });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-9223372036854775808", "", "ten", "99999999999999999999", "9223372036854775807", "2000000000"})
  void A02_aLengthThatCannotBe(String length) throws IOException {
    byte[] wrong = stated(length, "response", SITE + "middle", http("text/html", page("in the middle.")));
    Read plain = Read.file(dir, "a.warc", join(FIRST, wrong, LAST));
    assertThat(plain.docs()).startsWith(SITE + "first").endsWith(SITE + "last");
    assertThat(plain.issues()).singleElement().satisfies(i -> assertThat(i.position()).isEqualTo(FIRST.length));
    Read packed = Read.file(dir, "a.warc.gz", members(FIRST, wrong, LAST));
    assertThat(packed.docs()).startsWith(SITE + "first").endsWith(SITE + "last");
    assertThat(packed.issues()).singleElement().satisfies(i -> assertThat(i.position()).isEqualTo(gzip(FIRST).length));
  }

  @Test
  void A03_rubbishBetweenRecords() throws IOException {
    Read read = Read.file(dir, "a.warc", join(FIRST, bytes("no record here\r\nWARC/ nor here\r\n"), LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.issues()).isNotEmpty().allSatisfy(i -> assertThat(i.position()).isEqualTo(FIRST.length));
  }

  @Test
  void A04_noArchiveAtAll() throws IOException {
    Read read = Read.file(dir, "a.warc", bytes("The army captured Qarah.\n".repeat(1000)));
    assertThat(read.captures()).isEmpty();
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.message()).contains("no record begins here"));
  }

  @Test
  void A05_aHeadWithoutAnEnd() throws IOException {
    byte[] endless = bytes("WARC/1.0\r\nWARC-Type: response\r\nX: " + "x".repeat(500_000) + "\r\n");
    Read read = Read.file(dir, "a.warc", join(FIRST, endless, LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.position()).isEqualTo(FIRST.length));
  }

  @Test
  void B01_aFileThatBreaksOffLosesOnlyTheRecordItBreaksIn() throws IOException {
    byte[] all = join(FIRST, LAST);
    for (int cut = FIRST.length + 1; cut < all.length - 4; cut += 7) {
      Read read = Read.file(dir, "a.warc", Arrays.copyOf(all, cut));
      assertThat(read.docs()).as("cut at %d", cut).containsExactly(SITE + "first");
      assertThat(read.rejects()).as("cut at %d", cut).singleElement().satisfies(i -> assertThat(i.position()).isEqualTo(FIRST.length));
    }
  }

  @Test
  void B02_aGzipThatBreaksOff() throws IOException {
    byte[] all = members(FIRST, LAST);
    int first = gzip(FIRST).length;
    for (int cut = first + 20; cut < all.length - 9; cut += 5) {
      Read read = Read.file(dir, "a.warc.gz", Arrays.copyOf(all, cut));
      assertThat(read.docs()).as("cut at %d", cut).containsExactly(SITE + "first");
      assertThat(read.rejects()).as("cut at %d", cut).isNotEmpty().allSatisfy(i -> assertThat(i.position()).isEqualTo(first));
    }
  }

  @Test
  void B03_aBrokenMemberIsPassedOver() throws IOException {
    byte[] broken = gzip(response("middle", "x".repeat(10) + noise(4000)));
    Arrays.fill(broken, 60, 90, (byte) 0xFF);
    Read read = Read.file(dir, "a.warc.gz", join(gzip(FIRST), broken, gzip(LAST)));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.rejects()).isNotEmpty().allSatisfy(i -> assertThat(i.position()).isEqualTo(gzip(FIRST).length));
  }

  @Test
  void B04_aMemberThatBreaksOffBeforeTheNext() throws IOException {
    byte[] whole = gzip(response("middle", noise(3000)));
    for (int cut = 30; cut < whole.length; cut += 97) {
      Read read = Read.file(dir, "a.warc.gz", join(gzip(FIRST), Arrays.copyOf(whole, cut), gzip(LAST)));
      assertThat(read.docs()).as("cut at %d of %d", cut, whole.length).startsWith(SITE + "first").endsWith(SITE + "last");
      assertThat(read.issues()).isNotEmpty().allSatisfy(i -> assertThat(i.position()).isEqualTo(gzip(FIRST).length));
    }
  }

  @Test
  void B05_aFlippedBitNeverCostsTheOthers() throws IOException {
    byte[][] records = IntStream.range(0, 8).mapToObj(i -> gzip(response("p" + i, noise(800)))).toArray(byte[][]::new);
    byte[] all = join(records);
    Random random = new Random(5);
    for (int round = 0; round < 150; round++) {
      byte[] flipped = all.clone();
      int at = random.nextInt(all.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      Read read = Read.file(dir, "a.warc.gz", flipped);
      assertThat(read.docs().stream().distinct().count()).as("byte %d", at).isGreaterThanOrEqualTo(7);
    }
  }

  @Test
  void B06_aPageWhoseChecksumIsWrongIsNoEvidence() throws IOException {
    byte[] middle = gzip(response("middle", "Two soldiers were killed."));
    middle[middle.length - 8] ^= 1;
    Read read = Read.file(dir, "a.warc.gz", join(gzip(FIRST), middle, gzip(LAST)));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.messages()).contains("the gzip's checksum is wrong");
  }

  @Test
  void C01_aBombInGzipIsLeftAndTheNextMemberRead() throws IOException {
    byte[] bomb = gzip(join(bytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: x\r\nContent-Length: 300000000\r\n\r\n"), new byte[300_000_000]));
    Read read = Read.file(dir, "a.warc.gz", join(gzip(FIRST), bomb, gzip(LAST)));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.messages()).contains("unpacks to more than 200 times its size");
  }

  @Test
  void C02_aBombInContentEncoding() throws IOException {
    byte[] bomb = http("text/html", gzip(new byte[60_000_000]), "Content-Encoding: gzip");
    byte[] twice = http("text/html", gzip(gzip(new byte[60_000_000])), "Content-Encoding: gzip, gzip");
    Read read = Read.file(dir, "a.warc", join(FIRST, record("response", SITE + "b", bomb), record("response", SITE + "c", twice), LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.rejects()).hasSize(2).allSatisfy(i -> assertThat(i.message()).contains("more than the limit for one document"));
  }

  @Test
  void C03_aRecordOverTheLimit() throws IOException {
    byte[] large = record("response", SITE + "b", http("text/html", page("x".repeat(30_000_000))));
    byte[] video = record("resource", SITE + "v", new byte[30_000_000], "Content-Type: video/mp4");
    byte[] over = record("response", SITE + "c%20d", http("text/html", page("x".repeat(21_000_000))));
    byte[] film = record("response", SITE + "w", http("video/mp4", new byte[30_000_000]));
    for (boolean packed : new boolean[] {false, true}) {
      byte[] all = packed ? join(gzip(FIRST), gzip(large), gzip(video), gzip(film), gzip(over), gzip(LAST)) : join(FIRST, large, video, film, over, LAST);
      Read read = Read.file(dir, "a.warc", all);
      assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
      assertThat(read.rejects()).extracting(Issue::kind).containsExactly(Kind.TOO_LARGE, Kind.TOO_LARGE);
      assertThat(read.rejects().get(0).position()).isEqualTo(packed ? gzip(FIRST).length : FIRST.length);
      assertThat(read.messages()).contains("other types 2");
    }
  }

  @Test
  void C04_anArchiveInAnArchiveIsNotOpened() throws IOException {
    byte[] inner = join(response("inner", "Inside."), response("inner2", "Inside."));
    Read read = Read.file(dir, "a.warc", join(FIRST, record("resource", SITE + "x.warc", inner, "Content-Type: application/warc"),
        record("response", SITE + "y.txt", http("text/plain", inner)), LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "y.txt", SITE + "last");
  }

  @Test
  void D01_httpHeadsOfTenMegabytes() throws IOException {
    byte[] head = bytes("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10 << 20) + "\r\n\r\n<p>One.</p>");
    Read read = Read.file(dir, "a.warc", join(FIRST, record("response", SITE + "b", head), record("response", SITE + "c", bytes("no http")), LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
    assertThat(read.rejects()).hasSize(2).allSatisfy(i -> assertThat(i.message()).contains("without a head that can be read"));
  }

  @Test
  void D02_controlCharactersInAnAddress() throws IOException {
    byte[] odd = record("response", "https://wire.example/a\tb\u0007c d", http("text/html", page("One.")));
    Read read = Read.file(dir, "a.warc", join(FIRST, odd, LAST));
    assertThat(read.docs()).contains("https://wire.example/a%09b%07c%20d");
    assertThat(read.issues()).singleElement().satisfies(i -> assertThat(i.kind()).isEqualTo(Kind.DAMAGED));
  }

  @Test
  void D03_addressesThatAreNoUtf8AndDatesThatAreNone() throws IOException {
    byte[] odd = record("response", "https://wire.example/caf\u00ff", http("text/html", page("One.")));
    for (int i = 0; i < odd.length - 1; i++) {
      if (odd[i] == (byte) 0xC3) {
        odd[i] = 'x';
      }
    }
    byte[] date = bytes(new String(response("b", "Two."), StandardCharsets.UTF_8).replace("2017-09-25T08:30:00Z", "yesterday"));
    byte[] digits = bytes(new String(response("c", "Two."), StandardCharsets.UTF_8).replace("2017-09-25T08:30:00Z", "20170925083000"));
    Read read = Read.file(dir, "a.warc", join(odd, date, digits));
    assertThat(read.captures()).hasSize(3);
    assertThat(read.captures().get(1).fetched()).isEmpty();
    assertThat(read.captures().get(2).fetched()).isPresent();
    assertThat(read.issues()).singleElement().satisfies(i -> assertThat(i.kind()).isEqualTo(Kind.TIME));
  }

  @Test
  void D04_compressionThatIsNoneOrBreaksOff() throws IOException {
    byte[] packed = gzip(page(noise(5000)));
    Read read = Read.file(dir, "a.warc", join(
        record("response", SITE + "a", http("text/html", Arrays.copyOf(packed, packed.length / 2), "Content-Encoding: gzip")),
        record("response", SITE + "b", http("text/html", new byte[] {1, 2, 3, 4}, "Content-Encoding: zstd")),
        record("response", SITE + "c", http("text/html", new byte[] {9, 9, 9, 9}, "Content-Encoding: br")),
        LAST));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "last");
    assertThat(read.issues()).extracting(Issue::kind).containsExactly(Kind.DAMAGED, Kind.UNSUPPORTED, Kind.UNSUPPORTED);
  }

  @Test
  void D05_whatIsBrokenTenThousandTimesIsNamedAHundredTimes() throws IOException {
    byte[] broken = record("response", SITE + "x", bytes("no http"));
    byte[][] many = new byte[10_000][];
    Arrays.fill(many, broken);
    Read read = Read.file(dir, "a.warc", join(join(many), LAST));
    assertThat(read.docs()).containsExactly(SITE + "last");
    assertThat(read.issues()).hasSize(101);
    assertThat(read.messages()).contains("9900 more like those above");
  }

  @Test
  void D06_fiftyMegabytesOnOneLine() throws IOException {
    byte[] line = new byte[50_000_000];
    Arrays.fill(line, (byte) 'W');
    Read read = Read.file(dir, "a.warc", join(FIRST, line, bytes("\r\n"), LAST));
    assertThat(read.docs()).containsExactly(SITE + "first", SITE + "last");
  }

  @Test
  void E01_longerThanTheHeap() {
    byte[] packed = members(response("p", noise(3000)), record("response", SITE + "i.png", http("image/png", new byte[500_000])));
    int copies = 2500; // 1.26 GB unpacked
    List<InputStream> row = IntStream.range(0, copies).mapToObj(i -> (InputStream) new ByteArrayInputStream(packed)).toList();
    int[] seen = {0};
    new Ingestion(Ingestion.DEFAULT_LIMIT, new SequenceInputStream(Collections.enumeration(row)))
        .read(List.of(Path.of("-")), capture -> seen[0]++, issue -> {});
    assertThat(seen[0]).isEqualTo(copies);
  }

  /** Text that does not pack well. */
  private static String noise(int length) {
    Random random = new Random(length);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) ('a' + random.nextInt(26)));
    }
    return out.toString();
  }
}
