package org.sitrep.fusion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.event.Contradiction.Version;

/** Versions of one slot, and who tells them. */
final class Versions {

  private Versions() {}

  /** One speaker in one document: what is said in one breath contradicts nobody by itself. */
  record Breath(String document, String root) {

    static Breath of(Account account) {
      return new Breath(account.claim().doc(), account.root());
    }
  }

  /** The breaths in which something is said, as far as it matters: none, this one, or several. */
  static final class Breaths {

    private @Nullable Breath only;
    private boolean several;

    void add(Breath breath) {
      several |= only != null && !only.equals(breath);
      only = breath;
    }

    /** Whether one of these and one of the others are two. */
    boolean differ(Breaths other) {
      return several || other.several || (only != null && !only.equals(other.only));
    }
  }

  /** The versions in the order of their texts, each with its claims and roots. */
  static List<Version> list(Map<String, List<Account>> byText) {
    return byText.entrySet().stream()
        .map(e -> new Version(e.getKey(), e.getValue().stream().map(a -> a.claim().id()).toList(), roots(e.getValue())))
        .toList();
  }

  /** Whose version it is: of a copy the original's, but only if the original has the same. */
  private static List<String> roots(List<Account> alike) {
    Set<String> own = new HashSet<>();
    alike.forEach(a -> own.add(a.claim().root()));
    return alike.stream().map(a -> own.contains(a.root()) ? a.root() : a.claim().root()).distinct().toList();
  }
}
