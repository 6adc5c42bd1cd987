package org.sitrep.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.store.Store;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sitrep discussion} on an invented thread, as a user gets it. */
class DiscussionCommandTest {

  private static final String ARTICLE =
      """
      ISIS fighters advanced through Raqqa on Friday, the army said. The Syrian Democratic Forces captured the town of Tabqa from ISIS.
      """;

  /** Six say the same of Tabqa in their own words, three of Raqqa; one name posts twice. */
  private static final List<String> POSTS =
      List.of(
          "Ann Lee|Wrong. The Syrian army captured Tabqa on a cold night while my whole family slept in the cellar of our house.",
          "Bob Roe|No, the Syrian army captured Tabqa.",
          "Cyd Poe|Actually the Syrian army captured Tabqa.",
          "Dee Low|Wrong, the Syrian army captured Tabqa and my cousin saw it.",
          "Eli Fox|Nope. The Syrian army captured Tabqa.",
          "Flo Day|Incorrect. The Syrian army captured Tabqa.",
          "Gus May|They didn't come through Raqqa, they went through Deir Ezzor.",
          "Hal Ray|They did not come through Raqqa.",
          "Ann Lee|isis never passed through raqqa, see https://example.net/maps?utm_source=x");

  @TempDir private Path dir = Path.of("");
  private String store = "";

  @BeforeEach
  void read() {
    store = dir.resolve("t.duckdb").toString();
    save(store, POSTS);
  }

  /** Keeps the article with these posts below it, as reading a page would. */
  private static void save(String file, List<String> posts) {
    StringBuilder text = new StringBuilder(ARTICLE);
    List<Comment> comments = new ArrayList<>();
    for (String post : posts) {
      String[] parts = post.split("\\|", 2);
      Span span = new Span(text.length(), text.length() + post.length());
      text.append(post).append('\n');
      comments.add(
          new Comment(
              Optional.of(parts[0]), Optional.empty(), Optional.empty(), parts[1], span, 2, 2,
              Optional.empty(), true, 0));
    }
    Coded coded = Bench.pipeline().claims(capture(ARTICLE, Capture.Format.TEXT));
    Capture capture = capture(text.toString(), Capture.Format.FLATTENED);
    List<Block> blocks = new ArrayList<>(coded.page().blocks());
    comments.forEach(c -> blocks.add(new Block(Block.Kind.COMMENT, c.span(), 2, 2)));
    Article article =
        new Article(
            "page", "digest", Optional.empty(), Optional.empty(), capture.published(),
            AlignedText.identity(text.toString()), coded.page().article().blocks());
    try (Store open = Store.open(Path.of(file))) {
      open.beginRun(List.of("test"));
      open.save(
          new Page(capture, Imprint.NONE, article, blocks, comments, List.of()), coded.claims(), List.of());
      Pipeline pipeline = Bench.pipeline();
      open.replaceEvents(pipeline.events(coded.claims()).events(), pipeline.ledger(coded.claims()));
    }
  }

  private static Capture capture(String text, Capture.Format format) {
    return new Capture(
        "page", "page.txt", Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(LocalDate.of(2017, 9, 3)), Optional.empty(), format, text, "digest");
  }

  private Bench.Result discussion(String... args) {
    List<String> all = new ArrayList<>(List.of("discussion", "--store", store));
    all.addAll(Arrays.asList(args));
    return Bench.run(all.toArray(String[]::new));
  }

  @Test
  void A01_whatFiveAuthorsSayIsShownWithItsIntervalWhatFewerSayIsNot() {
    Bench.Result result = discussion();
    assertThat(result.exit()).isEqualTo(Exit.OK);
    assertThat(result.out())
        .startsWith("reader comments: not evidence")
        .contains("9 posts by 8 named authors")
        .contains("asserted by 6 of 8 authors (75 %; 41-93 %): Syrian Arab Army CAPTURE_OF_A_PLACE @ Tabqa")
        .contains("disputed by 6 of 8 authors (75 %; 41-93 %): [@publisher] certain: Syrian Democratic Forces CAPTURE Islamic State @ Tabqa")
        .contains("instead, 6 of 8 authors (75 %; 41-93 %): Syrian Arab Army CAPTURE_OF_A_PLACE @ Tabqa")
        .contains("disputed by fewer than 5 authors: [army] certain: Islamic State ADVANCE @ Raqqa")
        .contains("each by fewer than 5 authors: not shown")
        .doesNotContain("Deir", "example.net");
  }

