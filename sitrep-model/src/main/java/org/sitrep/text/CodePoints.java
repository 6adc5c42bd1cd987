package org.sitrep.text;

/**
 * Turns offsets counted in UTF-16 units into offsets counted in Unicode code points, for one text.
 * Made once per text; a look-up is constant time where the text has no supplementary characters, else
 * logarithmic. Immutable and thread-safe.
 */
public final class CodePoints {

  /** Offsets of the high surrogates, ascending. */
  private final int[] pairs;

  private CodePoints(int[] pairs) {
    this.pairs = pairs;
  }

  /** The converter for {@code text}. */
  public static CodePoints of(CharSequence text) {
    int n = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        n++;
      }
    }
    int[] pairs = new int[n];
    for (int i = 0, k = 0; k < n; i++) {
      if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        pairs[k++] = i;
      }
    }
    return new CodePoints(pairs);
  }

  /** The number of code points before the UTF-16 unit at {@code offset}. */
  public int at(int offset) {
    if (pairs.length == 0) {
      return offset;
    }
    int found = java.util.Arrays.binarySearch(pairs, offset);
    int before = found >= 0 ? found : -found - 1;
    return offset - before;
  }

  /** {@code span} counted in code points. */
  public Span of(Span span) {
    return new Span(at(span.start()), at(span.end()));
  }
}
