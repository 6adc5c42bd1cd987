package org.sitrep.fusion;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The pairs of accounts that may matter, as a sparse graph: <em>strong</em> links, without which an account does
 * not join an event, and weaker ones from which events are possibly the same. An account joins by a mean, and a
 * mean is no more than the best of what it is made of; so accounts that no row of strong links connects never
 * share an event, and each <em>component</em> can be worked out by itself. For an account without place or day
 * links are strong from a margin below, for it compares events. Immutable and thread-safe.
 */
final class Links {

  private static final int CHUNK = 2048;
  private static final int STRONG = 1 << 31;

  private final int[] offsets;
  private final int[] to;
  private final int[] component;
  private final int[] candidates;

  private Links(int[] offsets, int[] to, int[] component, int[] candidates) {
    this.candidates = candidates;
    this.offsets = offsets;
    this.to = to;
    this.component = component;
  }

  /** Compares the accounts, which are numbered by their place in the list. */
  static Links among(List<Account> accounts, Keys keys, Comparison comparison) {
    return of(accounts, a -> true, keys, comparison);
  }

  /** Compares some of the accounts with all of them: components are then parts of components. */
  static Links of(List<Account> accounts, Predicate<Account> some, Keys keys, Comparison comparison) {
    Account[] all = accounts.toArray(new Account[0]);
    Index index = Index.of(all.length, i -> Keys.withCopies(keys.filed(all[i]), all[i]));
    int chunks = (all.length + CHUNK - 1) / CHUNK;
    int[][] found = new int[chunks][];
    int[] candidates = new int[all.length];
    Glance glance = new Glance(all, comparison);
    boolean[] asked = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      asked[i] = some.test(all[i]);
    }
    IntStream.range(0, chunks)
        .parallel()
        .forEach(c -> found[c] = new Search(all, asked, index, keys, comparison, glance, candidates).chunk(c * CHUNK, CHUNK));
    return of(all, found, candidates);
  }

  /** Puts together what the chunks found: for each account how many earlier ones, and which. */
  private static Links of(Account[] all, int[][] found, int[] candidates) {
    int[] offsets = new int[all.length + 1];
    int[] parent = new int[all.length];
    Arrays.setAll(parent, i -> i);
    int i = 0;
    for (int[] chunk : found) {
      for (int at = 0; at < chunk.length; at += chunk[at] + 1, i++) {
        offsets[i + 1] += chunk[at];
        for (int k = at + 1; k <= at + chunk[at]; k++) {
          offsets[(chunk[k] & ~STRONG) + 1]++;
          if (chunk[k] < 0) {
            join(parent, i, chunk[k] & ~STRONG);
          }
        }
      }
    }
    for (int k = 1; k < offsets.length; k++) {
      offsets[k] = Math.addExact(offsets[k], offsets[k - 1]);
    }
    int[] to = new int[offsets[all.length]];
    int[] next = Arrays.copyOf(offsets, all.length);
    i = 0;
    for (int[] chunk : found) {
      for (int at = 0; at < chunk.length; at += chunk[at] + 1, i++) {
        for (int k = at + 1; k <= at + chunk[at]; k++) {
          int other = chunk[k] & ~STRONG;
          to[next[i]++] = chunk[k];
          to[next[other]++] = i | (chunk[k] & STRONG);
        }
      }
    }
    for (int k = 0; k < parent.length; k++) {
      parent[k] = find(parent, k);
    }
    return new Links(offsets, to, parent, candidates);
  }

  static void join(int[] parent, int a, int b) {
    int one = find(parent, a);
    int other = find(parent, b);
    parent[Math.max(one, other)] = Math.min(one, other);
  }

  static int find(int[] parent, int i) {
    int top = i;
    while (parent[top] != top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  /** Where the links of an account begin; they end where those of the next one begin. */
  int from(int account) {
    return offsets[account];
  }

  /** The other account of a link. */
  int other(int link) {
    return to[link] & ~STRONG;
  }

  boolean isStrong(int link) {
    return to[link] < 0;
  }

  /** How many earlier accounts one shares a key with: what finding its links costs. */
  int candidates(int account) {
    return candidates[account];
  }

  /** How many links there are, each counted once. */
  int size() {
    return to.length / 2;
  }

  /** The components: their accounts in canonical order, by their first account. */
  List<int[]> components() {
    int[] sizes = new int[component.length];
    for (int c : component) {
      sizes[c]++;
    }
    int[][] members = new int[component.length][];
    for (int i = 0; i < component.length; i++) {
      int c = component[i];
      if (c == i) {
        members[c] = new int[sizes[c]];
        sizes[c] = 0;
      }
      members[c][sizes[c]++] = i;
    }
    return Arrays.stream(members).filter(m -> m != null).toList();
  }

  /** The first account of the component of an account. */
  int component(int account) {
    return component[account];
  }

  /** Looks for the links of some accounts to earlier ones. Not thread-safe. */
  private static final class Search {

    private final Account[] all;
    private final boolean[] asked;
    private final Index index;
    private final Keys keys;
    private final Comparison comparison;
    private final Glance glance;
    private final int[] counts;
    private final double same;
    private final double leaning;
    private final double possible;
    private final long[] seen;
    private int[] near = new int[256];
    private int[] out = new int[CHUNK * 8];
    private int size;

    Search(Account[] all, boolean[] asked, Index index, Keys keys, Comparison comparison, Glance glance, int[] counts) {
      this.glance = glance;
      this.asked = asked;
      this.counts = counts;
      this.all = all;
      seen = new long[(all.length >>> 6) + 1];
      this.index = index;
      this.keys = keys;
      this.comparison = comparison;
      same = comparison.weights().same();
      leaning = same - comparison.weights().margin();
      possible = comparison.weights().possible();
    }

    int[] chunk(int from, int length) {
      for (int i = from; i < Math.min(all.length, from + length); i++) {
        int count = size;
        put(0);
        int candidates = candidates(i);
        counts[i] = candidates;
        for (int k = 0; k < candidates; k++) {
          if ((asked[i] || asked[near[k]]) && !glance.rulesOut(i, near[k])) {
            compare(i, near[k]);
          }
          seen[near[k] >>> 6] = 0;
        }
        out[count] = size - count - 1;
      }
      return Arrays.copyOf(out, size);
    }

    /** The earlier accounts that share a key, each once, in ascending order. */
    private int candidates(int i) {
      int n = 0;
      for (long key : Keys.withCopies(keys.sought(all[i]), all[i])) {
        int end = index.to(key);
        for (int at = index.from(key); at < end; at++) {
          int other = index.at(at, key);
          if (other >= i) {
            break;
          }
          if (other >= 0 && (seen[other >>> 6] & 1L << other) == 0) {
            seen[other >>> 6] |= 1L << other;
            if (n == near.length) {
              near = Arrays.copyOf(near, 2 * n);
            }
            near[n++] = other;
          }
        }
      }
      Arrays.sort(near, 0, n);
      return n;
    }

    private void compare(int i, int other) {
      Account a = all[i];
      Account b = all[other];
      double bits = comparison.bits(a, b);
      boolean strong =
          bits >= (a.isIncomplete() || b.isIncomplete() ? leaning : same)
              || a.isCopyOf(b)
              || Levels.isRuledSame(a, b);
      if (strong || bits >= possible) {
        put(other | (strong ? STRONG : 0));
      }
    }

    private void put(int value) {
      if (size == out.length) {
        out = Arrays.copyOf(out, 2 * size);
      }
      out[size++] = value;
    }
  }
}
