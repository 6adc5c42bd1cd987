package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.claim.Claim;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Post;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/**
 * What readers say below articles, counted by authors: explicit propositions, copied text, links, and the claims
 * of the article that they repeat or dispute. A post is handed to the coder as a bare text by whoever calls
 * this; what the coder finds in it is turned into {@link org.sitrep.discussion.Proposition}s here and goes no
 * further. Pure and thread-safe.
 */
public final class Discourse {

  private static final Pattern PARAGRAPH = Pattern.compile("[^\\n]*\\S[^\\n]*");

  /** Longer posts are essays or pasted pages; the rest of them is not looked at. */
  private static final int LONGEST = 20_000;

  private final Knowledge knowledge;

  /** The analysis with the cue words of {@code knowledge}. */
  public Discourse(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** What a coder found in a bare text. */
  public record Coding(ResolvedArticle resolved, List<Claim> claims) {}

  /**
   * Looks for what each post asserts and quotes; the costly part, since every post is coded.
   *
   * @param coder codes a bare text and keeps nothing of it
   * @return a remark for each post, in order
   */
  public List<Remark> remarks(ReaderThread thread, Function<Article, Coding> coder) {
    Capitals capitals = new Capitals(knowledge);
    Reading reading = new Reading(knowledge.discussionWords(), thread);
    List<Remark> remarks = new ArrayList<>();
    for (Post post : thread.posts()) {
      Post head = cut(post);
      Coding coding = coder.apply(bare(thread, capitals.restore(head.text())));
      remarks.add(reading.remark(head, coding.resolved(), coding.claims()));
    }
    return remarks;
  }

  /** What the readers of one page said; {@code claims} are those of its article. */
  public Discussion discussion(ReaderThread thread, List<Claim> claims) {
    Tally tally = new Tally(knowledge, true);
    tally.add(thread, claims);
    return tally.discussion(thread.doc());
  }

  /** What the readers of several pages said; a name counts once on each site. */
  public Discussion overAll(List<ReaderThread> threads) {
    Tally tally = new Tally(knowledge, false);
    threads.forEach(thread -> tally.add(thread, List.of()));
    return tally.discussion("");
  }

  private static Post cut(Post post) {
    return post.text().length() <= LONGEST
        ? post
        : new Post(
            post.number(), post.author(), post.text().substring(0, LONGEST), post.parent(), post.answersNobody());
  }

  /** A post as a text of nobody's, each of its lines a paragraph. */
  private static Article bare(ReaderThread thread, String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher m = PARAGRAPH.matcher(text);
    while (m.find()) {
      blocks.add(new Block(Block.Kind.BODY, new Span(m.start(), m.end()), 0, 0));
    }
    return new Article(
        thread.doc(),
        thread.digest(),
        Optional.empty(),
        Optional.empty(),
        thread.published(),
        AlignedText.identity(text),
        blocks);
  }
}
