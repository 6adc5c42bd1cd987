package org.sitrep.page;

import java.util.List;
import java.util.Optional;
import org.sitrep.flow.Issue;

/**
 * A page taken apart: an article, and apart from it its readers' thread.
 *
 * @param capture what it was read from
 * @param imprint what the page says of itself: headline, author, days
 * @param article the outlet's own part
 * @param blocks every block of the page in order, boilerplate and comments too
 * @param comments the thread, in the order of the page
 * @param issues what could not be read
 */
public record Page(
    Capture capture,
    Imprint imprint,
    Article article,
    List<Block> blocks,
    List<Comment> comments,
    List<Issue> issues) {

  public Page {
    blocks = List.copyOf(blocks);
    comments = List.copyOf(comments);
    issues = List.copyOf(issues);
  }

  /** The headline, where one was found. */
  public Optional<String> headline() {
    return imprint.headline();
  }

  /** The text that all spans of this page refer to. */
  public String text() {
    return article.text();
  }
}
