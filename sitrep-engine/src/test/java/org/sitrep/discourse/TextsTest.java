package org.sitrep.discourse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.knowledge.DiscussionWords;
import org.sitrep.knowledge.Knowledge;

import static org.assertj.core.api.Assertions.assertThat;

/** Copied texts, quotations, links, cue words and capitals. */
class TextsTest {

  private static final Knowledge KNOWLEDGE =
      Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria"));
  private static final DiscussionWords WORDS = KNOWLEDGE.discussionWords();

  @Test
  void A01_textsAreCopiesWhateverTheirCaseAndMarksAndWithAFewWordsChanged() {
    String text = "Wake up people, the bridge was blown up by those who now complain about it";
    List<List<Integer>> groups =
        NearCopies.among(
            List.of(
                text, "Good.", text.toUpperCase(java.util.Locale.ROOT) + "!!!", "The ferry is out of order today, they said so",
                text.replace("now complain", "today complain"), "Good."));
    assertThat(groups).containsExactly(List.of(0, 2, 4));
  }

  @Test
  void B01_eightWordsOfTheArticleAreAQuotationSevenAreNot() {
    Verbatim article = new Verbatim(List.of("The ferry left the harbour at dawn with forty lorries on board."));
    assertThat(article.in("I read: the ferry left the harbour at dawn with forty, and laughed"))
        .singleElement()
        .satisfies(q -> {
          assertThat(q.source()).isZero();
          assertThat(q.span().of("I read: the ferry left the harbour at dawn with forty, and laughed"))
              .isEqualTo("the ferry left the harbour at dawn with forty");
        });
    assertThat(article.in("so the ferry left the harbour at dawn, ok")).isEmpty();
  }

  @Test
  void B02_inQuotationMarksFourWordsPointToTheirPlaceAndEightOfElsewhereAreForeign() {
    Verbatim sources = new Verbatim(List.of("Nothing here.", "The ferry left the harbour at dawn."));
    assertThat(sources.in("“…left the harbour at…” nonsense")).singleElement().satisfies(q -> assertThat(q.source()).isEqualTo(1));
    assertThat(sources.in("\"we shall never surrender the last of our old lighthouses\" as he said"))
        .singleElement()
        .satisfies(q -> assertThat(q.source()).isEqualTo(-1));
    assertThat(sources.in("so called \"freedom fighters\" again")).isEmpty();
  }

  @Test
  void B03_lettersThatGrowInSmallCaseDoNotShiftAnything() {
    Verbatim sources = new Verbatim(List.of("one two three four five six seven eight"));
    String text = "İİİİ one two three four five six seven eight";
    assertThat(sources.in(text)).singleElement()
        .satisfies(q -> assertThat(q.span().of(text)).isEqualTo("one two three four five six seven eight"));
  }

  @Test
  void C01_linksLoseWhatTracksReaders() {
    Links links = new Links(WORDS);
    assertThat(links.in("see (https://www.Example.org/a/?utm_source=x&id=4&fbclid=y#top). and www.example.net/b, ok"))
        .containsExactly(new Links.Link("example.org", "example.org/a?id=4"), new Links.Link("example.net", "example.net/b"));
    assertThat(links.in("http://localhost/x https://user:pass@example.com:8080/p http://")).containsExactly(
        new Links.Link("example.com", "example.com/p"));
  }

  @Test
  void C02_hostileAddressesEnd() {
    Links links = new Links(WORDS);
    assertThat(links.in("http://" + "a.".repeat(50_000))).isEmpty();
    assertThat(links.in("http://" + "a@".repeat(50_000) + " www." + "-".repeat(50_000))).isEmpty();
  }

  @Test
  void D01_cuesStandAtTheHeadBeforeAMark() {
    Phrases corrects = new Phrases(WORDS.corrects());
    assertThat(corrects.beginAlone("No, it was the navy.")).isTrue();
    assertThat(corrects.beginAlone("@ann Wrong! It was the navy.")).isTrue();
    assertThat(corrects.beginAlone("No one was there.")).isFalse();
    Phrases rejects = new Phrases(WORDS.rejects());
    assertThat(rejects.beginAlone("Fake news!")).isTrue();
    assertThat(rejects.beginAlone("False flag operation.")).isFalse();
  }

  @Test
  void D02_jokesAreMarked() {
    Phrases notMeant = new Phrases(WORDS.notMeant());
    assertThat(notMeant.in("They took the town. /s")).isTrue();
    assertThat(notMeant.in("hahaha they took it")).isTrue();
    assertThat(notMeant.all(" LOL!! ")).isTrue();
    assertThat(notMeant.in("They took the tanks/supplies.")).isFalse();
  }

  @Test
  void E01_townsAndLettersGetTheirCapitalsWordsOfTheLanguageDoNot() {
    Capitals capitals = new Capitals(KNOWLEDGE);
    assertThat(capitals.restore("the sdf went to raqqa and deir ezzor"))
        .isEqualTo("the SDF went to Raqqa and Deir Ezzor");
    assertThat(capitals.restore("most of us who read this may set the sun on fire"))
        .isEqualTo("most of us who read this may set the sun on fire");
  }
}
