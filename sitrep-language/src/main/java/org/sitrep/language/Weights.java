package org.sitrep.language;

/**
 * The weights of a linear model over hashed features, for one set of classes: an open-addressing table
 * from 32-bit feature keys to sparse rows. A weight is one byte, read as {@code sign * square}, which keeps
 * both the few large and the many small ones (companding). Immutable and thread-safe.
 */
final class Weights {

  /** Key in the upper half, place of the row in {@link #pool} in the lower. */
  private final long[] slots;

  private final int mask;

  /** Rows: the number of entries, then each as class and code in one unit. */
  private final short[] pool;

  private final int classes;
  private static final int[] SQUARES = squares();

  /**
   * The table over parallel arrays.
   *
   * @param classes number of classes
   * @param keys feature keys, none 0, no two alike
   * @param counts entries of each row
   * @param entries all rows one after the other, each entry {@code class << 8 | code & 255}
   */
  Weights(int classes, int[] keys, int[] counts, short[] entries) {
    this.classes = classes;
    int capacity = Integer.highestOneBit(Math.max(16, keys.length)) << 1;
    if (keys.length > capacity * 0.6) {
      capacity <<= 1;
    }
    this.slots = new long[capacity];
    this.mask = capacity - 1;
    this.pool = new short[entries.length + keys.length + 1];
    int at = 1;
    int from = 0;
    for (int k = 0; k < keys.length; k++) {
      put(keys[k], at);
      pool[at++] = (short) counts[k];
      System.arraycopy(entries, from, pool, at, counts[k]);
      at += counts[k];
      from += counts[k];
    }
  }

  private static int[] squares() {
    int[] squares = new int[256];
    for (int code = 0; code < 256; code++) {
      int c = (byte) code;
      squares[code] = c * Math.abs(c);
    }
    return squares;
  }

  private void put(int key, int row) {
    int i = key & mask;
    while (slots[i] != 0) {
      i = (i + 1) & mask;
    }
    slots[i] = (long) key << 32 | row;
  }

  /** The number of classes. */
  int classes() {
    return classes;
  }

  /** The number of features. */
  int size() {
    int n = 0;
    for (long slot : slots) {
      n += slot != 0 ? 1 : 0;
    }
    return n;
  }

  /**
   * Sums the rows of {@code count} features into {@code scores}, which is cleared first. All first slots
   * are fetched before any is looked at, so that the memory accesses overlap.
   *
   * @param probes room for at least {@code count} values
   */
  void score(int[] features, int count, long[] probes, int[] scores) {
    java.util.Arrays.fill(scores, 0, classes, 0);
    for (int f = 0; f < count; f++) {
      probes[f] = slots[features[f] & mask];
    }
    int hits = 0;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      long slot = probes[f];
      int i = key & mask;
      while (slot != 0 && (int) (slot >>> 32) != key) {
        i = (i + 1) & mask;
        slot = slots[i];
      }
      probes[hits] = slot;
      hits += slot != 0 ? 1 : 0;
    }
    for (int h = 0; h < hits; h++) {
      add((int) probes[h], scores);
    }
  }

  private void add(int row, int[] scores) {
    int end = row + pool[row];
    for (int e = row + 1; e <= end; e++) {
      int entry = pool[e];
      scores[(entry >>> 8) & 0xFF] += SQUARES[entry & 0xFF];
    }
  }
}
