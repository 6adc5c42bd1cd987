package org.sitrep.fusion;

import java.util.Arrays;
import java.util.Collection;
import org.sitrep.text.Shingles;

/** Strings as 64-bit numbers that are the same on every machine and day, so that stores may keep them. */
final class Numbers {

  private static final long PRIME = 0x100000001B3L;
  private static final long OFFSET = 0xCBF29CE484222325L;

  private Numbers() {}

  /** FNV-1a over UTF-16 units (Fowler, Noll and Vo), its bits spread. */
  static long of(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return Shingles.mix(hash);
  }

  /** Two numbers as one. */
  static long of(long a, long b) {
    return Shingles.mix(a * 0x9E3779B97F4A7C15L + b);
  }

  /** The numbers of several strings, ascending, each once. */
  static long[] of(Collection<String> texts) {
    return texts.stream().mapToLong(Numbers::of).sorted().distinct().toArray();
  }

  /** Whether two ascending rows have a number in common. */
  static boolean share(long[] a, long[] b) {
    for (int i = 0, k = 0; i < a.length && k < b.length; ) {
      if (a[i] == b[k]) {
        return true;
      }
      if (a[i] < b[k]) {
        i++;
      } else {
        k++;
      }
    }
    return false;
  }

  /** Whether a number is in an ascending row. */
  static boolean has(long[] row, long number) {
    return Arrays.binarySearch(row, number) >= 0;
  }

  /** How many numbers two ascending rows have in common. */
  static int shared(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, k = 0; i < a.length && k < b.length; ) {
      shared += a[i] == b[k] ? 1 : 0;
      boolean first = a[i] <= b[k];
      k += b[k] <= a[i] ? 1 : 0;
      i += first ? 1 : 0;
    }
    return shared;
  }

  /** All numbers of both rows, ascending, each once. */
  static long[] union(long[] a, long[] b) {
    long[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }
}