  @Test
  void A02_asJson() {
    Bench.Result result = discussion("page", "--json");
    assertThat(result.exit()).isEqualTo(Exit.OK);
    assertThat(result.out().lines()).singleElement().satisfies(line ->
        assertThat(line)
            .contains("\"schema_version\":", "\"evidence\":false", "\"authors\":6,\"of\":8,\"low\":0.409,\"high\":0.929")
            .contains("{\"fewer_than\":5}")
            .doesNotContain("Deir", "example.net"));
  }

  /** No name, no hash of a name, and no eight words in a row that a reader wrote. */
  @Test
  void B01_noNameAndNoWordsOfReaders() {
    List<String> hashes;
    try (Store open = Store.openExisting(Path.of(store))) {
      hashes = open.findDocument("page").orElseThrow().comments().stream().flatMap(c -> c.author().stream()).toList();
    }
    assertThat(hashes).hasSize(9);
    String out = discussion().out() + discussion("--json", "--authors", "5").out();
    assertThat(hashes).allSatisfy(hash -> assertThat(out).doesNotContain(hash));
    String plain = " " + plain(out) + " ";
    for (String post : POSTS) {
      assertThat(out).doesNotContain(post.substring(0, post.indexOf('|')));
      List<String> words = List.of(plain(post.substring(post.indexOf('|') + 1)).split(" "));
      for (int i = 0; i + 8 <= words.size(); i++) {
        assertThat(plain).doesNotContain(" " + String.join(" ", words.subList(i, i + 8)) + " ");
      }
    }
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  @Test
  void B02_lessThanTheRuleCannotBeAskedFor() {
    Bench.Result result = discussion("--authors", "2");
    assertThat(result.exit()).isEqualTo(Exit.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(discussion("--authors", "7").out()).doesNotContain("asserted by").contains("fewer than 7 authors");
  }

  /** Claims, events, control and every export are what they would be without a thread below the page. */
  @Test
  void C01_nothingThatReadersWriteReachesEvidence() {
    List<String> before = evidence(store);
    assertThat(discussion().exit()).isEqualTo(Exit.OK);
    assertThat(evidence(store)).isEqualTo(before);
    assertThat(before.getFirst()).contains("ADVANCE", "CAPTURE").doesNotContain("Deir", "Syrian Arab Army");

    String without = dir.resolve("u.duckdb").toString();
    save(without, List.of());
    assertThat(evidence(without)).isEqualTo(before);
  }

  private static List<String> evidence(String store) {
    List<String> all = new ArrayList<>();
    for (String command : List.of("claims", "events", "control", "control --ledger", "export --profile claims", "export --profile geojson")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.addAll(List.of("--store", store));
      all.add(Bench.run(args.toArray(String[]::new)).out());
    }
    return all;
  }

  @Test
  void D01_filters() {
    assertThat(discussion("--place", "Tabqa").out()).contains("asserted by 6");
    assertThat(discussion("--place", "Palmyra").out()).doesNotContain("asserted by", "disputed by");
    assertThat(discussion("--type", "nosuch").exit()).isEqualTo(Exit.USAGE);
    assertThat(discussion("nosuch").exit()).isEqualTo(Exit.NO_INPUT);
  }

  @Test
  void D02_askedAgainItSaysTheSame() {
    String first = discussion().out();
    assertThat(discussion().out()).isEqualTo(first);
    assertThat(discussion("--again").out()).isEqualTo(first);
  }

  @Test
  void E01_purgeKeepsTheCountsEraseKeepsNothing() {
    String first = discussion().out();
    assertThat(discussion("--purge", "--keep", "0").exit()).isEqualTo(Exit.OK);
    assertThat(discussion().out()).contains("asserted by 6 of 8", "the words of 9 were deleted");
    assertThat(first).doesNotContain("were deleted");
    assertThat(discussion("--erase", "page").err()).anyMatch(l -> l.contains("9 posts deleted on 1 page"));
    Bench.Result nothing = discussion();
    assertThat(nothing.exit()).isEqualTo(Exit.OK);
    assertThat(nothing.out()).isEmpty();
  }
}
