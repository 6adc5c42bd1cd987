package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Platform;

/** Finds the comments of the platforms that are known, and says which nodes are whose. */
final class PostFinder {

  private static final Set<String> ENDS = Set.of("h1", "h2", "h3", "h4", "form");

  private final ThreadMarkup markup;

  PostFinder(ThreadMarkup markup) {
    this.markup = markup;
  }

  /** Comments of known platforms in the order of the page; each once, though markup wraps it twice. */
  List<MarkupPost> find(Document document) {
    Map<Node, MarkupPost> starts = Markup.identityMap();
    List<MarkupPost> posts = new ArrayList<>();
    document.traverse(
        new NodeVisitor() {
          private final List<MarkupPost> open = new ArrayList<>();

          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element && isNamed(element)) {
              MarkupPost post = start(element);
              if (post != null && !repeats(post, open) && !carriesOn(post, posts)) {
                open.add(post);
                posts.add(post);
                starts.put(element, post);
              }
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (!open.isEmpty() && open.getLast().start == node) {
              open.removeLast();
            }
          }
        });
    posts.removeIf(post -> isMark(post, starts));
    return withoutNotices(posts);
  }

  /** Without lists that hold nothing but notices, if there are comments besides. */
  private static List<MarkupPost> withoutNotices(List<MarkupPost> posts) {
    Set<Node> mixed = Markup.identitySet();
    boolean any = false;
    for (MarkupPost post : posts) {
      boolean notice = isNotice(post);
      any |= notice;
      if (!notice && post.start.parent() != null) {
        mixed.add(post.start.parent());
      }
    }
    return !any || mixed.isEmpty()
        ? posts
        : posts.stream().filter(post -> !isNotice(post) || mixed.contains(post.start.parent())).toList();
  }

  private static boolean isNotice(MarkupPost post) {
    return post.platform != null && post.platform.notice().filter(post.start::is).isPresent();
  }

  private static boolean isNamed(Element element) {
    return element.hasAttr("id") || element.hasAttr("class") || element.hasAttr("itemprop") || element.hasAttr("name");
  }

  private @Nullable MarkupPost start(Element element) {
    for (Platform platform : markup.platforms()) {
      if (element.is(platform.post())) {
        MarkupPost post = new MarkupPost(element, platform);
        identify(post, platform);
        return post;
      }
    }
    return null;
  }

  private static void identify(MarkupPost post, Platform platform) {
    Element element = post.start;
    Element before = element.previousElementSibling();
    Optional<Matcher> id =
        match(platform, element.id())
            .or(() -> match(platform, element.attr("name")))
            .or(() -> before == null || !before.normalName().equals("a") ? Optional.empty() : match(platform, before.id()));
    id.ifPresent(
        m -> {
          post.id = m.group("id");
          post.parentId = m.namedGroups().containsKey("parent") ? m.group("parent") : null;
        });
    platform.level().map(level -> level.matcher(element.className())).filter(Matcher::find).ifPresent(m -> post.level = level(m));
  }

  private static Optional<Matcher> match(Platform platform, String id) {
    return platform.id().map(p -> p.matcher(id)).filter(Matcher::find);
  }

  private static int level(Matcher m) {
    for (int g = 1; g <= m.groupCount(); g++) {
      if (m.group(g) != null) {
        return m.group(g).length() > 6 ? -1 : Integer.parseInt(m.group(g));
      }
    }
    return -1;
  }

  /** The wrapper inside the wrapper: of another platform, or of the same comment. */
  private static boolean repeats(MarkupPost post, List<MarkupPost> open) {
    if (open.isEmpty()) {
      return false;
    }
    MarkupPost around = open.getLast();
    return around.platform != post.platform || post.id != null && post.id.equals(around.id);
  }

  /** In what follows beside a mark, the same comment marked again. */
  private static boolean carriesOn(MarkupPost post, List<MarkupPost> posts) {
    MarkupPost last = posts.isEmpty() ? null : posts.getLast();
    return last != null && last.start.normalName().equals("dt") && last.platform == post.platform && post.id != null && post.id.equals(last.id);
  }

  /** An anchor before the element that is the comment itself. */
  private static boolean isMark(MarkupPost post, Map<Node, MarkupPost> starts) {
    if (!post.start.normalName().equals("a")) {
      return false;
    }
    Element next = post.start.nextElementSibling();
    return next != null && starts.containsKey(next) && !next.normalName().equals("a");
  }

  /** Gives each comment its nodes, and says which comment each stands in and behind how many indents. */
  static void own(List<MarkupPost> posts) {
    Map<Node, Integer> roots = Markup.identityMap();
    for (int i = 0; i < posts.size(); i++) {
      roots.put(posts.get(i).start, i);
    }
    for (int i = 0; i < posts.size(); i++) {
      run(posts.get(i), i, roots);
    }
    Set<Node> entered = Markup.identitySet();
    for (MarkupPost post : posts) {
      if (!entered.contains(post.start)) {
        post.roots.forEach(root -> root.traverse(new Owner(posts, roots, entered)));
      }
      post.indents = indents(post);
    }
  }

  /** Walks through a comment and all that stand in it. */
  private static final class Owner implements NodeVisitor {

    private final List<MarkupPost> posts;
    private final Map<Node, Integer> roots;
    private final Set<Node> entered;
    private final List<Integer> open = new ArrayList<>();

    Owner(List<MarkupPost> posts, Map<Node, Integer> roots, Set<Node> entered) {
      this.posts = posts;
      this.roots = roots;
      this.entered = entered;
    }

    @Override
    public void head(Node node, int depth) {
      Integer root = roots.get(node);
      if (root != null) {
        MarkupPost post = posts.get(root);
        if (node == post.start) {
          entered.add(node);
          post.around = open.isEmpty() ? -1 : open.getLast();
        }
        open.add(root);
      }
      posts.get(open.getLast()).own.add(node);
    }

    @Override
    public void tail(Node node, int depth) {
      if (roots.containsKey(node)) {
        open.removeLast();
      }
    }
  }

  /** Where only the beginning is marked, what follows beside it is the comment's, up to the next one. */
  private static void run(MarkupPost post, int number, Map<Node, Integer> roots) {
    boolean list = post.start.normalName().equals("dt");
    if (!list && !post.start.normalName().equals("a")) {
      return;
    }
    List<Node> beside = new ArrayList<>();
    for (Node next = post.start.nextSibling(); next != null && !roots.containsKey(next); next = next.nextSibling()) {
      if (next instanceof Element element) {
        String name = element.normalName();
        if (list ? !name.equals("dd") : ENDS.contains(name)) {
          break;
        }
      }
      beside.add(next);
    }
    beside.forEach(node -> roots.put(node, number));
    post.roots.addAll(beside);
  }

  private static int indents(MarkupPost post) {
    if (post.platform == null || post.platform.indent().isEmpty()) {
      return 0;
    }
    int indents = 0;
    for (Element up = post.start.parent(); up != null; up = up.parent()) {
      indents += up.is(post.platform.indent().get()) ? 1 : 0;
    }
    return indents;
  }
}
