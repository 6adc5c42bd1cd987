package org.sitrep.segmentation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Layout;
import org.sitrep.segmentation.MarkupThread.Posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Comments in markup: by platform, by repetition, and where there are none. */
class MarkupThreadTest {

  private static final Layout LAYOUT = Knowledge.load(Path.of(System.getProperty("sitrep.home", "..")), List.of()).layout();
  private static final String ARTICLE =
      "<article class=entry><h1>Ferry runs again</h1><p>The ferry across the lake runs again since Monday, the harbour office said.</p></article>";

  private static MarkupThread find(String html) {
    return MarkupThread.find(Jsoup.parse("<html><body>" + html + "</body></html>"), LAYOUT);
  }

  /** Author, time, votes, parent with "?" where it is not known, depth, text. */
  private static String line(Posted post) {
    return post.author() + "|" + post.time() + "|" + post.votes() + "|" + post.parent() + (post.parentKnown() ? "" : "?") + "|" + post.depth()
        + "|" + post.body().stream().map(MarkupThreadTest::text).collect(Collectors.joining(" "));
  }

  private static String text(Node node) {
    return node instanceof TextNode text ? text.text().strip() : ((Element) node).text();
  }

  private static List<String> lines(String html) {
    return find(html).posts().stream().map(MarkupThreadTest::line).toList();
  }

  @Test
  void a01_aPageWithoutCommentsHasNone() {
    assertThat(find(ARTICLE)).isEqualTo(MarkupThread.NONE);
    assertThat(find("")).isEqualTo(MarkupThread.NONE);
  }

  @Test
  void b01_linksToCommentsElsewhereAndAnEmptyFormAreNoThread() {
    assertThat(
            find(
                ARTICLE
                    + "<p class=comment-count><a href=#c>12 comments</a></p><div id=comments><h3>Leave a reply</h3><form id=commentform>"
                    + "<label>Name</label><input name=author></form></div>"
                    + "<div class='widget recent-comments'><ul><li class=recentcomment><span class=author>Ann</span> on <a>Ferry</a> "
                    + "<span class=date>3 May 2016</span></li><li class=recentcomment><span class=author>Ben</span> on <a>Road</a> "
                    + "<span class=date>4 May 2016</span></li></ul></div>"))
        .isEqualTo(MarkupThread.NONE);
  }

  @Test
  void c01_aListNestsAnswersAndTellsThemByTheirIds() {
    String thread =
        ARTICLE
            + "<div id=comments><h2>3 comments</h2><ol class=commentlist>"
            + "<li class='comment depth-1' id=li-comment-7><div id=comment-7><div class=comment-author><cite class=fn>Ann</cite> <span>says:</span></div>"
            + "<div class=comment-meta><a href=#comment-7>3 May 2016 at 9:12 am</a></div><p>Which lake?</p>"
            + "<div class=reply><a class=comment-reply-link>Reply</a></div></div>"
            + "<ol class=children><li class='comment depth-2' id=li-comment-9><div id=comment-9><div class=comment-author><cite class=fn>Ben</cite></div>"
            + "<p>The big one.</p><div class=reply><a class=comment-reply-link>Reply</a></div></div></li></ol></li>"
            + "<li class='comment depth-1' id=li-comment-8><div id=comment-8><div class=comment-author><cite class=fn>Cem</cite></div><p>Good.</p>"
            + "<div class=reply><a class=comment-reply-link>Reply</a></div></div></li></ol></div>";
    assertThat(lines(thread))
        .containsExactly("Ann|3 May 2016 at 9:12 am|null|-1|0|Which lake?", "Ben|null|null|0|1|The big one.", "Cem|null|null|-1|0|Good.");
    assertThat(find(thread).containers()).extracting(Element::id).contains("comments");
    assertThat(find(thread).posts().getFirst().element().text()).doesNotContain("The big one");
  }

  @Test
  void c02_atTheDeepestStepASecondAnswerMayAnswerTheFirst() {
    StringBuilder thread = new StringBuilder(ARTICLE + "<ol class=commentlist><li id=comment-1><cite>Ann</cite><p>One.</p><ol class=children>");
    for (int i = 2; i < 5; i++) {
      thread.append("<li id=comment-" + i + "><cite>P" + i + "x</cite><p>Text " + i + ".</p></li>");
    }
    assertThat(find(thread + "</ol></li></ol>").posts()).extracting(Posted::parentKnown).containsExactly(true, true, false, false);
  }

  @Test
  void c03_noticesOfLinksInAListOfTheirOwnAreNoComments() {
    String thread =
        "<ol><li class=comment id=comment-1><cite>Ann</cite><p>One.</p></li></ol><h3>Trackbacks</h3>"
            + "<ol><li class=pingback id=comment-2><cite>Some Blog</cite><p>[...] ferry [...]</p></li></ol>";
    assertThat(lines(ARTICLE + thread)).hasSize(1);
  }

