package org.sitrep.ingestion;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The addresses that an archive names as its pages; everything else is a part of a page, such as a frame.
 * Where nothing is named, everything is a page. What a named page redirects to is a page, too.
 */
final class PageList {

  /** Every address is a page. */
  static final PageList NONE = new PageList();

  /** Above so many addresses the list is not used: it would not fit into memory. */
  static final int MOST = 300_000;

  private final Set<String> named = new HashSet<>();
  private final Set<String> found = new HashSet<>();
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();
  private final Map<String, Integer> late = new HashMap<>();
  private final Map<String, Integer> quota = new HashMap<>();
  private boolean full;

  void add(String url) {
    full |= named.size() >= MOST;
    if (!full) {
      named.add(bare(url));
    }
  }

  /** Whether more pages were named than the list can hold. */
  boolean isFull() {
    return full;
  }

  boolean isPage(String url) {
    if (!quota.isEmpty()) {
      return quota.computeIfPresent(bare(url), (u, n) -> n - 1) instanceof Integer left && left >= 0;
    }
    return full || named.isEmpty() || named.contains(bare(url));
  }

  void redirect(String from, String to) {
    if (named.isEmpty() || full || to.isEmpty() || !isPage(from)) {
      return;
    }
    String target = bare(target(from, to));
    add(target);
    origins.put(target, bare(from));
    Integer before = parts.remove(target);
    if (before != null) {
      late.put(target, before);
    }
  }

  /** Notes what was passed over because no list names it. */
  void partOfPage(String url) {
    if (parts.size() < MOST && !full) {
      parts.merge(bare(url), 1, Integer::sum);
    }
  }

  /** How many captures were passed over before a redirect of a page led to them; empty in most archives. */
  Map<String, Integer> late() {
    return late;
  }

  /** Takes so many captures of these addresses, the first of each, and no others. */
  static PageList firstOf(Map<String, Integer> captures) {
    PageList list = new PageList();
    list.named.addAll(captures.keySet());
    list.quota.putAll(captures);
    return list;
  }

  private static String target(String from, String to) {
    try {
      return URI.create(from).resolve(to).toString();
    } catch (IllegalArgumentException e) {
      return to;
    }
  }

  /** Notes that an address's page was read, and with it the pages that redirect to it. */
  void found(String url) {
    if (named.isEmpty() || full) {
      return;
    }
    String each = bare(url);
    while (each != null && found.add(each)) {
      each = origins.get(each);
    }
  }

  /** Every named address. */
  Stream<String> all() {
    return named.stream();
  }

  boolean wasFound(String url) {
    return full || found.contains(bare(url));
  }

  private static String bare(String url) {
    int hash = url.indexOf('#');
    return hash < 0 ? url : url.substring(0, hash);
  }
}
