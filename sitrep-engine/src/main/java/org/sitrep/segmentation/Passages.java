package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Marks;
import org.sitrep.knowledge.Marks.Mark;
import org.sitrep.text.AlignedText;

/** A page's markup as a row of passages in a tree of boxes; its text is cleaned on the way. */
final class Passages implements NodeFilter {

  private static final Set<String> SKIPPED =
      Set.of("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video",
          "select", "textarea", "datalist", "head", "input", "map", "progress", "meter", "applet", "noframes", "dialog");
  private static final Map<String, Integer> TAGS =
      Map.ofEntries(
          Map.entry("nav", Box.NAV), Map.entry("menu", Box.NAV), Map.entry("footer", Box.FOOTER),
          Map.entry("aside", Box.ASIDE), Map.entry("form", Box.FORM), Map.entry("button", Box.BUTTON),
          Map.entry("label", Box.BUTTON), Map.entry("figcaption", Box.FIGCAPTION), Map.entry("blockquote", Box.QUOTE), Map.entry("li", Box.ITEM),
          Map.entry("td", Box.CELL), Map.entry("th", Box.CELL), Map.entry("header", Box.HEADER), Map.entry("pre", Box.PRE),
          Map.entry("figure", Box.FIGURE), Map.entry("article", Box.ARTICLE), Map.entry("main", Box.MAIN),
          Map.entry("p", Box.PARAGRAPH), Map.entry("address", Box.ADDRESS), Map.entry("time", Box.TIME));

  final List<Box> boxes = new ArrayList<>();
  final List<Passage> passages = new ArrayList<>();

  private final Marks marks;
  private final SourceText out;
  private final Map<Element, Integer> posts = new IdentityHashMap<>();
  private final Map<Element, Boolean> containers = new IdentityHashMap<>();
  private final Set<Element> removed;
  private final Map<String, Integer> known = new HashMap<>();

  private @Nullable Box top;
  private @Nullable Box block;
  private @Nullable Passage open;
  private int inLink;
  private int inStrong;
  private int breaks;

  private Passages(String html, Marks marks, MarkupThread thread, Set<Element> removed) {
    this.marks = marks;
    this.out = new SourceText(html);
    this.removed = removed;
    for (int i = 0; i < thread.posts().size(); i++) {
      posts.put(thread.posts().get(i).element(), i);
    }
    for (int i = 0; i < thread.posts().size(); i++) {
      for (Node node : thread.posts().get(i).body()) { // beside the element where that only begins the post
        if (node instanceof Element part) {
          posts.putIfAbsent(part, i);
        }
      }
    }
    thread.containers().forEach(c -> containers.put(c, true));
  }

  /**
   * Flattens a page.
   *
   * @param removed elements that are left out
   */
  static Passages of(Document document, String html, Marks marks, MarkupThread thread, Set<Element> removed) {
    Passages markup = new Passages(html, marks, thread, removed);
    document.filter(markup);
    markup.close();
    return markup;
  }

  /** The cleaned text. */
  AlignedText text() {
    return out.build();
  }

  /** The box of an element; empty where it was left out. */
  Optional<Box> box(Element element) {
    return boxes.stream().filter(b -> b.element == element).findFirst();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      write(text);
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String name = element.normalName();
    if (SKIPPED.contains(name) || removed.contains(element)) {
      if (element.isBlock()) {
        close();
      }
      return FilterResult.SKIP_CHILDREN;
    }
    if (name.equals("br")) {
      lineBreak();
      return FilterResult.CONTINUE;
    }
    open(element, name);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (top == null || top.element != node) {
      return FilterResult.CONTINUE;
    }
    Box box = top;
    if (isEdge(box)) {
      close();
    }
    box.end = passages.size() + (open == null ? 0 : 1);
    top = box.parent;
    block = blockAround(top);
    switch (box.element.normalName()) {
      case "a" -> inLink--;
      case "b", "strong" -> inStrong--;
      default -> {}
    }
    return FilterResult.CONTINUE;
  }

  private static @Nullable Box blockAround(@Nullable Box box) {
    Box at = box;
    while (at != null && !isEdge(at)) {
      at = at.parent;
    }
    return at;
  }

