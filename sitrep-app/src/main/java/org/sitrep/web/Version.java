package org.sitrep.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Counts how often what the page shows has changed: events were made anew, or a person has ruled. Whatever is learnt from the
 * whole store is learnt once per number. Thread-safe.
 */
final class Version {

  private final AtomicLong number = new AtomicLong(1);
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  long number() {
    return number.get();
  }

  /** Something has changed; whoever listens is told on this thread. Gives the number of what is now. */
  long grow() {
    long now = number.incrementAndGet();
    listeners.forEach(l -> l.accept(now));
    return now;
  }

  void listen(LongConsumer listener) {
    listeners.add(listener);
  }
}
