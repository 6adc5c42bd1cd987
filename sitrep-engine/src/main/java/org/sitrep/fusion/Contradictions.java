package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Contradiction.Version;
import org.sitrep.fusion.Versions.Breath;
import org.sitrep.fusion.Versions.Breaths;
import org.sitrep.knowledge.FusionWeights;
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
    found.addAll(Tallies.among(accounts, losses));
    outcome(accounts).ifPresent(v -> found.add(new Contradiction.Outcome(v)));
    polarity(accounts).ifPresent(v -> found.add(new Contradiction.Polarity(v)));
    parties(accounts, true).ifPresent(v -> found.add(new Contradiction.Blame(v)));
    parties(accounts, false).ifPresent(v -> found.add(new Contradiction.Participants(v)));
    versions(accounts, Account::time, t -> t, Object::toString, (x, y) -> !x.overlaps(y))
        .ifPresent(v -> found.add(new Contradiction.Timing(v)));
    versions(
            accounts,
            a -> Optional.of(a.places().stream().filter(Location::isLocated).toList()).filter(l -> !l.isEmpty()),
            l -> l.stream().map(Contradictions::spot).toList(),
            l -> l.stream().map(Contradictions::name).distinct().collect(Collectors.joining(", ")),
            (x, y) -> x.stream().allMatch(one -> y.stream().allMatch(other -> elsewhere(one, other))))
        .ifPresent(v -> found.add(new Contradiction.Whereabouts(v)));
    return found;
  }

  /** What some accounts say of one slot alike. */
  private record Said<T>(T value, Breaths breaths) {}

  /**
   * The versions of one slot, where two of them, by different speakers or in different documents, exclude
   * each other. What is said alike is compared once.
   *
   * @param key what is equal for values that exclude the same others
   */
  private static <T> Optional<List<Version>> versions(
      List<Account> accounts,
      Function<Account, Optional<T>> slot,
      Function<T, Object> key,
      Function<T, String> text,
      BiPredicate<T, T> excludes) {
    Map<String, List<Account>> byText = new LinkedHashMap<>();
    Map<Object, Said<T>> said = new LinkedHashMap<>();
    for (Account account : accounts) {
      slot.apply(account).ifPresent(value -> {
        byText.computeIfAbsent(text.apply(value), t -> new ArrayList<>()).add(account);
        said.computeIfAbsent(key.apply(value), k -> new Said<>(value, new Breaths())).breaths.add(Breath.of(account));
      });
    }
    return byText.size() > 1 && isContradicted(List.copyOf(said.values()), excludes) ? Optional.of(Versions.list(byText)) : Optional.empty();
  }

  private static <T> boolean isContradicted(List<Said<T>> said, BiPredicate<T, T> excludes) {
    for (int i = 0; i < said.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (said.get(i).breaths.differ(said.get(j).breaths) && excludes.test(said.get(j).value, said.get(i).value)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How an attempt went.
   *
   * @param succeeded whether it did
   * @param beaten whether it is an attack that was beaten off; only whoever made it cannot have taken the place in it
   */
  private record Fate(boolean succeeded, boolean beaten, List<Long> doers) {

    boolean excludes(Fate other) {
      boolean one = !beaten && !other.beaten || doers.stream().anyMatch(other.doers::contains);
      return succeeded != other.succeeded && one;
    }
  }

  /** Told as a success by one and as a failure by another: what was attempted, denied, and attacks that were beaten off. */
  private Optional<List<Version>> outcome(List<Account> accounts) {
    FusionWeights.Type weights = comparison.weights().type();
    Set<String> denied = denied(accounts, true);
    Set<Long> beaten = new HashSet<>();
    accounts.stream().filter(this::isBeaten).forEach(a -> beaten.addAll(doers(a)));
    List<Account> told = accounts.stream()
        .filter(a -> denied.contains(a.claim().type().id()) || isBeaten(a)
            || weights.taken().contains(a.claim().type().id()) && !isDenied(a) && doers(a).stream().anyMatch(beaten::contains))
        .toList();
    return versions(
        told, a -> Optional.of(new Fate(!isDenied(a) && !isBeaten(a), isBeaten(a), doers(a))), f -> f, f -> f.succeeded ? "succeeded" : "failed",
        Fate::excludes);
  }

  /** Told as a fact by one and denied by another. */
  private Optional<List<Version>> polarity(List<Account> accounts) {
    Set<String> denied = denied(accounts, false);
    return versions(
        accounts.stream().filter(a -> denied.contains(a.claim().type().id())).toList(),
        a -> Optional.of(!isDenied(a)),
        upheld -> upheld,
        upheld -> upheld ? "happened" : "did not happen",
        (x, y) -> !x.equals(y));
  }

  /** The kinds that somebody denies: attempts, or others. */
  private Set<String> denied(List<Account> accounts, boolean attempts) {
    Set<String> contested = comparison.weights().type().contested();
    return accounts.stream()
        .filter(Contradictions::isDenied)
        .map(a -> a.claim().type().id())
        .filter(t -> contested.contains(t) == attempts)
        .collect(Collectors.toSet());
  }

  private boolean isBeaten(Account a) {
    return comparison.weights().type().beaten().contains(a.claim().subType());
  }

  private static List<Long> doers(Account a) {
    return boxed(a.parties().actors());
  }

  private static List<Long> boxed(long[] sides) {
    return Arrays.stream(sides).boxed().toList();
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
        p -> boxed(p.sides()),
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

  private static Object spot(Location place) {
    return List.of(place.place().map(p -> p.id()).orElse(""), place.lat(), place.lon(), place.km());
  }

  private static boolean elsewhere(Location a, Location b) {
    boolean one =
        a.place().map(p -> p.id()).equals(b.place().map(p -> p.id()));
    return !one && new Site(a, 0).km(new Site(b, 0)) > Math.max(a.km(), b.km());
  }
}