  private static boolean isEdge(Box box) {
    return box.element.isBlock() || box.ownTags == Box.BUTTON || box.post >= 0 && (box.parent == null || box.parent.post != box.post);
  }

  private void open(Element element, String name) {
    Box box = new Box(element, top, boxes.size(), passages.size());
    box.ownTags = TAGS.getOrDefault(name, 0);
    if (isUnseen(element)) {
      box.ownTags |= Box.UNSEEN;
    }
    box.tags |= box.ownTags;
    if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
      box.heading = name.charAt(1) - '0';
    }
    box.ownMarks = marks(element);
    Integer post = posts.get(element);
    if (post != null) {
      box.post = post;
      box.thread = true;
    }
    box.thread |= containers.containsKey(element);
    if (isEdge(box)) {
      close();
      box.first = passages.size();
      block = box;
    }
    boxes.add(box);
    top = box;
    switch (name) {
      case "a" -> {
        inLink++;
        if (open != null) {
          open.links++;
        }
      }
      case "b", "strong" -> inStrong++;
      default -> {}
    }
  }

  /** Adds the text that JSON-LD states, a passage a line; what looks like a tag ends one, too. */
  void add(StatedBody body) {
    Box whole = boxes.getFirst();
    boolean tag = false;
    while (body.next()) {
      out.take(body);
      char c = body.current();
      if (c == '\n' || c == '<') {
        close();
      }
      boolean inTag = tag || c == '<';
      tag = inTag && c != '>';
      if (!inTag && !Invisible.isInvisible(c) && !out.isSpace()) {
        append(whole);
      }
    }
    close();
    whole.end = passages.size();
  }

  private static boolean isUnseen(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") && !element.attr("hidden").equals("false")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty()) {
      return false;
    }
    String plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private int marks(Element element) {
    if (element.attributesSize() == 0) {
      return 0;
    }
    int found = 0;
    for (String attribute : new String[] {"class", "id", "role", "itemprop", "data-component", "aria-label"}) {
      String value = element.attr(attribute);
      if (!value.isEmpty()) {
        found |= known.computeIfAbsent(value, this::marks);
      }
    }
    return found;
  }

  private int marks(String names) {
    int found = 0;
    for (String name : (names.length() > 1000 ? names.substring(0, 1000) : names).split("\\s+")) {
      Set<Mark> of = marks.of(name);
      for (Mark mark : of) {
        found |= 1 << mark.ordinal();
      }
    }
    return found;
  }

  private void lineBreak() {
    breaks++;
    if (open != null && (breaks > 1 || open.endsSentence())) {
      close();
    }
  }

  private void write(TextNode node) {
    Box around = block;
    if (around == null) {
      return;
    }
    out.begin(node);
    while (out.next()) {
      if (!out.isSpace()) {
        append(around);
      }
    }
  }

  private void append(Box around) {
    Passage passage = open;
    if (passage == null) {
      out.separate();
      passage = new Passage(around, out.length());
      passage.links = inLink > 0 ? 1 : 0;
      open = passage;
    } else if (out.spaceBefore()) {
      out.space(breaks > 0 ? '\n' : ' ');
    }
    breaks = 0;
    boolean newWord = out.length() == passage.start || out.afterSpace();
    count(passage, out.put(), newWord);
  }

  private void count(Passage passage, char c, boolean newWord) {
    passage.end = out.length();
    passage.last = c;
    if (newWord || isUnspaced(c) && (passage.end - passage.start) % 2 == 0) {
      passage.words++;
      passage.linkWords += inLink > 0 ? 1 : 0;
    }
    if (c == ',' || c == '،' || c == '、') {
      passage.commas++;
    }
    passage.linkChars += inLink > 0 ? 1 : 0;
    passage.strongChars += inStrong > 0 ? 1 : 0;
  }

  /** Whether a character is of a script that writes no blanks; two of them count as a word. */
  private static boolean isUnspaced(char c) {
    return c >= '\u3040' && c <= '\u30ff' || c >= '\u3400' && c <= '\u9fff' || c >= '\u0e00' && c <= '\u0e7f';
  }

  private void close() {
    breaks = 0;
    Passage passage = open;
    if (passage != null) {
      passages.add(passage);
      open = null;
    }
    out.dropSpace();
  }
}
