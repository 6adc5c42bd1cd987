package org.sitrep.claim;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sitrep.text.Shingles;

/**
 * Which claims repeat each other's words in different documents, and whose word each then is. Ten sites that
 * print one dispatch are one witness: copies are all kept and shown, and count once.
 *
 * <p>Candidates come from min-hashes over three-word shingles (Broder, "On the resemblance and containment
 * of documents", 1997) and are verified by the Jaccard resemblance of the shingles. Evidence of fewer than
 * six words is a stock phrase and no sign of copying, unless both captures have one digest. Immutable and
 * thread-safe.
 */
public final class Copies {

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHINGLE = 3;
  private static final int FEWEST_WORDS = 6;
  private static final int HASHES = 6;
  private static final double RESEMBLANCE = 0.6;
  private static final long DAYS_BETWEEN_COPIES = 7;

  private final Map<String, Integer> classes;
  private final List<String> roots;

  private Copies(Map<String, Integer> classes, List<String> roots) {
    this.classes = classes;
    this.roots = roots;
  }

  /** Finds the copies among claims; the order in which they are given does not matter. */
  public static Copies among(List<Claim> claims) {
    List<Claim> ordered = claims.stream().sorted(Claim.CANONICAL).toList();
    int[] parent = new int[ordered.size()];
    Arrays.setAll(parent, i -> i);
    List<long[]> shingles = ordered.stream().map(c -> shingles(c.evidence().quote())).toList();
    Map<Long, List<Integer>> buckets = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      for (long key : keys(ordered.get(i), shingles.get(i))) {
        List<Integer> bucket = buckets.computeIfAbsent(key, k -> new ArrayList<>());
        for (int j : bucket) {
          if (find(parent, i) != find(parent, j)
              && copies(ordered.get(i), shingles.get(i), ordered.get(j), shingles.get(j))) {
            parent[Math.max(find(parent, i), find(parent, j))] =
                Math.min(find(parent, i), find(parent, j));
          }
        }
        bucket.add(i);
      }
    }
    return new Copies(classes(ordered, parent), roots(ordered, parent));
  }

  /** Whose word a claim is: that of the first attributed claim among its copies, else the first's. */
  public String root(Claim claim) {
    Integer in = classes.get(claim.id());
    return in == null ? claim.root() : roots.get(in);
  }

  /** Whether two claims of different documents are one testimony. */
  public boolean areCopies(Claim a, Claim b) {
    Integer first = classes.get(a.id());
    return first != null && first.equals(classes.get(b.id())) && !a.doc().equals(b.doc());
  }

  /** A number that all copies of a claim share, and no other claim. */
  public int testimony(Claim claim) {
    return classes.getOrDefault(claim.id(), -1);
  }

  private static Map<String, Integer> classes(List<Claim> ordered, int[] parent) {
    Map<String, Integer> classes = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      classes.put(ordered.get(i).id(), find(parent, i));
    }
    return classes;
  }

  private static List<String> roots(List<Claim> ordered, int[] parent) {
    List<String> roots = new ArrayList<>(ordered.stream().map(Claim::root).toList());
    boolean[] attributed = new boolean[parent.length];
    for (int i = 0; i < parent.length; i++) {
      int top = find(parent, i);
      if (!attributed[top] && ordered.get(i).attribution().innermost().isPresent()) {
        attributed[top] = true;
        roots.set(top, ordered.get(i).root());
      }
    }
    return roots;
  }

  private static boolean copies(Claim a, long[] ofA, Claim b, long[] ofB) {
    if (a.doc().equals(b.doc()) || !a.type().id().equals(b.type().id())) {
      return false;
    }
    boolean near =
        a.published().isEmpty()
            || b.published().isEmpty()
            || Math.abs(ChronoUnit.DAYS.between(a.published().get(), b.published().get()))
                <= DAYS_BETWEEN_COPIES;
    boolean sameBytes =
        a.digest().equals(b.digest()) && a.evidence().span().equals(b.evidence().span());
    return near && (sameBytes || Shingles.resemblance(ofA, ofB) >= RESEMBLANCE);
  }

  /** Distinct shingle hashes in ascending order; none for a stock phrase. */
  private static long[] shingles(String quote) {
    String[] words = WORDS.split(quote.toLowerCase(Locale.ROOT).strip());
    if (words.length < FEWEST_WORDS) {
      return new long[0];
    }
    long[] hashes = new long[words.length - SHINGLE + 1];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Shingles.number(words, i, SHINGLE);
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static long[] keys(Claim claim, long[] shingles) {
    long bytes = Shingles.mix(claim.digest().hashCode() * 31L + claim.evidence().span().hashCode());
    if (shingles.length == 0) {
      return new long[] {bytes};
    }
    long[] keys = new long[HASHES + 1];
    Arrays.fill(keys, Long.MAX_VALUE);
    for (int h = 0; h < HASHES; h++) {
      for (long shingle : shingles) {
        keys[h] = Math.min(keys[h], Shingles.mix(shingle + h * 0x9E3779B97F4A7C15L));
      }
      keys[h] = Shingles.mix(keys[h] + h);
    }
    keys[HASHES] = bytes;
    return keys;
  }

  private static int find(int[] parent, int i) {
    int top = i;
    while (parent[top] != top) {
      top = parent[top];
    }
    return top;
  }
}
