package org.sitrep.flow;

/**
 * One step of the pipeline. A stage is pure: the same input gives the same output; it reads no clock, no
 * disk and no network, and never throws on bad input. What it could not read or decide is part of its
 * output. Implementations are thread-safe.
 *
 * @param <I> what it takes
 * @param <O> what it gives
 */
@FunctionalInterface
public interface Stage<I, O> {

  /** Does the step. */
  O apply(I input);
}
