package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Puts accounts into events one by one, in canonical order: each joins the event with the highest mean of
 * bits, if that is enough and no account in it rules it out. Those without place or day come last, and join
 * only where the evidence prefers one event. Passes of repair follow, in which accounts may
 * move and events may merge. Mean links keep chains of near misses from growing into one event, as they do
 * when linked pairs are simply connected. One use; not thread-safe.
 */
final class Assignment {

  /** Bits by which another event must be better before an account moves to it. */
  private static final double MOVE = 0.5;

  private final Comparison comparison;
  private final Blocks blocks;
  private final Map<Integer, Draft> draftOf = new HashMap<>();

  Assignment(Comparison comparison) {
    this.comparison = comparison;
    this.blocks = new Blocks(comparison.weights());
  }

  /** The events, by their canonically earliest account. */
  List<Draft> assign(List<Account> accounts) {
    List<Account> inTurn = new ArrayList<>(accounts.stream().filter(a -> !a.isIncomplete()).toList());
    accounts.stream().filter(Account::isIncomplete).forEach(inTurn::add);
    for (Account account : inTurn) {
      settle(account);
      blocks.add(account);
    }
    for (int pass = 0; pass < comparison.weights().repairPasses(); pass++) {
      boolean changed = false;
      for (Account account : accounts) {
        changed |= move(account);
      }
      changed |= merge(accounts);
      if (!changed) {
        break;
      }
    }
    Map<Integer, Draft> drafts = new TreeMap<>();
    draftOf.values().forEach(d -> drafts.put(d.members().getFirst().index(), d));
    return List.copyOf(drafts.values());
  }

  /** Events that an event is possibly the same as, with the mean bits, the nearest first. */
  Map<Draft, Double> possiblySame(Draft draft) {
    Map<Draft, Double> means = new HashMap<>();
    for (Account account : draft.members()) {
      blocks.near(account).forEach(a -> means.put(draftOf(a), 0.0));
    }
    means.remove(draft);
    Map<Draft, Double> near = new LinkedHashMap<>();
    means.replaceAll((other, pending) -> draft.mean(other, comparison));
    means.entrySet().stream()
        .filter(e -> e.getValue() >= comparison.weights().possible())
        .sorted(
            Map.Entry.<Draft, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> e.getKey().members().getFirst().index()))
        .forEach(e -> near.put(e.getKey(), e.getValue()));
    return near;
  }

  /** Puts an account that is in no event where it belongs. */
  private void settle(Account account) {
    Draft best = null;
    double most = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Draft, Double> e : neighbours(account).entrySet()) {
      double mean = e.getValue();
      if (mean > most) {
        second = most;
        most = mean;
        best = e.getKey();
      } else if (mean > second) {
        second = mean;
      }
    }
    boolean clear =
        !account.isIncomplete() || most - second >= comparison.weights().margin();
    if (best == null || most < comparison.weights().same() || !clear) {
      best = new Draft();
    }
    best.add(account);
    draftOf.put(account.index(), best);
  }

  /** The events that an account may join, in canonical order, each with its mean bits. */
  private Map<Draft, Double> neighbours(Account account) {
    Map<Draft, Double> means = new LinkedHashMap<>();
    for (Account other : blocks.near(account)) {
      Draft draft = draftOf.get(other.index());
      if (draft != null && !means.containsKey(draft) && isOpen(draft, account)) {
        means.put(draft, draft.mean(account, comparison));
      }
    }
    return means;
  }

  /** A claim that knows its place and day does not join one that does not; that one waits to choose. */
  private static boolean isOpen(Draft draft, Account account) {
    return account.isIncomplete() || !isUndecided(draft);
  }

  private Draft draftOf(Account account) {
    return Objects.requireNonNull(draftOf.get(account.index()), "not yet settled");
  }

  private boolean move(Account account) {
    Draft now = draftOf(account);
    Map<Draft, Double> means = neighbours(account);
    double stay = now.mean(account, comparison);
    boolean alone = now.members().size() == 1;
    double elsewhere =
        means.entrySet().stream()
            .filter(e -> e.getKey() != now)
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    double same = comparison.weights().same();
    boolean better = elsewhere >= same && (alone || elsewhere > stay + MOVE);
    boolean unclear =
        account.isIncomplete() && stay - elsewhere < comparison.weights().margin();
    boolean misfit = !alone && (stay < same || unclear);
    if (!better && !misfit) {
      return false;
    }
    now.remove(account);
    draftOf.remove(account.index());
    settle(account);
    return draftOf(account) != now;
  }

  private boolean merge(List<Account> accounts) {
    boolean merged = false;
    for (Account account : accounts) {
      Draft draft = draftOf(account);
      if (draft.members().getFirst().index() != account.index() || isUndecided(draft)) {
        continue;
      }
      for (Draft other : neighbours(account).keySet()) {
        if (other != draft
            && !isUndecided(other)
            && draft.mean(other, comparison) >= comparison.weights().same()) {
          for (Account moved : new ArrayList<>(other.members())) {
            draft.add(moved);
            draftOf.put(moved.index(), draft);
          }
          other.members().clear();
          merged = true;
        }
      }
    }
    return merged;
  }

  /** Whether an event rests on an incomplete claim alone, which only {@link #settle} may place. */
  private static boolean isUndecided(Draft draft) {
    return draft.members().isEmpty()
        || (draft.members().size() == 1 && draft.members().getFirst().isIncomplete());
  }

  /** "4.2 bits". */
  static String bits(double mean) {
    return String.format(Locale.ROOT, "%.1f bits", mean);
  }
}
