package org.sitrep.segmentation;

import org.sitrep.knowledge.Layout;
import org.sitrep.knowledge.Layout.Phrase;

/** Credits of pictures in the text itself. */
final class Credits {

  private static final int LONGEST = 400;

  private Credits() {}

  /** Whether a line ends with a credit in brackets: "... (Photo: Agency)", "... [Name/Agency]". */
  static boolean closes(Layout layout, String text) {
    char last = text.charAt(text.length() - 1);
    if ((last != ')' && last != ']') || text.length() > LONGEST) {
      return false;
    }
    int open = text.lastIndexOf(last == ')' ? '(' : '[');
    return open >= 0 && layout.is(Phrase.CREDIT, text.substring(open + 1, text.length() - 1));
  }
}
