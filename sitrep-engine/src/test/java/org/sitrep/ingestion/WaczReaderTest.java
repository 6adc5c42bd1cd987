package org.sitrep.ingestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.page.Capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ingestion.Warcs.SITE;
import static org.sitrep.ingestion.Warcs.bytes;
import static org.sitrep.ingestion.Warcs.gzip;
import static org.sitrep.ingestion.Warcs.http;
import static org.sitrep.ingestion.Warcs.join;
import static org.sitrep.ingestion.Warcs.members;
import static org.sitrep.ingestion.Warcs.numbered;
import static org.sitrep.ingestion.Warcs.page;
import static org.sitrep.ingestion.Warcs.record;
import static org.sitrep.ingestion.Warcs.response;
import static org.sitrep.ingestion.Warcs.zip;

/** WACZ: which records are pages, text in place of lost records, and zips that mean harm. */
class WaczReaderTest {

  private static final byte[] DATA = members(response("a", "One."), response("frame", "Advert."), response("b", "Two."));

  @TempDir private Path dir = Path.of("");

  private static byte[] list(String... lines) {
    return bytes("{\"format\":\"json-pages-1.0\",\"id\":\"pages\",\"title\":\"All Pages\"}\n" + String.join("\n", lines) + "\n");
  }

  private static String line(String name, String more) {
    return "{\"id\":\"x\",\"url\":\"" + SITE + name + "\",\"ts\":\"2017-09-25T08:30:00Z\"" + more + "}";
  }

