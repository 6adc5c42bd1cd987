package org.sitrep.fusion;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Which things are filed under a key: keys in buckets by their first bits, in two flat arrays. Immutable. */
final class Index {

  private final int shift;
  private final int[] offsets;
  private final long[] keys;
  private final int[] filed;

  private Index(int shift, int[] offsets, long[] keys, int[] filed) {
    this.shift = shift;
    this.offsets = offsets;
    this.keys = keys;
    this.filed = filed;
  }

  /** Files the things from 0 to {@code size} under their keys. */
  static Index of(int size, IntFunction<long[]> keysOf) {
    long[][] all = new long[size][];
    IntStream.range(0, size).parallel().forEach(i -> all[i] = keysOf.apply(i));
    long total = 0;
    for (long[] keys : all) {
      total += keys.length;
    }
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(2, Math.min(total, 1 << 24)));
    int[] offsets = new int[(1 << bits) + 1];
    for (long[] keys : all) {
      for (long key : keys) {
        offsets[(int) (key >>> (64 - bits)) + 1]++;
      }
    }
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] += offsets[i - 1];
    }
    long[] sorted = new long[Math.toIntExact(total)];
    int[] filed = new int[sorted.length];
    int[] next = offsets.clone();
    for (int i = 0; i < size; i++) {
      for (long key : all[i]) {
        int at = next[(int) (key >>> (64 - bits))]++;
        sorted[at] = key;
        filed[at] = i;
      }
    }
    return new Index(64 - bits, offsets, sorted, filed);
  }

  /** Where the bucket of a key begins. */
  int from(long key) {
    return offsets[(int) (key >>> shift)];
  }

  /** Where the bucket of a key ends. */
  int to(long key) {
    return offsets[(int) (key >>> shift) + 1];
  }

  /** The thing at a place of a bucket, in ascending order; -1 where it is filed under another key. */
  int at(int place, long key) {
    return keys[place] == key ? filed[place] : -1;
  }
}
