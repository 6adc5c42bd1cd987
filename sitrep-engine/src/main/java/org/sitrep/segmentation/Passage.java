package org.sitrep.segmentation;

import org.sitrep.text.Span;

/** A paragraph-like stretch of a page's text: what stands between two edges of blocks. */
final class Passage {

  /** The innermost block around it. */
  final Box box;

  /** Where it begins in the cleaned text. */
  final int start;

  int end;
  int words;
  int commas;
  int linkChars;
  int linkWords;
  int strongChars;
  char last;

  /** Whether its links are all one. */
  int links;

  Passage(Box box, int start) {
    this.box = box;
    this.start = start;
    this.end = start;
  }

  Span span() {
    return new Span(start, end);
  }

  int length() {
    return end - start;
  }

  /** The share of characters that are links. */
  double linkDensity() {
    return length() == 0 ? 0 : (double) linkChars / length();
  }

  boolean isStrong() {
    return strongChars * 10 >= length() * 8;
  }

  /** Whether it ends as a sentence does. */
  boolean endsSentence() {
    return switch (last) {
      case '.', '!', '?', '…', '"', '”', '’', '»', ')', ':', ';', '。', '؟' -> true;
      default -> false;
    };
  }
}
