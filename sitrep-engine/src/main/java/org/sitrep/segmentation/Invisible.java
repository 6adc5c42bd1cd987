package org.sitrep.segmentation;

import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

/**
 * Takes out of a text what nobody sees and what would cut words in two: soft hyphens, zero-width characters, marks of writing
 * direction, control characters.
 */
final class Invisible {

  private static final char NEXT_LINE = '\u0085';

  private Invisible() {}

  /** The text without them, with the way back. */
  static AlignedText removed(String text) {
    int at = next(text, 0);
    if (at == text.length()) {
      return AlignedText.identity(text);
    }
    AlignedText.Builder kept = AlignedText.over(text);
    int from = 0;
    while (at < text.length()) {
      kept.keep(new Span(from, at));
      from = at + 1;
      at = next(text, from);
    }
    return kept.keep(new Span(from, at)).build();
  }

  private static int next(String text, int from) {
    int at = from;
    while (at < text.length() && !isInvisible(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether nobody sees a character. */
  static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT -> true;
      case Character.CONTROL -> !Character.isWhitespace(c) && c != NEXT_LINE;
      default -> false;
    };
  }
}
