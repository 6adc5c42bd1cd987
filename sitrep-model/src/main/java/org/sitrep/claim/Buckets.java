package org.sitrep.claim;

import java.util.Arrays;
import org.sitrep.text.Shingles;

/** What is filed under which key, in chains through flat arrays; keys that come once are left out. Not thread-safe. */
final class Buckets {

  private final Often often;
  private final int[] heads;
  private final long[] keys;
  private final int[] filed;
  private final int[] before;
  private int size;

  /** For all keys that things are filed under. */
  Buckets(long[][] keysOf) {
    often = new Often(keysOf);
    int most = 0;
    for (long[] ofOne : keysOf) {
      for (long key : ofOne) {
        most += often.has(key) ? 1 : 0;
      }
    }
    heads = new int[Integer.highestOneBit(Math.max(1, Math.min(most, 1 << 25))) * 2];
    keys = new long[most];
    filed = new int[most];
    before = new int[most];
    Arrays.fill(heads, -1);
  }

  private int bucket(long key) {
    return (int) Shingles.mix(key) & (heads.length - 1);
  }

  /** Where the chain of a key begins, at what was filed last; -1 where there is none. */
  int last(long key) {
    return often.has(key) ? heads[bucket(key)] : -1;
  }

  int before(int at) {
    return before[at];
  }

  /** The thing at a place of a chain; -1 where it is filed under another key. */
  int filed(int at, long key) {
    return keys[at] == key ? filed[at] : -1;
  }

  void file(long key, int thing) {
    if (often.has(key)) {
      keys[size] = key;
      filed[size] = thing;
      before[size] = heads[bucket(key)];
      heads[bucket(key)] = size++;
    }
  }

  /** Which keys come more than once, and a few others. */
  private static final class Often {

    private final long[] once;
    private final long[] twice;
    private final int shift;

    Often(long[][] keysOf) {
      long total = 0;
      for (long[] ofOne : keysOf) {
        total += ofOne.length;
      }
      int bits = Math.min(28, 68 - Long.numberOfLeadingZeros(total + 8));
      shift = Long.SIZE - bits;
      once = new long[1 << (bits - 6)];
      twice = new long[once.length];
      for (long[] ofOne : keysOf) {
        for (long key : ofOne) {
          int at = at(key);
          long bit = 1L << (key >>> shift);
          twice[at] |= once[at] & bit;
          once[at] |= bit;
        }
      }
    }

    private int at(long key) {
      return (int) (key >>> shift >>> 6);
    }

    boolean has(long key) {
      return (twice[at(key)] & 1L << (key >>> shift)) != 0;
    }
  }
}
