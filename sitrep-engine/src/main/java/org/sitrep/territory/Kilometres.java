package org.sitrep.territory;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sitrep.claim.Distance;
import org.sitrep.knowledge.Counts;
import org.sitrep.text.Span;

/** Stated distances in kilometres. */
final class Kilometres {

  private Kilometres() {}

  /** The first distance that words state. */
  static OptionalDouble in(String words, Counts counts) {
    Optional<Distance> stated = counts.findDistance(words.replace('-', ' '), new Span(0, words.length()));
    return stated.isPresent() ? OptionalDouble.of(stated.get().km()) : OptionalDouble.empty();
  }
}
