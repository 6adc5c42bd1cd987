package org.sitrep.segmentation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.page.Block.Kind;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;
import org.sitrep.segmentation.MarkupThread.Posted;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Pages as HTML, in several shapes; all of them written for this test. */
class MarkupPageTest {

  private static final Knowledge KNOWLEDGE = Knowledge.load(Path.of(System.getProperty("sitrep.home")), List.of());
  private static final Segmenter SEGMENTER = new Segmenter(KNOWLEDGE);

  private static final String FIRST =
      "The harbour guard entered the northern docks on Friday, a spokesman for the port authority said, after two days of shelling that emptied most of the quarter.";
  private static final String SECOND =
      "According to the guard, three of its members were wounded. A monitor based abroad reported that five had been killed.";
  private static final String THIRD =
      "Ferries to the outer islands, which carry most of the city's flour, were expected to resume on Sunday, the authority added.";
  private static final String TEXT = "<p>" + FIRST + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";
  private static final String HEAD =
      "<html lang=en><head><title>Harbour Guard Enters Northern Docks | Harbour Courier</title></head><body>";

  private static Capture capture(String html, Optional<Instant> fetched) {
    return new Capture(
        "test", "test.html", Optional.of("https://courier.example/news/docks"), Optional.empty(), Optional.empty(), Optional.empty(),
        fetched, Capture.Format.HTML, html, "0");
  }

  private static Page page(String html) {
    return SEGMENTER.apply(capture(html, Optional.empty()));
  }

  private static List<String> of(Page page, Kind kind) {
    return page.blocks().stream().filter(b -> b.kind() == kind).map(b -> b.span().of(page.text())).toList();
  }

  private static String text(Page page) {
    return page.article().blocks().stream()
        .filter(b -> b.kind().isArticle() && b.kind() != Kind.HEADLINE)
        .map(b -> b.span().of(page.text()))
        .collect(Collectors.joining(" "));
  }

  @Test
  void a01_anArticleAloneIsAllArticle() {
    Page page = page(HEAD + "<h1>Harbour Guard Enters Northern Docks</h1>" + TEXT);
    assertThat(page.headline()).contains("Harbour Guard Enters Northern Docks");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(page.imprint().language()).contains("en");
    assertThat(page.comments()).isEmpty();
    assertThat(page.issues()).isEmpty();
  }

  @Test
  void a02_blocksStandOnTheLinesOfTheSource() {
    Page page = page(HEAD + "\n<h1>Harbour Guard Enters Northern Docks</h1>\n<p>" + FIRST + "</p>\n<p>" + SECOND + "\n</p>");
    assertThat(page.blocks()).extracting(Block::firstLine).containsExactly(2, 3, 4);
  }

  @Test
  void a03_everyCharacterKnowsWhereItStandsInTheSource() {
    String html =
        HEAD + "<h1>Harbour Guard Enters Northern Docks</h1><p>Ten&nbsp;men of the &quot;Harbour&#32;Guard&quot; took caf\u00e9&shy;s &amp; quays &lt;4&gt; &mdash; on\n   Friday, \uD83D\uDEA2 the p\u00ADort said &copy 2019.</p>"
            + TEXT;
    Page page = page(html);
    String text = page.text();
    assertThat(text).contains("Ten men of the \"Harbour Guard\" took caf\u00e9s & quays <4> — on Friday, \uD83D\uDEA2 the port said © 2019.");
    for (String word : List.of("men", "took", "quays", "Friday", "2019", FIRST, "Harbour Guard Enters")) {
      int at = text.indexOf(word);
      assertThat(page.article().aligned().toOriginal(new Span(at, at + word.length())).of(html)).isEqualTo(word);
    }
    assertThat(source(page, html, "\"Harbour Guard\"")).isEqualTo("&quot;Harbour&#32;Guard&quot;");
    assertThat(source(page, html, "—")).isEqualTo("&mdash;");
    assertThat(source(page, html, "©")).isEqualTo("&copy");
    assertThat(source(page, html, "on Friday")).isEqualTo("on\n   Friday");
    assertThat(source(page, html, "<4>")).isEqualTo("&lt;4&gt;");
  }

