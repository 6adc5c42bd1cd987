package org.sitrep.ingestion;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.flow.Issue.Kind;
import org.sitrep.page.Capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ingestion.Warcs.bytes;
import static org.sitrep.ingestion.Warcs.gzip;
import static org.sitrep.ingestion.Warcs.join;
import static org.sitrep.ingestion.Warcs.numbered;

/** Feeds of all kinds, sound, sloppy and hostile. */
class FeedReaderTest {

  private static final String RSS =
      "<?xml version='1.0'?>\n<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Euphrates Wire</title>"
          + "<link>https://wire.example/</link><image><title>Logo</title></image>\n%s</channel></rss>\n";

  @TempDir private Path dir = Path.of("");

  private Read rss(String items) throws IOException {
    return Read.file(dir, "feed.xml", bytes(RSS.replace("%s", items)));
  }

  private static String item(String name, String more) {
    return "<item><title>" + name + "</title><link>https://wire.example/" + name + "</link>" + more + "</item>\n";
  }

  private static String full(String html) {
    return "<content:encoded><![CDATA[" + html + "]]></content:encoded>";
  }

  @Test
  void A01_rssWithFullText() throws IOException {
    Read read = rss(item("a", "<pubDate>Sun, 24 Sep 2017 18:00:00 +0000</pubDate><description>Short.</description>" + full("<p>The army captured <b>Maadan</b>.</p>")));
    Capture capture = read.captures().get(0);
    assertThat(read.issues()).isEmpty();
    assertThat(capture.doc()).isEqualTo("https://wire.example/a");
    assertThat(capture.url()).contains("https://wire.example/a");
    assertThat(capture.title()).contains("a");
    assertThat(capture.publisher()).contains("Euphrates Wire");
    assertThat(capture.published()).contains(LocalDate.of(2017, 9, 24));
    assertThat(capture.format()).isEqualTo(Capture.Format.HTML);
    assertThat(capture.content()).isEqualTo("<p>The army captured <b>Maadan</b>.</p>");
    assertThat(capture.origin()).endsWith("feed.xml:3");
  }

  @Test
  void A02_descriptionsOnlyAreReadAndSaidSoOnce() throws IOException {
    Read read = rss(item("a", "<description>The army captured Qarah.</description>") + item("b", "<description>&lt;p&gt;Two.&lt;/p&gt;</description>") + item("c", full("Three.")));
    assertThat(read.texts()).containsExactly("The army captured Qarah.", "<p>Two.</p>", "Three.");
    assertThat(read.captures()).extracting(Capture::format).containsExactly(Capture.Format.TEXT, Capture.Format.HTML, Capture.Format.HTML);
    assertThat(read.issues()).singleElement().satisfies(i -> {
      assertThat(i.kind()).isEqualTo(Kind.DAMAGED);
      assertThat(i.message()).isEqualTo("2 of 3 entries have no full text (content); their descriptions were read");
    });
  }

  @Test
  void A03_atom() throws IOException {
    Read read = Read.file(dir, "a.atom", bytes(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://notes.example/x/'><title>Notes</title><updated>2018-11-20T09:00:00Z</updated>"
            + "<entry><title type='html'>Al-Safa &amp;amp; beyond</title><link rel='replies' href='c'/><link href='/safa'/><id>tag:1</id>"
            + "<published>2018-11-19T01:00:00+03:00</published><updated>2018-11-20T09:00:00Z</updated>"
            + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The army took al-Safa.</p></div></content></entry>"
            + "<entry><title>T</title><id>tag:2</id><updated>2018-11-21T09:00:00Z</updated><content type='html'>&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;</content></entry>"
            + "<entry><title>U</title><link href='u'/><content>Plain &amp; simple.</content></entry></feed>"));
    assertThat(read.issues()).isEmpty();
    assertThat(read.docs()).containsExactly("https://notes.example/safa", "tag:2", "https://notes.example/x/u");
    assertThat(read.texts().get(0)).contains("<p>The army took al-Safa.</p>");
    assertThat(read.texts().get(1)).isEqualTo("<p>Two &amp; three.</p>");
    assertThat(read.captures().get(2).format()).isEqualTo(Capture.Format.TEXT);
    assertThat(read.texts().get(2)).isEqualTo("Plain & simple.");
    assertThat(read.captures()).extracting(c -> c.title().orElse("")).containsExactly("Al-Safa & beyond", "T", "U");
    assertThat(read.captures()).extracting(Capture::published)
        .containsExactly(Optional.of(LocalDate.of(2018, 11, 19)), Optional.of(LocalDate.of(2018, 11, 21)), Optional.empty());
  }

