package org.sitrep.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers wrote: under which names it is kept, and how it goes away. */
class ThreadsTest {

  private static final String BODY = "Rebels clashed with the army 😀 near Kafr Zita.";
  private static final String COMMENTS = "\nZorro Quixote\nI saw 😀 it all.\nZORRO  QUIXOTE\nTwice.\nAnonymous words.";

  @TempDir Path dir;

  private Path file() {
    return dir.resolve("t.duckdb");
  }

  /** A page with an article after its comments, too, so that offsets behind deleted words count. */
  private static Page page(String digest, Optional<String> url, Optional<String> publisher) {
    String text = BODY + COMMENTS + "\n" + BODY;
    int tail = text.length() - BODY.length();
    Span talk = new Span(BODY.length() + 1, tail - 1);
    Capture capture =
        new Capture(
            "doc-" + digest, "in:1", url, publisher, Optional.empty(), Optional.empty(), Optional.empty(),
            Capture.Format.FLATTENED, text, digest);
    List<Block> blocks =
        List.of(
            new Block(Block.Kind.BODY, new Span(0, BODY.length()), 1, 1),
            new Block(Block.Kind.COMMENT, talk, 2, 6),
            new Block(Block.Kind.BODY, new Span(tail, text.length()), 7, 7));
    Article article =
        new Article(
            capture.doc(), digest, url, publisher, Optional.empty(), AlignedText.identity(text),
            List.of(blocks.get(0), blocks.get(2)));
    List<Comment> comments =
        List.of(
            comment(Optional.of("Zorro Quixote"), "I saw 😀 it all.", talk),
            comment(Optional.of("ZORRO  QUIXOTE"), "Twice.", talk),
            comment(Optional.empty(), "Anonymous words.", talk));
    return new Page(capture, Imprint.of(Optional.empty(), Optional.empty()), article, blocks, comments, List.of());
  }

  private static Comment comment(Optional<String> author, String text, Span span) {
    return new Comment(
        author, Optional.empty(), Optional.empty(), text, span, 2, 3, Optional.empty(), true, 0);
  }

  private static Page page(String digest, String url) {
    return page(digest, Optional.of(url), Optional.empty());
  }

  private Store filled(Page... pages) {
    Store store = Store.open(file());
    store.beginRun(List.of("in"));
    for (Page page : pages) {
      assertThat(store.save(page, List.of(), List.of())).isTrue();
    }
    return store;
  }

  private static List<Remark> remarks() {
    Proposition p =
        new Proposition(
            "capture", "capture", List.of(new Proposition.Named("a", "Army")), List.of(),
            Optional.of(new Proposition.Named("gn:1", "Kafr Zita")), false,
            List.of(new Proposition.Number("killed", 3, Optional.empty())));
    List<Remark> remarks = new ArrayList<>();
    remarks.add(new Remark(0, List.of(p), List.of(p), List.of(2), Optional.empty(), true, false));
    remarks.add(new Remark(1, List.of(), List.of(), List.of(), Optional.of(0), false, true));
    remarks.add(new Remark(2, List.of(), List.of(), List.of(), Optional.empty(), false, false));
    return remarks;
  }

  private static List<Optional<String>> authors(Store store, String digest) {
    return store.threads().find(digest).orElseThrow().posts().stream().map(p -> p.author()).toList();
  }