  @Test
  void d01_idsThatNameTheParentAreBelievedAtTheDeepestStep() {
    String one = "<div id='wpd-comm-%d_%d' class='wpd-comment wpd_comment_level-%d'><div class=wpd-comment-author>%s</div>"
        + "<div class=wpd-comment-date>2 years ago</div><div class=wpd-comment-text><p>%s</p></div><div class=wpd-vote-result>%d</div>%s</div>";
    String last = one.formatted(13, 12, 2, "Ann", "Yes it is.", 1, "");
    String second = one.formatted(12, 11, 2, "Ben", "No it is not.", -2, "");
    assertThat(lines(ARTICLE + "<div id=wpdcom>" + one.formatted(11, 0, 1, "Ann", "It is late.", 4, second + last) + "</div>"))
        .containsExactly(
            "Ann|2 years ago|4|-1|0|It is late.",
            "Ben|2 years ago|-2|0|1|No it is not.",
            "Ann|2 years ago|1|1|1|Yes it is.");
  }

  @Test
  void e01_theStaticCopyOfAnEmbeddedThread() {
    String one = "<li class='depth-%d' id=dsq-comment-%d><div class=dsq-comment-header><cite><span id=dsq-author-user-%d>%s</span></cite></div>"
        + "<div class=dsq-comment-body><div class=dsq-comment-message><p>%s</p></div></div>%s</li>";
    assertThat(
            lines(
                ARTICLE + "<div id=disqus_thread><ul id=dsq-comments>"
                    + one.formatted(0, 1, 1, "Ann", "First.", "<ul class=children>" + one.formatted(1, 2, 2, "Ben", "Second.", "") + "</ul>")
                    + one.formatted(0, 3, 3, "Cem", "Third.", "") + "</ul></div>"))
        .containsExactly("Ann|null|null|-1|0|First.", "Ben|null|null|0|1|Second.", "Cem|null|null|-1|0|Third.");
  }

  @Test
  void f01_indentsBesideCommentsNestThem() {
    String one = "<a id=comment-%d></a><div class='comment comment-published'><div class=user-picture><img alt=\"%s's picture\"></div>"
        + "<span class=submitted>Fri, 2016-05-13 15:21 — <a class=username>%s</a></span><div class=content><p>%s</p></div>"
        + "<div class=links><ul><li>reply</li></ul></div></div>";
    assertThat(
            lines(
                ARTICLE + "<div id=comments><h2>Comments</h2>" + one.formatted(1, "Ann", "Ann", "First.") + "<div class=indented>"
                    + one.formatted(2, "Ben", "Ben", "Second.") + "<div class=indented>" + one.formatted(3, "Ann", "Ann", "Third.")
                    + "</div></div>" + one.formatted(4, "Cem", "Cem", "Fourth.") + "</div>"))
        .containsExactly(
            "Ann|Fri, 2016-05-13 15:21|null|-1|0|First.",
            "Ben|Fri, 2016-05-13 15:21|null|0|1|Second.",
            "Ann|Fri, 2016-05-13 15:21|null|1|2|Third.",
            "Cem|Fri, 2016-05-13 15:21|null|-1|0|Fourth.");
  }

  @Test
  void f02_newsOfMarketsWithToggles() {
    String one = "<a id=comment-%d></a><div class=non_toggle_area id=comment-%d><div class=non_toggle_label><span class=scomments_info>"
        + "Thu, 08/09/2016 - 13:04 | <a>%d</a></span> <b><a>%s</a></b></div><div class=comment-content><p>%s</p></div></div>";
    assertThat(
            lines(ARTICLE + "<div id=comments>" + one.formatted(5, 5, 5, "oatmeal", "Well.") + "<div class=indented>"
                + one.formatted(6, 6, 6, "rye", "Indeed.") + "</div></div>"))
        .containsExactly("oatmeal|Thu, 08/09/2016 - 13:04|null|-1|0|Well.", "rye|Thu, 08/09/2016 - 13:04|null|0|1|Indeed.");
  }

  @Test
  void g01_termsAndTheirDescriptions() {
    assertThat(
            lines(
                ARTICLE + "<dl id=comments-block><dt class=comment-author id=c1234567><a>Ann</a> said...</dt><dd class=comment-body><p>One.</p></dd>"
                    + "<dd class=comment-footer><span class=comment-timestamp>3 May 2016 5:36 PM</span></dd>"
                    + "<dt class=comment-author id=c1234568><a>Ben</a> said...</dt><dd class=comment-body><p>Two.</p></dd></dl>"))
        .containsExactly("Ann|3 May 2016 5:36 PM|null|-1|0|One.", "Ben|null|null|-1?|0|Two.");
  }

  @Test
  void g02_anchorsBeforeParagraphs() {
    assertThat(
            lines(
                ARTICLE + "<div><h2>Comments</h2><a id=c64426688></a><p>One.</p><p>And more.</p><p class=posted>Posted by: Ann | May 3, 2016 2:00:18 PM</p>"
                    + "<a id=c64426804></a><p>Two.</p><p class=posted>Posted by: Ben | May 4, 2016 2:01:23 PM</p><h3>Post a comment</h3></div>"))
        .containsExactly("Ann|May 3, 2016 2:00:18 PM|null|-1|0|One. And more.", "Ben|May 4, 2016 2:01:23 PM|null|-1?|0|Two.");
  }