  @Test
  void A04_rssOneAndForeignPrefixes() throws IOException {
    Read read = Read.file(dir, "a.rdf", bytes(
        "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://purl.org/rss/1.0/' xmlns:c='http://purl.org/rss/1.0/modules/content/'>"
            + "<s:channel><s:title>Desk</s:title><s:items><r:Seq/></s:items></s:channel>"
            + "<s:item><s:title>T</s:title><s:link>https://desk.example/a</s:link><dc:date>2017-09-27T10:00+02:00</dc:date><c:encoded>&lt;p&gt;One.&lt;/p&gt;</c:encoded></s:item></r:RDF>"));
    assertThat(read.issues()).isEmpty();
    assertThat(read.texts()).containsExactly("<p>One.</p>");
    assertThat(read.captures().get(0).publisher()).contains("Desk");
    assertThat(read.captures().get(0).published()).contains(LocalDate.of(2017, 9, 27));
  }

  @Test
  void A05_xmlThatIsAPageOrSomethingElse() throws IOException {
    Read page = Read.file(dir, "a.xml", bytes("<?xml version='1.0'?><!-- x --><html xmlns='http://www.w3.org/1999/xhtml'><body><p>One.</p></body></html>"));
    assertThat(page.captures()).singleElement().satisfies(c -> assertThat(c.format()).isEqualTo(Capture.Format.HTML));
    Read map = Read.file(dir, "b.xml", bytes("<?xml version='1.0'?><urlset><url><loc>https://x.example/</loc></url></urlset>"));
    assertThat(map.rejects()).singleElement().satisfies(i -> {
      assertThat(i.kind()).isEqualTo(Kind.UNSUPPORTED);
      assertThat(i.message()).contains("its first element is urlset");
    });
    assertThat(Read.file(dir, "c.xml", bytes("no markup")).rejects()).singleElement().satisfies(i -> assertThat(i.kind()).isEqualTo(Kind.MALFORMED));
  }

  @Test
  void A06_packedAndInOtherCharsets() throws IOException {
    String feed = RSS.replace("%s", item("a", full("Café “x”.")));
    assertThat(Read.file(dir, "a.rss.gz", gzip(bytes(feed))).texts()).containsExactly("Café “x”.");
    assertThat(Read.file(dir, "b.xml", feed.getBytes(StandardCharsets.UTF_16)).texts()).containsExactly("Café “x”.");
    String stated = feed.replace("version='1.0'", "version='1.0' encoding='ISO-8859-1'");
    Read windows = Read.file(dir, "c.xml", stated.getBytes(Charset.forName("windows-1252")));
    assertThat(windows.texts()).containsExactly("Café “x”.");
    assertThat(windows.issues()).isEmpty();
    assertThat(Read.file(dir, "d.xml", bytes(stated)).texts()).containsExactly("Café “x”.");
    Read wrong = Read.file(dir, "e.xml", feed.getBytes(Charset.forName("windows-1252")));
    assertThat(wrong.texts()).containsExactly("Café “x”.");
    assertThat(wrong.issues()).extracting(i -> i.kind()).containsExactly(Kind.ENCODING);
  }

