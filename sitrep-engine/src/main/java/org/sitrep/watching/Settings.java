package org.sitrep.watching;

import java.time.Duration;

/**
 * How politely, and within what bounds.
 *
 * @param agent what stands in {@code User-Agent}: name, version, perhaps whom to write to
 * @param every how long after a poll a feed is polled again
 * @param delay the least time between two requests to one host; robots.txt may ask for more
 * @param perHost the most articles fetched from one host in one round; the others wait for the next
 * @param timeout the longest time for one answer, from the request to its last byte
 * @param limit the largest body, in bytes, before and after unpacking
 * @param allowPrivate whether addresses of this machine and of private networks may be fetched
 */
public record Settings(
    String agent, Duration every, Duration delay, int perHost, Duration timeout, int limit, boolean allowPrivate) {

  private static final int MEGABYTES = 20 << 20;

  /** The usual bounds: 5 s between requests, 30 articles a host and round, 30 s and 20 MB an answer. */
  public static Settings of(String agent, Duration every) {
    return new Settings(agent, every, Duration.ofSeconds(5), 30, Duration.ofSeconds(30), MEGABYTES, false);
  }
}
