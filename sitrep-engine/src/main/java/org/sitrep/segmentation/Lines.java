package org.sitrep.segmentation;

import java.util.Arrays;

/** Numbers the lines of a text. */
final class Lines {

  private final int[] starts;

  Lines(String text) {
    int[] found = new int[64];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = i + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** The line, from 1, on which a character stands. */
  int of(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }
}
