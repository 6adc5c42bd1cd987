package org.sitrep.segmentation;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of some nodes as it is read: paragraphs and breaks as lines, white space otherwise as single blanks. */
final class Written implements NodeVisitor {

  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");

  private final StringBuilder out = new StringBuilder();
  private boolean line;
  private boolean blank;
  private int silent;

  private Written() {}

  static String of(List<Node> nodes) {
    Written written = new Written();
    for (Node node : nodes) {
      written.edge(node);
      node.traverse(written);
      written.edge(node);
    }
    return written.out.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (silent == 0) {
        append(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      silent += SILENT.contains(element.normalName()) ? 1 : 0;
      line |= element.normalName().equals("br");
      edge(node);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      silent -= SILENT.contains(element.normalName()) ? 1 : 0;
      edge(node);
    }
  }

  private void edge(Node node) {
    line |= node instanceof Element element && element.isBlock();
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
      } else if (!Invisible.isInvisible(c)) {
        if (!out.isEmpty() && (line || blank)) {
          out.append(line ? '\n' : ' ');
        }
        line = false;
        blank = false;
        out.append(c);
      }
    }
  }
}
