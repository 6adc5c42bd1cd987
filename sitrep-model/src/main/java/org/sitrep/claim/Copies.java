package org.sitrep.claim;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

  private static final int SHINGLE = 3;
  private static final int FEWEST_WORDS = 6;
  private static final int HASHES = 6;
  private static final double RESEMBLANCE = 0.6;
  private static final long DAYS_BETWEEN_COPIES = 7;

  private final Map<String, Integer> classes;
  private final Map<Integer, String> roots;

  private Copies(Map<String, Integer> classes, Map<Integer, String> roots) {
    this.classes = classes;
    this.roots = roots;
  }

  /** Finds the copies among claims; the order in which they are given does not matter. */
  public static Copies among(List<Claim> claims) {
    Claim[] ordered = claims.toArray(new Claim[0]);
    Arrays.parallelSort(ordered, Claim.CANONICAL);
    long[][] shingles = new long[ordered.length][];
    long[][] keys = new long[ordered.length][];
    IntStream.range(0, ordered.length)
        .parallel()
        .forEach(
            i -> {
              shingles[i] = shingles(ordered[i].evidence().quote());
              keys[i] = keys(ordered[i], shingles[i]);
            });
    int[] parent = new int[ordered.length];
    Arrays.setAll(parent, i -> i);
    Buckets buckets = new Buckets(Arrays.stream(keys).mapToInt(k -> k.length).sum());
    for (int i = 0; i < ordered.length; i++) {
      for (long key : keys[i]) {
        for (int at = buckets.last(key); at >= 0; at = buckets.before(at)) {
          int j = buckets.filed(at, key);
          if (j >= 0
              && find(parent, i) != find(parent, j)
              && copies(ordered[i], shingles[i], ordered[j], shingles[j])) {
            int one = find(parent, i);
            int other = find(parent, j);
            parent[Math.max(one, other)] = Math.min(one, other);
          }
        }
        buckets.file(key, i);
      }
    }
    return of(List.of(ordered), parent);
  }

  /** Keeps only classes of more than one: most claims have no copy. */
  private static Copies of(List<Claim> ordered, int[] parent) {
    int[] sizes = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      sizes[find(parent, i)]++;
    }
    Map<String, Integer> classes = new HashMap<>();
    Map<Integer, String> roots = new HashMap<>();
    Set<Integer> attributed = new HashSet<>();
    for (int i = 0; i < parent.length; i++) {
      int top = find(parent, i);
      if (sizes[top] > 1) {
        Claim claim = ordered.get(i);
        classes.put(claim.id(), top);
        roots.putIfAbsent(top, claim.root());
        if (claim.attribution().innermost().isPresent() && attributed.add(top)) {
          roots.put(top, claim.root());
        }
      }
    }
    return new Copies(classes, roots);
  }

  /** Whose word a claim is: that of the first attributed claim among its copies, else the first's. */
  public String root(Claim claim) {
    Integer in = classes.get(claim.id());
    return in == null ? claim.root() : roots.getOrDefault(in, claim.root());
  }

  /** Whether two claims of different documents are one testimony. */
  public boolean areCopies(Claim a, Claim b) {
    Integer first = classes.get(a.id());
    return first != null && first.equals(classes.get(b.id())) && !a.doc().equals(b.doc());
  }

  /** A number that all copies of a claim share, and no other claim; -1 for a claim without copies. */
  public int testimony(Claim claim) {
    return classes.getOrDefault(claim.id(), -1);
  }

  /** What all copies of a claim share, and no other claim has: the number of their testimony, or the claim's own id. */
  public String witness(Claim claim) {
    Integer shared = classes.get(claim.id());
    return shared == null ? claim.id() : "#" + shared;
  }

  /**
   * Keys under which a claim is filed so that its copies are found: copies share at least one, but for those
   * that the min-hashes miss. The same on every machine.
   */
  public static long[] keys(Claim claim) {
    return keys(claim, shingles(claim.evidence().quote()));
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
    int[] words = words(quote.toLowerCase(Locale.ROOT));
    if (words.length < FEWEST_WORDS) {
      return new long[0];
    }
    long[] hashes = new long[words.length - SHINGLE + 1];
    for (int i = 0; i < hashes.length; i++) {
      long number = 0;
      for (int k = i; k < i + SHINGLE; k++) {
        number = Shingles.mix(number * 31 + words[k]);
      }
      hashes[i] = number;
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  /** Each word, that is, each run of letters and digits, as a number. */
  private static int[] words(String text) {
    int[] words = new int[text.length() / 2 + 1];
    int count = 0;
    int hash = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        hash = inside ? 31 * hash + c : c;
        inside = true;
      } else if (inside) {
        words[count++] = hash;
        inside = false;
      }
    }
    if (inside) {
      words[count++] = hash;
    }
    return Arrays.copyOf(words, count);
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
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  /** What is filed under which key, in chains through flat arrays. Not thread-safe. */
  private static final class Buckets {

    private final int[] heads;
    private final long[] keys;
    private final int[] filed;
    private final int[] before;
    private int size;

    Buckets(int most) {
      heads = new int[Integer.highestOneBit(Math.max(1, Math.min(most, 1 << 25))) * 2];
      keys = new long[most];
      filed = new int[most];
      before = new int[most];
      Arrays.fill(heads, -1);
    }

    private int bucket(long key) {
      return (int) Shingles.mix(key) & (heads.length - 1);
    }

    int last(long key) {
      return heads[bucket(key)];
    }

    int before(int at) {
      return before[at];
    }

    int filed(int at, long key) {
      return keys[at] == key ? filed[at] : -1;
    }

    void file(long key, int thing) {
      keys[size] = key;
      filed[size] = thing;
      before[size] = heads[bucket(key)];
      heads[bucket(key)] = size++;
    }
  }
}