  private static String source(Page page, String html, String words) {
    int at = page.text().indexOf(words);
    return page.article().aligned().toOriginal(new Span(at, at + words.length())).of(html);
  }

  @Test
  void b01_whatStandsAroundAnArticleIsCut() {
    Page page =
        page(
            HEAD
                + "<div class='cookie-banner'><p>We and our partners store things on your device, to measure how you read, and to show you what we think you want.</p></div>"
                + "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
                + "<div class=layout><h1>Harbour Guard Enters Northern Docks</h1><div class=byline>By Ann Lee</div><time datetime='2019-03-21T08:00:00Z'>21 March 2019</time>"
                + "<div class='share-buttons'><a href=#>Share</a> <a href=#>Tweet</a></div><div class=story>"
                + "<p>" + FIRST + "</p><div class=ad-slot>Advertisement</div><p>" + SECOND + "</p>"
                + "<p>Read more: <a href=/x>Flour runs short on the outer islands</a></p><p>" + THIRD + "</p>"
                + "<div class='newsletter-signup'><p>Get the Courier in your mailbox every morning, before the ferries leave, and never miss a tide.</p></div></div>"
                + "<div class=tags><a href=/t>docks</a></div><h3>Related stories</h3><ul><li><a href=/1>Mayor visits the outer islands again this week</a></ul>"
                + "<div class=author-bio><p>Ann Lee has covered the harbour for ten years, and lives by the northern docks with two cats.</p></div>"
                + "</div><footer><p>The Harbour Courier is published by the Courier Society, a company of this city.</p></footer>");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(page.imprint().author()).contains("Ann Lee");
    assertThat(page.article().published()).contains(LocalDate.of(2019, 3, 21));
    assertThat(of(page, Kind.DATELINE)).containsExactly("21 March 2019");
  }

  @Test
  void b02_textWithoutParagraphsAndWithBreaks() {
    Page page = page(HEAD + "<div id=x><b>Harbour Guard Enters Northern Docks</b><br><br>" + FIRST + "<br><br>" + SECOND + "<br/><br/>" + THIRD + "</div>");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(page.headline()).contains("Harbour Guard Enters Northern Docks");
  }

  @Test
  void b03_listsSubheadsTablesAndQuotationsStay() {
    Page page =
        page(
            HEAD + "<article><h1>Harbour Guard Enters Northern Docks</h1><p>" + FIRST + "</p><h2>What is known</h2><p>" + SECOND + "</p>"
                + "<ul><li>Two cranes burnt out</li><li>Nine ferries held back</li></ul><table><tr><td>Docks held</td><td>4 of 7</td></tr></table>"
                + "<blockquote class='twitter-tweet'><p>We hold the docks, all of them.</p>&mdash; Harbour Guard (@guard)</blockquote><p>" + THIRD + "</p></article>");
    assertThat(text(page)).contains("What is known", "Two cranes burnt out", "Nine ferries held back", "Docks held", "4 of 7", THIRD);
    assertThat(of(page, Kind.BLOCK_QUOTE)).first().isEqualTo("We hold the docks, all of them.");
  }

