package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the accounts of one component into events one by one, in canonical order: each joins the event with the
 * highest mean of bits, if that is enough and no account in it rules it out. Those without place or day come
 * last, and join only where the evidence prefers one event. Passes of repair follow, in which accounts may
 * move and events may merge. Mean links keep chains of near misses from growing into one event, as they do
 * when linked pairs are simply connected. One use; several components may be worked on at once.
 */
final class Assignment {

  /** Bits by which another event must be better before an account moves to it. */
  private static final double MOVE = 0.5;

  private final Account[] all;
  private final Links links;
  private final Comparison comparison;
  private final @Nullable Draft[] draftOf;
  private final double same;
  private final double margin;
  private int round;

  /** Writes the event of each account into {@code draftOf}, and reads there those of its own component. */
  Assignment(Account[] all, Links links, Comparison comparison, @Nullable Draft[] draftOf) {
    this.all = all;
    this.links = links;
    this.comparison = comparison;
    this.draftOf = draftOf;
    same = comparison.weights().same();
    margin = comparison.weights().margin();
  }

  void assign(int[] component) {
    for (boolean incomplete : new boolean[] {false, true}) {
      for (int i : component) {
        if (all[i].isIncomplete() == incomplete) {
          settle(all[i]);
        }
      }
    }
    for (int pass = 0; component.length > 1 && pass < comparison.weights().repairPasses(); pass++) {
      boolean changed = false;
      for (int i : component) {
        changed |= move(all[i]);
      }
      changed |= merge(component);
      if (!changed) {
        break;
      }
    }
    obey(component);
  }

  /** What a person ruled to be one is one in the end, whatever the evidence says. */
  private void obey(int[] component) {
    Map<Long, Account> ruled = new HashMap<>();
    for (int i : component) {
      Ruled ruling = all[i].ruled();
      if (ruling != null) {
        ruled.put(ruling.self(), all[i]);
        for (long number : ruling.same()) {
          Account earlier = ruled.get(number);
          if (earlier != null) {
            unite(earlier, all[i]);
          }
        }
      }
    }
  }

  /** Makes two events one; where others in them are ruled apart, one account goes over alone. */
  private void unite(Account earlier, Account later) {
    Draft one = draftOf(earlier);
    Draft two = draftOf(later);
    if (one == two) {
      return;
    }
    if (areOpen(one.members(), two.members())) {
      List.copyOf(two.members()).forEach(a -> move(a, two, one));
    } else if (areOpen(one.members(), List.of(later))) {
      move(later, two, one);
    } else if (areOpen(two.members(), List.of(earlier))) {
      move(earlier, one, two);
    }
  }

  private void move(Account account, Draft from, Draft to) {
    from.remove(account);
    to.add(account);
    draftOf[account.index()] = to;
  }

  /** Whether nobody ruled one of the ones and one of the others apart. */
  private static boolean areOpen(List<Account> ones, List<Account> others) {
    return ones.stream()
        .allMatch(
            a -> others.stream().allMatch(b -> a == b || Levels.ruled(a, b) != Levels.APART));
  }

  /** Puts an account that is in no event where it belongs. */
  private void settle(Account account) {
    Draft best = null;
    double most = Bits.VETO;
    double second = Bits.VETO;
    for (Draft draft : neighbours(account)) {
      double mean = draft.mean(account, comparison);
      if (mean > most) {
        second = most;
        most = mean;
        best = draft;
      } else if (mean > second) {
        second = mean;
      }
    }
    boolean clear = !account.isIncomplete() || most - second >= margin;
    if (best == null || most < same || !clear) {
      best = new Draft();
    }
    best.add(account);
    draftOf[account.index()] = best;
  }

  /** The events that an account may join, by the first of their accounts that it is linked to. */
  private List<Draft> neighbours(Account account) {
    List<Draft> found = new ArrayList<>();
    round++;
    addNeighbours(account, found);
    return found;
  }

  /** The events that any of an event's core may join. */
  private List<Draft> neighbours(Draft draft) {
    List<Draft> found = new ArrayList<>();
    round++;
    draft.core().forEach(m -> addNeighbours(m, found));
    return found;
  }

  private void addNeighbours(Account account, List<Draft> found) {
    for (int link = links.from(account.index()); link < links.from(account.index() + 1); link++) {
      Draft draft = links.isStrong(link) ? draftOf[links.other(link)] : null;
      if (draft != null && draft.isNew(round) && isOpen(draft, account)) {
        found.add(draft);
      }
    }
  }

  /** A claim that knows its place and day does not join one that does not; that one waits to choose. */
  private static boolean isOpen(Draft draft, Account account) {
    return account.isIncomplete() || !isUndecided(draft);
  }

  private Draft draftOf(Account account) {
    return Objects.requireNonNull(draftOf[account.index()], "not yet settled");
  }

  private boolean move(Account account) {
    Draft now = draftOf(account);
    double stay = now.mean(account, comparison);
    boolean alone = now.members().size() == 1;
    double elsewhere = Bits.VETO;
    for (Draft draft : neighbours(account)) {
      if (draft != now) {
        elsewhere = Math.max(elsewhere, draft.mean(account, comparison));
      }
    }
    boolean better = elsewhere >= same && (alone || elsewhere > stay + MOVE);
    boolean unclear = account.isIncomplete() && stay - elsewhere < margin;
    boolean misfit = !alone && (stay < same || unclear);
    if (!better && !misfit) {
      return false;
    }
    now.remove(account);
    draftOf[account.index()] = null;
    settle(account);
    return draftOf(account) != now;
  }

  private boolean merge(int[] component) {
    boolean merged = false;
    for (int i : component) {
      Draft draft = draftOf(all[i]);
      if (draft.first() != i || isUndecided(draft)) {
        continue;
      }
      for (Draft other : neighbours(draft)) {
        if (other != draft
            && !isUndecided(other)
            && draft.mean(other, comparison) >= same) {
          for (Account moved : other.members()) {
            draft.add(moved);
            draftOf[moved.index()] = draft;
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
}
