package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Arrays;
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

  /**
   * The mean bits between an account and those of the core that its own document tells, and the nearer half of the
   * others: tellings of others that leave out the place or the day say nothing against one, but one document
   * tells things apart by what stands between them. Negative infinity where one link of the core rules it out.
   */
  double mean(Account account, Comparison comparison) {
    double[] others = new double[Math.min(CORE, members.size())];
    int compared = 0;
    int n = 0;
    double here = 0;
    for (int i = 0; i < members.size() && compared < CORE; i++) {
      Account member = members.get(i);
      if (member.index() != account.index()) {
        double bits = comparison.bits(account, member);
        if (bits == Bits.VETO) {
          return bits;
        }
        compared++;
        if (account.sameDocument(member)) {
          here += bits;
        } else {
          others[n++] = bits;
        }
      }
    }
    return compared == 0 ? Bits.VETO : (here + nearerHalf(others, n)) / (compared - n / 2);
  }

  /** The sum of the greater half of the first n. */
  private static double nearerHalf(double[] links, int n) {
    Arrays.sort(links, 0, n);
    double sum = 0;
    for (int i = n / 2; i < n; i++) {
      sum += links[i];
    }
    return sum;
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
