package org.sitrep.segmentation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article's text as a page's JSON-LD states it, character by character where it stands in the source. */
final class StatedBody {

  private static final Pattern START = Pattern.compile("\"articleBody\"\\s*:\\s*\"");
  private static final int UNICODE = 4;

  private final String html;
  private final int end;
  private int at;
  private char current;
  private int from;

  private StatedBody(String html, int start, int end) {
    this.html = html;
    this.at = start;
    this.end = end;
  }

  /**
   * Where the text stands.
   *
   * @param text as JSON-LD states it, decoded
   */
  static Optional<StatedBody> of(Document document, String html, String text) {
    for (Element script : document.select("script[type*=ld+json]")) {
      for (DataNode data : script.dataNodes()) {
        int start = data.sourceRange().startPos();
        int end = data.sourceRange().endPos();
        if (start < 0 || end > html.length()) {
          continue;
        }
        Matcher m = START.matcher(html).region(start, end);
        while (m.find()) {
          if (new StatedBody(html, m.end(), end).reads(text)) {
            return Optional.of(new StatedBody(html, m.end(), end));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean reads(String text) {
    StringBuilder all = new StringBuilder();
    while (all.length() <= text.length() + 1000 && next()) {
      all.append(current);
    }
    return blanks(all.toString()).equals(blanks(text));
  }

  private static String blanks(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Goes to the next character; false at the end of the text. */
  boolean next() {
    if (at >= end || html.charAt(at) == '"') {
      return false;
    }
    from = at;
    current = html.charAt(at++);
    if (current == '\\' && at < end) {
      current = escaped(html.charAt(at++));
    }
    return true;
  }

  private char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't', 'r', 'b', 'f' -> ' ';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < UNICODE && at < end; i++) {
      value = value * 16 + Math.max(0, Character.digit(html.charAt(at++), 16));
    }
    return (char) value;
  }

  char current() {
    return current;
  }

  int from() {
    return from;
  }

  int width() {
    return at - from;
  }
}
