package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts put into events: components one by one, several at once. Immutable once made. */
final class Drafts {

  /** How many events that one is possibly the same as are kept with it. */
  private static final int NEAREST = 8;

  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble(Near::mean).reversed().thenComparing(n -> n.draft().first());

  private final Links links;
  private final Comparison comparison;
  private final @Nullable Draft[] draftOf;

  private Drafts(Links links, Comparison comparison, @Nullable Draft[] draftOf) {
    this.links = links;
    this.comparison = comparison;
    this.draftOf = draftOf;
  }

  /** Puts accounts into events; they are numbered by their place in the list. */
  static Drafts of(List<Account> accounts, Links links, Comparison comparison) {
    Account[] all = accounts.toArray(new Account[0]);
    @Nullable Draft[] draftOf = new Draft[all.length];
    links.components().parallelStream()
        .forEach(c -> new Assignment(all, links, comparison, draftOf).assign(c));
    return new Drafts(links, comparison, draftOf);
  }

  /** The events, by their canonically earliest account. */
  List<Draft> inOrder() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < draftOf.length; i++) {
      if (of(i).first() == i) {
        drafts.add(of(i));
      }
    }
    return drafts;
  }

  /** The event of an account. */
  Draft of(int account) {
    return Objects.requireNonNull(draftOf[account], "in no event");
  }

  /** The nearest of the events that one is possibly the same as. */
  List<Near> near(Draft draft) {
    List<Draft> candidates = new ArrayList<>();
    Set<Draft> seen = new HashSet<>();
    for (Account member : draft.members()) {
      for (int link = links.from(member.index()); link < links.from(member.index() + 1); link++) {
        Draft other = of(links.other(link));
        if (other != draft && seen.add(other)) {
          candidates.add(other);
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Draft::first));
    List<Near> near = new ArrayList<>();
    for (Draft other : candidates) {
      double mean = draft.mean(other, comparison);
      if (mean >= comparison.weights().possible()) {
        near.add(new Near(other, mean));
      }
    }
    near.sort(NEAREST_FIRST);
    return near.size() > NEAREST ? List.copyOf(near.subList(0, NEAREST)) : near;
  }
}
