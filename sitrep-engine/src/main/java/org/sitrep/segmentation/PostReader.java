package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.AuthorLine;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Part;
import org.sitrep.knowledge.ThreadMarkup.Word;

/**
 * Reads one comment's markup: by the selectors of its platform, else by the words of class names and by lines
 * that name an author. What is neither a part of its own nor a button is what was written.
 */
final class PostReader {

  private static final int NAME = 60;
  private static final int HEAD = 140;
  private static final int BUTTON = 60;
  private static final Pattern VOTES =
      Pattern.compile("\\(?(?<n>[+−-]? ?\\d{1,6})\\)?(?:\\s+\\p{L}{2,12}){0,2}");

  private final Layout layout;
  private final ThreadMarkup markup;
  private final Signatures signatures;
  private final MarkupPost post;
  private final List<Element> elements = new ArrayList<>();
  private final Set<Node> own = Markup.identitySet();
  private final Set<Node> roots = Markup.identitySet();
  /** Elements in which another comment stands. */
  private final Set<Node> mixed;
  private final Set<Node> taken = Markup.identitySet();

  PostReader(Layout layout, MarkupPost post, Set<Node> mixed) {
    this.layout = layout;
    this.markup = layout.threads();
    this.signatures = new Signatures(layout);
    this.post = post;
    this.mixed = mixed;
    post.mixed = mixed;
    own.addAll(post.own);
    roots.addAll(post.roots);
    for (Node node : post.own) {
      if (node instanceof Element element && !Markup.isSilent(element)) {
        elements.add(element);
      }
    }
  }

  void read() {
    author();
    time();
    lines();
    votes();
    Element to = first(Part.TO);
    if (to != null) {
      take(to);
      post.to = to.attr("href").contains("#") ? to.attr("href") : Markup.shortText(to, NAME);
    }
    post.answerable = first(Part.REPLY) != null;
    post.body = new PostBody(layout, post, taken).read();
  }

  private @Nullable Element first(Part part) {
    if (post.platform != null) {
      for (Evaluator selector : post.platform.part(part)) {
        for (Element element : elements) {
          if (!mixed.contains(element) && element.is(selector)) {
            return element;
          }
        }
      }
    }
    return null;
  }

  private void take(Element element) {
    taken.add(element);
  }

  private void author() {
    Element stated = first(Part.AUTHOR);
    if (stated != null && name(stated)) {
      return;
    }
    for (Element element : elements) {
      if (element != post.start && !mixed.contains(element) && (element.normalName().equals("cite") || Markup.says(element, markup, Word.AUTHOR))) {
        if (name(element)) {
          return;
        }
      }
    }
  }

  private boolean name(Element element) {
    String text = Markup.shortText(element, HEAD);
    if (text.isEmpty()) {
      return false;
    }
    Optional<AuthorLine> line = signatures.line(text);
    String name = line.map(AuthorLine::name).orElseGet(() -> signatures.name(inner(element, text)));
    if (!signatures.isName(name)) {
      return false;
    }
    post.author = name;
    line.flatMap(AuthorLine::time).ifPresent(time -> post.time = time);
    take(element);
    return true;
  }

  /** In a longer line, the name is what is set apart. */
  private static String inner(Element element, String text) {
    for (Element inside : element.getAllElements()) {
      String name = inside.normalName();
      if (inside != element && (name.equals("cite") || name.equals("a") || name.equals("b") || name.equals("strong") || inside.hasClass("fn"))) {
        String set = Markup.shortText(inside, NAME);
        if (Signatures.hasLetter(set)) {
          return set;
        }
      }
    }
    return text;
  }

  private void time() {
    if (post.time != null) {
      return;
    }
    Element stated = first(Part.TIME);
    if (stated != null && stamp(stated)) {
      return;
    }
    for (Element element : elements) {
      boolean named = element.normalName().equals("time") || Markup.says(element, markup, Word.TIME);
      if (element != post.start && !mixed.contains(element) && named && stamp(element)) {
        return;
      }
    }
  }

  private boolean stamp(Element element) {
    String all = Markup.shortText(element, HEAD);
    boolean declared = all.length() <= NAME && (element.normalName().equals("time") || element.hasAttr("datetime"));
    String text = signatures.time(all).isEmpty() && declared && Layout.hasDigit(all) ? all : signatures.time(all);
    if (!text.isEmpty()) {
      post.time = text;
      if (post.author == null) {
        String rest = signatures.name(all.replace(text, ""));
        post.author = signatures.line(all).map(AuthorLine::name).orElse(signatures.looksLikeName(rest) ? rest : null);
      }
      take(element);
    }
    return !text.isEmpty();
  }

