package org.sitrep.segmentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads comments that a page states for machines alone: schema.org's Comment in JSON-LD. What is written is
 * looked for in the page's own text, where it stands for readers, too; where it does not, the node is in no
 * document.
 */
final class StatedPosts {

  private static final int LONGEST = 2_000_000;
  private static final int MOST = 20_000;
  private static final int HEAD = 80;

  private final Document document;
  private final Map<String, Element> printed = new HashMap<>();

  StatedPosts(Document document) {
    this.document = document;
  }

  /** The comments in the order in which they are stated. */
  List<MarkupPost> find() {
    List<MarkupPost> posts = new ArrayList<>();
    for (Element script : document.select("script[type=application/ld+json]")) {
      String json = script.data();
      if (json.length() <= LONGEST && json.contains("Comment\"")) {
        try {
          read(JsonMapper.shared().readTree(json), script, posts);
        } catch (JacksonException e) {
          continue; // no JSON: a page says nothing by it
        }
      }
    }
    return posts;
  }

  private record Part(JsonNode node, @Nullable MarkupPost in) {}

  /** Depth first, so that answers follow what they answer. */
  private void read(JsonNode root, Element script, List<MarkupPost> posts) {
    Map<MarkupPost, Integer> numbers = new HashMap<>();
    Deque<Part> open = new ArrayDeque<>();
    open.push(new Part(root, null));
    for (int n = 0; n < MOST && !open.isEmpty(); n++) {
      Part part = open.pop();
      MarkupPost in = part.in();
      if (part.node().isObject() && isComment(part.node()) && text(part.node(), "text") != null) {
        in = post(part.node(), script);
        in.around = part.in() == null ? -1 : numbers.getOrDefault(part.in(), -1);
        numbers.put(in, posts.size());
        posts.add(in);
      }
      List<JsonNode> children = new ArrayList<>();
      part.node().forEach(children::add);
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(new Part(children.get(i), in));
      }
    }
  }

  private static boolean isComment(JsonNode node) {
    String type = text(node, "@type");
    return type != null && (type.endsWith("Comment") || type.endsWith("UserComments"));
  }

  private MarkupPost post(JsonNode node, Element script) {
    String text = Markup.plain(String.valueOf(text(node, "text")));
    Element shown = shown(text);
    MarkupPost post = new MarkupPost(shown == null ? script : shown, null);
    post.body = List.of(shown == null ? new TextNode(text) : shown);
    JsonNode author = node.path("author").isMissingNode() ? node.path("creator") : node.path("author");
    post.author = author.isString() ? author.asString() : text(author, "name");
    post.time = text(node, "dateCreated") == null ? text(node, "datePublished") : text(node, "dateCreated");
    JsonNode votes = node.path("upvoteCount");
    post.votes = votes.isInt() ? Integer.valueOf(votes.asInt()) : null;
    return post;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() && !value.asString().isBlank() ? value.asString().strip() : null;
  }

  /** The innermost element that begins with the text and holds no more. */
  private @Nullable Element shown(String text) {
    if (printed.isEmpty()) {
      document.body().traverse(
          (NodeVisitor)
              (Node node, int depth) -> {
                if (node instanceof Element element && printed.size() < MOST) {
                  String own = Markup.shortText(element, 10 * HEAD);
                  if (!own.isEmpty()) {
                    printed.put(head(own), element);
                  }
                }
              });
    }
    return printed.get(head(text));
  }

  private static String head(String text) {
    return text.length() > HEAD ? text.substring(0, HEAD) : text;
  }
}
