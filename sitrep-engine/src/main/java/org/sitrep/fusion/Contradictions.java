package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Contradiction.Version;
import org.sitrep.event.Loss;
import org.sitrep.mention.Location;

/**
 * Finds where claims about one happening cannot both be right. What one speaker says in one document is
 * one account, however many numbers are in it ("five were killed, two of them children"), and contradicts
 * nobody by itself. Immutable and thread-safe.
 */
final class Contradictions {

  private final Comparison comparison;
  private final Losses losses;

  Contradictions(Comparison comparison, Losses losses) {
    this.comparison = comparison;
    this.losses = losses;
  }

  List<Contradiction> among(List<Account> accounts) {
    if (accounts.size() == 1) {
      return List.of();
    }
    List<Contradiction> found = new ArrayList<>();
    found.addAll(counts(accounts));
    upheld(accounts, true).ifPresent(v -> found.add(new Contradiction.Outcome(v)));
    upheld(accounts, false).ifPresent(v -> found.add(new Contradiction.Polarity(v)));
    parties(accounts, true).ifPresent(v -> found.add(new Contradiction.Blame(v)));
    parties(accounts, false).ifPresent(v -> found.add(new Contradiction.Participants(v)));
    versions(accounts, Account::time, Object::toString, (x, y) -> !x.overlaps(y))
        .ifPresent(v -> found.add(new Contradiction.Timing(v)));
    versions(
            accounts,
            a -> Optional.of(a.places().stream().filter(Location::isLocated).toList()).filter(l -> !l.isEmpty()),
            l -> l.stream().map(Contradictions::name).distinct().collect(Collectors.joining(", ")),
            (x, y) -> x.stream().allMatch(one -> y.stream().allMatch(other -> elsewhere(one, other))))
        .ifPresent(v -> found.add(new Contradiction.Whereabouts(v)));
    return found;
  }

  /**
   * A loss that an account states, with all that it states: of "two soldiers and eight militiamen" only the
   * two compare with another's "five soldiers", neither the eight nor the ten.
   */
  private record Stated(Account account, Loss loss, List<Loss> all) {
    boolean excludes(Stated other) {
      return !sameBreath(account, other.account) && isComparable(other) && loss.excludes(other.loss);
    }

    boolean isComparable(Stated other) {
      return fits(other.loss) && other.fits(loss);
    }

    /** Whether nothing else that it states is of another's people in the other's very words. */
    private boolean fits(Loss other) {
      return all.stream().noneMatch(l -> l != loss && l.fate() == loss.fate() && inWordsOf(l, other))
          || inWordsOf(loss, other);
    }

    private static boolean inWordsOf(Loss one, Loss other) {
      return !one.group().isEmpty() && one.group().equalsIgnoreCase(other.group());
    }
  }

