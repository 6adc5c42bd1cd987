package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.sitrep.flow.Issue.Kind;
import org.sitrep.page.Capture;

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

/** Sound archives: what is a page, what is known of it, and what is counted. */
class WarcReaderTest {

  @TempDir private Path dir = Path.of("");

  @Test
  void A01_aPageKeepsItsAddressTimeAndDigest() throws IOException {
    byte[] page = page("The army captured Maadan.");
    Read read = Read.file(dir, "a.warc", record("response", SITE + "a", http("text/html", page)));
    Capture capture = read.captures().get(0);
    assertThat(read.issues()).isEmpty();
    assertThat(capture.doc()).isEqualTo(SITE + "a");
    assertThat(capture.url()).contains(SITE + "a");
    assertThat(capture.fetched()).contains(Instant.parse("2017-09-25T08:30:00Z"));
    assertThat(capture.format()).isEqualTo(Capture.Format.HTML);
    assertThat(capture.content()).isEqualTo(new String(page, StandardCharsets.UTF_8));
    assertThat(capture.digest()).isEqualTo(Bytes.digest(page));
    assertThat(capture.origin()).endsWith("a.warc:0");
    assertThat(capture.publisher()).isEmpty();
  }

  @Test
  void A02_packedByRecordOrAsAWholeOrNotAtAllGivesTheSame() throws IOException {
    byte[][] records = {response("a", "One."), response("b", "Two."), response("c", "Three.")};
    Read plain = Read.file(dir, "a.warc", join(records));
    Read byRecord = Read.file(dir, "b.warc.gz", members(records));
    Read whole = Read.file(dir, "c.warc.gz", gzip(join(records)));
    Read misnamed = Read.file(dir, "d.warc", members(records));
    assertThat(plain.docs()).containsExactly(SITE + "a", SITE + "b", SITE + "c");
    for (Read other : new Read[] {byRecord, whole, misnamed}) {
      assertThat(other.texts()).isEqualTo(plain.texts());
      assertThat(other.issues()).isEmpty();
    }
    assertThat(byRecord.captures().get(2).origin()).endsWith(":" + members(records[0], records[1]).length);
  }

