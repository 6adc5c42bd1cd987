package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Word;

/**
 * Finds comments of platforms that nobody has described: parts of a page that repeat, that are called
 * comments by their class names or ids or stand below a heading that says so, and that are signed with a name
 * and a time. What is signed by few is none.
 */
final class RepeatedPosts {

  private static final int MOST_SORTS = 40;
  private static final int MOST_PLACES = 12;
  private static final int DEEP = 6;
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "b", "strong");
  private static final int SAMPLE = 16;

  private final Document document;
  private final Layout layout;
  private final ThreadMarkup markup;
  private final Map<String, List<Element>> called = new LinkedHashMap<>();
  private final List<Element> places = new ArrayList<>();
  /** Names that were looked at before; a page has few and repeats them. */
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, Boolean> threads = new HashMap<>();

  RepeatedPosts(Document document, Layout layout) {
    this.document = document;
    this.layout = layout;
    this.markup = layout.threads();
  }

  /** The comments, read; none where the page has none. */
  List<MarkupPost> find() {
    document.body().traverse(
        (NodeVisitor)
            (node, depth) -> {
              if (node instanceof Element element && element != document.body()) {
                look(element);
              }
            });
    List<MarkupPost> best = best(called);
    return best.isEmpty() ? best(inPlaces()) : best;
  }

  private void look(Element element) {
    for (String name : element.classNames()) {
      if (isCalled(name) && called.size() < 10 * MOST_SORTS) {
        called.computeIfAbsent(element.normalName() + "." + plain(name), k -> new ArrayList<>()).add(element);
      }
    }
    String id = element.id();
    if (Layout.hasDigit(id) && isCalled(id) && called.size() < 10 * MOST_SORTS) {
      called.computeIfAbsent(element.normalName() + "#" + plain(id), k -> new ArrayList<>()).add(element);
    }
    boolean heading = HEADINGS.contains(element.normalName()) && layout.is(Phrase.THREAD, Markup.shortText(element, 60));
    Element place = heading ? element.parent() : element;
    if (place != null && place != document.body() && places.size() < MOST_PLACES && !places.contains(place)
        && (heading || isThread(element))) {
      places.add(place);
    }
  }

  private boolean isThread(Element element) {
    String names = element.className() + " " + element.id();
    return names.length() > 1 && threads.computeIfAbsent(names, k -> Markup.says(element, markup, Word.THREAD));
  }

  private boolean isCalled(String name) {
    return known.computeIfAbsent(name, this::speaksOfComments);
  }

  private boolean speaksOfComments(String name) {
    boolean post = false;
    for (String word : Markup.words(name, markup)) {
      post |= markup.is(Word.POST, word);
      if (markup.is(Word.LIST, word)) {
        return false;
      }
    }
    return post;
  }

  private static String plain(String name) {
    return name.replaceAll("[0-9a-f]{8,}|\\d+", "0");
  }

  /** Children of one sort, with a time on most of them, at the places where comments are said to be. */
  private Map<String, List<Element>> inPlaces() {
    Map<String, List<Element>> sorts = new LinkedHashMap<>();
    Set<Node> seen = Markup.identitySet();
    for (Element place : places) {
      place.traverse(
          (NodeVisitor)
              (node, depth) -> {
                if (node instanceof Element element && depth <= DEEP && element.childrenSize() > 1 && seen.add(element)) {
                  children(element, sorts);
                }
              });
    }
    return sorts;
  }

  private void children(Element parent, Map<String, List<Element>> sorts) {
    Map<String, List<Element>> own = new LinkedHashMap<>();
    for (Element child : parent.children()) {
      if (!Markup.isInline(child) && !Markup.isSilent(child) && !child.normalName().matches("p|dd|h[1-6]|br|hr")) {
        own.computeIfAbsent(child.normalName() + "." + plain(child.classNames().stream().findFirst().orElse("")), k -> new ArrayList<>()).add(child);
      }
    }
    own.forEach(
        (sort, children) -> {
          if (children.size() > 1 && sorts.size() < MOST_SORTS) {
            sorts.put(sort + "@" + sorts.size(), children);
          }
        });
  }

  private List<MarkupPost> best(Map<String, List<Element>> sorts) {
    Sample best = null;
    List<List<Element>> largest =
        sorts.values().stream().sorted(Comparator.comparingInt((List<Element> s) -> -s.size())).limit(MOST_SORTS).toList();
    for (List<Element> sort : largest) {
      if ((best == null || sort.size() >= best.signed()) && !isList(sort.getFirst())) {
        Sample sample = Sample.of(sort, read(sort.subList(0, Math.min(SAMPLE, sort.size()))));
        if (sample.isThread() && (best == null || sample.better(best))) {
          best = sample;
        }
      }
    }
    return best == null ? List.of() : read(best.sort());
  }

  private List<MarkupPost> read(List<Element> elements) {
    return MarkupThread.written(elements.stream().map(e -> new MarkupPost(e, null)).toList(), layout);
  }

  /** What the first elements of a sort are like: in how many something is written, by whom, and when. */
  private record Sample(List<Element> sort, int read, int written, int named, int timed, int both) {

    static Sample of(List<Element> sort, List<MarkupPost> posts) {
      int named = 0;
      int timed = 0;
      int both = 0;
      for (MarkupPost post : posts) {
        named += post.author != null ? 1 : 0;
        timed += post.time != null ? 1 : 0;
        both += post.author != null && post.time != null ? 1 : 0;
      }
      return new Sample(sort, Math.min(SAMPLE, sort.size()), posts.size(), named, timed, both);
    }

    boolean isThread() {
      if (sort.size() == 1) {
        return both == 1;
      }
      return written * 2 > read && (both * 2 > written || named * 5 >= written * 4 || timed * 5 >= written * 4);
    }

    /** How many of all are signed, by name and by time, as far as the first ones tell. */
    double signed() {
      return (named + timed) / 2.0 / read * sort.size();
    }

    /** More signed comments; of as many, the inner of single ones and the outer of several. */
    boolean better(Sample best) {
      if (Math.abs(signed() - best.signed()) > 0.01) {
        return signed() > best.signed();
      }
      Element one = sort.getFirst();
      Element other = best.sort.getFirst();
      return sort.size() == 1 ? isInside(one, other) : isInside(other, one);
    }
  }

  private static boolean isInside(Element inner, Element outer) {
    for (Element up = inner.parent(); up != null; up = up.parent()) {
      if (up == outer) {
        return true;
      }
    }
    return false;
  }

  /** Within a list of comments on other pages, a menu, a margin. */
  private boolean isList(Element element) {
    int all = document.body().text().length();
    for (Element up = element; up != null && up != document.body(); up = up.parent()) {
      boolean list = Markup.says(up, markup, Word.LIST) || up.normalName().equals("nav") || up.normalName().equals("aside");
      if (list && up.text().length() * 2 < all) {
        return true;
      }
    }
    return false;
  }
}
