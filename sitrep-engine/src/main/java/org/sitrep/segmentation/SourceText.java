package org.sitrep.segmentation;

import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/**
 * Goes through the characters of a page's text nodes, knows where each stands in the HTML as given, and writes those that are
 * kept. An entity is one stretch of the source, whatever it stands for.
 */
final class SourceText {

  private static final int LONGEST_ENTITY = 40;

  private final String html;
  private final AlignedText.Builder out;

  private String text = "";
  private int at;
  private int source;
  private int sourceEnd;
  private boolean verbatim;
  private char current;
  private int from;
  private int width;
  private boolean pendingSpace;
  private int spaceFrom;
  private boolean afterSpace = true;
  private String entity = "";
  private int inEntity;

  SourceText(String html) {
    this.html = html;
    this.out = AlignedText.overMarkup(html);
  }

  AlignedText build() {
    return out.build();
  }

  int length() {
    return out.length();
  }

  /** Starts with a text node. */
  void begin(TextNode node) {
    text = node.getWholeText();
    at = 0;
    entity = "";
    Range range = node.sourceRange();
    if (range.isTracked()) {
      source = Math.min(range.startPos(), html.length());
      sourceEnd = Math.min(range.endPos(), html.length());
      verbatim = sourceEnd - source == text.length() && html.startsWith(text, source);
    } else {
      sourceEnd = source;
      verbatim = false;
    }
  }

  /** Takes the current character of a text in JSON. */
  void take(StatedBody body) {
    current = body.current();
    from = body.from();
    width = body.width();
  }

  /** Goes to the next character that anybody sees. */
  boolean next() {
    while (at < text.length()) {
      current = text.charAt(at++);
      locate();
      if (!Invisible.isInvisible(current)) {
        return true;
      }
    }
    return false;
  }

  private void locate() {
    if (verbatim) {
      from = source++;
      width = 1;
      return;
    }
    if (inEntity < entity.length() && entity.charAt(inEntity) == current) {
      inEntity++;
      return;
    }
    entity = "";
    while (source < sourceEnd && html.charAt(source) == '\r' && current != '\r') {
      source++;
    }
    if (source < sourceEnd && html.charAt(source) == '&' && decode()) {
      return;
    }
    if (source < sourceEnd && html.charAt(source) != current && !isReplaced(html.charAt(source))) {
      int found = html.indexOf(current, source, Math.min(sourceEnd, source + 4 * LONGEST_ENTITY));
      source = found >= 0 ? found : source;
    }
    from = Math.min(source, Math.max(0, html.length() - 1));
    width = source < sourceEnd ? 1 : 0;
    source = Math.min(source + 1, sourceEnd);
  }

  private static boolean isReplaced(char c) {
    return c == 0;
  }

  /** Reads an entity of the source that begins with the current character; whether there is one. */
  private boolean decode() {
    int end = source + 1;
    while (end < sourceEnd && end - source < LONGEST_ENTITY && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
      end++;
    }
    if (end < sourceEnd && html.charAt(end) == ';') {
      end++;
    }
    String written = html.substring(source, end);
    String meant = Parser.unescapeEntities(written, false);
    if (meant.isEmpty() || meant.equals(written) || meant.charAt(0) != current) {
      return false;
    }
    int rest = 0;
    while (rest < meant.length() - 1
        && meant.charAt(meant.length() - 1 - rest) == written.charAt(written.length() - 1 - rest)) {
      rest++;
    }
    entity = meant.substring(0, meant.length() - rest);
    inEntity = 1;
    from = source;
    width = written.length() - rest;
    source += width;
    return true;
  }

  boolean isSpace() {
    boolean space = Character.isWhitespace(current) || Character.isSpaceChar(current) || current == '\u0085';
    if (space && !pendingSpace) {
      pendingSpace = true;
      spaceFrom = from;
    }
    return space;
  }

  boolean spaceBefore() {
    return pendingSpace;
  }

  boolean afterSpace() {
    return afterSpace;
  }

  /** Writes one blank for the white space before the current character. */
  void space(char blank) {
    out.write(String.valueOf(blank), new Span(spaceFrom, Math.max(spaceFrom, spaceFrom <= from ? from : spaceFrom + 1)));
    pendingSpace = false;
    afterSpace = true;
  }

  /** Forgets white space at an edge. */
  void dropSpace() {
    pendingSpace = false;
  }

  /** Parts two passages. */
  void separate() {
    if (out.length() > 0) {
      out.write("\n\n", new Span(from, from));
    }
    pendingSpace = false;
    afterSpace = true;
  }

  /** Writes the current character. */
  char put() {
    out.put(current, from, width);
    afterSpace = false;
    return current;
  }
}
