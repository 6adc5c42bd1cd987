package org.sitrep.segmentation;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.text.Span;

/**
 * One line of a flattened page that is not blank.
 *
 * @param number from 1, blank lines counted
 * @param start offset of its first character that is no space
 * @param indent how many spaces stand before it
 * @param blanks how many blank lines stand before it
 * @param text without the spaces around it
 */
record Line(int number, int start, int indent, int blanks, String text) {

  /** All lines of a text that are not blank, in order. */
  static List<Line> of(String text) {
    char newline = text.indexOf('\n') < 0 ? '\r' : '\n';
    List<Line> lines = new ArrayList<>();
    int number = 0;
    int blanks = 0;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(newline, at);
      end = end < 0 ? text.length() : end;
      number++;
      int from = at;
      int to = end;
      while (from < to && isBlank(text.charAt(from))) {
        from++;
      }
      while (to > from && isBlank(text.charAt(to - 1))) {
        to--;
      }
      if (from == to) {
        blanks++;
      } else {
        lines.add(new Line(number, from, from - at, blanks, text.substring(from, to)));
        blanks = 0;
      }
      at = end + 1;
    }
    return lines;
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  int end() {
    return start + text.length();
  }

  Span span() {
    return new Span(start, end());
  }

  int length() {
    return text.length();
  }

  /** Whether it ends as a sentence ends, closing quotes and brackets aside. */
  boolean endsSentence() {
    int i = text.length() - 1;
    while (i > 0 && "\"'”’»)]".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return ".!?…".indexOf(text.charAt(i)) >= 0;
  }

  /** The number of words, counted up to 60. */
  int words() {
    int n = 0;
    boolean inside = false;
    for (int i = 0; i < text.length() && n < 60; i++) {
      boolean letter = !isBlank(text.charAt(i));
      n += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return n;
  }
}
