package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Casualties.Fate;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Contradiction.Version;
import org.sitrep.event.Loss;
import org.sitrep.fusion.Versions.Breath;

/**
 * Numbers of losses that exclude each other. Losses of one fate, population and side are told together, so that the work grows
 * as the losses do: two such kinds exclude each other if the highest low of one is above the lowest high of the other, in another breath.
 * Of a sum ("two soldiers and eight militiamen") only the part in whose words another stands ("five soldiers") compares with it.
 */
final class Tallies {

  /** A loss that an account states. */
  private record Stated(int index, Account account, Loss loss) {}

  /**
   * What is told together.
   *
   * @param words of a part of some sum and of another account; else empty
   * @param aside such words of the other parts of the same sum, with which this does not compare
   */
  private record Key(Fate fate, String population, Optional<String> side, String words, Set<String> aside) {
    boolean isComparable(Key other) {
      return !aside.contains(other.words) && !other.aside.contains(words);
    }
  }

  /** The extreme value, and the most extreme one that was said in another breath. */
  private static final class Extreme {

    private long best = Long.MIN_VALUE;
    private @Nullable Breath by;
    private long second = Long.MIN_VALUE;

    void add(long value, Breath breath) {
      if (breath.equals(by)) {
        best = Math.max(best, value);
      } else if (value > best) {
        second = best;
        best = value;
        by = breath;
      } else {
        second = Math.max(second, value);
      }
    }

    long inAnother(Breath breath) {
      return breath.equals(by) ? second : best;
    }
  }

  /** The losses of one fate, population and side. */
  private static final class Kind {

    private final Key key;
    private final List<Stated> stated = new ArrayList<>();
    private final Extreme low = new Extreme();

    Kind(Key key) {
      this.key = key;
    }

    void add(Stated s) {
      stated.add(s);
      low.add(s.loss.low(), Breath.of(s.account));
    }

    Loss sample() {
      return stated.getFirst().loss;
    }

    /** Whether a loss of this kind is told in another breath as more than one of the other kind can be. */
    boolean exceeds(Kind other) {
      return other.stated.stream().anyMatch(s -> low.inAnother(Breath.of(s.account)) > s.loss.most());
    }
  }

  private Tallies() {}

