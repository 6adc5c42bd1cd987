package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;

/**
 * Lends a claim the place or day that it does not state from its own document, where only one is possible:
 * a place from a claim that the evidence shows to be about the same happening, a day from that claim or
 * from the claims right beside it.
 */
final class Inheritance {

  private final Comparison comparison;

  Inheritance(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The accounts with what their documents lend them, in the order given. */
  List<Account> apply(List<Account> accounts) {
    Map<String, List<Account>> documents = new HashMap<>();
    accounts.forEach(a -> documents.computeIfAbsent(a.claim().doc(), d -> new ArrayList<>()).add(a));
    List<Account> complete = new ArrayList<>();
    for (Account account : accounts) {
      List<Account> others =
          documents.getOrDefault(account.claim().doc(), List.of()).stream()
              .filter(a -> a.index() != account.index())
              .toList();
      complete.add(withPlace(withTime(account, others), others));
    }
    return complete;
  }

  private Account withPlace(Account account, List<Account> others) {
    if (!account.places().isEmpty()) {
      return account;
    }
    Account lender = null;
    double best = Double.NEGATIVE_INFINITY;
    for (Account other : others) {
      double bits = other.places().isEmpty() ? Double.NEGATIVE_INFINITY : bits(account, other);
      if (bits > best) {
        best = bits;
        lender = other;
      }
    }
    if (lender == null || best < comparison.weights().same()) {
      return account;
    }
    for (Account rival : others) {
      boolean elsewhere = !rival.places().isEmpty() && !samePlace(rival, lender);
      if (elsewhere && bits(account, rival) > best - comparison.weights().margin()) {
        return account;
      }
    }
    return account.withPlaces(lender.places(), loan(account, "place", name(lender), lender.claim()));
  }

  private Account withTime(Account account, List<Account> others) {
    if (account.time().isPresent()) {
      return account;
    }
    int reach = comparison.weights().document().adjacentChars();
    List<Account> dated =
        others.stream()
            .filter(o -> o.time().isPresent())
            .filter(o -> account.distance(o) <= reach || isSame(account, o))
            .toList();
    Optional<Account> lender =
        dated.stream().min(Comparator.comparingInt(account::distance));
    if (lender.isEmpty()) {
      return account;
    }
    var window = lender.get().time().orElseThrow();
    boolean one = dated.stream().allMatch(o -> o.time().orElseThrow().overlaps(window));
    return one
        ? account.withTime(window, loan(account, "day", window.toString(), lender.get().claim()))
        : account;
  }

  private boolean isSame(Account a, Account b) {
    return bits(a, b) >= comparison.weights().same();
  }

  private double bits(Account a, Account b) {
    return comparison.compare(a, b).bits();
  }

  private static boolean samePlace(Account a, Account b) {
    return a.placeNames().getFirst().equals(b.placeNames().getFirst());
  }

  private static String name(Account account) {
    Location place = account.places().getFirst();
    return place.place().map(p -> p.name()).orElse(place.name());
  }

  private static String loan(Account to, String what, String value, Claim from) {
    return to.claim().id() + " states no " + what + "; " + value + " is that of " + from.id()
        + " in the same document";
  }
}
