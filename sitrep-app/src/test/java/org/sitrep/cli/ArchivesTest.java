package org.sitrep.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.flow.Issue.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** Archives and feeds from file to claim. The samples hold invented dispatches. */
class ArchivesTest {

  private static final String SITE = "https://wire.example/2017/";

  @TempDir private Path dir = Path.of("");
  private Path store = Path.of("");

  @BeforeEach
  void noStoreYet() {
    store = dir.resolve("t.duckdb");
  }

  private static Path sample(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(ArchivesTest.class.getResource("archives/" + name), name);
    return Path.of(url.toURI());
  }

  @Test
  void A01_aWarcGivesPagesAndOrdinaryImagesAreNoReject() throws URISyntaxException {
    Bench.Read read = Bench.read(store, sample("crawl.warc.gz"));
    assertThat(read.exit()).isEqualTo(Exit.OK);
    assertThat(read.docs()).containsOnly(SITE + "maadan", SITE + "mayadin", SITE + "chunks");
    assertThat(read.claims()).isEqualTo(4); // two of the first version of one page do not count
    assertThat(read.err()).singleElement().asString()
        .endsWith("passed over: errors of servers 1, other types 1, redirects 1, seen again unchanged 1");
    assertThat(read.issues()).anyMatch(i -> i.kind() == Kind.SKIPPED);
  }

  @Test
  void A02_readingAgainAndFromAnotherArchiveAddsNothing() throws URISyntaxException {
    Bench.read(store, sample("crawl.warc.gz"));
    Bench.Read again = Bench.read(store, sample("crawl.warc.gz"), sample("crawl.wacz"));
    assertThat(again.docs().stream().filter(d -> !d.equals(SITE + "lost")).distinct()).hasSize(3);
    assertThat(again.docs()).contains(SITE + "lost");
  }

  @Test
  void A03_flattenedTextAndFeedsGiveClaims() throws URISyntaxException {
    Bench.Read read = Bench.read(store, sample("flat.wet.gz"), sample("wire.rss"), sample("notes.atom"), sample("desk.xml"));
    assertThat(read.exit()).isEqualTo(Exit.OK);
    assertThat(read.docs()).contains(SITE + "safa", SITE + "maadan-feed", "https://notes.example/safa", "https://desk.example/a");
    Bench.Result claims = Bench.run("claims", "--json", "--store", store.toString());
    assertThat(claims.out()).contains("\"doc\":\"" + SITE + "maadan-feed\"").contains("\"doc\":\"" + SITE + "safa\"");
    assertThat(claims.out().lines().filter(l -> l.contains(SITE + "maadan-feed"))).anyMatch(l -> l.contains("2017-09-23"));
  }

  @Test
  void A04_xmlThatIsNoFeedIsNamed() throws URISyntaxException {
    Bench.Read read = Bench.read(store, sample("map.xml"), sample("desk.xml"));
    assertThat(read.exit()).isEqualTo(Exit.REJECTS);
    assertThat(read.err()).singleElement().asString().contains("map.xml: XML, but neither a feed nor a page: its first element is urlset");
  }
}
