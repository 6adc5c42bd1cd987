package org.sitrep.fusion;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.FusionWeights;

/**
 * The kinds of happening as small numbers, and the bits of each pair of them, looked up once. A pair's number
 * is that of the one times {@link #MOST} plus that of the other. Thread-safe.
 */
final class Kinds {

  /** More kinds than an ontology has; all beyond share nothing but their own number. */
  static final int MOST = 1024;

  private final FusionWeights.Type weights;
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final EventType[] types = new EventType[MOST];
  private final double[][] bits = new double[MOST][];

  Kinds(FusionWeights.Type weights) {
    this.weights = weights;
  }

  /** Whether its doer is the one who loses, as the one it is done to does elsewhere. */
  boolean yields(EventType type) {
    return weights.yielding().contains(type.id());
  }

  /** The number of a kind. */
  int number(EventType type) {
    Integer known = numbers.get(type.id());
    return known != null ? known : add(type);
  }

  /** The bits of a pair's number; negative infinity where the two cannot be one happening. */
  double bits(int pair) {
    return bits[pair / MOST][pair % MOST];
  }

  private synchronized int add(EventType type) {
    Integer known = numbers.get(type.id());
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    if (number == MOST) {
      throw new IllegalArgumentException("more than " + MOST + " kinds of happening: " + type.id());
    }
    types[number] = type;
    bits[number] = new double[MOST];
    for (int i = 0; i <= number; i++) {
      OptionalDouble found = weights.bits(type, types[i]);
      bits[number][i] = found.orElse(Bits.VETO);
      bits[i][number] = bits[number][i];
    }
    numbers.put(type.id(), number);
    return number;
  }
}