  /** Lines such as "Posted by Ann on 3 May 2016", and other short lines with a date. */
  private void lines() {
    for (Element element : elements) {
      if (post.author != null && post.time != null) {
        return;
      }
      if (mixed.contains(element) || taken.contains(element) || Markup.isInline(element) && !element.normalName().equals("span")) {
        continue;
      }
      String text = Markup.shortText(element, HEAD);
      if (!text.isEmpty() && Layout.hasDigit(text) && (element != post.start || element.normalName().equals("dt"))) {
        line(element, text);
      }
    }
    if (post.author == null || post.time == null) {
      new Runs().read();
    }
    if (post.author == null) {
      opening();
    }
  }

  /** Loose words and inline elements between blocks, each run of them a line. */
  private final class Runs {

    private final List<Node> run = new ArrayList<>();

    void read() {
      for (Node node : post.own) {
        if (isLoose(node)) {
          if (!run.isEmpty() && run.getLast().nextSibling() != node) {
            close();
          }
          run.add(node);
        }
      }
      close();
    }

    private boolean isLoose(Node node) {
      boolean broken = node instanceof Element e && (e.normalName().equals("br") || !Markup.isInline(e));
      return !broken && !mixed.contains(node) && !taken.contains(node) && node.parent() instanceof Element up
          && (roots.contains(up) || !Markup.isInline(up) && own.contains(up)) && hasBlock(up);
    }

    private static boolean hasBlock(Element element) {
      for (Element child : element.children()) {
        if (!Markup.isInline(child) || child.normalName().equals("br")) {
          return true;
        }
      }
      return false;
    }

    private void close() {
      String text = Markup.plain(run.stream().map(n -> Markup.shortText(n, HEAD)).collect(Collectors.joining(" ")));
      boolean whole = run.stream().allMatch(n -> Markup.isBlank(n) || !Markup.shortText(n, HEAD).isEmpty());
      if (whole && !text.isEmpty() && text.length() <= HEAD) {
        sign(text);
      }
      run.clear();
    }

    private void sign(String text) {
      Optional<AuthorLine> line = signatures.line(text);
      Optional<String> time = line.flatMap(AuthorLine::time).or(() -> signatures.timeIn(text));
      boolean stamp = post.time == null && time.isPresent() && (line.isPresent() || time.get().length() * 2 > text.length());
      boolean named = post.author == null && line.isPresent();
      if (named) {
        post.author = line.get().name();
      }
      if (stamp) {
        post.time = time.get();
      }
      if (named || stamp) {
        taken.addAll(run);
      } else if (post.author == null && before() && signatures.looksLikeName(signatures.name(text))) {
        post.author = signatures.name(text);
        taken.addAll(run);
      }
    }

    /** Whether nothing has been written before it. */
    private boolean before() {
      for (Node node : post.own) {
        if (node == run.getFirst()) {
          return true;
        }
        if (node instanceof Element e && e.normalName().equals("p") && !taken.contains(e)) {
          return false;
        }
      }
      return false;
    }
  }

  private void line(Element element, String text) {
    Optional<AuthorLine> line = signatures.line(text);
    if (line.isPresent() && post.author == null) {
      post.author = line.get().name();
      take(element);
    }
    Optional<String> time = line.flatMap(AuthorLine::time).or(() -> signatures.timeIn(text));
    boolean stands = line.isPresent() || named(element) || Markup.says(element, markup, Word.LINE) || time.filter(t -> t.length() * 2 > text.length()).isPresent();
    if (time.isPresent() && stands) {
      String rest = signatures.name(text.replace(time.get(), ""));
      if (post.author == null && signatures.looksLikeName(rest)) {
        post.author = rest;
        take(element);
      }
      if (post.time == null) {
        post.time = time.get();
        take(element);
      }
    }
  }

  /** Whether the author stands in it. */
  private boolean named(Element element) {
    return post.author != null && element.children().stream().anyMatch(taken::contains);
  }

  /** A name set apart before anything is written. */
  private void opening() {
    for (Element element : elements) {
      String tag = element.normalName();
      if (tag.equals("p") || tag.equals("blockquote")) {
        String text = Markup.shortText(element, HEAD);
        if (text.isEmpty() && element.hasText()) {
          return;
        }
      }
      boolean apart = tag.equals("strong") || tag.equals("b") || tag.equals("a") || tag.equals("h3") || tag.equals("h4") || tag.equals("h5") || tag.equals("dt");
      if (apart && !mixed.contains(element) && !taken.contains(element)) {
        String text = signatures.name(Markup.shortText(element, NAME));
        if (signatures.looksLikeName(text)) {
          post.author = text;
          take(element);
          return;
        }
      }
    }
  }

  private void votes() {
    Element stated = first(Part.VOTES);
    if (stated != null && votes(stated)) {
      return;
    }
    for (Element element : elements) {
      if (element != post.start && !mixed.contains(element) && Markup.says(element, markup, Word.VOTES) && votes(element)) {
        return;
      }
    }
  }

  private boolean votes(Element element) {
    Matcher m = VOTES.matcher(Markup.shortText(element, BUTTON));
    if (!m.matches()) {
      return false;
    }
    post.votes = Integer.valueOf(m.group("n").replace('−', '-').replace(" ", "").replace("+", ""));
    take(element);
    return true;
  }
}
