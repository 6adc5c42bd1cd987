package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;

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
  static MarkupThread find(Document document, Layout layout) {
    PostFinder finder = new PostFinder(layout.threads());
    List<MarkupPost> posts = written(finder.find(document), layout);
    if (posts.isEmpty()) {
      posts = new RepeatedPosts(document, layout).find();
    }
    if (posts.isEmpty()) {
      posts = new StatedPosts(document).find();
    }
    if (posts.isEmpty()) {
      return NONE;
    }
    new PostParents(posts).resolve();
    return new MarkupThread(posts.stream().map(MarkupThread::posted).toList(), new Containers(layout.threads(), posts).find(document.body()));
  }

  /** Reads comments, and leaves out those in which nothing is written. */
  static List<MarkupPost> written(List<MarkupPost> found, Layout layout) {
    PostFinder.own(found);
    Set<Node> mixed = Markup.around(found.stream().map(p -> p.start).toList());
    found.forEach(post -> new PostReader(layout, post, mixed).read());
    List<MarkupPost> written = new ArrayList<>();
    int[] number = new int[found.size()];
    for (int i = 0; i < found.size(); i++) {
      MarkupPost post = found.get(i);
      post.around = post.around < 0 ? -1 : number[post.around];
      number[i] = post.body.isEmpty() ? post.around : written.size();
      if (!post.body.isEmpty()) {
        written.add(post);
      }
    }
    return written;
  }

  private static Posted posted(MarkupPost post) {
    return new Posted(element(post), post.author, post.time, post.votes, post.body, post.parent, post.parentKnown, post.depth);
  }

  /** The one part of it that holds all that is its own and no answer, else the element that begins it. */
  private static Element element(MarkupPost post) {
    if (!post.mixed.contains(post.start)) {
      return post.start;
    }
    Element only = null;
    for (Element child : post.start.children()) {
      if (!post.mixed.contains(child) && child.hasText()) {
        if (only != null) {
          return post.start;
        }
        only = child;
      }
    }
    return only == null ? post.start : only;
  }
}