  /** For each population that is counted in two ways, all that is said of it. */
  private List<Contradiction> counts(List<Account> accounts) {
    List<Stated> stated =
        accounts.stream().flatMap(a -> stated(a, losses.of(a))).toList();
    int[] group = new int[stated.size()];
    Arrays.setAll(group, i -> i);
    BitSet contradicted = new BitSet();
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        if (stated.get(i).excludes(stated.get(j))) {
          contradicted.set(i);
          contradicted.set(j);
          Links.join(group, i, j);
        }
      }
    }
    for (int i = contradicted.nextSetBit(0); i >= 0; i = contradicted.nextSetBit(i + 1)) {
      for (int j = 0; j < group.length; j++) {
        if (stated.get(i).isComparable(stated.get(j)) && stated.get(i).loss().mayBeSame(stated.get(j).loss())) {
          Links.join(group, i, j);
        }
      }
    }
    Arrays.setAll(group, i -> Links.find(group, i));
    return counts(stated, group, contradicted);
  }

  private static Stream<Stated> stated(Account account, List<Loss> all) {
    return all.stream().map(l -> new Stated(account, l, all));
  }

  private static List<Contradiction> counts(List<Stated> stated, int[] group, BitSet contradicted) {
    Map<Integer, List<Stated>> groups = new TreeMap<>();
    Set<Integer> wanted = contradicted.stream().mapToObj(i -> group[i]).collect(Collectors.toSet());
    for (int i = 0; i < group.length; i++) {
      if (wanted.contains(group[i])) {
        groups
            .computeIfAbsent(group[i], g -> new ArrayList<>())
            .add(stated.get(i));
      }
    }
    List<Contradiction> found = new ArrayList<>();
    groups.forEach((g, told) -> found.add(new Contradiction.Count(stated.get(g).loss().fate(), byNumber(told))));
    found.sort(Comparator.comparing(c -> ((Contradiction.Count) c).fate()));
    return found;
  }

  /** The versions of one count, the lowest first; who they were in the words of the first who says so. */
  private static List<Version> byNumber(List<Stated> told) {
    Map<List<Object>, String> words = new HashMap<>();
    Map<String, List<Account>> byText = new LinkedHashMap<>();
    told.stream()
        .sorted(
            Comparator.comparingInt((Stated s) -> s.loss().low())
                .thenComparingInt(s -> s.loss().high().orElse(Integer.MAX_VALUE)))
        .forEach(
            s -> {
              Loss loss = s.loss();
              String text = words.computeIfAbsent(List.of(loss.low(), loss.high(), loss.population()), k -> loss.text());
              byText.computeIfAbsent(text, t -> new ArrayList<>()).add(s.account());
            });
    return list(byText);
  }

  /**
   * The versions of one slot, where two of them, by different speakers or in different documents, exclude
   * each other.
   */
  private <T> Optional<List<Version>> versions(
      List<Account> accounts,
      Function<Account, Optional<T>> slot,
      Function<T, String> text,
      BiPredicate<T, T> excludes) {
    List<Account> stating = accounts.stream().filter(a -> slot.apply(a).isPresent()).toList();
    Map<String, List<Account>> byText =
        stating.stream()
            .collect(
                Collectors.groupingBy(
                    a -> text.apply(slot.apply(a).orElseThrow()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (byText.size() < 2) {
      return Optional.empty();
    }
    boolean contradicted =
        stating.stream()
            .anyMatch(
                a ->
                    stating.stream()
                        .anyMatch(
                            b ->
                                a.index() < b.index()
                                    && !sameBreath(a, b)
                                    && excludes.test(
                                        slot.apply(a).orElseThrow(), slot.apply(b).orElseThrow())));
    return contradicted ? Optional.of(list(byText)) : Optional.empty();
  }

  private static List<Version> list(Map<String, List<Account>> byText) {
    return byText.entrySet().stream()
        .map(
            e ->
                new Version(
                    e.getKey(),
                    e.getValue().stream().map(a -> a.claim().id()).toList(),
                    e.getValue().stream().map(a -> root(a, e.getValue())).distinct().toList()))
        .toList();
  }

  /** Whose version it is: of a copy the original's, but only if the original has the same. */
  private static String root(Account account, List<Account> alike) {
    boolean same = alike.stream().anyMatch(a -> a.claim().root().equals(account.root()));
    return same ? account.root() : account.claim().root();
  }

  private static boolean sameBreath(Account a, Account b) {
    return a.sameDocument(b) && a.root().equals(b.root());
  }

  /** Told as a fact by one and denied by another: of an attempt its outcome, else whether it was at all. */
  private Optional<List<Version>> upheld(List<Account> accounts, boolean attempts) {
    Set<String> contested = comparison.weights().type().contested();
    Set<String> denied =
        accounts.stream()
            .filter(a -> isDenied(a))
            .map(a -> a.claim().type().id())
            .filter(t -> contested.contains(t) == attempts)
            .collect(Collectors.toSet());
    return versions(
        accounts.stream().filter(a -> denied.contains(a.claim().type().id())).toList(),
        a -> Optional.of(!isDenied(a)),
        upheld -> attempts ? (upheld ? "succeeded" : "failed") : (upheld ? "happened" : "did not happen"),
        (x, y) -> !x.equals(y));
  }

  private static boolean isDenied(Account a) {
    return a.claim().certainty() == Certainty.DENIED;
  }

  private Optional<List<Version>> parties(List<Account> accounts, boolean doers) {
    List<Account> directed = accounts.stream().filter(a -> !comparison.isMutual(a) && !comparison.yields(a.claim().type())).toList();
    return versions(
        directed,
        a -> doers ? party(a.parties().actors(), a.claim().actors())
                : party(a.parties().targets(), a.claim().targets()),
        Party::names,
        (x, y) -> !Numbers.share(x.sides(), y.sides()));
  }

  private record Party(long[] sides, String names) {}

  private static Optional<Party> party(long[] sides, List<Participant> named) {
    String names = named.stream().map(Participant::name).collect(Collectors.joining(", "));
    return sides.length == 0 ? Optional.empty() : Optional.of(new Party(sides, names));
  }

  private static String name(Location place) {
    return place.place().map(p -> p.name()).orElse(place.name());
  }

  private static boolean elsewhere(Location a, Location b) {
    boolean one =
        a.place().map(p -> p.id()).equals(b.place().map(p -> p.id()));
    return !one && new Site(a, 0).km(new Site(b, 0)) > Math.max(a.km(), b.km());
  }
}
