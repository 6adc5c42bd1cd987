package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An event in the making: accounts in canonical order. Not thread-safe. */
final class Draft {

  /** How many accounts a newcomer is compared with; keeps the cost of a much-told event bounded. */
  private static final int CORE = 24;

  private final List<Account> members = new ArrayList<>();

  List<Account> members() {
    return members;
  }

  /** The members that newcomers are compared with: the first ones. */
  List<Account> core() {
    return members.subList(0, Math.min(CORE, members.size()));
  }

  void add(Account account) {
    members.add(account);
    members.sort(Comparator.comparingInt(Account::index));
  }

  void remove(Account account) {
    members.removeIf(m -> m.index() == account.index());
  }

  /** The mean bits between an account and the core; negative infinity where one link rules it out. */
  double mean(Account account, Comparison comparison) {
    double sum = 0;
    int n = 0;
    for (Account member : members) {
      if (member.index() != account.index()) {
        double bits = comparison.bits(account, member);
        if (bits == Double.NEGATIVE_INFINITY) {
          return bits;
        }
        sum += bits;
        if (++n == CORE) {
          break;
        }
      }
    }
    return n == 0 ? Double.NEGATIVE_INFINITY : sum / n;
  }

  /** The mean bits between the cores of two events. */
  double mean(Draft other, Comparison comparison) {
    double sum = 0;
    for (Account member : core()) {
      double bits = other.mean(member, comparison);
      if (bits == Double.NEGATIVE_INFINITY) {
        return bits;
      }
      sum += bits;
    }
    return sum / core().size();
  }
}
