package org.sitrep.language;

import java.util.Arrays;

/**
 * The weights of a linear model over hashed features, for one set of classes: an open-addressing table
 * from 32-bit feature keys to rows. A weight is one byte, read as {@code sign * square}, which keeps
 * both the few large and the many small ones (companding). Rows with few weights are kept as pairs of class and
 * code, the others in {@link LaneRows}. Immutable and thread-safe.
 */
final class Weights {

  /** A row with weights for more than an eighth of the classes costs less as a full one. */
  private static final int FULL = 8;

  /** Key in the upper half; in the lower the place of the row in {@link #pool}, or -1 less the number of the full row. */
  private final long[] slots;

  private final int mask;

  /** Short rows: the number of entries, then each as class and code in one unit. */
  private final short[] pool;

  private final LaneRows full;
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
    int wide = 0;
    int narrow = 1;
    for (int count : counts) {
      wide += isFull(count) ? 1 : 0;
      narrow += isFull(count) ? 0 : count + 1;
    }
    this.pool = new short[narrow];
    this.full = new LaneRows(classes, wide);
    fill(keys, counts, entries);
  }

  private boolean isFull(int count) {
    return count * FULL > classes;
  }

  private void fill(int[] keys, int[] counts, short[] entries) {
    int narrow = 1;
    int wide = 0;
    int from = 0;
    for (int k = 0; k < keys.length; k++) {
      int end = from + counts[k];
      if (isFull(counts[k])) {
        for (int e = from; e < end; e++) {
          full.put(wide, entries[e] >>> 8 & 0xFF, SQUARES[entries[e] & 0xFF]);
        }
        put(keys[k], -1 - wide++);
      } else {
        put(keys[k], narrow);
        pool[narrow++] = (short) counts[k];
        System.arraycopy(entries, from, pool, narrow, counts[k]);
        narrow += counts[k];
      }
      from = end;
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
    slots[i] = (long) key << 32 | row & 0xFFFFFFFFL;
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
   * Sums the rows of the first {@code count} features of a workspace into its scores. All first slots
   * are fetched before any is looked at, so that the memory accesses overlap.
   */
  void score(int count, Workspace work) {
    int[] features = work.features;
    long[] probes = work.probes;
    int[] scores = work.scores;
    Arrays.fill(scores, 0, classes, 0);
    for (int f = 0; f < count; f++) {
      probes[f] = slots[features[f] & mask];
    }
    int wide = 0;
    int narrow = 0;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      long slot = probes[f];
      int i = key & mask;
      while (slot != 0 && (int) (slot >>> 32) != key) {
        i = (i + 1) & mask;
        slot = slots[i];
      }
      int row = (int) slot;
      if (row < 0) {
        probes[wide++] = -1 - row;
      } else if (row > 0) {
        work.rows[narrow++] = row;
      }
    }
    add(work.rows, narrow, work.lengths, scores);
    full.addTo(probes, wide, work.lanes, scores);
  }

  private void add(int[] rows, int count, int[] lengths, int[] scores) {
    short[] all = pool;
    for (int i = 0; i < count; i++) {
      lengths[i] = all[rows[i]];
    }
    for (int i = 0; i < count; i++) {
      int end = rows[i] + lengths[i];
      for (int e = rows[i] + 1; e <= end; e++) {
        int entry = all[e];
        scores[(entry >>> 8) & 0xFF] += SQUARES[entry & 0xFF];
      }
    }
  }
}
