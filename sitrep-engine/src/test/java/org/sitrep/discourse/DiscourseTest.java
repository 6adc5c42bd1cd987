package org.sitrep.discourse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Post;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.pipeline.Coded;
import org.sitrep.pipeline.CodedText;
import org.sitrep.pipeline.Pipeline;
import org.sitrep.pipeline.Snippets;

import static org.assertj.core.api.Assertions.assertThat;

/** Invented threads below an invented article. */
class DiscourseTest {

  private static final Pipeline PIPELINE = Snippets.pipeline("syria");
  private static final Discourse DISCOURSE =
      new Discourse(Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of("syria")));

  private static final String ARTICLE =
      "ISIS fighters advanced through Raqqa on Friday, the army said.\n\n"
          + "The Syrian Democratic Forces captured the town of Tabqa from ISIS.\n\n"
          + "At least 45 soldiers were killed by ISIS in Palmyra.\n";

  private static final Coded CODED = PIPELINE.claims(Snippets.capture(ARTICLE));

  private static ReaderThread thread(String... texts) {
    List<Post> posts = new ArrayList<>();
    for (String text : texts) {
      posts.add(new Post(posts.size(), Optional.of("author" + posts.size()), text, Optional.empty(), true));
    }
    return thread(posts);
  }

  private static ReaderThread thread(List<Post> posts) {
    List<ReaderThread.Line> lines = new ArrayList<>();
    for (Block block : CODED.page().blocks()) {
      lines.add(
          new ReaderThread.Line(
              lines.size(), block.firstLine(), CODED.page().article().aligned().toOriginal(block.span()),
              block.span().of(CODED.page().text())));
    }
    ReaderThread thread = new ReaderThread("t", "t", Optional.empty(), lines, posts, List.of());
    return thread.with(DISCOURSE.remarks(thread, DiscourseTest::code));
  }

  private static Discourse.Coding code(org.sitrep.page.Article text) {
    CodedText coded = PIPELINE.text(text);
    return new Discourse.Coding(coded.resolved(), coded.claims());
  }

  private static List<String> asserted(String text) {
    return thread(text).remarks().getFirst().propositions().stream().map(Proposition::toString).toList();
  }

  private static Discussion discussion(String... texts) {
    return DISCOURSE.discussion(thread(texts), CODED.claims());
  }

  /** "disputed CAPTURE: 2 of 3", with what is put in its place. */
  private static List<String> answers(Discussion discussion) {
    return discussion.answers().stream()
        .map(
            a ->
                a.kind().name().toLowerCase(java.util.Locale.ROOT) + " "
                    + CODED.claims().stream().filter(c -> c.id().equals(a.claim())).findFirst().orElseThrow().type().id()
                    + ": " + a.share().authors() + " of " + a.share().of()
                    + a.versions().stream().map(v -> ", " + v.proposition()).reduce("", String::concat))
        .toList();
  }

  @Test
  void A01_theArticleClaimsThreeThings() {
    assertThat(CODED.claims().stream().map(c -> c.type().id())).containsExactly("advance", "capture", "killing");
  }

  @Test
  void A02_whatIsSaidOutrightIsAProposition() {
    assertThat(asserted("The SDF captured Tabqa.")).containsExactly("Syrian Democratic Forces CAPTURE_OF_A_PLACE @ Tabqa");
    assertThat(asserted("saa captured palmyra!")).containsExactly("Syrian Arab Army CAPTURE_OF_A_PLACE @ Palmyra");
    assertThat(asserted("The SDF did not capture Tabqa."))
        .containsExactly("not: Syrian Democratic Forces CAPTURE_OF_A_PLACE @ Tabqa");
    assertThat(asserted("It is not true that the SDF captured Tabqa."))
        .containsExactly("not: Syrian Democratic Forces CAPTURE_OF_A_PLACE @ Tabqa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The SDF captured Tabqa?",
        "Who says that the SDF captured Tabqa",
        "If the SDF captured Tabqa, the war is over.",
        "Maybe the SDF captured Tabqa.",
        "The SDF will capture Tabqa.",
        "The SDF should have captured Tabqa.",
        "I hope the SDF captured Tabqa.",
        "The SDF captured Tabqa. /s",
        "The SDF captured Tabqa. LOL",
        "Sure thing, the SDF captured Tabqa.",
        "Yeah right, the SDF captured Tabqa.",
        "Reuters says the SDF captured Tabqa.",
        "According to the ministry, the SDF captured Tabqa.",
        "Capture Tabqa now!",
        "They captured the whole country.",
        "Nobody captured Tabqa.",
        "How the SDF captured Tabqa is a mystery.",
        "Every time the SDF captured Tabqa we laughed.",
        "\"The army of liars and thieves captured Tabqa and then they ran away\" he wrote.",
        "> The SDF captured Tabqa and nobody of them ever came back from there",
        "My neighbour killed John Smith.",
        "\"SDF captured Tabqa\" yeah after the planes had flattened it",
        "The SDF \"captured\" Tabqa.",
        "Israel is bombing only the SAA and never ISIS.",
        ""
      })
  void B01_whatIsNotSaidOutrightOrNamesNobodyKnownIsNone(String text) {
    assertThat(asserted(text)).isEmpty();
  }

  @Test
  void B02_aLineOfTheArticleIsNoReadersClaimAndPointsToItsPlace() {
    Remark remark =
        thread("The Syrian Democratic Forces captured the town of Tabqa from ISIS. Good.").remarks().getFirst();
    assertThat(remark.propositions()).isEmpty();
    Discussion counted = discussion("The Syrian Democratic Forces captured the town of Tabqa from ISIS. Good.");
    assertThat(counted.quotes()).singleElement().satisfies(q -> {
      assertThat(q.from()).isEqualTo(Discussion.Quote.From.ARTICLE);
      assertThat(q.line()).isEqualTo(3);
    });
  }

  @Test
  void B03_aPostThatQuotesAnotherHasNotSaidIt() {
    List<Remark> remarks =
        thread("Yesterday the SDF captured Tabqa.", "\"Yesterday the SDF captured Tabqa.\" You believe that?").remarks();
    assertThat(remarks.get(1).propositions()).isEmpty();
    assertThat(remarks.get(1).quotesPost()).contains(0);
  }

  @Test
  void C01_anotherWayTaken() {
    assertThat(answers(discussion("They didn't come through Raqqa, they went through Deir Ezzor.")))
        .containsExactly("disputed advance: 1 of 1, MOVEMENT_THROUGH @ Deir ez-Zor");
    assertThat(answers(discussion("isis never passed through raqqa, they passed through palmyra")))
        .containsExactly("disputed advance: 1 of 1, MOVEMENT_THROUGH @ Palmyra");
  }

  @Test
  void C02_readersGoPlacesToo() {
    assertThat(answers(discussion("I went through Raqqa last year. My cousin came from Palmyra.", "We never came through Raqqa.")))
        .isEmpty();
  }

  @Test
  void C03_anotherDoerAnotherPlaceAnotherNumber() {
    assertThat(answers(discussion("Wrong. The Syrian army captured Tabqa.")))
        .containsExactly("disputed capture: 1 of 1, Syrian Arab Army CAPTURE_OF_A_PLACE @ Tabqa");
    assertThat(answers(discussion("Actually the SDF captured Manbij.")))
        .containsExactly("disputed capture: 1 of 1, Syrian Democratic Forces CAPTURE_OF_A_PLACE @ Manbij");
    assertThat(answers(discussion("Only 3 soldiers were killed by ISIS in Palmyra.")))
        .containsExactly("disputed killing: 1 of 1, Islamic State KILLING soldiers @ Palmyra {killed 3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not the SDF, the Syrian army captured Tabqa.",
        "The Syrian army captured Tabqa, not the SDF.",
        "In fact the Syrian army captured Tabqa.",
        "nope, the saa captured tabqa",
        "The SDF never captured Tabqa. The Syrian army captured Tabqa."
      })
  void C03b_inOtherWords(String text) {
    assertThat(answers(discussion(text)))
        .containsExactly("disputed capture: 1 of 1, Syrian Arab Army CAPTURE_OF_A_PLACE @ Tabqa");
  }

  @Test
  void C04_withoutACueAnotherPlaceIsAnotherHappening() {
    assertThat(answers(discussion("The SDF captured Manbij.", "The Syrian army captured Palmyra."))).isEmpty();
  }

  @Test
  void C05_deniedAndRepeated() {
    Discussion d = discussion("The SDF never captured Tabqa.", "The SDF captured Tabqa.", "Yes, the SDF captured Tabqa. Good.");
    assertThat(answers(d)).containsExactlyInAnyOrder("disputed capture: 1 of 3", "repeated capture: 2 of 3");
  }

  @Test
  void C06_aQuotedLineThatIsCalledUntrueAndAPageThatIs() {
    Discussion d =
        discussion("\"The Syrian Democratic Forces captured the town of Tabqa from ISIS.\" Fake news!", "Fake news!", "False flag.");
    assertThat(answers(d)).containsExactly("disputed capture: 1 of 3");
    assertThat(d.rejections().authors()).isEqualTo(1);
  }

  @Test
  void C07_anAnswerThatCallsAnotherPostUntrueDoesNotCallThePageSo() {
    List<Post> posts =
        List.of(
            new Post(0, Optional.of("a"), "The moon is made of cheese.", Optional.empty(), true),
            new Post(1, Optional.of("b"), "Not true.", Optional.of(0), false));
    assertThat(DISCOURSE.discussion(thread(posts), CODED.claims()).rejections().authors()).isZero();
  }

  @Test
  void D01_authorsCountNotPosts() {
    List<Post> posts =
        Stream.of("a", "a", "a", "b", "")
            .map(name -> new Post(0, Optional.of(name).filter(n -> !n.isEmpty()), "The SDF captured Tabqa.", Optional.empty(), true))
            .toList();
    List<Post> numbered = new ArrayList<>();
    posts.forEach(p -> numbered.add(new Post(numbered.size(), p.author(), p.text(), p.parent(), true)));
    Discussion d = DISCOURSE.discussion(thread(numbered), CODED.claims());
    assertThat(d.posts()).isEqualTo(5);
    assertThat(d.authors()).isEqualTo(2);
    assertThat(d.nameless()).isEqualTo(1);
    assertThat(d.propositions()).singleElement().satisfies(p -> {
      assertThat(p.posts()).isEqualTo(5);
      assertThat(p.share().authors()).isEqualTo(2);
      assertThat(p.share().of()).isEqualTo(2);
    });
  }

  @Test
  void D02_whoSaysTheNarrowerHasSaidTheWider() {
    Discussion d = discussion("They captured Tabqa.", "The SDF captured Tabqa.");
    assertThat(d.propositions().stream().map(p -> p.proposition() + ": " + p.share().authors()))
        .containsExactly("CAPTURE_OF_A_PLACE @ Tabqa: 2", "Syrian Democratic Forces CAPTURE_OF_A_PLACE @ Tabqa: 1");
  }

  @Test
  void D03_depthAndReplies() {
    List<Post> posts =
        List.of(
            new Post(0, Optional.empty(), "One.", Optional.empty(), true),
            new Post(1, Optional.empty(), "Two.", Optional.of(0), false),
            new Post(2, Optional.empty(), "Three.", Optional.of(1), false));
    Discussion d = DISCOURSE.discussion(thread(posts), List.of());
    assertThat(d.replies()).isEqualTo(2);
    assertThat(d.depth()).isEqualTo(2);
  }

  @Test
  void D04_overSeveralPagesEqualTextsAreFound() {
    String text = "Wake up people, the bridge was blown up by those who now complain about it";
    ReaderThread one = thread(text);
    ReaderThread two = thread(text, "Something else altogether.");
    ReaderThread other = new ReaderThread("u", "u", Optional.empty(), two.article(), two.posts(), two.remarks());
    assertThat(DISCOURSE.overAll(List.of(one, other)).copies())
        .singleElement()
        .satisfies(c -> assertThat(c.threads()).isEqualTo(2));
  }

  @Test
  void E01_hostilePosts() {
    for (String text : List.of("a.".repeat(50_000), "\"".repeat(10_000), "> ".repeat(10_000), "\ud83d\udca3".repeat(5_000), "if ".repeat(20_000))) {
      assertThat(thread(text).remarks().getFirst().propositions()).isEmpty();
    }
  }
}