  @Test
  void A07_countersMakeNoNewVersionAndOtherWordsDo() throws IOException {
    String digest = rss(item("a", full("One.") + "<comments>5</comments>")).captures().get(0).digest();
    assertThat(rss(item("a", full("One.") + "<comments>6</comments>")).captures().get(0).digest()).isEqualTo(digest);
    assertThat(rss(item("a", full("Two.") + "<comments>5</comments>")).captures().get(0).digest()).isNotEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "Sun, 24 Sep 2017 18:00:00 +0000|2017-09-24", "24 Sep 17 07:00 EST|2017-09-24", "Sunday, 24 September 2017 7:00 PM|2017-09-24",
    "Sept 4, 2017|2017-09-04", "September 4th, 2017, 10:00|2017-09-04", "2017-09-24T23:59:59-05:00|2017-09-24", "2017-09-24|2017-09-24",
    "2017/09/24 10:00|2017-09-24", "20170924T100000Z|2017-09-24", "Mon Sep 24 10:00:00 2018|2018-09-24", "Mon Sep 24 10:00:00 GMT 2018|2018-09-24",
    "4-Sep-2017|2017-09-04", "Wed, 31 Feb 2017 10:00:00 GMT|", "03/04/2017|", "yesterday|", "1506211200|"})
  void B01_daysAsFeedsWriteThem(String stated, String day) throws IOException {
    Read read = rss(item("a", "<pubDate>" + stated + "</pubDate>" + full("One.")));
    assertThat(read.captures().get(0).published()).isEqualTo(Optional.ofNullable(day).map(LocalDate::parse));
    assertThat(read.issues()).hasSize(day == null ? 1 : 0).allSatisfy(i -> assertThat(i.kind()).isEqualTo(Kind.TIME));
  }

  @Test
  void B02_sloppyMarkup() throws IOException {
    Read read = rss("<item><title>A & B &nbsp; C</title><link>https://wire.example/a?x=1&y=2</link>" + full("</item> One ]] > here.") + "</item>"
        + "<!-- <item>none</item> --><item><title>open</title><link>https://wire.example/open</link><description>Two.</description>\n"
        + item("c", full("Three.")));
    assertThat(read.docs()).containsExactly("https://wire.example/a?x=1&y=2", "https://wire.example/open", "https://wire.example/c");
    assertThat(read.texts()).containsExactly("</item> One ]] > here.", "Two.", "Three.");
    assertThat(read.messages()).contains("the entry is not closed");
    assertThat(read.rejects()).isEmpty();
  }

  @Test
  void B03_aFeedThatBreaksOff() throws IOException {
    byte[] all = bytes(RSS.replace("%s", item("a", full("One.")) + item("b", full("Two."))));
    int second = new String(all, StandardCharsets.UTF_8).lastIndexOf("Two.");
    Read read = Read.file(dir, "a.rss", Arrays.copyOf(all, second));
    assertThat(read.docs()).containsExactly("https://wire.example/a");
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.position()).isEqualTo(4));
    Read packed = Read.file(dir, "b.rss.gz", Arrays.copyOf(gzip(all), gzip(all).length - 30));
    assertThat(packed.rejects()).isNotEmpty();
  }

  @Test
  void B04_entriesWithoutTextAndNoEntries() throws IOException {
    Read read = rss(item("a", "") + item("b", full("One.")) + item("c", "<description> </description>"));
    assertThat(read.docs()).containsExactly("https://wire.example/b");
    assertThat(read.messages()).contains("2 of 3 entries have no text at all");
    assertThat(rss("").rejects()).singleElement().satisfies(i -> assertThat(i.message()).isEqualTo("no entry in this feed"));
  }

  @Test
  void C01_entitiesAreNeverExpandedOrFetched() throws IOException {
    String bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a \"" + "x".repeat(50) + "\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
        + "<rss><channel><title>T</title><item><title>&c;</title><link>https://x.example/a</link><description>One &c; &f; two.</description></item></channel></rss>";
    Read read = Read.file(dir, "a.xml", bytes(bomb));
    assertThat(read.texts().get(0)).hasSizeLessThan(40).contains("&c;").contains("&f;");
    assertThat(read.messages()).contains("it declares entities of its own");
  }

  @Test
  void C02_tenThousandDeep() throws IOException {
    String deep = "<x>".repeat(10_000) + "The army captured Qarah." + "</x>".repeat(10_000);
    Read read = rss(item("a", "<content type='xhtml'>" + deep + "</content>") + item("b", deep + full("One.")) + deep + item("c", full(deep)));
    assertThat(read.docs()).contains("https://wire.example/b", "https://wire.example/c");
    assertThat(read.texts()).anyMatch(t -> t.equals("One."));
  }

  @Test
  void C03_fiftyMegabytesOnOneLineAndInOneEntry() throws IOException {
    String large = "x".repeat(50_000_000);
    Read read = Read.file(dir, "a.xml", join(
        bytes(RSS.substring(0, RSS.indexOf("%s"))), bytes(item("a", full(large))), bytes("<junk y='"), bytes(large), bytes("'/>"),
        bytes(item("b", full("One.")) + "</channel></rss>")));
    assertThat(read.docs()).containsExactly("https://wire.example/b");
    assertThat(read.rejects()).singleElement().satisfies(i -> assertThat(i.kind()).isEqualTo(Kind.TOO_LARGE));
  }

  @Test
  void C04_aHundredThousandEntries() throws IOException {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      items.append(item(numbered("n%d", i), "<description>Clashes.</description>"));
    }
    Read read = rss(items.toString());
    assertThat(read.captures()).hasSize(100_000);
    assertThat(read.issues()).hasSize(1);
  }

  @Test
  void C05_aTitleOfNestedTemplatesEndsNoFeed() throws IOException {
    String title = "<title>" + "&lt;template&gt;&lt;noscript&gt;x".repeat(1000);
    Read read = rss(item("a", full("One.")).replace("<title>a", title) + item("b", full("Two.")));
    assertThat(read.docs()).containsExactly("https://wire.example/a", "https://wire.example/b");
  }
}