  /** For each population that is counted in two ways, all that is said of it. */
  static List<Contradiction> among(List<Account> accounts, Losses losses) {
    List<Kind> all = kinds(accounts, losses);
    int[] group = new int[all.size()];
    Arrays.setAll(group, i -> i);
    Map<Optional<String>, List<Integer>> sides = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      sides.computeIfAbsent(all.get(i).sample().side(), s -> new ArrayList<>()).add(i);
    }
    BitSet contradicted = contradicted(all, sides, group);
    for (int i = contradicted.nextSetBit(0); i >= 0; i = contradicted.nextSetBit(i + 1)) {
      for (int j : beside(all.get(i), sides, group.length)) {
        if (all.get(i).key.isComparable(all.get(j).key) && all.get(i).sample().mayBeSame(all.get(j).sample())) {
          Links.join(group, i, j);
        }
      }
    }
    return contradictions(all, group, contradicted);
  }

  /** Kinds with a loss that is excluded; those that exclude each other are joined. */
  private static BitSet contradicted(List<Kind> all, Map<Optional<String>, List<Integer>> sides, int[] group) {
    BitSet contradicted = new BitSet();
    for (int i = 0; i < group.length; i++) {
      for (int j : beside(all.get(i), sides, group.length)) {
        if (j <= i && exclude(all.get(i), all.get(j))) {
          contradicted.set(i);
          contradicted.set(j);
          Links.join(group, i, j);
        }
      }
    }
    return contradicted;
  }

  /** The kinds of no other side: those of one side are few. */
  private static Iterable<Integer> beside(Kind kind, Map<Optional<String>, List<Integer>> sides, int count) {
    Optional<String> side = kind.sample().side();
    return side.isEmpty()
        ? IntStream.range(0, count)::iterator
        : Stream.concat(sides.getOrDefault(side, List.of()).stream(), sides.getOrDefault(Optional.<String>empty(), List.of()).stream()).toList();
  }

  private static List<Kind> kinds(List<Account> accounts, Losses losses) {
    List<List<Loss>> told = accounts.stream().map(losses::of).toList();
    Set<String> shared = shared(told);
    Map<Key, Kind> kinds = new LinkedHashMap<>();
    int count = 0;
    for (int i = 0; i < told.size(); i++) {
      for (Loss loss : told.get(i)) {
        kinds.computeIfAbsent(key(loss, told.get(i), shared), Kind::new).add(new Stated(count++, accounts.get(i), loss));
      }
    }
    return List.copyOf(kinds.values());
  }

  private static Key key(Loss loss, List<Loss> told, Set<String> shared) {
    String words = shared.contains(words(loss)) ? words(loss) : "";
    Set<String> aside =
        told.stream()
            .filter(l -> l.fate() == loss.fate())
            .map(Tallies::words)
            .filter(w -> shared.contains(w) && !w.equals(words))
            .collect(Collectors.toSet());
    return new Key(loss.fate(), loss.population(), loss.side(), words, aside);
  }

  /** The words of parts of sums that other accounts use, too. */
  private static Set<String> shared(List<List<Loss>> told) {
    Set<String> parts = new HashSet<>();
    told.stream().filter(rows -> rows.size() > 1).flatMap(List::stream).map(Tallies::words).filter(w -> !w.isEmpty()).forEach(parts::add);
    Set<String> once = new HashSet<>();
    return told.stream()
        .flatMap(rows -> rows.stream().map(Tallies::words).distinct())
        .filter(w -> parts.contains(w) && !once.add(w))
        .collect(Collectors.toSet());
  }

  private static String words(Loss loss) {
    return loss.group().toLowerCase(Locale.ROOT);
  }

  private static boolean exclude(Kind one, Kind other) {
    if (!one.key.isComparable(other.key)) {
      return false;
    }
    Loss a = one.sample();
    Loss b = other.sample();
    if (a.mayBeSame(b)) {
      return one.exceeds(other) || (one != other && other.exceeds(one));
    }
    return (a.isPartOf(b) && one.exceeds(other)) || (b.isPartOf(a) && other.exceeds(one));
  }

  private static List<Contradiction> contradictions(List<Kind> all, int[] group, BitSet contradicted) {
    Map<Integer, List<Stated>> groups = new TreeMap<>();
    BitSet wanted = new BitSet();
    contradicted.stream().forEach(i -> wanted.set(Links.find(group, i)));
    for (int i = 0; i < group.length; i++) {
      int of = Links.find(group, i);
      if (wanted.get(of)) {
        groups.computeIfAbsent(of, g -> new ArrayList<>()).addAll(all.get(i).stated);
      }
    }
    List<Contradiction> found = new ArrayList<>();
    for (List<Stated> told : groups.values()) {
      told.sort(Comparator.comparingInt(Stated::index));
      found.add(new Contradiction.Count(told.getFirst().loss.fate(), byNumber(told)));
    }
    found.sort(Comparator.comparing(c -> ((Contradiction.Count) c).fate()));
    return found;
  }

  /** The versions of one count, the lowest first; who they were in the words of the first who says so. */
  private static List<Version> byNumber(List<Stated> told) {
    Map<List<Object>, String> words = new HashMap<>();
    Map<String, List<Account>> byText = new LinkedHashMap<>();
    told.stream()
        .sorted(Comparator.comparingInt((Stated s) -> s.loss.low()).thenComparingInt(s -> s.loss.most()))
        .forEach(
            s -> {
              List<Object> number = List.of(s.loss.low(), s.loss.high(), s.loss.population());
              byText.computeIfAbsent(words.computeIfAbsent(number, n -> s.loss.text()), t -> new ArrayList<>()).add(s.account);
            });
    return Versions.list(byText);
  }
}
