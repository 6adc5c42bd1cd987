package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * Lends a claim the place or day that it does not state from its own document, where only one is possible:
 * a place from a claim that the evidence shows to be about the same happening, a day from that claim or
 * from the claims right beside it. What a claim was lent it does not lend on.
 */
final class Inheritance {

  private final Comparison comparison;

  Inheritance(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The accounts of one document, in canonical order, with what it lends them. */
  List<Account> apply(List<Account> document) {
    if (document.size() == 1
        || document.stream().allMatch(a -> a.isDated() && a.sites().length > 0)) {
      return document;
    }
    List<Account> complete = new ArrayList<>(document.size());
    for (Account account : document) {
      complete.add(withPlace(withTime(account, document), document));
    }
    return complete;
  }

  private Account withPlace(Account account, List<Account> document) {
    if (account.sites().length > 0) {
      return account;
    }
    Account lender = null;
    double best = Bits.VETO;
    for (Account other : document) {
      double bits = other.sites().length == 0 ? Bits.VETO : comparison.bits(account, other);
      if (bits > best) {
        best = bits;
        lender = other;
      }
    }
    if (lender == null || best < comparison.weights().same()) {
      return account;
    }
    double rivals = best - comparison.weights().margin();
    for (Account rival : document) {
      boolean elsewhere = rival.sites().length > 0 && rival.sites()[0].name != lender.sites()[0].name;
      if (elsewhere && comparison.bits(account, rival) > rivals) {
        return account;
      }
    }
    return account.withPlaces(lender, loan(account, "place", name(lender), lender.claim()));
  }

  private Account withTime(Account account, List<Account> document) {
    if (account.isDated()) {
      return account;
    }
    int reach = comparison.weights().document().adjacentChars();
    List<Account> dated =
        document.stream()
            .filter(Account::isDated)
            .filter(o -> account.distance(o) <= reach || isSame(account, o))
            .toList();
    Optional<Account> lender = dated.stream().min(Comparator.comparingInt(account::distance));
    if (lender.isEmpty()) {
      return account;
    }
    TimeWindow window = lender.get().time().orElseThrow();
    boolean one = dated.stream().allMatch(o -> o.time().orElseThrow().overlaps(window));
    return one
        ? account.withTime(window, loan(account, "day", window.toString(), lender.get().claim()))
        : account;
  }

  private boolean isSame(Account a, Account b) {
    return comparison.bits(a, b) >= comparison.weights().same();
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
