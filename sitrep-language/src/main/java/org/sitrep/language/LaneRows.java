package org.sitrep.language;

import java.util.Arrays;

/**
 * Rows of one weight for each class, three classes to a {@code long}: one addition adds three weights ("SIMD
 * within a register", Fisher and Dietz 1998). A lane of 21 bits holds the sum of {@link #FLUSH} weights of the largest
 * size exactly; sums are unpacked before it could overflow. Immutable and thread-safe.
 */
final class LaneRows {

  private static final int LANES = 3;
  private static final int BITS = 21;
  private static final int UNUSED = Long.SIZE - BITS;

  /** How many rows of weights up to 128 * 128 a lane holds. */
  private static final int FLUSH = 64;

  private final long[] rows;
  private final int classes;
  private final int width;

  /** Room for {@code count} rows, all 0. */
  LaneRows(int classes, int count) {
    this.classes = classes;
    this.width = (classes + LANES - 1) / LANES;
    this.rows = new long[count * width];
  }

  /** Adds a weight to a row, while it is built. */
  void put(int row, int cls, int weight) {
    rows[row * width + cls / LANES] += (long) weight << BITS * (cls % LANES);
  }

  /**
   * Adds up rows.
   *
   * @param chosen the numbers of the rows, in its first {@code count} places
   * @param lanes room for a row
   * @param scores where the sums of the classes are added
   */
  void addTo(long[] chosen, int count, long[] lanes, int[] scores) {
    for (int from = 0; from < count; from += FLUSH) {
      Arrays.fill(lanes, 0, width, 0L);
      sum(chosen, from, Math.min(count, from + FLUSH), lanes);
      unpack(lanes, scores);
    }
  }

  /** Four rows at a time, so that a sum is fetched and stored once for four. */
  private void sum(long[] chosen, int from, int to, long[] lanes) {
    long[] all = rows;
    int w = width;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int a = (int) chosen[i] * w;
      int b = (int) chosen[i + 1] * w;
      int c = (int) chosen[i + 2] * w;
      int d = (int) chosen[i + 3] * w;
      for (int l = 0; l < w; l++) {
        lanes[l] += all[a + l] + all[b + l] + (all[c + l] + all[d + l]);
      }
    }
    for (; i < to; i++) {
      int a = (int) chosen[i] * w;
      for (int l = 0; l < w; l++) {
        lanes[l] += all[a + l];
      }
    }
  }

  /** A negative sum has borrowed from the lane above it, and gives back what it took. */
  private void unpack(long[] lanes, int[] scores) {
    int cls = 0;
    for (int l = 0; l < width; l++) {
      long left = lanes[l];
      for (int lane = 0; lane < LANES && cls < classes; lane++) {
        long sum = left << UNUSED >> UNUSED;
        scores[cls++] += (int) sum;
        left = (left - sum) >> BITS;
      }
    }
  }
}
