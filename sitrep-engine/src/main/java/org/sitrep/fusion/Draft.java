package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.List;

/** An event in the making: accounts in canonical order. Not thread-safe. */
final class Draft {

  /** How many accounts a newcomer is compared with; keeps the cost of a much-told event bounded. */
  private static final int CORE = 24;

  private final List<Account> members = new ArrayList<>(4);
  private int seen;

  List<Account> members() {
    return members;
  }

  /** Number of the canonically earliest member. */
  int first() {
    return members.getFirst().index();
  }

  /** Whether it is looked at for the first time since the round began. */
  boolean isNew(int round) {
    boolean first = seen != round;
    seen = round;
    return first;
  }

  /** The members that newcomers are compared with: the first ones. */
  List<Account> core() {
    return members.subList(0, Math.min(CORE, members.size()));
  }

  void add(Account account) {
    int at = members.size();
    while (at > 0 && members.get(at - 1).index() > account.index()) {
      at--;
    }
    members.add(at, account);
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
        if (bits == Bits.VETO) {
          return bits;
        }
        sum += bits;
        if (++n == CORE) {
          break;
        }
      }
    }
    return n == 0 ? Bits.VETO : sum / n;
  }

  /** The mean bits between the cores of two events; the same whichever is asked. */
  double mean(Draft other, Comparison comparison) {
    Draft one = first() < other.first() ? this : other;
    Draft two = one == this ? other : this;
    double sum = 0;
    for (Account member : one.core()) {
      double bits = two.mean(member, comparison);
      if (bits == Bits.VETO) {
        return bits;
      }
      sum += bits;
    }
    return sum / one.core().size();
  }
}
