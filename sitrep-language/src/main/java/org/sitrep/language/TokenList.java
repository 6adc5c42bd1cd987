package org.sitrep.language;

import java.util.Arrays;

/** The tokens of one block, as offsets into its characters. Grows; not thread-safe. */
final class TokenList {

  int size;
  int[] from = new int[256];
  int[] to = new int[256];

  void add(int start, int end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
    }
    from[size] = start;
    to[size++] = end;
  }
}
