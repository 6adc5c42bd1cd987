package org.sitrep.segmentation;

import java.util.List;
import org.sitrep.page.Block.Kind;

/**
 * Marks quotations set apart: paragraphs after one that ends in a colon, and paragraphs inside quotation
 * marks that are opened in one and closed in another.
 */
final class Quotes {

  private static final int LONGEST = 12;
  private static final int SENTENCE = 15;

  private final List<Line> lines;
  private final Kind[] kinds;

  Quotes(List<Line> lines, Kind[] kinds) {
    this.lines = lines;
    this.kinds = kinds;
  }

  void mark(int end) {
    for (int i = 1; i < end; i++) {
      if (kinds[i] != Kind.BODY || kinds[i - 1] != Kind.BODY) {
        continue;
      }
      boolean introduced =
          lines.get(i - 1).text().endsWith(":") && lines.get(i - 1).length() > 40;
      if (introduced && (lines.get(i).words() >= SENTENCE || opens(lines.get(i)))) {
        int last = lastOf(i, end);
        for (int k = i; k <= last; k++) {
          if (kinds[k] == Kind.BODY) {
            kinds[k] = Kind.BLOCK_QUOTE;
          }
        }
        i = last;
      }
    }
  }

  /** The closing quotation mark, where one is owed; else as far as the text carries on with dots. */
  private int lastOf(int first, int end) {
    if (opens(lines.get(first)) && !closes(lines.get(first))) {
      for (int k = first + 1; k < Math.min(end, first + LONGEST); k++) {
        if (closes(lines.get(k))) {
          return k;
        }
      }
    }
    int last = first;
    while (last + 1 < end
        && (lines.get(last + 1).text().startsWith("…") || lines.get(last + 1).text().startsWith("..."))) {
      last++;
    }
    return last;
  }

  private static boolean opens(Line line) {
    char c = line.text().charAt(0);
    return c == '"' || c == '“';
  }

  private static boolean closes(Line line) {
    char c = line.text().charAt(line.length() - 1);
    return line.length() > 1 && (c == '"' || c == '”');
  }
}