  @Test
  void h01_aDumpOfASocialNetworksComments() {
    String one = "<div class=UFIComment><a class=UFICommentActorName>%s</a><span class=UFICommentBody>%s</span>"
        + "<div><a>Like</a> · <a>Reply</a> · <span class=UFICommentLikeButton>%d</span> · <abbr>2 yrs</abbr></div></div>";
    assertThat(lines(ARTICLE + one.formatted("Ann", "At last.", 3) + one.formatted("Ben", "Not yet.", 1)))
        .containsExactly("Ann|2 yrs|3|-1|0|At last.", "Ben|2 yrs|1|-1?|0|Not yet.");
  }

  @Test
  void i01_commentsStatedForMachines() {
    assertThat(
            lines(
                ARTICLE + "<section><div itemprop=comment itemscope itemtype='https://schema.org/Comment'><span itemprop=author>Ann</span>"
                    + "<time itemprop=dateCreated>2016-05-03</time><p itemprop=text>One.</p></div></section>"))
        .containsExactly("Ann|2016-05-03|null|-1|0|One.");
    assertThat(
            lines(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"comment\":[{\"@type\":\"Comment\",\"author\":{\"name\":\"Ann\"},"
                    + "\"text\":\"One.\",\"upvoteCount\":4,\"comment\":[{\"@type\":\"Comment\",\"text\":\"Two.\"}]}]}</script>" + ARTICLE))
        .containsExactly("Ann|null|4|-1|0|One.", "null|null|null|0|1|Two.");
    assertThat(lines("<script type='application/ld+json'>{\"@type\":\"Comment\",</script>" + ARTICLE)).isEmpty();
  }

  @Test
  void j01_anUnknownPlatformIsToldByRepetition() {
    String one = "<div class='readercommentbox'><span class=who>%s</span> <span class=when>3 May 2016, 10:1%d</span><div class=txt>%s</div>"
        + "<span class=rating>+%d</span><a>Report</a></div>";
    assertThat(
            lines(ARTICLE + "<div class=below>" + one.formatted("Ann", 1, "One.", 5) + one.formatted("Ben", 2, "Two.", 0) + one.formatted("Cem", 3, "Three.", 2)
                + "</div>"))
        .isEmpty();
    assertThat(
            lines(ARTICLE + "<div class=below>" + one.formatted("Ann", 1, "One.", 5).replace("readercommentbox", "reader-comment")
                + one.formatted("Ben", 2, "Two.", 0).replace("readercommentbox", "reader-comment") + "</div>"))
        .containsExactly("Ann|3 May 2016, 10:11|5|-1|0|One.", "Ben|3 May 2016, 10:12|0|-1?|0|Two.");
  }

  @Test
  void j02_belowAHeadingOfAThread() {
    assertThat(
            lines(ARTICLE + "<div><h3>Comments</h3><dl><dt><a>1.</a> Ann - August 8, 2016</dt><dd><p>One.</p></dd>"
                + "<dt><a>2.</a> Ben - August 9, 2016</dt><dd><p>Two.</p></dd></dl></div>"))
        .containsExactly("Ann|August 8, 2016|null|-1|0|One.", "Ben|August 9, 2016|null|-1?|0|Two.");
  }

  @Test
  void k01_noContainerReachesAroundTheArticle() {
    StringBuilder thread = new StringBuilder("<div id=page class=comments-open>" + ARTICLE + "<ol>");
    for (int i = 1; i < 200; i++) {
      thread.append("<li id=comment-" + i + "><cite>Ann</cite><p>A comment that is longer than the article above it, by far.</p></li>");
    }
    MarkupThread found = find(thread + "</ol></div>");
    assertThat(found.posts()).hasSize(199);
    assertThat(found.containers()).extracting(Element::normalName).containsExactly("ol");
  }

  @Test
  void l01_tenThousandCommentsInsideEachOtherOrBesideEachOther() {
    StringBuilder nested = new StringBuilder(ARTICLE);
    StringBuilder beside = new StringBuilder(ARTICLE + "<ol>");
    StringBuilder unknown = new StringBuilder(ARTICLE);
    for (int i = 1; i <= 10_000; i++) {
      String one = "<cite>Ann</cite> <span class=date>3 May 2016</span><p>Text.</p>";
      nested.append("<div class=comment id=comment-" + i + ">").append(one);
      beside.append("<li id=comment-" + i + ">").append(one).append("</li>");
      unknown.append("<div class='user-comment'>").append(one).append("</div>");
    }
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          assertThat(find(nested.toString()).posts()).isNotEmpty();
          assertThat(find(beside.toString()).posts()).hasSize(10_000);
          assertThat(find(unknown.toString()).posts()).hasSize(10_000);
        });
  }
}