  @Test
  void A03_aRecordThatIsCutIntoSeveralMembersIsOne() throws IOException {
    byte[] all = join(response("a", "One."), response("b", "Two."));
    Read read = Read.file(dir, "a.warc.gz", members(Arrays.copyOf(all, 100), Arrays.copyOfRange(all, 100, 250), Arrays.copyOfRange(all, 250, all.length)));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "b");
    assertThat(read.issues()).isEmpty();
  }

  @Test
  void A04_standardInput() {
    byte[] records = members(response("a", "One."), response("b", "Two."));
    assertThat(Read.standardInput(new ByteArrayInputStream(records)).docs()).containsExactly(SITE + "a", SITE + "b");
  }

  @Test
  void A05_whatAnotherProgramWrote() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
      for (String name : new String[] {"a", "b"}) {
        HttpResponse answer = new HttpResponse.Builder(200, "OK").body(MediaType.HTML_UTF8, page("Clashes near " + name + ".")).build();
        writer.write(new WarcResponse.Builder(URI.create(SITE + name)).date(Instant.parse("2018-01-02T03:04:05Z")).body(answer).build());
      }
    }
    Read read = Read.file(dir, "jwarc.warc.gz", out.toByteArray());
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "b");
    assertThat(read.issues()).isEmpty();
    assertThat(read.captures().get(1).content()).contains("Clashes near b.");
    assertThat(read.captures().get(1).fetched()).contains(Instant.parse("2018-01-02T03:04:05Z"));
  }

  @Test
  void B01_onlyPagesAreReadAndTheRestIsCounted() throws IOException {
    Read read = Read.file(dir, "a.warc", join(
        record("warcinfo", "", bytes("software: x\r\n")),
        record("request", SITE + "a", bytes("GET / HTTP/1.1\r\n\r\n")),
        response("a", "One."),
        record("response", SITE + "b.png", http("image/png", new byte[500])),
        record("response", SITE + "robots.txt", http("text/plain", bytes("User-agent: *"))),
        record("response", SITE + "c", http("301 Moved", "text/html", page("Moved."))),
        record("response", SITE + "d", http("404 Not Found", "text/html", page("Nothing."))),
        record("response", SITE + "e", http("503 Busy", "text/html", page("Later."))),
        record("response", SITE + "f", http("text/html", new byte[0])),
        record("response", SITE + "g", new byte[0]),
        record("metadata", SITE + "a", bytes("x: y"))));
    assertThat(read.docs()).containsExactly(SITE + "a");
    assertThat(read.rejects()).isEmpty();
    assertThat(read.issues()).singleElement().satisfies(i -> {
      assertThat(i.kind()).isEqualTo(Kind.SKIPPED);
      assertThat(i.message()).isEqualTo("passed over: empty 2, errors of servers 2, other types 2, redirects 1");
    });
  }

  @Test
  void B02_anArchiveWithoutAPageSaysSo() throws IOException {
    Read read = Read.file(dir, "a.warc", record("response", SITE + "b.png", http("image/png", new byte[500])));
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.toString()).endsWith("a.warc: no page in it; in it: other types 1"));
  }

  @Test
  void B03_twoCapturesOfOneAddressAreVersionsAndARevisitIsNone() throws IOException {
    Read read = Read.file(dir, "a.warc", join(response("a", "One."), record("revisit", SITE + "a", bytes("HTTP/1.1 200 OK\r\n\r\n")), response("a", "Two.")));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "a");
    assertThat(read.messages()).contains("seen again unchanged 1");
  }

  @Test
  void B04_textAndConversionsAreFlattenedPages() throws IOException {
    Read read = Read.file(dir, "a.wet", join(
        record("conversion", SITE + "a", bytes("A headline\n\nThe army captured Qarah.\n"), "Content-Type: text/plain"),
        record("response", SITE + "b", http("text/plain", bytes("Clashes near Sadad.\n"))),
        record("resource", SITE + "c", page("One."), "Content-Type: text/html")));
    assertThat(read.captures()).extracting(Capture::format)
        .containsExactly(Capture.Format.FLATTENED, Capture.Format.FLATTENED, Capture.Format.HTML);
  }

  @Test
  void B05_aFeedInAnArchiveGivesItsEntries() throws IOException {
    String feed = "<rss version='2.0'><channel><title>Wire</title><item><title>T</title><link>/one</link>"
        + "<pubDate>Mon, 25 Sep 2017 10:00:00 GMT</pubDate><description>The army captured Qarah.</description></item></channel></rss>";
    Read read = Read.file(dir, "a.warc", record("response", SITE + "feed", http("application/rss+xml", bytes(feed))));
    assertThat(read.docs()).containsExactly(SITE + "one");
    assertThat(read.captures().get(0).fetched()).contains(Instant.parse("2017-09-25T08:30:00Z"));
    assertThat(read.captures().get(0).published()).contains(LocalDate.of(2017, 9, 25));
  }

  @Test
  void C01_chunksAndCompressionAreUndone() throws IOException {
    byte[] page = page("The army captured Qarah.");
    byte[] chunked = join(bytes("5\r\n"), Arrays.copyOf(page, 5), bytes("\r\n" + Integer.toHexString(page.length - 5) + ";x=y\r\n"),
        Arrays.copyOfRange(page, 5, page.length), bytes("\r\n0\r\n\r\n"));
    byte[] zlib = new DeflaterInputStream(new ByteArrayInputStream(page)).readAllBytes();
    byte[] raw = new DeflaterInputStream(new ByteArrayInputStream(page), new Deflater(9, true)).readAllBytes();
    Read read = Read.file(dir, "a.warc", join(
        record("response", SITE + "a", http("text/html", chunked, "Transfer-Encoding: chunked")),
        record("response", SITE + "b", http("text/html", gzip(page), "Content-Encoding: gzip")),
        record("response", SITE + "c", http("text/html", zlib, "Content-Encoding: deflate")),
        record("response", SITE + "d", http("text/html", raw, "Content-Encoding: deflate")),
        record("response", SITE + "e", http("text/html", page, "Content-Encoding: gzip", "Transfer-Encoding: chunked")),
        record("response", SITE + "f", http("text/html", page, "Content-Encoding: br"))));
    assertThat(read.issues()).isEmpty();
    assertThat(read.texts()).hasSize(6).containsOnly(new String(page, StandardCharsets.UTF_8));
  }

  @Test
  void C02_brotli() throws IOException {
    // "the army took the town" as one stored meta-block: window 16, length 22, uncompressed
    byte[] text = bytes("The army took the town");
    int header = (text.length - 1) << 4 | 1 << 20;
    byte[] packed = join(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)}, text, new byte[] {3});
    Read read = Read.file(dir, "a.warc", record("response", SITE + "a", http("text/html", packed, "Content-Encoding: br")));
    assertThat(read.texts()).containsExactly("The army took the town");
  }

  @Test
  void D01_charsetsFromHttpMetaAndBytes() throws IOException {
    String sentence = "Café “al-Hurriya” – shelled.";
    Charset windows = Charset.forName("windows-1252");
    byte[] meta = ("<meta charset=windows-1252>" + sentence).getBytes(windows);
    String arabic = "قالت المصادر إن الجيش سيطر على البلدة في ريف دير الزور الشرقي";
    Read read = Read.file(dir, "a.warc", join(
        record("response", SITE + "a", http("text/html; charset=\"windows-1252\"", sentence.getBytes(windows))),
        record("response", SITE + "b", http("text/html", meta)),
        record("response", SITE + "c", http("text/html; charset=iso-8859-1", sentence.getBytes(windows))),
        record("response", SITE + "d", http("text/html; charset=iso-8859-1", bytes(sentence))),
        record("response", SITE + "e", http("text/html; charset=windows-1256", arabic.getBytes(Charset.forName("windows-1256")))),
        record("response", SITE + "f", http("text/html; charset=utf-8", arabic.getBytes(Charset.forName("windows-1256")))),
        record("response", SITE + "g", http("text/html; charset=utf-8", sentence.getBytes(windows))),
        record("response", SITE + "h", http("text/html; charset=no-such-set", bytes(sentence)))));
    assertThat(read.texts()).containsExactly(
        sentence, "<meta charset=windows-1252>" + sentence, sentence, sentence, arabic, arabic, sentence, sentence);
    assertThat(read.issues()).extracting(i -> i.kind()).containsExactly(Kind.ENCODING, Kind.ENCODING);
    assertThat(read.messages()).contains("read as windows-1256").contains("read as windows-1252");
  }
}
