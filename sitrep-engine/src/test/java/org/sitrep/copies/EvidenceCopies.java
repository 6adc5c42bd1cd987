package org.sitrep.copies;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.text.Shingles;

/**
 * The simpler way, to compare with: evidence of at least six words resembles other evidence by .6 of its three-word
 * shingles, whatever it says, claim by claim; six min-hashes, each a key.
 */
final class EvidenceCopies {

  private static final int HASHES = 6;

  private final List<Claim> claims;
  private final long[][] shingles;
  private final int[] parent;

  EvidenceCopies(List<Claim> given) {
    claims = given.stream().sorted(Claim.CANONICAL).toList();
    shingles = new long[claims.size()][];
    parent = new int[claims.size()];
    Map<Long, List<Integer>> filed = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      shingles[i] = Shingles.of(claims.get(i).evidence().quote(), 3);
      shingles[i] = shingles[i].length < 4 ? new long[0] : shingles[i];
      Set<Integer> near = new HashSet<>();
      for (long key : keys(shingles[i])) {
        List<Integer> bucket = filed.computeIfAbsent(key, k -> new java.util.ArrayList<>());
        near.addAll(bucket);
        bucket.add(i);
      }
      for (int j : near) {
        if (areCopies(i, j)) {
          parent[Math.max(top(i), top(j))] = Math.min(top(i), top(j));
        }
      }
    }
  }

  private static long[] keys(long[] shingles) {
    long[] keys = new long[shingles.length == 0 ? 0 : HASHES];
    Arrays.fill(keys, Long.MAX_VALUE);
    for (int h = 0; h < keys.length; h++) {
      for (long shingle : shingles) {
        keys[h] = Math.min(keys[h], Shingles.mix(shingle + h * 0x9E3779B97F4A7C15L));
      }
      keys[h] = Shingles.mix(keys[h] + h);
    }
    return keys;
  }

  private boolean areCopies(int i, int j) {
    Claim a = claims.get(i);
    Claim b = claims.get(j);
    return !a.doc().equals(b.doc())
        && a.type().id().equals(b.type().id())
        && (a.published().isEmpty()
            || b.published().isEmpty()
            || Math.abs(ChronoUnit.DAYS.between(a.published().get(), b.published().get())) <= 7)
        && Shingles.resemblance(shingles[i], shingles[j]) >= 0.6;
  }

  private int top(int i) {
    int top = i;
    while (parent[top] != top) {
      top = parent[top];
    }
    return top;
  }

  /** The number of each claim's class, by its id. */
  Map<String, Integer> classes() {
    Map<String, Integer> classes = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      classes.put(claims.get(i).id(), top(i));
    }
    return classes;
  }
}
