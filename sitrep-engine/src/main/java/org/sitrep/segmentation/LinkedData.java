package org.sitrep.segmentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page's JSON-LD says about articles, and which of these is the page's own. */
final class LinkedData {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern WRAPPING = Pattern.compile("^\\s*(?://)?\\s*(?:<!--|<!\\[CDATA\\[)|(?://)?\\s*(?:-->|]]>)\\s*$");
  private static final List<String> INTO = List.of("@graph", "mainEntity", "mainEntityOfPage");
  private static final int LONGEST = 2_000_000;
  private static final int MOST = 2000;
  private static final int MOST_NAMES = 8;
  private static final double SAME = 0.6;
  private static final double OTHER = 0.35;

  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> pages = new ArrayList<>();

  /** Reads all of a page's; what is no JSON says nothing. */
  static LinkedData of(Document document) {
    LinkedData data = new LinkedData();
    for (Element script : document.select("script[type*=ld+json]")) {
      String text = script.data();
      if (text.length() > LONGEST) {
        continue;
      }
      try {
        data.collect(JSON.readTree(WRAPPING.matcher(text).replaceAll("")));
      } catch (JacksonException e) {
        // a page that says nothing this way may say it in another
      }
    }
    return data;
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> todo = new ArrayDeque<>();
    todo.add(root);
    for (int i = 0; i < MOST && !todo.isEmpty(); i++) {
      JsonNode node = todo.poll();
      if (node.isArray()) {
        node.forEach(todo::add);
      } else if (node.isObject()) {
        sort(node);
        for (String field : INTO) {
          JsonNode inner = node.get(field);
          if (inner != null && inner.isContainer()) {
            todo.add(inner);
          }
        }
      }
    }
  }

  private void sort(JsonNode node) {
    for (String type : texts(node.path("@type"))) {
      if (type.endsWith("Article") || type.endsWith("Posting") || type.endsWith("Report")) {
        articles.add(node);
        return;
      }
      if (type.endsWith("WebPage")) {
        pages.add(node);
        return;
      }
    }
  }

  /**
   * What is said of the page's own article: the one whose headline is a title of the page or whose address is the page's; where
   * only one is named, that, unless it is plainly another.
   *
   * @param titles what the page is called
   * @param address the page's own address; empty where unknown
   */
  Optional<JsonNode> own(Headlines titles, String address) {
    JsonNode best = null;
    double most = 0;
    for (JsonNode article : articles) {
      double likeness = Math.max(titles.likeness(text(article, "headline")), titles.likeness(text(article, "name")));
      boolean here = !address.isEmpty() && (address.equals(text(article, "url")) || address.equals(text(article, "@id"))
          || address.equals(text(article, "mainEntityOfPage")) || address.equals(text(article.path("mainEntityOfPage"), "@id")));
      double score = likeness >= SAME || here ? 1 + likeness : 0;
      boolean unnamed = text(article, "headline").isEmpty() && text(article, "name").isEmpty();
      if (articles.size() == 1 && (unnamed || likeness > OTHER)) {
        score = Math.max(score, 0.1);
      }
      if (score > most) {
        most = score;
        best = article;
      }
    }
    return Optional.ofNullable(best);
  }

  /** What is said of the page as such. */
  Optional<JsonNode> page() {
    return pages.stream().findFirst();
  }

  /** A field's text; empty where it has none. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    return value.isString() ? value.asString().strip() : "";
  }

  /** The names in a field: a text, an object with a name, or a list of these. */
  static List<String> names(JsonNode node, String field) {
    List<String> names = new ArrayList<>();
    JsonNode value = node.path(field);
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      String name = one.isString() ? one.asString().strip() : text(one, "name");
      if (!name.isEmpty() && !names.contains(name) && names.size() < MOST_NAMES) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      if (one.isString()) {
        texts.add(one.asString());
      }
    }
    return texts;
  }
}