  @Test
  void A01_remarksComeBackAsTheyWere() {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      store.threads().saveRemarks("d1", remarks());
      store.threads().saveRemarks("d1", remarks());
      ReaderThread thread = store.threads().find("d1").orElseThrow();
      assertThat(thread.remarks()).isEqualTo(remarks());
      assertThat(thread.posts()).hasSize(3);
      assertThat(thread.article()).hasSize(2).allSatisfy(l -> assertThat(l.text()).isEqualTo(BODY));
    }
  }

  @Test
  void A02_aPageWithoutCommentsHasNoThread() {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      assertThat(store.threads().find("nothing")).isEmpty();
    }
  }

  @Test
  void B01_oneNameOnOneSiteIsOneAuthorOnTwoSitesTwo() {
    Page here = page("d1", "https://www.example.org/a");
    Page there = page("d2", "http://example.org/b?x=1");
    Page elsewhere = page("d3", "https://example.net/a");
    Page outlet = page("d4", Optional.empty(), Optional.of("The Example"));
    Page unknown = page("d5", Optional.empty(), Optional.empty());
    try (Store store = filled(here, there, elsewhere, outlet, unknown)) {
      List<Optional<String>> names = authors(store, "d1");
      assertThat(names.get(0)).isPresent().isEqualTo(names.get(1));
      assertThat(names.get(2)).isEmpty();
      assertThat(authors(store, "d2")).isEqualTo(names);
      assertThat(
              List.of("d1", "d3", "d4", "d5").stream().map(d -> authors(store, d).get(0)).distinct())
          .hasSize(4);
    }
  }

  @Test
  void B02_anotherStoreHasAnotherKey() {
    try (Store store = filled(page("d1", "https://example.org/a"));
        Store other = Store.open(dir.resolve("u.duckdb"))) {
      other.beginRun(List.of("in"));
      other.save(page("d1", "https://example.org/a"), List.of(), List.of());
      assertThat(authors(store, "d1").get(0)).isNotEqualTo(authors(other, "d1").get(0));
    }
  }

  @Test
  void C01_eraseLeavesTheArticleAtItsPlaceAndNothingOfTheReaders() throws Exception {
    String text = page("d1", "https://example.org/a").text();
    try (Store store = filled(page("d1", "https://www.example.org/a/"), page("d2", "https://example.org/b"))) {
      store.threads().saveRemarks("d1", remarks());
      Threads.Deleted deleted = store.threads().erase("http://example.org/a#comments");
      assertThat(deleted).isEqualTo(new Threads.Deleted(3, 1));
      assertThat(store.threads().find("d1")).isEmpty();
      assertThat(store.threads().find("d2")).isPresent();
      String left = store.findDocument("d1").orElseThrow().text();
      assertThat(left).hasSameSizeAs(text).startsWith(BODY).endsWith(BODY).doesNotContain("Zorro", "saw", "words");
      assertThat(left.codePointCount(0, left.length())).isEqualTo(text.codePointCount(0, text.length()));
      assertThat(store.findDocument("d1").orElseThrow().blocks()).hasSize(2);
    }
    assertThat(count("comments")).isEqualTo(3);
    assertThat(count("comment_remarks")).isZero();
  }

  @Test
  void C02_anErasedPageIsNotKeptAgainInWhateverVersion() {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      store.threads().erase("https://example.org/a");
      assertThat(store.save(page("d9", "https://example.org/a"), List.of(), List.of())).isTrue();
      assertThat(store.threads().find("d9")).isEmpty();
      assertThat(store.findDocument("d9").orElseThrow().text()).doesNotContain("Zorro");
    }
  }

  @Test
  void C03_aPageCanBeErasedBeforeItIsReadAndByItsId() {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      assertThat(store.threads().erase("https://example.org/later")).isEqualTo(new Threads.Deleted(0, 0));
      store.save(page("d2", "https://example.org/later"), List.of(), List.of());
      assertThat(store.threads().find("d2")).isEmpty();
      assertThat(store.threads().erase("doc-d1").posts()).isEqualTo(3);
    }
  }

  @Test
  void D01_purgeTakesTheWordsOfOldPostsAndKeepsWhatWasFound() {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      store.threads().saveRemarks("d1", remarks());
      assertThat(store.threads().purge(Instant.now().minus(90, ChronoUnit.DAYS))).isEqualTo(new Threads.Deleted(0, 0));
      Instant later = Instant.now().plus(1, ChronoUnit.MINUTES);
      assertThat(store.threads().countRaw(later)).isEqualTo(3);
      assertThat(store.threads().purge(later)).isEqualTo(new Threads.Deleted(3, 1));
      assertThat(store.threads().countRaw(later)).isZero();
      ReaderThread thread = store.threads().find("d1").orElseThrow();
      assertThat(thread.posts()).hasSize(3).allMatch(p -> p.text().isEmpty());
      assertThat(thread.remarks()).isEqualTo(remarks());
      assertThat(thread.posts().getFirst().author()).isPresent();
      assertThat(store.findDocument("d1").orElseThrow().text()).startsWith(BODY).doesNotContain("Zorro");
    }
  }

  /** What readers wrote has no way into evidence: no key, no view, no foreign key between these tables and others. */
  @Test
  void E01_noTableOfEvidenceRefersToThoseOfReaders() throws Exception {
    try (Store store = filled(page("d1", "https://example.org/a"))) {
      assertThat(store.threads().find("d1")).isPresent();
    }
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement s = db.createStatement()) {
      try (ResultSet r = s.executeQuery("SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'")) {
        r.next();
        assertThat(r.getInt(1)).isZero();
      }
      try (ResultSet r =
          s.executeQuery("SELECT view_name, sql FROM duckdb_views() WHERE NOT internal AND sql ILIKE '%comment%'")) {
        assertThat(r.next()).isFalse();
      }
    }
  }

  /** Of the queries only those for threads and for the document's own page name tables of readers. */
  @Test
  void E02_noOtherQueryNamesThem() throws IOException {
    Path sources = Path.of(System.getProperty("sitrep.home", "..")).resolve("sitrep-store/src/main/java");
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(sources)) {
      for (Path source : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source, StandardCharsets.UTF_8);
        if (text.matches("(?s).*(?:FROM|JOIN|INTO|createAppender\\(\")\\s*(?:comments|comment_remarks|erased_threads)\\b.*")) {
          found.add(String.valueOf(source.getFileName()));
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrder("DiscussionTable.java", "DocumentTable.java", "Store.java");
  }

  private int count(String table) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:" + file());
        Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT count(*) FROM " + table)) {
      r.next();
      return r.getInt(1);
    }
  }
}