  @Test
  void b04_captionsAndStandfirst() {
    Page page =
        page(
            HEAD + "<article><h1>Harbour Guard Enters Northern Docks</h1><p class=standfirst>Two days of shelling end with a retreat by night</p>"
                + "<figure><img src=a.jpg><figcaption>A crane burns at the northern docks on Thursday</figcaption></figure>" + TEXT
                + "<p>Smoke over the quays (Photo: Ann Lee)</p></article>");
    assertThat(of(page, Kind.STANDFIRST)).containsExactly("Two days of shelling end with a retreat by night");
    assertThat(of(page, Kind.CAPTION)).containsExactly("A crane burns at the northern docks on Thursday", "Smoke over the quays (Photo: Ann Lee)");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void b05_whatIsHiddenIsNoText() {
    Page page = page(HEAD + "<h1>Harbour Guard Enters Northern Docks</h1>" + TEXT + "<div style='display: none'><p>" + FIRST.toUpperCase(java.util.Locale.ROOT) + "</p></div>");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void b06_textThatOnlyTheLinkedDataStates() {
    String html =
        "<html><head><title>Harbour Guard Enters Northern Docks</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Harbour Guard Enters Northern Docks\",\"articleBody\":\""
            + FIRST + "\\n\\n\\u0041ccording to" + SECOND.substring(12) + "\"}</script></head><body><h1>Harbour Guard Enters Northern Docks</h1><p>Subscribe to read on.</p></body></html>";
    Page page = page(html);
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND);
    assertThat(source(page, html, "shelling that emptied")).isEqualTo("shelling that emptied");
    assertThat(source(page, html, "According")).isEqualTo("\\u0041ccording");
  }

  @Test
  void c01_commentsThatOutweighTheArticleAreNoArticle() {
    String talk = "<p>I do not believe a word of this, and neither should you, because the authority has lied to us before, and will again.</p>".repeat(30);
    Page page = page(HEAD + "<h1>Harbour Guard Enters Northern Docks</h1><div class=post>" + TEXT + "</div><div id=comments><h3>30 Comments</h3>" + talk + "</div>");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
    Page unnamed = page(HEAD + "<div><h1>Harbour Guard Enters Northern Docks</h1>" + TEXT + "<h3>30 Comments</h3>" + talk + "</div>");
    assertThat(of(unnamed, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void c02_aThreadBecomesComments() {
    String html =
        HEAD + "\n<h1>Harbour Guard Enters Northern Docks</h1>\n<div>" + TEXT + "</div>\n<section><h4>What readers say</h4>\n<div id=a><b>Tom</b> 3 h<p>Good news &amp; high time.</p>\n"
            + "<div id=b><b>Una</b><p>Is it?<br>I doubt it.</p></div></div></section>";
    Capture capture = capture(html, Optional.empty());
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    Element a = document.expectFirst("#a");
    Element b = document.expectFirst("#b");
    MarkupThread thread =
        new MarkupThread(
            List.of(
                new Posted(a, "Tom", "3 h", 4, List.of(a.expectFirst("p")), -1, true, 0),
                new Posted(b, "Una", null, null, List.of(b.expectFirst("p")), 0, true, 1)),
            List.of(document.expectFirst("section")));
    Page page = new MarkupPage(KNOWLEDGE).read(capture, document, thread);
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(of(page, Kind.BOILERPLATE)).containsExactly("What readers say");
    assertThat(page.comments()).hasSize(2);
    Comment first = page.comments().getFirst();
    assertThat(first.text()).isEqualTo("Good news & high time.");
    assertThat(first.author()).contains("Tom");
    assertThat(first.votes()).contains(4);
    assertThat(first.span().of(page.text())).isEqualTo("Tom 3 h\n\nGood news & high time.");
    assertThat(first.firstLine()).isEqualTo(5);
    Comment second = page.comments().get(1);
    assertThat(second.text()).isEqualTo("Is it?\nI doubt it.");
    assertThat(second.parent()).contains(0);
    assertThat(second.parentKnown()).isTrue();
    assertThat(second.depth()).isEqualTo(1);
    assertThat(second.firstLine()).isEqualTo(6);
    assertThat(page.article().blocks()).noneMatch(x -> x.kind() == Kind.COMMENT);
  }

  @Test
  void c03_aMarkThatOnlyBeginsACommentWhoseWordsFollowIt() {
    String html =
        HEAD + "<h1>Harbour Guard Enters Northern Docks</h1><div>" + TEXT + "</div><div id=talk><a id='comment-1'></a><b>Tom</b>"
            + "<div class=said><p>The guard was there last week already.</p></div><a id='comment-2'></a><b>Una</b>"
            + "<div class=said><p>Not on my pier, it was not.</p></div></div>";
    Capture capture = capture(html, Optional.empty());
    Document document = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    List<Element> said = document.select(".said");
    MarkupThread thread =
        new MarkupThread(
            List.of(
                new Posted(document.expectFirst("#comment-1"), "Tom", null, null, List.of(said.get(0)), -1, true, 0),
                new Posted(document.expectFirst("#comment-2"), "Una", null, null, List.of(said.get(1)), -1, true, 0)),
            List.of(document.expectFirst("#talk")));
    Page page = new MarkupPage(KNOWLEDGE).read(capture, document, thread);
    assertThat(page.comments()).extracting(Comment::text).containsExactly("The guard was there last week already.", "Not on my pier, it was not.");
    assertThat(page.comments()).extracting(c -> c.author().orElse("")).containsExactly("Tom", "Una");
    assertThat(of(page, Kind.BODY)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void d01_theImprintOfLinkedDataAndMeta() {
    Page page =
        page(
            "<html lang='en_GB'><head><title>Harbour Guard Enters Northern Docks - Harbour Courier</title><link rel=canonical href='/news/docks-1'>"
                + "<meta property='og:site_name' content='Harbour Courier'><meta name=author content='Desk'>"
                + "<script type='application/ld+json'>[{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Mayor visits islands\",\"datePublished\":\"2001-01-01\",\"author\":\"Nobody\"},"
                + "{\"@type\":[\"ReportageNewsArticle\"],\"headline\":\"Harbour Guard Enters Northern Docks\",\"datePublished\":\"2019-03-21T23:30:00+0200\",\"dateModified\":\"2019-03-22T06:00:00Z\","
                + "\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"By Bo Ek\"}]}]}]</script></head><body><h1>Harbour Guard Enters Northern Docks</h1>" + TEXT);
    assertThat(page.imprint().author()).contains("Ann Lee, Bo Ek");
    assertThat(page.imprint().published()).contains(LocalDate.of(2019, 3, 21));
    assertThat(page.imprint().modified()).contains(Instant.parse("2019-03-22T06:00:00Z"));
    assertThat(page.imprint().publisher()).contains("Harbour Courier");
    assertThat(page.imprint().url()).contains("https://courier.example/news/docks-1");
    assertThat(page.imprint().language()).contains("en-GB");
    assertThat(page.article().url()).contains("https://courier.example/news/docks");
  }

  @Test
  void d01b_aPageThatStatesNoAddressHasNone() {
    assertThat(page("<html><head><title>Dock Notes</title></head><body><h1>Dock Notes</h1>" + TEXT).imprint().url()).isEmpty();
    assertThat(page("<html><head><link rel=canonical href=''></head><body><h1>Dock Notes</h1>" + TEXT).imprint().url()).isEmpty();
  }

  @Test
  void d02_theLinkedDataOfAnotherArticleSaysNothing() {
    Page page =
        page(
            HEAD + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mayor visits islands\",\"datePublished\":\"2001-01-01\",\"author\":\"Nobody\"}</script>"
                + "<h1>Harbour Guard Enters Northern Docks</h1>" + TEXT);
    assertThat(page.imprint().author()).isEmpty();
    assertThat(page.imprint().published()).isEmpty();
  }

  @Test
  void d03_daysThatCannotBeArePassedOver() {
    String html =
        "<html><head><title>Harbour Guard Enters Northern Docks</title><meta property='article:published_time' content='2030-01-01T00:00:00Z'>"
            + "<meta name='dc.date' content='1970-01-01'></head><body><h1>Harbour Guard Enters Northern Docks</h1><p>Posted on March 21, 2019</p>" + TEXT;
    Page page = SEGMENTER.apply(capture(html, Optional.of(Instant.parse("2019-04-01T00:00:00Z"))));
    assertThat(page.imprint().published()).contains(LocalDate.of(2019, 3, 21));
  }

  @Test
  void d04_theTitleWithoutTheOutletWhereNoHeadlineIsPrinted() {
    assertThat(page(HEAD + TEXT).headline()).contains("Harbour Guard Enters Northern Docks");
  }

  @Test
  void e01_pagesWithoutAnything() {
    for (String html : List.of(" ", "<html></html>", "<frameset><frame src=a><noframes>none</noframes></frameset>", "<body></body>", "no markup at all", "<!-- -->", "<p", "&", "</p></div>",
        "<script>var x = '" + FIRST + "';</script>", "<title>" + FIRST + "</title>", "\u0000<p>a\u0000b</p>", "<table>" + FIRST + "<tr><td>x</table>")) {
      assertThatCode(() -> page(html)).as(html).doesNotThrowAnyException();
    }
    assertThat(page("<html></html>").blocks()).isEmpty();
    assertThat(page("<html></html>").headline()).isEmpty();
  }

  @Test
  void e02_textMovedOutOfATableStillKnowsWhereItStands() {
    String html = HEAD + "<table><tr><td>" + FIRST + "</td></tr>" + SECOND + "</table><p>" + THIRD + "</p>";
    Page page = page(html);
    assertThat(source(page, html, FIRST)).isEqualTo(FIRST);
    assertThat(source(page, html, SECOND)).isEqualTo(SECOND);
    page.blocks().forEach(b -> assertThatCode(() -> page.article().aligned().toOriginal(b.span())).doesNotThrowAnyException());
  }

  @Test
  void e03_deepNestingAndLongLinesTakeNoLongerThanTheyAreLong() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(90),
        () -> {
          page(HEAD + "<div>".repeat(10_000) + TEXT);
          page(HEAD + "<b><i>".repeat(10_000) + TEXT);
          page(HEAD + ("<p class='" + "x ".repeat(50_000) + "' style='" + "y".repeat(100_000) + "'>" + FIRST + "</p>").repeat(2) + TEXT);
          page(HEAD + ("<h3>Related</h3><p><a href=x>" + SECOND + "</a> " + FIRST + "</p>").repeat(3_000));
          page(HEAD + "<li>&amp;&#x41;&bogus; <a href=x>one two three</a>".repeat(20_000));
          page(HEAD + "<p>" + "word ".repeat(100_000));
        });
  }

  @Test
  void e04_whatIsTooLongBecomesAnIssue() {
    Page page = page("<p>" + "a".repeat(MarkupPage.LONGEST));
    assertThat(page.issues()).extracting(Issue::kind).containsExactly(Issue.Kind.TOO_LARGE);
    Page long_ = page("<p>" + "word ".repeat(MarkupPage.LONGEST_TEXT / 4));
    assertThat(long_.issues()).extracting(Issue::kind).containsExactly(Issue.Kind.TOO_LARGE);
    assertThat(long_.article().blocks()).isEmpty();
  }

  @Test
  void f01_randomPiecesOfMarkupGiveBlocksInOrder() {
    String[] pieces = {"<p>", "</p>", "<div class=comment>", "</div>", "<li>", "<table>", "<td>", "<a href=x>", "</a>", "<br>", "&nbsp;", "&amp", "text, ", "A sentence of some words. ", "\n", "<h2>", "</h2>", "<blockquote>", "<nav>", "</nav>", "\u200b", "<!--x-->", "<b>", "\uD83D\uDEA2", "<![CDATA[x]]>", "</table>", "<script>x</script>", "\r\n", "<form>", "é"};
    java.util.Random random = new java.util.Random(7);
    for (int round = 0; round < 300; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      Page page = page(html.toString());
      int at = 0;
      for (Block block : page.blocks()) {
        assertThat(block.span().start()).isGreaterThanOrEqualTo(at);
        assertThat(block.span().length()).isPositive();
        at = block.span().end();
        Span source = page.article().aligned().toOriginal(block.span());
        assertThat(source.end()).isLessThanOrEqualTo(html.length());
        String first = page.text().substring(block.span().start(), block.span().start() + 1);
        Span there = page.article().aligned().toOriginal(new Span(block.span().start(), block.span().start() + 1));
        assertThat(there.of(html)).isIn(first, "&amp");
      }
    }
  }

  @Test
  void f02_templatesDeeperThanTheParserGoesDoNotEndThePage() {
    String html = HEAD + "<article><h1>Harbour Guard Enters Northern Docks</h1>" + TEXT + "</article>" + "<TEMPLATE><noscript><p>x".repeat(2000);
    Page page = page(html);
    assertThat(text(page)).contains(FIRST, SECOND, THIRD);
    page.blocks().forEach(b -> assertThat(page.article().aligned().toOriginal(b.span()).end()).isLessThanOrEqualTo(html.length()));
  }
}
