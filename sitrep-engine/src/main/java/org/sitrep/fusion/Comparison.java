package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.FusionWeights;

/**
 * Weighs the evidence that two claims are about one happening. Place, time, kind and "another attack" may
 * rule it out; what is said to have come of it may not. {@link #bits} and {@link #compare} go through the
 * same levels; the one adds up, the other spells out. Thread-safe.
 */
final class Comparison {

  private final FusionWeights weights;
  private final Levels levels;
  private final Bits bits;
  private final Kinds kinds;

  Comparison(FusionWeights weights, Kinds kinds) {
    this.weights = weights;
    this.kinds = kinds;
    this.bits = new Bits(weights, kinds);
    this.levels = new Levels(weights, kinds, bits);
  }

  FusionWeights weights() {
    return weights;
  }

  /** The levels of all fields, also of those beside one that rules it out. */
  List<Level> levels(Account a, Account b) {
    return IntStream.range(0, Levels.FIELDS)
        .mapToLong(field -> levels.of(field, a, b))
        .filter(found -> found != Levels.NOTHING)
        .mapToObj(Level::of)
        .toList();
  }

  Fit fit(List<Account> accounts) {
    return new Fit(levels, bits, accounts).run();
  }

  /** The sum of bits; negative infinity as soon as one field, or a person, rules it out. Makes no objects. */
  double bits(Account a, Account b) {
    if (Levels.ruled(a, b) == Levels.APART) {
      return Bits.VETO;
    }
    double sum = 0;
    for (int field = 0; field < Levels.FIELDS; field++) {
      long found = levels.of(field, a, b);
      if (found != Levels.NOTHING) {
        double weight = bits.of(found);
        if (weight == Bits.VETO) {
          return weight;
        }
        sum += weight;
      }
    }
    return sum;
  }

  /** The findings, field by field, up to one that rules it out. */
  List<Finding> compare(Account a, Account b) {
    long ruled = Levels.ruled(a, b);
    if (ruled != Levels.NOTHING) {
      return List.of(Finding.of(ruled, bits));
    }
    List<Finding> findings = new ArrayList<>(Levels.FIELDS);
    for (int field = 0; field < Levels.FIELDS; field++) {
      long found = levels.of(field, a, b);
      if (found != Levels.NOTHING) {
        findings.add(Finding.of(found, bits));
        if (findings.getLast().bits() == Bits.VETO) {
          break;
        }
      }
    }
    return List.copyOf(findings);
  }

  /** Whether the doer of a kind is the one who loses. */
  boolean yields(EventType type) {
    return weights.type().yielding().contains(type.id());
  }

  /** Whether two kinds, by their numbers, never tell of one happening. */
  boolean areTwoFamilies(int kind, int other) {
    return kinds.bits(kind * Kinds.MOST + other) == Bits.VETO;
  }

  boolean isMutual(Account a) {
    return levels.isMutual(a);
  }
}
