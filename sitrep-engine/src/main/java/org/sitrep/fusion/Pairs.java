package org.sitrep.fusion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.event.Ruling;

/** The rulings on pairs of claims that stand. Immutable and thread-safe. */
final class Pairs {

  static final Pairs NONE = new Pairs(Map.of());

  private final Map<String, Ruled> byClaim;

  private Pairs(Map<String, Ruled> byClaim) {
    this.byClaim = byClaim;
  }

  static Pairs of(List<Ruling> rulings) {
    Map<String, Set<String>> same = new HashMap<>();
    Map<String, Set<String>> apart = new HashMap<>();
    Set<String> claims = new HashSet<>();
    for (Ruling ruling : Ruling.standing(rulings, Ruling.Subject.PAIR).values()) {
      List<String> two = Ruling.claims(ruling.id());
      if (!two.isEmpty()) {
        Map<String, Set<String>> to = ruling.value().equals(Ruling.SAME) ? same : apart;
        to.computeIfAbsent(two.getFirst(), c -> new HashSet<>()).add(two.getLast());
        to.computeIfAbsent(two.getLast(), c -> new HashSet<>()).add(two.getFirst());
        claims.addAll(two);
      }
    }
    Map<String, Ruled> byClaim = new HashMap<>();
    for (String claim : claims) {
      byClaim.put(
          claim,
          new Ruled(
              Numbers.of(claim),
              Numbers.of(same.getOrDefault(claim, Set.of())),
              Numbers.of(apart.getOrDefault(claim, Set.of()))));
    }
    return byClaim.isEmpty() ? NONE : new Pairs(Map.copyOf(byClaim));
  }

  @Nullable Ruled of(String claim) {
    return byClaim.get(claim);
  }
}
