package org.sitrep.ingestion;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of markup bytes begin with, told by their first element. */
final class Markup {

  /** The root element's meaning. */
  enum Root { FEED, HTML, OTHER, NONE }

  private static final int HEAD = 1 << 16;
  private static final Pattern ELEMENT = Pattern.compile("<(?:[\\w.-]{1,40}:)?([A-Za-z_][\\w.-]{0,100})[\\s/>]");

  private Markup() {}

  static Root root(byte[] bytes) {
    return switch (rootName(bytes).toLowerCase(Locale.ROOT)) {
      case "rss", "rdf", "feed" -> Root.FEED;
      case "html", "head", "body", "div", "p", "article", "title", "meta" -> Root.HTML;
      case "" -> Root.NONE;
      default -> Root.OTHER;
    };
  }

  /** The local name of the first element; empty where none begins. */
  static String rootName(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    boolean wide = Bytes.startsWith(bytes, 0xFF, 0xFE) || Bytes.startsWith(bytes, 0xFE, 0xFF);
    String head = new String(bytes, 0, length, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    int at = head.indexOf('<');
    while (at >= 0 && at + 1 < head.length()) {
      int end;
      if (head.startsWith("<!--", at)) {
        end = head.indexOf("-->", at + 4);
      } else if (head.startsWith("<?", at)) {
        end = head.indexOf("?>", at + 2);
      } else if (head.startsWith("<!", at)) {
        if (head.regionMatches(true, at, "<!DOCTYPE html", 0, 14)) {
          return "html";
        }
        end = doctypeEnd(head, at);
      } else {
        Matcher m = ELEMENT.matcher(head).region(at, head.length());
        return m.lookingAt() ? m.group(1) : "";
      }
      at = end < 0 ? -1 : head.indexOf('<', end);
    }
    return "";
  }

  private static int doctypeEnd(String head, int at) {
    int close = head.indexOf('>', at);
    int subset = head.indexOf('[', at);
    return subset >= 0 && subset < close ? head.indexOf("]", subset) : close;
  }
}
