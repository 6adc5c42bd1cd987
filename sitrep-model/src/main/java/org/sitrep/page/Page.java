package org.sitrep.page;

import java.util.List;
import java.util.Optional;
import org.sitrep.flow.Issue;

/**
 * A page taken apart: an article, and apart from it its readers' thread.
 *
 * @param capture what it was read from
 * @param headline the headline, where one was found
 * @param article the outlet's own part
 * @param blocks every block of the page in order, boilerplate and comments too
 * @param comments the thread, in the order of the page
 * @param issues what could not be read
 */
public record Page(
    Capture capture,
    Optional<String> headline,
    Article article,
    List<Block> blocks,
    List<Comment> comments,
    List<Issue> issues) {

  public Page {
    blocks = List.copyOf(blocks);
    comments = List.copyOf(comments);
    issues = List.copyOf(issues);
  }

  /** The text that all spans of this page refer to. */
  public String text() {
    return article.text();
  }
}
