package org.sitrep.text;

import java.util.Arrays;

/**
 * Short signatures of sets of numbers, which agree in about as many bins as the sets resemble each other: one-permutation
 * MinHash (Li, Owen and Zhang, "One permutation hashing", NIPS 2012), whose empty bins borrow from full ones by optimal
 * densification (Shrivastava, "Optimal densification for fast and accurate minwise hashing", ICML 2017). Each number is
 * hashed once, and lies in one bin. The same on every machine.
 */
public final class MinHash {

  /** How many bins a signature has. */
  public static final int BINS = 128;

  private static final int BITS = Integer.numberOfTrailingZeros(BINS);
  private static final long SEED = 0x9E3779B97F4A7C15L;
  /** For each bin the order in which it asks the others when it is empty. */
  private static final byte[] ORDER = order();

  private MinHash() {}

  /** The signature of a set of numbers; of no numbers there is none, and it is empty. */
  public static long[] signature(long[] numbers) {
    return signature(numbers, BINS);
  }

  /** The share of bins in which two signatures agree: an estimate of the sets' resemblance. */
  public static double resemblance(long[] a, long[] b) {
    int equal = 0;
    int most = Math.min(a.length, b.length);
    for (int i = 0; i < most; i++) {
      equal += a[i] == b[i] ? 1 : 0;
    }
    return most == 0 ? 0 : (double) equal / most;
  }

  /**
   * Keys of which two sets share at least one with probability 1 - (1 - r^rows)^bands where r is their resemblance:
   * bands of locality-sensitive hashing over the first {@code bands * rows} bins.
   */
  public static long[] bands(long[] numbers, int bands, int rows) {
    long[] bins = signature(numbers, bands * rows);
    long[] keys = new long[bins.length / rows];
    for (int band = 0; band < keys.length; band++) {
      long key = band;
      for (int row = band * rows; row < (band + 1) * rows; row++) {
        key = Shingles.mix(key * 31 + bins[row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  /** The first bins only: the rest is not worked out. */
  private static long[] signature(long[] numbers, int first) {
    if (numbers.length == 0) {
      return numbers;
    }
    long[] least = new long[BINS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long number : numbers) {
      long hash = Shingles.mix(number + SEED);
      int bin = (int) (hash >>> (Long.SIZE - BITS));
      least[bin] = Math.min(least[bin], hash & Long.MAX_VALUE >>> BITS);
    }
    long[] full = new long[first];
    for (int bin = 0; bin < first; bin++) {
      int at = bin;
      for (int k = 0; least[at] == Long.MAX_VALUE; k++) {
        at = ORDER[bin * BINS + k];
      }
      full[bin] = Shingles.mix(least[at] * BINS + at);
    }
    return full;
  }

  private static byte[] order() {
    byte[] order = new byte[BINS * BINS];
    long state = SEED;
    for (int bin = 0; bin < BINS; bin++) {
      int from = bin * BINS;
      for (int k = 0; k < BINS; k++) {
        state += SEED;
        int other = (int) Math.floorMod(Shingles.mix(state), (long) k + 1);
        order[from + k] = order[from + other];
        order[from + other] = (byte) k;
      }
    }
    return order;
  }
}
