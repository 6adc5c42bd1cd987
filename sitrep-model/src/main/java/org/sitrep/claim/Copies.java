package org.sitrep.claim;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.sitrep.text.Shingles;

/**
 * Which claims repeat each other's words in different documents, and whose word each then is. Ten sites that
 * print one dispatch are one witness: copies are all kept and shown, and count once.
 *
 * <p>Two claims of one kind, published within a week, are copies where their captures have one digest and the evidence
 * stands at one place; where the two-word shingles of their evidence resemble each other by half, or the shorter is
 * contained in the longer by four fifths (Broder, "On the resemblance and containment of documents", 1997), and what is
 * filled in does not differ (places, days, parties, names: then one template tells of two things); and where they stand
 * at one place of two documents that agree in most of what they say. Candidates come from bands of {@link
 * org.sitrep.text.MinHash}. Evidence of fewer than six words is a stock phrase and by itself no sign of copying. Copies of
 * copies are copies. Immutable and thread-safe.
 */
public final class Copies {

  private static final long DAYS_BETWEEN_COPIES = 7;

  private final Map<String, Integer> classes;
  private final Map<Integer, String> roots;
  private final Set<Reprinted> reprinted;
  /** Documents of several sentences. */
  private final Set<String> longer;

  private Copies(
      Map<String, Integer> classes, Map<Integer, String> roots, Set<Reprinted> reprinted, Set<String> longer) {
    this.longer = longer;
    this.classes = classes;
    this.roots = roots;
    this.reprinted = reprinted;
  }

  /** Two claims that are copies because their documents are. */
  private record Reprinted(String first, String second) {}

  /**
   * Finds the copies among claims; the order in which they are given does not matter. Claims of one document are given
   * together or not at all: what two documents share depends on all of their claims, and on no other's.
   */
  public static Copies among(List<Claim> claims) {
    return among(claims, Memory.NONE);
  }

  /** The same, where some of the claims were among others before. */
  public static Copies among(List<Claim> claims, Memory memory) {
    Claim[] ordered = claims.toArray(new Claim[0]);
    Arrays.parallelSort(ordered, Claim.CANONICAL);
    return new Search(ordered, memory).copies();
  }

  /**
   * What was read off the words of claims, so that several searches among the same claims read them once. It makes no
   * other difference. Thread-safe.
   */
  public static final class Memory {

    private static final Memory NONE = new Memory(false);

    private final boolean remembers;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    private record Read(Wording wording, long[] bands) {}

    private Memory(boolean remembers) {
      this.remembers = remembers;
    }

    /** Remembers nothing yet. */
    public Memory() {
      this(true);
    }

    /** As {@link Copies#keys(Claim)}. */
    public long[] keys(Claim claim) {
      return Copies.keys(claim, read(claim).bands);
    }

    private Read read(Claim claim) {
      return remembers ? known.computeIfAbsent(claim.evidence().quote(), Memory::read) : read(claim.evidence().quote());
    }

    private static Read read(String quote) {
      Wording wording = Wording.of(quote);
      return new Read(wording, wording.keys());
    }
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

