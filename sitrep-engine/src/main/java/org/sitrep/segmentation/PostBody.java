package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;
import org.sitrep.knowledge.ThreadMarkup;
import org.sitrep.knowledge.ThreadMarkup.Part;
import org.sitrep.knowledge.ThreadMarkup.Word;

/** Finds what was written in a comment: all that is neither a part of its own nor a button, a form, a label. */
final class PostBody {

  private static final int HEAD = 140;
  private static final int BUTTON = 60;

  private final Layout layout;
  private final ThreadMarkup markup;
  private final MarkupPost post;
  private final Set<Node> taken;
  private final Set<Node> own = Markup.identitySet();

  PostBody(Layout layout, MarkupPost post, Set<Node> taken) {
    this.layout = layout;
    this.markup = layout.threads();
    this.post = post;
    this.taken = taken;
    own.addAll(post.own);
  }

  /** The nodes that hold what was written, in order. */
  List<Node> read() {
    List<Node> region = region();
    Set<Node> out = Markup.identitySet();
    List<Node> candidates = new ArrayList<>();
    for (Node node : region) {
      Node up = node.parent();
      if (out.contains(up) || isOut(node)) {
        out.add(node);
      } else {
        candidates.add(node);
      }
    }
    Set<Node> broken = Markup.around(out);
    broken.addAll(post.mixed);
    return new Chosen(broken).of(candidates);
  }

  /** All that is its own, or what its platform calls the text. */
  private List<Node> region() {
    if (post.platform != null) {
      for (Evaluator selector : post.platform.part(Part.BODY)) {
        Set<Node> inside = Markup.identitySet();
        List<Node> region = new ArrayList<>();
        boolean written = false;
        for (Node node : post.own) {
          boolean match = node instanceof Element element && element != post.start && element.is(selector);
          if (match || inside.contains(node.parent()) && own.contains(node)) {
            inside.add(node);
            region.add(node);
            written |= node instanceof TextNode text && !text.isBlank();
          }
        }
        if (written) {
          return region;
        }
      }
    }
    return post.own;
  }

  private boolean isOut(Node node) {
    if (!(node instanceof Element element)) {
      return !(node instanceof TextNode);
    }
    if (taken.contains(element) || Markup.isSilent(element)) {
      return true;
    }
    if (element == post.start || post.mixed.contains(element)) {
      return false;
    }
    List<String> words = Markup.words(element, markup);
    boolean control = words.stream().anyMatch(w -> markup.is(Word.CONTROL, w));
    boolean line = words.stream().anyMatch(w -> markup.is(Word.LINE, w) || markup.is(Word.AUTHOR, w) || markup.is(Word.TIME, w));
    if (!control && !line && !Markup.isInline(element) && !element.normalName().matches("li|p|div|h[1-6]")) {
      return false;
    }
    String text = Markup.shortText(element, HEAD);
    if (text.isEmpty()) {
      return control && !element.hasText();
    }
    boolean prose = element.selectFirst("p, blockquote") != null;
    return control && text.length() <= BUTTON && !prose
        || line && !prose
        || text.length() <= BUTTON && isLabel(element, text);
  }

  private boolean isLabel(Element element, String text) {
    boolean button = element.normalName().equals("a") || !Markup.isInline(element);
    return button && (layout.is(Phrase.REPLY_LABEL, text) || layout.is(Phrase.FORM, text) || layout.is(Phrase.PROMPT, text));
  }

  /** Whole elements where they are all of the text, single nodes where something in them is not. */
  private final class Chosen {

    private final Set<Node> broken;
    private final Set<Node> inside = Markup.identitySet();
    private final List<Node> chosen = new ArrayList<>();

    Chosen(Set<Node> broken) {
      this.broken = broken;
    }

    List<Node> of(List<Node> candidates) {
      for (Node node : candidates) {
        if (inside.contains(node.parent())) {
          inside.add(node);
        } else if (!broken.contains(node) && !Markup.isBlank(node)) {
          inside.add(node);
          chosen.add(node);
        }
      }
      return trimmed();
    }

    /** Without numbers and signs that stand by themselves before and after the text. */
    private List<Node> trimmed() {
      int from = 0;
      int to = chosen.size();
      while (from < to && (isSign(chosen.get(from)) || isSaying(chosen.get(from)))) {
        from++;
      }
      while (to > from && isSign(chosen.get(to - 1))) {
        to--;
      }
      return chosen.subList(from, to);
    }

    /** "said..." behind the name. */
    private boolean isSaying(Node node) {
      return node instanceof TextNode text && markup.is(Word.AFTER_AUTHOR, Markup.plain(text.getWholeText()).toLowerCase(Locale.ROOT));
    }

    private static boolean isSign(Node node) {
      return node instanceof TextNode text && !Signatures.hasLetter(text.getWholeText());
    }
  }
}
