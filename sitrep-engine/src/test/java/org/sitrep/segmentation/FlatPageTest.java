package org.sitrep.segmentation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages flattened to lines, in several shapes; all of them written for this test. */
class FlatPageTest {

  private static final Segmenter SEGMENTER =
      new Segmenter(Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of()));

  private static final String ARTICLE =
      """
      Harbour Guard Enters Northern Docks

      The harbour guard entered the northern docks on Friday, a spokesman for the port authority said, after two days of shelling that emptied most of the quarter.

      According to the guard, three of its members were wounded. A monitor based abroad reported that five had been killed.
      """;

  static Page page(String text) {
    return SEGMENTER.apply(
        new Capture(
            "test", "test", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Capture.Format.FLATTENED, text, "0"));
  }

  private static List<String> of(Page page, Kind kind) {
    return page.blocks().stream()
        .filter(b -> b.kind() == kind)
        .map(b -> b.span().of(page.text()))
        .toList();
  }

  @Test
  void a01_anArticleAloneIsAllArticle() {
    Page page = page(ARTICLE);
    assertThat(page.headline()).contains("Harbour Guard Enters Northern Docks");
    assertThat(of(page, Kind.BODY)).hasSize(2);
    assertThat(page.blocks()).extracting(Block::kind)
        .containsExactly(Kind.HEADLINE, Kind.BODY, Kind.BODY);
    assertThat(page.comments()).isEmpty();
  }

  @Test
  void a02_aDateInTheHeadlineIsTheDayOfPublication() {
    Page page = page("Front Report, 3 March 2019: Docks Change Hands\n\n" + ARTICLE);
    assertThat(page.article().published()).contains(LocalDate.of(2019, 3, 3));
  }

  @Test
  void a03_elseADateInTheByline() {
    Page page = page(ARTICLE.replaceFirst("\n\n", "\n\nBy Ada Quill, 4 March 2019\n\n"));
    assertThat(page.article().published()).contains(LocalDate.of(2019, 3, 4));
  }

  private static Page page(String url, String text) {
    return SEGMENTER.apply(
        new Capture(
            "test", "test", Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Capture.Format.TEXT, text, "0"));
  }

  @Test
  void a04_elseTheDayInTheAddress() {
    assertThat(page("https://courier.example/2019/03/05/docks", ARTICLE).article().published()).contains(LocalDate.of(2019, 3, 5));
    assertThat(page("https://courier.example/docks", ARTICLE).article().published()).isEmpty();
  }

  @Test
  void a05_elseTheNewestOfThePostsThatItQuotes() {
    String quoting = ARTICLE + "\nThe docks are ours again.\n— Harbour Guard (@harbour_guard) March 4, 2019\n\nNo, they are not.\n— Dockers (@dockers1) March 2, 2019\n";
    assertThat(page(quoting).article().published()).contains(LocalDate.of(2019, 3, 4));
    assertThat(page("https://courier.example/2019/03/05/docks", quoting).article().published()).contains(LocalDate.of(2019, 3, 5));
  }

  @Test
  void a06_aDateFarAboveTheHeadlineIsTheDayOfTheVisit() {
    String menu = "20 May 2021\n\nSchools open again in the north\n\nRain expected for the weekend\n\nBridge repaired after a year\n\n"
        + "Language\n\nDeutsch\n\nEnglish\n\nItaliano\n\nPolski\n\n";
    Page page = SEGMENTER.apply(
        new Capture(
            "test", "test", Optional.empty(), Optional.empty(), Optional.of("Harbour Guard Enters Northern Docks"), Optional.empty(),
            Optional.empty(), Capture.Format.TEXT, menu + ARTICLE, "0"));
    assertThat(page.headline()).contains("Harbour Guard Enters Northern Docks");
    assertThat(page.article().published()).isEmpty();
  }

  @Test
  void a07_aPostIsFreedOfItsAuthorItsStampAndOtherPosts() {
    Page page = page("https://posts.example/harbourwatch/status/17",
        "Post\n\nHarbour Watch@harbourwatchMar 1, 2019A quiet night in the docks.212\n\nHarbour Watch@HarbourWatchTwo guards were wounded in the northern docks today.\n"
            + "The docks are closed.9:01 PM · Mar 3, 20191.2KViews42\n\nSomebody@somebody77Mar 4, 2019I do not believe a word of it.\n");
    assertThat(page.article().published()).contains(LocalDate.of(2019, 3, 3));
    assertThat(of(page, Kind.BODY)).allMatch(t -> !t.contains("@") && !t.contains("believe") && !t.contains("quiet"));
    String article = String.join("|", page.article().blocks().stream().map(b -> b.span().of(page.text())).toList());
    assertThat(article).contains("Two guards were wounded in the northern docks today.").contains("The docks are closed.").doesNotContain("PM");
  }

  @Test
  void b01_furnitureAndCaptionsAreNoArticle() {
    Page page =
        page(
            """
            0 $
            1,000 $
            APRIL 2024

            Harbour Guard Enters Northern Docks

            Support DockWatch

            The harbour guard entered the northern docks on Friday, a spokesman for the port authority said, after two days of shelling.

            Harbour Guard Enters Northern Docks

            Click to see the map in full size

            Map source: Dock Maps

            Support DockWatch
            """);
    assertThat(of(page, Kind.BODY)).hasSize(1);
    assertThat(of(page, Kind.CAPTION)).hasSize(3);
    assertThat(of(page, Kind.HEADLINE)).hasSize(1);
    assertThat(page.article().published()).isEmpty();
  }

  @Test
  void c01_aFormsLabelsOpenAThreadAndLostNamesLeaveTwoBlankLines() {
    Page page =
        page(
            ARTICLE
                + """


                Notify of
                Newest Most Voted
                View all comments
                Pier Watcher

                Who counts the wounded here?


                Pier Watcher the guard does, and it counts well.

                Salt Cod

                I was there in May, nobody counted anything.


                Salt, you were not.
                """);
    List<Comment> comments = page.comments();
    assertThat(comments).extracting(Comment::author)
        .containsExactly(
            Optional.of("Pier Watcher"), Optional.empty(), Optional.of("Salt Cod"), Optional.empty());
    assertThat(comments).extracting(Comment::parent)
        .containsExactly(Optional.empty(), Optional.of(0), Optional.empty(), Optional.of(2));
    assertThat(comments.get(1).parentKnown()).isTrue();
    assertThat(comments.get(2).parentKnown()).isFalse();
    assertThat(of(page, Kind.BODY)).hasSize(2);
  }

  @Test
  void c02_indentedBulletsAreNested() {
    Page page =
        page(
            ARTICLE
                + """


                  • Pier Watcher

                    Who counts the wounded here?

                    • Salt Cod

                      Nobody, I guess.

                  • lantern77

                    The docks are gone anyway.
                """);
    assertThat(page.comments()).extracting(Comment::author)
        .containsExactly(
            Optional.of("Pier Watcher"), Optional.of("Salt Cod"), Optional.of("lantern77"));
    assertThat(page.comments()).extracting(Comment::parent)
        .containsExactly(Optional.empty(), Optional.of(0), Optional.empty());
    assertThat(page.comments()).allMatch(Comment::parentKnown);
  }

  @Test
  void c03_namesAloneOpenAThreadWhereReadersWrite() {
    Page page =
        page(
            ARTICLE
                + """

                Pier Watcher

                lol who counts the wounded here, you?

                Salt Cod

                I dont know man, ask the guard!!

                Pier Watcher

                sure, they will tell me :)
                """);
    assertThat(page.comments()).hasSize(3);
    assertThat(of(page, Kind.BODY)).hasSize(2);
  }

  @Test
  void c04_authorLinesWithTimes() {
    Page page =
        page(
            ARTICLE
                + """

                2 comments

                Pier Watcher says:
                4 years ago

                Who counts the wounded here?

                Reply

                Salt Cod says:
                3 years ago

                Nobody does.

                Reply
                """);
    assertThat(page.comments()).extracting(Comment::author)
        .containsExactly(Optional.of("Pier Watcher"), Optional.of("Salt Cod"));
    assertThat(page.comments()).extracting(Comment::time)
        .containsExactly(Optional.of("4 years ago"), Optional.of("3 years ago"));
    assertThat(page.comments()).extracting(Comment::text)
        .containsExactly("Who counts the wounded here?", "Nobody does.");
  }

  @Test
  void c05_aNameAndATextBelowTheHeadingAreAComment() {
    Page page = page(ARTICLE + """

        Comments

        salt_cod

        They sank nine boats off the mole.
        """);
    assertThat(page.comments()).extracting(Comment::author).containsExactly(Optional.of("salt_cod"));
    assertThat(of(page, Kind.BODY)).hasSize(2);
  }

  @Test
  void c06_soIsATextWithoutANameBelowTheHeading() {
    Page page = page(ARTICLE + """

        3 comments

        The guard sank nine boats off the mole.
        """);
    assertThat(page.comments()).hasSize(1);
    assertThat(of(page, Kind.BODY)).hasSize(2);
  }

  @Test
  void c07_aLinkToTheCommentsAboveAnArticleOpensNoThread() {
    int second = ARTICLE.indexOf("According");
    Page page = page(ARTICLE.substring(0, second) + "Comments\n\n" + (ARTICLE.substring(second) + '\n').repeat(3));
    assertThat(page.comments()).isEmpty();
  }

  @Test
  void c08_norDoesOneAboveAnAuthorsName() {
    Page page = page("Docks Taken\n\nThe guard took the northern docks on Friday, the port authority said.\n\n3 comments\n\nJane Doe\n\n"
        + (ARTICLE.substring(ARTICLE.indexOf("According")) + '\n').repeat(3));
    assertThat(page.comments()).isEmpty();
  }

  @Test
  void c09_aThreadWithoutAnArticleIsAllComments() {
    StringBuilder page = new StringBuilder("Docks Taken\n\n12 Comments\nNewest Most Voted\nInline Feedbacks\nView all comments\n");
    for (String name : List.of("Anna M", "Sea Dog", "Old Salt", "Anna M", "Tom")) {
      page.append(name).append("\n\nThe guard took the docks and killed ten men there, my cousin says.\n\n");
    }
    Page read = page(page.toString());
    assertThat(read.comments()).hasSize(5);
    assertThat(of(read, Kind.BODY)).noneMatch(b -> b.contains("guard"));
  }

  @Test
  void c10_labelsAboveAnArticleWithTwoAuthorsAreNone() {
    Page page = page("Docks Taken\n\nNewest Most Voted\nView all comments\nJane Doe\n\nPiet Lund\n\n" + (ARTICLE.substring(ARTICLE.indexOf("According")) + "\n\n").repeat(9));
    assertThat(page.comments()).isEmpty();
  }

  @Test
  void d01_subheadingsAreNoNames() {
    Page page =
        page(
            ARTICLE
                + """

                Background

                The docks have changed hands twice since January, according to the port authority.

                Next Steps

                Talks are to resume on Monday, officials said.
                """);
    assertThat(page.comments()).isEmpty();
    assertThat(of(page, Kind.COMMENT)).isEmpty();
    assertThat(of(page, Kind.BODY)).hasSize(6);
  }

  @Test
  void d02_aListOfNamesIsNoThread() {
    Page page =
        page(
            ARTICLE
                + """

                The wounded are:

                Anna Maro (34)

                Piet Lund (51)

                Oda Krist (8)

                The port authority said that the list was not complete.
                """);
    assertThat(page.comments()).isEmpty();
    assertThat(of(page, Kind.BODY)).hasSize(7);
  }
}