  @Test
  void A01_theListSaysWhichRecordsArePages() throws IOException {
    Read read = Read.file(dir, "a.wacz", zip("archive/data.warc.gz", DATA, "pages/pages.jsonl", list(line("a", ""), line("b#top", ""))));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "b");
    assertThat(read.rejects()).isEmpty();
    assertThat(read.messages()).contains("passed over: parts of pages 1");
    assertThat(read.captures().get(0).origin()).endsWith("a.wacz!archive/data.warc.gz:0");
  }

  @Test
  void A02_withoutAListEverythingIsAPage() throws IOException {
    assertThat(Read.file(dir, "a.wacz", zip("archive/data.warc.gz", DATA)).docs()).hasSize(3);
  }

  @Test
  void A03_extraPagesCountToo() throws IOException {
    Read read = Read.file(dir, "a.wacz", zip("archive/data.warc.gz", DATA, "pages/pages.jsonl", list(line("a", "")), "pages/extraPages.jsonl", list(line("b", ""))));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "b");
  }

  @Test
  void A04_textStandsInOnlyWhereNoRecordHasThePage() throws IOException {
    Read read = Read.file(dir, "a.wacz", zip(
        "pages/pages.jsonl", list(
            line("a", ",\"text\":\"not this\""), line("lost", ",\"title\":\"Qarah\",\"text\":\"Clashes near Qarah.\\nShare\""), line("nothing", "")),
        "archive/data.warc.gz", DATA));
    assertThat(read.docs()).containsExactly(SITE + "a", SITE + "lost");
    Capture lost = read.captures().get(1);
    assertThat(lost.format()).isEqualTo(Capture.Format.FLATTENED);
    assertThat(lost.title()).contains("Qarah");
    assertThat(lost.fetched()).contains(Instant.parse("2017-09-25T08:30:00Z"));
    assertThat(read.messages()).contains("listed without a record 1");
  }

  @Test
  void A05_whatAPageRedirectsToIsThePageWhereverItStands() throws IOException {
    byte[] redirect = record("response", SITE + "old", http("301 Moved", "text/html", new byte[0], "Location: /b"));
    byte[] pages = list(line("old", ",\"text\":\"not this\""));
    Read after = Read.file(dir, "a.wacz", zip("archive/data.warc.gz", join(gzip(redirect), DATA), "pages/pages.jsonl", pages));
    Read before = Read.file(dir, "b.wacz", zip("archive/data.warc.gz", join(DATA, gzip(redirect)), "pages/pages.jsonl", pages));
    assertThat(after.docs()).containsExactly(SITE + "b");
    assertThat(before.docs()).containsExactly(SITE + "b");
    assertThat(before.messages()).contains("parts of pages 2");
  }

  @Test
  void A06_standardInput() {
    byte[] all = zip("archive/data.warc.gz", DATA, "pages/pages.jsonl", list(line("a", "")));
    assertThat(Read.standardInput(new ByteArrayInputStream(all)).docs()).containsExactly(SITE + "a");
  }

  @Test
  void B01_namesThatLeadOutAreLeftOut() throws IOException {
    Read read = Read.file(dir, "a.wacz", zip(
        "../../archive/evil.warc", response("evil", "X."), "/archive/evil.warc", response("evil", "X."),
        "archive/../../evil.warc", response("evil", "X."), "archive\\..\\evil.warc", response("evil", "X."), "archive/data.warc.gz", DATA));
    assertThat(read.docs()).hasSize(3).doesNotContain(SITE + "evil");
    assertThat(read.rejects()).hasSize(4).allSatisfy(i -> assertThat(i.message()).contains("leads out of the archive"));
  }

  @Test
  void B02_aBombInTheZip() throws IOException {
    byte[] bomb = join(bytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: x\r\nContent-Length: 200000000\r\n\r\n"), new byte[200_000_000]);
    Read read = Read.file(dir, "a.wacz", zip("archive/bomb.warc", bomb, "archive/data.warc.gz", DATA));
    assertThat(read.docs()).hasSize(3);
    assertThat(read.rejects()).isNotEmpty();
    assertThat(read.messages()).contains("unpacks to more than 200 times its size");
  }

  @Test
  void B03_aZipInAZipIsNotOpened() throws IOException {
    byte[] inner = zip("archive/data.warc.gz", DATA);
    Read read = Read.file(dir, "a.wacz", zip("archive/inner.wacz", inner, "archive/inner.zip", inner));
    assertThat(read.captures()).isEmpty();
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.message()).startsWith("no page in it"));
  }

  @Test
  void B04_manyEntries() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < 60_000; i++) {
        ZipEntry entry = new ZipEntry(numbered("junk/%d", i));
        entry.setSize(0);
        entry.setCrc(new CRC32().getValue());
        zip.putNextEntry(entry);
      }
      zip.setMethod(ZipOutputStream.DEFLATED);
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(DATA);
      zip.closeEntry();
    }
    assertThat(Read.file(dir, "a.wacz", out.toByteArray()).docs()).hasSize(3);
  }

  @Test
  void B05_filesThatLieOverOneAnother() throws IOException {
    byte[] once = zip("archive/a.warc", response("a", "x".repeat(100)), "archive/b.warc", response("b", "y".repeat(100)));
    byte[] laid = once.clone();
    int second = new String(once, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    Arrays.fill(laid, second + 20, second + 24, (byte) 0x7F); // a packed size of two billion
    Read read = Read.file(dir, "a.wacz", laid);
    assertThat(read.rejects()).isNotEmpty();
    assertThat(read.docs()).contains(SITE + "a");
  }

  @Test
  void B06_aZipThatBreaksOffIsReadFromTheFront() throws IOException {
    byte[] all = zip("archive/data.warc.gz", DATA, "archive/more.warc.gz", members(response("c", "Three.")));
    int second = new String(all, StandardCharsets.ISO_8859_1).indexOf("archive/more");
    Read read = Read.file(dir, "a.wacz", Arrays.copyOf(all, second + 60));
    assertThat(read.docs()).hasSize(3);
    assertThat(read.rejects()).isNotEmpty();
    assertThat(read.messages()).contains("breaks off");
  }

  @Test
  void B07_noZipAtAllAndAListThatIsNone() throws IOException {
    assertThat(Read.file(dir, "a.wacz", page("One.")).rejects()).isNotEmpty();
    Read read = Read.file(dir, "b.wacz", zip("archive/data.warc.gz", DATA, "pages/pages.jsonl", bytes("no json\n[1]\n")));
    assertThat(read.docs()).hasSize(3);
    assertThat(read.rejects()).hasSize(2).allSatisfy(i -> assertThat(i.where()).endsWith("b.wacz!pages/pages.jsonl"));
  }
}