  /** Whether one repeats the other and not only a copy of it; this depends on their two documents alone. */
  public boolean repeat(Claim a, Claim b) {
    return areCopies(a, b)
        && (copies(a, Wording.of(a.evidence().quote()), b, Wording.of(b.evidence().quote()), longer.contains(a.doc()) && longer.contains(b.doc()))
            || reprinted.contains(new Reprinted(a.id(), b.id()))
            || reprinted.contains(new Reprinted(b.id(), a.id())));
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
   * Keys under which a claim is filed so that its copies are found: of two documents with copies, some claims share at
   * least one, but for those that the min-hashes miss. The same on every machine.
   */
  public static long[] keys(Claim claim) {
    return Memory.NONE.keys(claim);
  }

  private static long[] keys(Claim claim, long[] bands) {
    long[] keys = Arrays.copyOf(bands, bands.length + 1);
    keys[bands.length] = Shingles.mix(claim.digest().hashCode() * 31L + claim.evidence().span().hashCode());
    return keys;
  }

  private static boolean mayBe(Claim a, Claim b) {
    return !a.doc().equals(b.doc()) && a.type().id().equals(b.type().id()) && isSoon(a, b);
  }

  private static boolean isSoon(Claim a, Claim b) {
    return a.published().isEmpty()
        || b.published().isEmpty()
        || Math.abs(ChronoUnit.DAYS.between(a.published().get(), b.published().get())) <= DAYS_BETWEEN_COPIES;
  }

  private static boolean isOneCapture(Claim a, Claim b) {
    return a.digest().equals(b.digest()) && a.evidence().span().equals(b.evidence().span());
  }

  private static boolean copies(Claim a, Wording ofA, Claim b, Wording ofB, boolean bothLonger) {
    if (!mayBe(a, b)) {
      return false;
    }
    if (isOneCapture(a, b)) {
      return true;
    }
    Slots.Fit fit = ofA.isNear(ofB) ? Slots.fit(a, ofA, b, ofB) : Slots.Fit.OTHER;
    return fit == Slots.Fit.SAME || (fit == Slots.Fit.LOOSE && !bothLonger);
  }

  /** The search for copies. One use, not thread-safe. */
  private static final class Search {

    private final Claim[] claims;
    private final Wording[] wordings;
    private final long[][] keys;
    private final int[] parent;
    /** The number of each claim's document, where the document has sentences enough to be a copy; else -1. */
    private final int[] document;
    private final Reprints reprints;
    private final List<List<int[]>> documents = new ArrayList<>();
    private final List<int[]> pairs = new ArrayList<>();
    private final Set<Reprinted> reprinted = new HashSet<>();
    private final Set<String> longer = new HashSet<>();

    Search(Claim[] ordered, Memory memory) {
      claims = ordered;
      wordings = new Wording[ordered.length];
      keys = new long[ordered.length][];
      parent = new int[ordered.length];
      document = new int[ordered.length];
      Arrays.setAll(parent, i -> i);
      IntStream.range(0, ordered.length)
          .parallel()
          .forEach(
              i -> {
                Memory.Read read = memory.read(ordered[i]);
                wordings[i] = read.wording;
                keys[i] = keys(ordered[i], read.bands);
              });
      reprints = new Reprints(Arrays.asList(ordered), wordings);
      numberDocuments();
    }

    private void numberDocuments() {
      for (int from = 0, to; from < claims.length; from = to) {
        to = from + 1;
        while (to < claims.length && isOneDocument(claims[from], claims[to])) {
          to++;
        }
        Arrays.fill(document, from, to, -1);
        if (to - from > 1) {
          List<int[]> sentences = reprints.sentences(from, to);
          if (reprints.telling(sentences) > 1) {
            Arrays.fill(document, from, to, documents.size());
            documents.add(sentences);
            longer.add(claims[from].doc());
          }
        }
      }
    }

    /** Of two documents with one id that were published on different days, others may stand between them or not. */
    private static boolean isOneDocument(Claim a, Claim b) {
      return a.doc().equals(b.doc()) && a.published().equals(b.published());
    }

    Copies copies() {
      findCopies();
      List<int[]> found = pairs.parallelStream().map(p -> reprints.pairs(documents.get(p[0]), documents.get(p[1]))).toList();
      for (int[] ofOne : found) {
        for (int k = 0; k < ofOne.length; k += 2) {
          reprint(ofOne[k], ofOne[k + 1]);
        }
      }
      return of();
    }

    private void findCopies() {
      Buckets buckets = new Buckets(keys);
      int[] seen = new int[documents.size()];
      Arrays.fill(seen, -1);
      for (int i = 0; i < claims.length; i++) {
        for (long key : keys[i]) {
          for (int at = buckets.last(key); at >= 0; at = buckets.before(at)) {
            int j = buckets.filed(at, key);
            if (j >= 0) {
              compare(i, j, seen);
            }
          }
          buckets.file(key, i);
        }
      }
    }

    private void compare(int i, int j, int[] seen) {
      int mine = document[i];
      int other = document[j];
      if (mine >= 0 && other >= 0 && seen[other] != mine && !claims[i].doc().equals(claims[j].doc())
          && isSoon(claims[i], claims[j])
          && wordings[i].isNear(wordings[j])) {
        seen[other] = mine;
        pairs.add(new int[] {other, mine});
      }
      if (find(i) != find(j) && areCopies(i, j)) {
        join(i, j);
      }
    }

    private boolean areCopies(int i, int j) {
      return Copies.copies(claims[i], wordings[i], claims[j], wordings[j], document[i] >= 0 && document[j] >= 0);
    }

    private void reprint(int i, int j) {
      if (!areCopies(i, j)) {
        reprinted.add(new Reprinted(claims[i].id(), claims[j].id()));
      }
      join(i, j);
    }

    private void join(int i, int j) {
      int one = find(i);
      int other = find(j);
      parent[Math.max(one, other)] = Math.min(one, other);
    }

    private int find(int i) {
      int top = i;
      while (parent[top] != top) {
        parent[top] = parent[parent[top]];
        top = parent[top];
      }
      return top;
    }

    /** Keeps only classes of more than one: most claims have no copy. */
    private Copies of() {
      int[] sizes = new int[parent.length];
      for (int i = 0; i < parent.length; i++) {
        sizes[find(i)]++;
      }
      Map<String, Integer> classes = new HashMap<>();
      Map<Integer, String> roots = new HashMap<>();
      Set<Integer> attributed = new HashSet<>();
      for (int i = 0; i < parent.length; i++) {
        int top = find(i);
        if (sizes[top] > 1) {
          classes.put(claims[i].id(), top);
          roots.putIfAbsent(top, claims[i].root());
          if (claims[i].attribution().innermost().isPresent() && attributed.add(top)) {
            roots.put(top, claims[i].root());
          }
        }
      }
      return new Copies(classes, roots, reprinted, longer);
    }
  }
}
