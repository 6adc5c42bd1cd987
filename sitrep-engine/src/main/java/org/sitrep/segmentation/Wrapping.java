package org.sitrep.segmentation;

import java.util.List;
import org.sitrep.page.Block.Kind;

/** Whether two lines without a blank line between them are one paragraph, broken for width or by chance. */
final class Wrapping {

  private static final int NARROWEST = 50;
  private static final int WIDEST = 105;

  private Wrapping() {}

  /** Whether line {@code i} carries on the line before it. */
  static boolean joined(List<Line> lines, int i, Kind kind) {
    if (kind == Kind.COMMENT || kind == Kind.BOILERPLATE) {
      return true;
    }
    Line before = lines.get(i - 1);
    Line line = lines.get(i);
    boolean carriesOn =
        !before.endsSentence() && Character.isLowerCase(line.text().codePointAt(0));
    return carriesOn || (kind == Kind.BODY && wrapped(lines, i));
  }

  /** Lines broken for width: this one and its neighbours are about as long as each other. */
  private static boolean wrapped(List<Line> lines, int i) {
    int first = i - 1;
    while (first > 0 && lines.get(first).blanks() == 0 && i - first < 4) {
      first--;
    }
    int last = i;
    while (last + 1 < lines.size() && lines.get(last + 1).blanks() == 0 && last - i < 4) {
      last++;
    }
    if (last - first < 2) {
      return false;
    }
    for (int k = first; k < last; k++) {
      if (lines.get(k).length() < NARROWEST || lines.get(k).length() > WIDEST) {
        return false;
      }
    }
    return lines.get(last).length() <= WIDEST;
  }
}
