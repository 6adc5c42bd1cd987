package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Word;

/**
 * Finds the elements around comments in which nothing is the article's: the widest whose text is nearly all of
 * comments, or which are called comments and hold little besides.
 */
final class Containers {

  private static final Set<String> WIDEST = Set.of("html", "body", "main", "article");
  private static final int LITTLE = 300;
  private static final int FORM = 1500;

  private final ThreadMarkup markup;
  private final List<MarkupPost> posts;
  private final Map<Node, int[]> chars = Markup.identityMap();
  private final Set<Node> roots = Markup.identitySet();
  private final Set<Node> titled = Markup.identitySet();
  private final Set<Node> found = Markup.identitySet();
  private final List<Element> containers = new ArrayList<>();

  Containers(ThreadMarkup markup, List<MarkupPost> posts) {
    this.markup = markup;
    this.posts = posts;
    posts.forEach(post -> roots.addAll(post.roots));
  }

  List<Element> find(Element body) {
    body.traverse(new Counter());
    for (MarkupPost post : posts) {
      Element widest = widest(post.start);
      add(widest);
      if (widest == post.start) {
        post.roots.forEach(root -> add(root));
      }
    }
    body.traverse(
        (NodeVisitor)
            (node, depth) -> {
              if (node instanceof Element element && isForm(element)) {
                add(element);
              }
            });
    return containers;
  }

  private void add(Node node) {
    if (node instanceof Element element && found.add(element)) {
      containers.add(element);
    }
  }

  private Element widest(Element start) {
    Element widest = start;
    for (Element up = start.parent(); up != null && !found.contains(widest) && isThread(up); up = up.parent()) {
      widest = up;
    }
    return widest;
  }

  private boolean isThread(Element element) {
    int[] counted = chars.get(element);
    if (counted == null || WIDEST.contains(element.normalName()) || titled.contains(element)) {
      return false;
    }
    int other = counted[0] - counted[1];
    boolean named = Markup.says(element, markup, Word.THREAD) || Markup.says(element, markup, Word.POST);
    return other <= LITTLE || named && other <= FORM;
  }

  /** A form to answer, a heading, a count, apart from the comments. */
  private boolean isForm(Element element) {
    int[] counted = chars.get(element);
    return counted != null && counted[1] == 0 && counted[0] <= FORM && !WIDEST.contains(element.normalName())
        && !titled.contains(element) && Markup.says(element, markup, Word.THREAD) && !inside(element);
  }

  private boolean inside(Element element) {
    for (Element up = element; up != null; up = up.parent()) {
      if (found.contains(up)) {
        return true;
      }
    }
    return false;
  }

  /** Counts for each element the characters in it, and those of comments and of forms. */
  private final class Counter implements NodeVisitor {

    private final List<int[]> open = new ArrayList<>();
    private int posts;

    @Override
    public void head(Node node, int depth) {
      posts += roots.contains(node) ? 1 : 0;
      if (node instanceof TextNode text) {
        if (!open.isEmpty() && !(text.parent() instanceof Element p && Markup.isSilent(p))) {
          int n = text.getWholeText().strip().length();
          open.getLast()[0] += n;
          open.getLast()[1] += posts > 0 ? n : 0;
        }
      } else if (node instanceof Element element) {
        open.add(new int[2]);
        String name = element.normalName();
        if (posts == 0 && (name.equals("h1") || name.equals("article") || Markup.says(element, markup, Word.ARTICLE))) {
          titled.add(element);
          titled.addAll(Markup.around(List.of(element)));
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      posts -= roots.contains(node) ? 1 : 0;
      if (node instanceof Element element) {
        int[] own = open.removeLast();
        chars.put(element, own);
        if (!open.isEmpty() && !element.normalName().equals("form")) {
          open.getLast()[0] += own[0];
          open.getLast()[1] += own[1];
        }
      }
    }
  }
}
