package org.sitrep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code sitrep discussion} on an invented thread, as a user gets it. */
class DiscussionCommandTest {

  private static final String ARTICLE =
      """
      Fighters come through Raqqa, army says

      September 3, 2017

      ISIS fighters advanced through Raqqa on Friday, the army said. The Syrian Democratic Forces captured the town of Tabqa from ISIS.

      Comments (%d)
      """;

  /** Six say the same of Tabqa in their own words, three of Raqqa; one name posts twice. */
  private static final List<String> POSTS =
      List.of(
          "Ann Lee|Wrong. The Syrian army captured Tabqa, my whole family from the villages around there could tell you.",
          "Bob Roe|No, the Syrian army captured Tabqa.",
          "Cyd Poe|Actually the Syrian army captured Tabqa.",
          "Dee Low|Wrong, the Syrian army captured Tabqa and everybody knows it.",
          "Eli Fox|Nope. The Syrian army captured Tabqa.",
          "Flo Day|Incorrect. The Syrian army captured Tabqa.",
          "Gus May|They didn't come through Raqqa, they went through Deir Ezzor.",
          "Hal Ray|They did not come through Raqqa.",
          "Ann Lee|isis never passed through raqqa, see https://example.net/maps?utm_source=x");

  @TempDir private Path dir = Path.of("");
  private String store = "";

  @BeforeEach
  void read() throws IOException {
    StringBuilder page = new StringBuilder(String.format(java.util.Locale.ROOT, ARTICLE, POSTS.size()));
    for (String post : POSTS) {
      String[] parts = post.split("\\|", 2);
      page.append('\n').append(parts[0]).append(" • 2 days ago\n\n").append(parts[1]).append('\n');
    }
    Path file = Files.writeString(dir.resolve("page.txt"), page);
    store = dir.resolve("t.duckdb").toString();
    assertThat(Bench.read(Path.of(store), file).exit()).isEqualTo(Exit.OK);
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
  void C01_nothingThatReadersWriteReachesEvidence() throws IOException {
    List<String> before = evidence(store);
    assertThat(discussion().exit()).isEqualTo(Exit.OK);
    assertThat(evidence(store)).isEqualTo(before);
    assertThat(before.getFirst()).contains("ADVANCE", "CAPTURE").doesNotContain("Deir", "Syrian Arab Army");

    Path bare = Files.createDirectory(dir.resolve("bare")).resolve("page.txt");
    String text = Files.readString(dir.resolve("page.txt"));
    Files.writeString(bare, text.substring(0, text.indexOf("Comments (")));
    String without = dir.resolve("u.duckdb").toString();
    Bench.read(Path.of(without), bare);
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
