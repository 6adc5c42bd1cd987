package org.sitrep.web;

import java.util.Map;

/** How fast each client may ask: so many requests at once, and so many a second after that. Thread-safe. */
final class Pace {

  /** What a client may ask at once. */
  static final int BURST = 400;

  private static final int A_SECOND = 200;
  private static final double NANOS = 1e9;

  /** So many clients are remembered; whoever has not asked for longest is forgotten first. */
  private static final int CLIENTS = 10_000;

  private static final class Bucket {
    private double left = BURST;
    private long filled = System.nanoTime();
  }

  private final Map<String, Bucket> buckets = IndexDesk.recent(CLIENTS);

  /** Seconds until a client may ask again; 0 where it may now, which counts. */
  synchronized long wait(String client) {
    Bucket bucket = buckets.computeIfAbsent(client, c -> new Bucket());
    long now = System.nanoTime();
    bucket.left = Math.min(BURST, bucket.left + (now - bucket.filled) / NANOS * A_SECOND);
    bucket.filled = now;
    if (bucket.left < 1) {
      return 1;
    }
    bucket.left--;
    return 0;
  }
}
