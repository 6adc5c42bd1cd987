package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Word;

/** Small questions to elements, answered without recursion and without reading long texts to their end. */
final class Markup {

  private static final Pattern WORD = Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})");
  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "form", "input", "select", "textarea", "button", "iframe", "object", "svg", "template", "label");
  private static final Set<String> INLINE =
      Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins", "img", "kbd", "mark",
          "q", "s", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr");

  private Markup() {}

  /** Whether nothing inside is written by anybody. */
  static boolean isSilent(Element element) {
    return SILENT.contains(element.normalName());
  }

  static boolean isInline(Node node) {
    return !(node instanceof Element element) || INLINE.contains(element.normalName());
  }

  /** The words of its class names and its id, in lower case: "comment-metaData" gives comment, meta, data. */
  static List<String> words(Element element, ThreadMarkup markup) {
    List<String> words = new ArrayList<>();
    cut(element.className(), markup, words);
    cut(element.id(), markup, words);
    cut(element.attr("itemprop"), markup, words);
    return words;
  }

  /** The words of one name; "commentbody" is two. */
  static List<String> words(String name, ThreadMarkup markup) {
    List<String> words = new ArrayList<>();
    cut(name, markup, words);
    return words;
  }

  private static void cut(String names, ThreadMarkup markup, List<String> words) {
    if (names.isEmpty() || names.length() > 400) {
      return;
    }
    Matcher m = WORD.matcher(names);
    while (m.find()) {
      String word = m.group().toLowerCase(Locale.ROOT);
      String first = markup.is(Word.POST, word) ? null : glued(word, markup);
      words.add(first == null ? word : first);
      if (first != null) {
        words.add(word.substring(first.length()));
      }
    }
  }

  private static @Nullable String glued(String word, ThreadMarkup markup) {
    for (String first : markup.words(Word.GLUED)) {
      if (word.length() > first.length() + 2 && word.startsWith(first)) {
        return first;
      }
    }
    return null;
  }

  static boolean says(Element element, ThreadMarkup markup, Word sort) {
    for (String word : words(element, markup)) {
      if (markup.is(sort, word)) {
        return true;
      }
    }
    return false;
  }

  /** Its text, spaces joined, if it is no longer than so many characters; else "". */
  static String shortText(Node node, int longest) {
    StringBuilder out = new StringBuilder();
    boolean[] over = new boolean[1];
    node.traverse(
        (NodeVisitor)
            (n, depth) -> {
              if (over[0]) {
                return;
              }
              if (n instanceof TextNode text && !(text.parent() instanceof Element p && isSilent(p))) {
                out.append(text.getWholeText());
              } else if (!isInline(n) || n instanceof Element e && e.normalName().equals("br")) {
                out.append(' ');
              }
              over[0] = out.length() > 4 * longest + 200;
            });
    String text = over[0] ? "" : plain(out.toString());
    return text.length() > longest ? "" : text;
  }

  static boolean isBlank(Node node) {
    return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element element) || !element.hasText();
  }

  /** Without spaces around it and with single ones inside. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Line.isBlank(c)) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    return out.substring(0, end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /** Those that stand around any of the nodes, up to an element of {@code tops}. */
  static Set<Node> around(Iterable<? extends Node> nodes) {
    Set<Node> around = identitySet();
    for (Node node : nodes) {
      Node up = node.parent();
      while (up != null && around.add(up)) {
        up = up.parent();
      }
    }
    return around;
  }

  static <T> Set<T> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  static <K, V> Map<K, V> identityMap() {
    return new IdentityHashMap<>();
  }
}
