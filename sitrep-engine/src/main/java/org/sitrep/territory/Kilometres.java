package org.sitrep.territory;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sitrep.claim.Distance;
import org.sitrep.knowledge.Counts;
import org.sitrep.text.Span;

/** Stated distances in kilometres. */
final class Kilometres {

  private static final double MILE = 1.609344;

  private Kilometres() {}

  /** The first distance that words state. */
  static OptionalDouble in(String words, Counts counts) {
    Optional<Distance> stated = counts.findDistance(words.replace('-', ' '), new Span(0, words.length()));
    return stated.isPresent() ? OptionalDouble.of(of(stated.get())) : OptionalDouble.empty();
  }

  static double of(Distance stated) {
    return switch (stated.unit()) {
      case "m" -> stated.value() / 1000;
      case "mi" -> stated.value() * MILE;
      default -> stated.value();
    };
  }
}
